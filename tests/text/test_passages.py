"""Passages: whole sentences, attribution included."""

from dateline.records import Span
from dateline.text.passages import passage

TEXT = "Ana Ruz spoke. “The bridge is safe.\n\n“It will hold,” she said. Nobody asked."


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_passage_is_whole_sentences():
    """Without an attribution the sentence around a word is enough."""
    assert passage(TEXT, at("Nobody"), []).of(TEXT) == "Nobody asked."


def test_a_passage_takes_in_who_says_it():
    """A piece of a quotation brings the whole quotation and its cue."""
    attribution = (at("“The bridge is safe."), at("“It will hold,”"), at("she"), at("said"))
    assert passage(TEXT, at("bridge"), [attribution]).of(TEXT) == "“The bridge is safe.\n\n“It will hold,” she said."


def test_a_passage_grows_until_nothing_is_cut_loose():
    """An attribution met while growing is taken in too."""
    first, second = (at("The bridge"), at("hold")), (at("she said"), at("asked"))
    assert passage(TEXT, at("safe"), [first, second]).of(TEXT) == TEXT[TEXT.index("“The bridge") :]


def test_a_quotation_stays_whole():
    """Two sentences between one pair of marks are quoted together, also where only the second has who says it."""
    text = "Ana Ruz spoke. “The bridge is safe. It will hold,” she said. Nobody asked."
    start = text.index("The bridge")
    assert passage(text, Span(start, start + 5), []).of(text) == "“The bridge is safe. It will hold,” she said."
