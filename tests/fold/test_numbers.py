"""Words as numbers: the same for the same word wherever it stands, another for any other."""

import numpy as np
import pytest

from dateline.fold.runs import among, runs, sketches, written
from dateline.fold.runs import numbers as numbers_of
from dateline.text.words import words

WORDS = [
    f"{first}{last}" for first in ("kel", "ber", "tos", "var") for last in ("mar", "ka", "n", "na", "anna", "1", "12")
]
TEXT = "Flames in KELMAR:\n'We don’t know', said the well-known mayor; 1,200.50 crowns – or 20th-century ﬁre?"


def numbers(text):
    return numbers_of(written(text)).tolist()


def kept(*texts):
    found = sketches([written(text) for text in texts])
    return [one.tolist() for one in np.split(found.runs, np.cumsum(found.counts)[:-1])]


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
    one, other = (runs(numbers_of(written(text))) for text in ("a b c d e", "b c d e a"))
    assert one[1] == other[0]
    assert len({*one.tolist(), *other.tolist()}) == 3
    assert len(runs(numbers_of(written("a b")))) == 1
    assert len(runs(numbers_of(written("")))) == 0


def test_what_is_kept_of_a_text_does_not_depend_on_the_texts_beside_it():
    long, again = " ".join(WORDS), " ".join(WORDS * 2)
    beside = kept("toska kelp", long, "", again, "dune")
    assert beside == [[], *kept(long), [], *kept(again), []]
    assert 0 < len(beside[1]) < len(WORDS)
    assert set(beside[1]) < set(beside[3])


def test_of_the_runs_of_a_text_one_in_four_is_kept_once():
    text = " ".join(f"{one}{other}" for one in WORDS for other in WORDS)
    (found,) = kept(text)
    assert 0.2 < len(found) / len(WORDS) ** 2 < 0.3
    assert len(kept(f"{text} {text}")[0]) < 1.02 * len(found)


def test_numbers_are_found_among_sorted_ones():
    mine, others = np.array([9, 1, 4, 2], np.uint64), np.array([1, 2, 7], np.uint64)
    assert among(mine, others).tolist() == [False, True, False, True]
    assert among(mine, others[:0]).tolist() == [False] * 4
