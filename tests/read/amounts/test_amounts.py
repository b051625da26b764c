"""Amounts: how much of what, for which period, and what had to be assumed."""

import pytest

from dateline.read import amounts
from dateline.read.amounts import Kind, Role
from tests.effort import least_seconds

# Text; the words of the amount; kind, unit, low, high, period.
CASES = [
    ("Veldt lent $200 million to Tolle.", "$200 million", Kind.MONEY, "USD", 2e8, 2e8, None),
    ("Veldt lent 200 million dollars to Tolle.", "200 million dollars", Kind.MONEY, "USD", 2e8, 2e8, None),
    ("Veldt lent US$1.5bn to Tolle.", "US$1.5bn", Kind.MONEY, "USD", 1.5e9, 1.5e9, None),
    ("The port cost £2.5m to mend.", "£2.5m", Kind.MONEY, "GBP", 2.5e6, 2.5e6, None),
    ("The port cost 3,500 euros to mend.", "3,500 euros", Kind.MONEY, "EUR", 3500, 3500, None),
    ("They paid half a million euros.", "half a million euros", Kind.MONEY, "EUR", 5e5, 5e5, None),
    ("They paid 40 million Canadian dollars.", "40 million Canadian dollars", Kind.MONEY, "CAD", 4e7, 4e7, None),
    ("They paid C$40 million.", "C$40 million", Kind.MONEY, "CAD", 4e7, 4e7, None),
    ("They paid EUR 12 million.", "EUR 12 million", Kind.MONEY, "EUR", 1.2e7, 1.2e7, None),
    ("They paid 6 million Swiss francs.", "6 million Swiss francs", Kind.MONEY, "CHF", 6e6, 6e6, None),
    ("They paid 300 billion yen.", "300 billion yen", Kind.MONEY, "JPY", 3e11, 3e11, None),
    ("They paid 70 million francs.", "70 million francs", Kind.MONEY, "francs", 7e7, 7e7, None),
    ("It would cost $5 million to $7 million.", "$5 million to $7 million", Kind.MONEY, "USD", 5e6, 7e6, None),
    (
        "It would cost between 5 and 7 million euros.",
        "between 5 and 7 million euros",
        Kind.MONEY,
        "EUR",
        5e6,
        7e6,
        None,
    ),
    ("It would cost $5-7 million.", "$5-7 million", Kind.MONEY, "USD", 5e6, 7e6, None),
    (
        "Arms worth tens of billions of dollars came.",
        "tens of billions of dollars",
        Kind.MONEY,
        "USD",
        1e10,
        None,
        None,
    ),
    ("They owe several million euros.", "several million euros", Kind.MONEY, "EUR", 2e6, None, None),
    ("They gave more than $30 million.", "more than $30 million", Kind.MONEY, "USD", 3e7, None, None),
    ("They may spend up to 4 billion euros.", "up to 4 billion euros", Kind.MONEY, "EUR", None, 4e9, None),
    ("Tolle pays 500 million euros a year.", "500 million euros a year", Kind.MONEY, "EUR", 5e8, 5e8, "year"),
    ("Tolle pays $90 per barrel.", "$90 per barrel", Kind.MONEY, "USD", 90, 90, "barrel"),
    ("They sent 1,200 troops.", "1,200 troops", Kind.COUNT, "troops", 1200, 1200, None),
    ("They sent two dozen armoured vehicles.", "two dozen armoured vehicles", Kind.COUNT, "vehicles", 24, 24, None),
    ("They sent hundreds of soldiers.", "hundreds of soldiers", Kind.COUNT, "soldiers", 100, None, None),
    (
        "They sent 300 to 400 police officers.",
        "300 to 400 police officers",
        Kind.COUNT,
        "police officers",
        300,
        400,
        None,
    ),
    ("They sent 12,000 tonnes of rice.", "12,000 tonnes", Kind.QUANTITY, "tonnes", 12000, 12000, None),
    ("It pumps 1.2 million barrels a day.", "1.2 million barrels a day", Kind.QUANTITY, "barrels", 1.2e6, 1.2e6, "day"),
    ("Prices rose 3.5 percent.", "3.5 percent", Kind.PERCENT, "percent", 3.5, 3.5, None),
    ("Prices rose by 3 to 4 per cent.", "3 to 4 per cent", Kind.PERCENT, "percent", 3, 4, None),
    ("Prices rose 2% to 2.5% in all.", "2% to 2.5%", Kind.PERCENT, "percent", 2, 2.5, None),
    ("Rates fell 2 percentage points.", "2 percentage points", Kind.PERCENT, "percentage points", 2, 2, None),
]


