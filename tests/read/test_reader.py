"""From an article to its reading: the records and how they hang together."""

import pytest

from dateline.read import Reader, ReadRules
from dateline.records import Article


@pytest.fixture(scope="module")
def read():
    """The reading of a text."""
    reader = Reader(ReadRules())
    return lambda text: reader.read(Article(id="a-1", page_id="p-1", language="en", text=text))


def test_a_statement_within_another_names_it_by_its_id(read):
    """The inner one points to the outer one, which stands in none."""
    outer, inner = read("Oru said that the union wants the bridge to stay.").statements
    assert outer.within is None
    assert inner.within == outer.id
