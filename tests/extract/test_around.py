"""What stands in an article and comes from elsewhere, and what its section is about."""

import re

from dateline.extract import web_page
from dateline.extract.topics import topic_of
from dateline.lang import tables
from dateline.records import Embed, MediaType, Page

STORY = [
    "The ferry between Halvern and the outer islands will sail again from Monday, the port said on Thursday.",
    "Engineers had found a crack in the hull of the Eider in January, and the yard needed eleven weeks to mend it.",
    "Passengers with a ticket for the winter can use it until the end of September, Maren Oru said on Thursday.",
    "The islands have asked for a second ship since 2027, when the Teal was sold to a company in Orland.",
]


def article(body):
    content = f"<html><head><title>Ferry sails again</title></head><body><article>{body}</article></body></html>"
    return web_page(Page(id="p", name="p", source="s", media_type=MediaType.HTML, content=content.encode())).article


def test_what_is_embedded_is_named_and_its_words_are_none_of_the_text():
    """A film, a post and an advertisement's frame between paragraphs; a hidden link is no embed."""
    post = (
        "<blockquote class='twitter-tweet'><p>Ferries are late again</p>&mdash; Maren Oru "
        "<a href='https://t.example/x'>#eider</a> "
        "<a href='https://twitter.com/oru/status/7?a=1&amp;b=2'>May 3</a></blockquote>"
    )
    film = "<figure><iframe src='//www.youtube-nocookie.com/embed/abc'></iframe></figure>"
    paragraphs = [f"<p>{one}</p>" for one in STORY]
    found = article(
        paragraphs[0] + film + "<iframe src='https://ads.example/1'></iframe>" + paragraphs[1] + post
        + "<iframe src='javascript:alert(1)'></iframe><span hidden><a href='https://x.com/a'>b</a></span>"
        + paragraphs[2] + paragraphs[3]
    )  # fmt: skip
    assert found.embeds == (
        Embed(service="YouTube", url="https://www.youtube-nocookie.com/embed/abc", after=1),
        Embed(service="X", url="https://twitter.com/oru/status/7?a=1&b=2", after=2),
    )
    assert "Ferries are late" not in found.text


def test_a_section_is_a_media_topic_where_its_name_tells_one():
    """In whatever language; a section called "News" tells none."""
    assert topic_of("Wirtschaft") == topic_of(" business ") == "medtop:04000000"
    assert topic_of("News") is topic_of(None) is None


def test_the_table_of_sections_is_one_of_names():
    """A name in capitals or of two topics would be found never or by chance."""
    topics = tables.table("any", "sections")["topics"]
    listed = [name for topic in topics.values() for name in topic["sections"]]
    assert len(listed) == len(set(listed))
    assert listed == [name.lower().strip() for name in listed]
    assert all(re.fullmatch(r"\d{2}000000", code) for code in topics)
