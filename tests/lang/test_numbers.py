"""Numbers in figures and words."""

import re

import pytest

from dateline.lang import numbers


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("five", 5),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("1.5 million", 1_500_000),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("two and a half", 2.5),
        ("two and a half million", 2_500_000),
        ("five and a quarter million", 5_250_000),
        ("a half million", 500_000),
        ("1,200", 1200),
    ],
)
def test_a_number_in_words_is_found_and_has_its_value(words, number):
    """The pattern finds no less than the whole."""
    assert numbers.value(words) == number
    found = re.search(numbers.pattern(), f"about {words} boats")
    assert found is not None
    assert found[0] == words


@pytest.mark.parametrize("words", ["a", "and", "an and", "boats", "five boats", ""])
def test_what_is_no_number_has_no_value(words):
    """An article or a joint alone counts nothing."""
    assert numbers.value(words) is None


def test_no_part_of_a_fraction_in_figures_is_a_number():
    """Better none than two million of "3 1/2 million"."""
    assert re.findall(numbers.pattern(), "3 1/2 million") == ["3", "1"]
