"""Words as numbers: the same for the same word wherever it stands, another for any other."""

import numpy as np
import pytest

from dateline.fold.runs import among, numbers, runs
from dateline.text.words import words

WORDS = [
    f"{first}{last}" for first in ("kel", "ber", "tos", "var") for last in ("mar", "ka", "n", "na", "anna", "1", "12")
]
TEXT = "Flames in KELMAR:\n'We don’t know', said the well-known mayor; 1,200.50 crowns – or 20th-century ﬁre?"


def test_a_word_has_one_number_wherever_it_stands():
    alone = [number for word in WORDS for number in numbers(word)]
    assert numbers(" ".join(WORDS)) == alone
    assert numbers("".join(f"  «{word}», " for word in reversed(WORDS))) == alone[::-1]
    assert len(set(alone)) == len(WORDS)


def test_what_is_remembered_between_spaces_has_the_words_of_the_whole_text():
    assert len(numbers(TEXT)) == len(words(TEXT))
    assert numbers(TEXT) == [number for word in words(TEXT) for number in numbers(word)]


@pytest.mark.parametrize(
    ("one", "other"), [("KELMAR", "kelmar"), ("Straße", "STRASSE"), ("ﬁre", "fire"), ("e\u0301", "é")]
)
def test_case_and_form_make_no_difference(one, other):
    assert numbers(one) == numbers(other)


def test_runs_of_the_same_words_are_the_same_and_their_order_counts():
    one, other = runs(numbers("a b c d e")), runs(numbers("b c d e a"))
    assert one[1] == other[0]
    assert len({*one.tolist(), *other.tolist()}) == 3
    assert len(runs(numbers("a b"))) == 1
    assert len(runs(numbers(""))) == 0


def test_numbers_are_found_among_sorted_ones():
    mine, others = np.array([9, 1, 4, 2], np.uint64), np.array([1, 2, 7], np.uint64)
    assert among(mine, others).tolist() == [False, True, False, True]
    assert among(mine, others[:0]).tolist() == [False] * 4
