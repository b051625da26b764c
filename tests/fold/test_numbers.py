"""Words as numbers: the same for the same word wherever it stands, another for any other."""

import pytest

from dateline.fold.runs import numbers, runs

WORDS = [
    f"{first}{last}" for first in ("kel", "ber", "tos", "var") for last in ("mar", "ka", "n", "na", "anna", "1", "12")
]


def found(text):
    return numbers([text])[0].tolist()


def test_a_word_has_one_number_wherever_it_stands():
    alone = [number for word in WORDS for number in found(word)]
    assert found(" ".join(WORDS)) == alone
    assert found("".join(f"  «{word}», " for word in reversed(WORDS))) == alone[::-1]
    assert len(set(alone)) == len(WORDS)


@pytest.mark.parametrize(
    ("one", "other"), [("KELMAR", "kelmar"), ("Straße", "STRASSE"), ("ﬁre", "fire"), ("e\u0301", "é")]
)
def test_case_and_form_make_no_difference(one, other):
    assert found(one) == found(other)


@pytest.mark.parametrize(("text", "count"), [("", 0), (" – ", 0), ("well-known", 2), ("don’t", 2), ("харбор 3,5", 3)])
def test_what_stands_between_words_parts_them(text, count):
    assert len(found(text)) == count


def test_each_part_has_its_words():
    said, counts = numbers(["Flames in Kelmar.", "—", "Ilse Brandt"])
    assert counts.tolist() == [3, 0, 2]
    assert said.tolist() == found("flames in kelmar ilse brandt")


def test_a_text_longer_than_any_before_has_the_same_words():
    long = " ".join(WORDS * 400)
    assert found(long) == found(" ".join(WORDS)) * 400


def test_runs_of_the_same_words_are_the_same_and_their_order_counts():
    one, other = runs(numbers(["a b c d e"])[0]), runs(numbers(["b c d e a"])[0])
    assert one[1] == other[0]
    assert len({*one.tolist(), *other.tolist()}) == 3
    assert len(runs(numbers(["a b"])[0])) == 1
    assert len(runs(numbers([""])[0])) == 0
