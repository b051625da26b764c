"""What a reader needs to see of a record."""

from dataclasses import replace

import pytest

from dateline.ledger import evidence
from dateline.records import Article, Span
from tests.ledger import made


@pytest.mark.parametrize(
    ("issue", "shown"),
    [
        ("the increase", "Dues will go up by 2 percent. The exporters oppose the increase."),
        ("it", "Dues will go up by 2 percent. The exporters oppose the increase."),
        ("Dues", "Dues will go up by 2 percent. The exporters oppose the increase."),
        ("increase", "The exporters oppose the increase."),
    ],
)
def test_an_issue_that_points_back_brings_the_sentence_before_it(issue, shown):
    """Who reads "the increase" must see of what."""
    text = "It rained. Dues will go up by 2 percent. The exporters oppose the increase. Nobody asked."
    article = Article(id="a-1", page_id="p-1", language="en", text=text)
    start = text.index("The exporters")
    stand = replace(made.position(issue)("a-1"), span=Span(start, text.index(" Nobody")))
    assert evidence(stand, article).of(text) == shown
    at_the_top = replace(article, text=text[start:])
    first = replace(stand, span=Span(0, stand.span.end - start))
    assert evidence(first, at_the_top) == first.span
