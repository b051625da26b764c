"""What a web page gives, field by field, and what it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import extract
from dateline.records import Article, Completeness, MediaType, Moment, Page, Skipped, SkipReason

STORY = (
    "The ferry between Halvern and the outer islands will sail again from Monday, the port authority said on Thursday.",
    "Engineers had found a crack in the hull of the Eider in January, and the yard needed eleven weeks to mend it.",
    "“We are glad that the islands have their ship again,” said Maren Oru, who heads the authority.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)


def page(content, **fields):
    content = content.encode() if isinstance(content, str) else content
    return Page(id="p-1", name="page.html", source="s", media_type=MediaType.HTML, content=content, **fields)


def article(content, **fields):
    (found,) = extract.articles(page(content, **fields))
    assert isinstance(found, Article), found
    return found


def full(head="", before="", after="", body=BODY):
    return (
        f"<!doctype html><html lang='en'><head><title>Ferry sails again</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<main><article><h1>Ferry sails again</h1>{before}{body}{after}</article></main>"
        f"<footer>Copyright Harbour Post. All rights reserved.</footer></body></html>"
    )


def test_the_text_is_the_article_and_nothing_beside_it():
    """Paragraphs as they stand; navigation and footer are furniture."""
    found = article(full())
    assert [paragraph.span.of(found.text) for paragraph in found.paragraphs] == list(STORY)
    assert found.headline == "Ferry sails again"
    assert found.language == "en"


@pytest.mark.parametrize(
    "furniture",
    [
        "<aside><h3>More</h3><ul><li><a href='/a'>Storm closes the bridge at Nether Pell</a></li></ul></aside>",
        "<div class='newsletter'><p>Sign up for our newsletter and get the news every morning.</p></div>",
        "<div class='share'><a href='#'>Share on Chatter</a></div>",
        "<script>var story = 'The ferry that never was, and more words than the article';</script>",
        "<div style='display:none'><p>This paragraph is hidden from every reader of the page.</p></div>",
    ],
)
def test_furniture_within_the_article_is_left_out(furniture):
    """What a news site hangs into a story."""
    assert article(full(after=furniture)).text == "\n\n".join(STORY)


def test_a_day_comes_from_what_the_page_says_of_itself():
    """Minute and zone where they are given, and who wrote it."""
    head = (
        "<script type='application/ld+json'>"
        '{"@type": "NewsArticle", "headline": "Ferry sails again", "datePublished": "2031-04-03T18:20:00+02:00",'
        '"author": [{"@type": "Person", "name": "Lucas Hembry"}], "articleSection": "Islands"}</script>'
    )
    found = article(full(head))
    assert found.published == Moment.parse("2031-04-03T18:20:00+02:00")
    assert (found.authors, found.section) == (("Lucas Hembry",), "Islands")


def test_a_page_without_a_day_has_none():
    """Nothing is guessed from the clock of the machine."""
    assert article(full()).published is None


def test_the_day_that_a_person_tells_is_taken_where_the_page_has_none():
    """As with `--published`."""
    told = Moment.parse("2031-04-03")
    assert article(full(), published=told).published == told


def test_broken_metadata_costs_only_itself():
    """A JSON-LD block that is none, and a day that cannot be."""
    head = (
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": </script>'
        "<meta property='article:published_time' content='2031-13-45T99:00:00Z'>"
    )
    found = article(full(head))
    assert found.published is None
    assert found.text == "\n\n".join(STORY)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", ""])
def test_a_page_that_names_the_wrong_charset_is_read_all_the_same(charset):
    """Its bytes are Windows-1251, whatever it says."""
    words = "Порт Халверна снова открыт для паромов, сообщило управление порта в четверг вечером. "
    body = "".join(f"<p>{words * 2}</p>" for _ in range(3))
    head = f"<meta charset='{charset}'>" if charset else ""
    found = article(full(head, body=body).encode("cp1251"))
    assert found.text.startswith("Порт Халверна снова открыт")


def test_caption_and_credit_are_kept_apart():
    """The credit without the word before it."""
    figure = (
        "<figure><img src='/eider.jpg' alt=''><figcaption>The Eider at the yard in Dunmarrow. "
        "<span class='credit'>Photo: Gerd Ilvan</span></figcaption></figure>"
    )
    picture = article(full(before=figure), url="https://harbourpost.example/ferry").pictures[0]
    assert (picture.caption, picture.credit) == ("The Eider at the yard in Dunmarrow.", "Gerd Ilvan")
    assert picture.url == "https://harbourpost.example/eider.jpg"


def test_a_page_that_sells_the_rest_says_so():
    """Its own metadata is believed."""
    data = '{"@type": "NewsArticle", "headline": "Ferry", "isAccessibleForFree": false}'
    head = f'<script type="application/ld+json">{data}</script>'
    body = f"<p>{STORY[0]}</p><p>The authority had closed the line in January, when engineers …</p>"
    assert article(full(head, body=body)).completeness is Completeness.PAYWALLED


def test_a_page_of_links_is_no_article():
    """A front page is named as what it is."""
    links = "".join(f"<li><a href='/{n}'>Storm number {n} closes the bridge</a></li>" for n in range(30))
    (found,) = extract.articles(page(f"<html><body><h1>News</h1><ul>{links}</ul></body></html>"))
    assert isinstance(found, Skipped)
    assert found.reason is SkipReason.NO_ARTICLE


@pytest.mark.parametrize("cut", range(40, len(full()), 97))
def test_a_page_cut_off_anywhere_is_read_as_far_as_it_goes(cut):
    """The text it gives is the beginning of the whole one."""
    (found,) = extract.articles(page(full()[:cut]))
    if isinstance(found, Article):
        assert "\n\n".join(STORY).startswith(found.text.rstrip("<"))


@given(content=st.binary(max_size=2000))
def test_no_bytes_stop_the_step(content):
    """An article or a reason, and never an exception."""
    assert extract.articles(page(b"<html>" + content))


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<article>",
                "</div>",
                "<table>",
                "<td>",
                "Words. ",
                "<h1>",
                "&#x0;",
                "<br>",
                "<!--",
            ]
        )
    )
)
def test_no_nesting_stops_the_step(pieces):
    """Tags in any order; paragraphs stand where the article says."""
    for found in extract.articles(page("".join(pieces))):
        if isinstance(found, Article):
            assert all(paragraph.span.of(found.text).strip() for paragraph in found.paragraphs)


def test_a_very_deep_page_is_read():
    """Ten thousand open elements are no stack overflow."""
    deep = full(body="<div>" * 10_000 + BODY)
    assert extract.articles(page(deep))
