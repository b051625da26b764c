"""Text as a person copies it from a news site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import extract
from dateline.records import Article, Completeness, MediaType, Page, Skipped

PASTE = """News Islands

Ferry to sail again, but not in winter

The Eider at the yard in Dunmarrow
Source: Gerd Ilvan

Harbour chief Maren Oru said Friday the ferry will sail again from May, but there will be no winter service.

“We have waited long enough,” Oru said.

The islanders had asked for a ship of their own, but the council has

About the author

Narrow Seas Press is a news agency with its seat in Haldren.

Daily Newsletter"""


def pasted(text, **fields):
    made = Page(
        id="p-1",
        name="-",
        source="s",
        media_type=MediaType.TEXT,
        content=text.encode("utf-8", "surrogatepass"),
        **fields,
    )
    (found,) = extract.articles(made)
    return found


def test_each_line_is_recognised_for_what_it_is():
    """Section, headline, picture, text, author box; the newsletter line is nothing."""
    found = pasted(PASTE)
    assert found.section == "Islands"
    assert found.headline == "Ferry to sail again, but not in winter"
    assert [(one.caption, one.credit) for one in found.pictures] == [
        ("The Eider at the yard in Dunmarrow", "Gerd Ilvan")
    ]
    assert found.text.startswith("Harbour chief Maren Oru said Friday")
    assert found.text.endswith("but the council has")
    assert found.author_box == "Narrow Seas Press is a news agency with its seat in Haldren."
    assert "Newsletter" not in (found.text + found.author_box)


def test_a_text_that_ends_in_mid_sentence_is_cut():
    """And one that ends in a full stop is not said to be."""
    assert pasted(PASTE).completeness is Completeness.CUT
    assert pasted("Ferry sails\n\nThe ferry sails again on Monday, the port said.").completeness is not Completeness.CUT


@pytest.mark.parametrize("text", ["Home\nNews\nSport", "1\n2\n3", "Log in"])
def test_lines_that_are_no_sentences_are_no_article(text):
    """A menu alone is skipped."""
    assert isinstance(pasted(text), Skipped)


@given(text=st.text(max_size=800))
def test_no_text_stops_the_step(text):
    """An article whose paragraphs stand in its text, or a reason."""
    found = pasted(text)
    if isinstance(found, Article):
        assert all(paragraph.span.of(found.text).strip() for paragraph in found.paragraphs)
