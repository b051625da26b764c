"""Words under numbers: what is counted, and what is forgotten where there are too many."""

import numpy as np

from dateline.group.near import words as module
from dateline.group.near.words import NUMBER, TELLS, Words


def numbers(words, text):
    return [int(code) >> NUMBER for code in words.codes(text) if code & TELLS]


def add(words, place, text):
    found = np.unique(numbers(words, text))
    words.add(found, np.full(len(found), place), 1)


def rarity(words, text):
    return float(words.rarity(np.array(numbers(words, text)))[0])


def test_forms_of_a_word_have_one_number_and_its_basic_form_is_written():
    words = Words()
    one, other, third = numbers(words, "Harbours, harbour! the Harbour's")
    assert one == other == third
    assert words.written(one) == "harbour"


def test_what_more_articles_have_tells_less():
    words = Words()
    for place, text in enumerate(["ferry mayor", "ferry mayor", "ferry bridge", "ferry dam", "kelp"]):
        add(words, place, text)
    assert rarity(words, "ferry") < rarity(words, "mayor")
    assert rarity(words, "bridge") == rarity(words, "dam")


def test_the_rarest_words_are_forgotten_but_none_that_an_open_article_has(monkeypatch):
    monkeypatch.setattr(module, "_WORDS", 5)
    words = Words()
    for place, text in enumerate(["ferry mayor kelp", "ferry mayor dune", "ferry dam", "toska"]):
        add(words, place, text)
    before = {text: (numbers(words, text), rarity(words, text)) for text in ("ferry", "mayor", "toska")}
    words.forget(first=3)
    assert before["toska"] == (numbers(words, "toska"), rarity(words, "toska"))
    assert before["ferry"] == (numbers(words, "ferry"), rarity(words, "ferry"))
    size = len(words)
    assert numbers(words, "wharf")[0] < size
    assert len(words) == size
    assert rarity(words, "kelp") == module._ONCE


def test_nothing_is_forgotten_while_there_is_room():
    words = Words()
    add(words, 0, "kelp")
    number = numbers(words, "kelp")
    words.forget(first=1)
    assert words.written(number[0]) == "kelp"
