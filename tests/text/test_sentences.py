"""Sentences: the unit in which everything is quoted."""

import pytest

from dateline.records import Span
from dateline.text import sentences


def split(text):
    return [span.of(text) for span in sentences.spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
        ("Mr. Oru met Dr. Vey. They spoke.", ["Mr. Oru met Dr. Vey.", "They spoke."]),
        ("The U.S. Senate met. It rose.", ["The U.S. Senate met.", "It rose."]),
        ("He flew to the U.S. The trip was long.", ["He flew to the U.S.", "The trip was long."]),
        ("J. R. Halm spoke at 5 p.m. He left.", ["J. R. Halm spoke at 5 p.m.", "He left."]),
        ("“We go. They stay,” he said. It ended.", ["“We go.", "They stay,” he said.", "It ended."]),
        ("“Why?” she asked. Nobody knew.", ["“Why?” she asked.", "Nobody knew."]),
        ("It cost 3.5 million. Later more.", ["It cost 3.5 million.", "Later more."]),
        ("It fell to 146. 88 points. It rose.", ["It fell to 146. 88 points.", "It rose."]),
        ("A headline\n\nA text. And more", ["A headline", "A text.", "And more"]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    """Abbreviations, initials, figures and quotations do not tear a sentence apart."""
    assert split(text) == expected


def test_whole_grows_to_every_sentence_touched():
    """A span that runs over two sentences grows to both."""
    text = "One two. Three four. Five six."
    assert sentences.whole(text, Span(4, 12)).of(text) == "One two. Three four."
