"""What a query finds."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text import queries

TEXT = "The Narrow Seas Pact met in Haldren.\nHerring quotas, the US envoy said, were not on the table."


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("herring", True),
        ("haddock", False),
        ("herring haldren", True),
        ("herring AND haddock", False),
        ("herring OR haddock", True),
        ("haddock OR cod OR quota*", True),
        ("herring AND NOT haddock", True),
        ("herring NOT quotas", False),
        ('"narrow seas pact"', True),
        ('"Narrow  Seas Pact"', True),
        ('"seas narrow"', False),
        ('"haldren. herring"', True),
        ("(haddock OR herring) AND (cod OR quotas)", True),
        ("haddock OR cod AND herring", False),
        ("US", True),
        ("PACT", False),
        ("us", True),
        ("quota", False),
        ("pact*", True),
        ("not", True),
    ],
)
def test_what_matches(query, is_found):
    """Words as wholes, phrases over line ends, capitals as written, NOT before AND before OR."""
    assert queries.parse(query).matches(TEXT) is is_found


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "missing at its end"),
        ("herring AND", "missing at its end"),
        ("OR herring", "missing before 'OR'"),
        ("(herring", "missing at its end"),
        ("(herring cod", "missing at its end"),
        ("herring)", "too many"),
        ('"herring', "quotation mark"),
        ('herring AND "—"', "no letter"),
        ("(" * 80 + "a" + ")" * 80, "in one another"),
    ],
)
def test_what_is_no_query_says_why(query, why):
    """One line that names the query and what is wrong with it."""
    with pytest.raises(queries.QueryError, match=why):
        queries.parse(query)


def test_found_gives_the_terms_that_stand_there():
    """All of them, sorted, without those behind NOT; none where the query as a whole does not match."""
    assert queries.parse("(herring OR cod OR pact) NOT haddock").found(TEXT) == ("herring", "pact")
    assert queries.parse("herring AND cod").found(TEXT) == ()


def test_names_match_as_they_are_written():
    """A name is a phrase: its operators and signs are no query."""
    assert queries.of_names(("Orr (AND) Sons", "Narrow Seas Pact")).matches(TEXT)
    assert not queries.of_names(("Seas AND Haldren",)).matches(TEXT)


@given(st.text(alphabet='ab()"* ANDORT', max_size=30))
def test_any_text_is_a_query_or_says_why_not(text):
    """No text makes the parser fail in another way."""
    with contextlib.suppress(queries.QueryError):
        assert queries.parse(text).matches(TEXT) in {True, False}
