"""What the tests of acts share."""

import pytest

from dateline.read import Reader, ReadRules
from dateline.records import Article, Moment, Paragraph, ParagraphKind, Span


@pytest.fixture(scope="session")
def reading():
    """The reading of a text that came out on 8 May 2031, a Thursday."""
    reader = Reader(ReadRules())

    def read(text, published="2031-05-08"):
        paragraph = Paragraph(ParagraphKind.TEXT, Span(0, len(text)))
        article = Article(
            id="a-1",
            page_id="p-1",
            text=text,
            paragraphs=(paragraph,),
            language="en",
            published=Moment.parse(published),
        )
        return reader.read(article)

    return read