@pytest.mark.parametrize(("text", "words", "kind", "unit", "low", "high", "per"), CASES)
def test_an_amount_is_read(text, words, kind, unit, low, high, per):
    """Thirty ways to say how much, and one that was met later."""
    (found,) = amounts.find(text)
    assert (found.span.of(text), found.kind, found.unit, found.low, found.high, found.per) == (
        words,
        kind,
        unit,
        low,
        high,
        per,
    )


@pytest.mark.parametrize(
    "text",
    [
        "They met in 2031.",
        "She is 40 years old.",
        "Marks of wear were seen on 3 doors.",
        "He won 5 of 7 races.",
        "Room 12 was locked.",
        "Millions watched.",
    ],
)
def test_a_number_of_nothing_known_is_no_amount(text):
    """A year, an age, a number of a room."""
    assert amounts.find(text) == []


@pytest.mark.parametrize(
    ("text", "assumption"),
    [
        ("Veldt lent 200 dollars.", "dollars"),
        ("Veldt lent $200.", "$"),
        ("Veldt lent US$200.", None),
        ("Veldt lent 200 Australian dollars.", None),
        ("Veldt lent 200 euros.", None),
    ],
)
def test_what_was_assumed_stands_beside_the_value(text, assumption):
    """Plain dollars are taken for those of the United States."""
    (found,) = amounts.find(text)
    assert found.assumption == assumption


def test_a_year_ago_is_no_period():
    """It says when, not how often."""
    (found,) = amounts.find("The mill earned $6 million a year ago.")
    assert found.per is None


def test_twins_in_brackets_are_one_sum():
    """The second is the first in another currency; pounds beside euros are money."""
    first, second = amounts.find("The fine was 189 pounds (280 euros) for each.")
    assert (first.unit, first.kind, first.twin_of) == ("GBP", Kind.MONEY, None)
    assert (second.unit, second.twin_of) == ("EUR", 0)


def test_pounds_alone_stay_pounds():
    """Of money or of weight: the words leave it open."""
    (found,) = amounts.find("They sent 189 pounds.")
    assert (found.unit, found.kind) == ("pounds", Kind.QUANTITY)


def test_brackets_with_another_thing_are_no_twin():
    """Money and people are two amounts."""
    assert [one.twin_of for one in amounts.find("They sent $5 million (300 volunteers).")] == [None, None]


def test_a_target_is_kept_apart_from_what_came():
    """An appeal asks for one sum and has got another."""
    found = amounts.find("The agency has raised 40 million euros so far of the 100 million euros it seeks.")
    assert [one.role for one in found] == [Role.SO_FAR, Role.TARGET]


@pytest.mark.parametrize(
    ("text", "value", "least", "most"),
    [
        ("lend 200 million euros", 2e8, None, None),
        ("lend tens of billions of euros", None, 1e10, None),
        ("lend 3 to 4 million euros", None, 3e6, 4e6),
        ("cut prices by 3 percent and lend 5 euros", 5, None, None),
    ],
)
def test_the_amount_of_an_act_is_the_first_that_is_no_percentage(text, value, least, most):
    """As the records keep it: a value, or the least and the most."""
    found = amounts.of_act(text)
    assert (found.value, found.min, found.max, found.unit) == (value, least, most, "EUR")


def test_an_act_without_an_amount_has_none():
    """A percentage alone is none."""
    assert amounts.of_act("cut prices by 3 percent") is None


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("They paid $0 million.", [(0, 0)]),
        ("The fare was cut from 5 to 3 euros.", []),
        (f"They paid ${'9' * 400}.", []),
        (f"They paid {'9' * 400} million euros.", []),
    ],
)
def test_no_number_is_made_up(text, limits):
    """Nothing times a million is nothing; a step down is no range; what no float can hold is no amount."""
    assert [(one.low, one.high) for one in amounts.find(text)] == limits


def test_a_row_of_number_words_costs_bounded_time():
    """Four times as many take about four times the seconds of the processor, not sixteen times."""
    assert least_seconds(lambda: amounts.find("five " * 2000)) < 9 * least_seconds(lambda: amounts.find("five " * 500))
