"""What is promised, and by when."""

import pytest

from dateline.read import Reader, ReadRules
from dateline.records import Article, Moment, Paragraph, ParagraphKind, Span


@pytest.fixture(scope="module")
def commitments():
    """The commitments of a text that came out on 8 May 2031."""
    reader = Reader(ReadRules())

    def read(text):
        paragraph = Paragraph(ParagraphKind.TEXT, Span(0, len(text)))
        article = Article(
            id="a-1",
            page_id="p-1",
            text=text,
            paragraphs=(paragraph,),
            language="en",
            published=Moment.parse("2031-05-08"),
        )
        return reader.read(article).commitments

    return read


def test_a_deadline_lies_ahead(commitments):
    """A month to come is the day by which."""
    (found,) = commitments("The council pledged to repair the bridge by September.")
    assert (found.actor, found.status, found.due) == ("the council", "pledged", "2031-09")


def test_a_time_that_is_over_is_no_deadline(commitments):
    """It says when the decision fell."""
    (found,) = commitments("The council agreed last month to repair the bridge at Nether Pell.")
    assert found.due is None
