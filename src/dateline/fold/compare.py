"""What two texts share, exactly: sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dateline.fold.runs import BYTES, LENGTH, Numbers, Sketch, covered, is_kept, numbers, runs, written
from dateline.records import Article, Span
from dateline.text import quotes

# Where a sentence may end. Words that are no end ("Mr.") part one in two, which does no harm here and is a tenth of the
# work of knowing better.
_SENTENCE = re.compile(r"\S(?:.*?[.!?][\"'”’»)]*(?=\s)|.*)")
_TAKEN = 0.6
"""The share of a sentence's words that stand in runs of the other text before the sentence is taken from there."""
_READY = 256
"""Comparisons that are remembered: those of one family are asked for again."""
_LEAST_TOLD = 20
"""Words outside quotations below which a text is hardly more than quotations."""
Chosen = NDArray[np.bool_]
"""For each sentence of a text, whether something holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An article's text in sentences, ready to be compared; the outlet's furniture is no part of it."""

    article: Article
    sentences: tuple[Span, ...]
    lengths: NDArray[np.int64]
    """The words of each sentence; 0 where it is furniture."""
    quoted: Chosen
    """Whether a sentence is mostly somebody's quoted words."""
    runs: Numbers
    known: Numbers
    """The same, sorted."""
    starts: NDArray[np.int64]
    """The first word of each sentence."""
    words: int
    """Words of the whole, furniture too."""


def text_of(article: Article, furniture: Sketch) -> Text:
    """The text of an article without the sentences that hold runs of its outlet's furniture."""
    sentences: list[Span] = []
    told: list[bytes] = []
    for part in _SENTENCE.finditer(article.text):
        if found := written(part[0]):
            sentences.append(Span(*part.span()))
            told.append(found)
    lengths = np.array([len(one) // BYTES for one in told], np.int64)
    first = np.cumsum(lengths) - lengths
    said = numbers(b"".join(told))
    known = runs(said)
    if len(furniture):
        lengths[_holding(is_kept(known, furniture), first)] = 0
    return Text(
        article=article,
        sentences=tuple(sentences),
        lengths=lengths,
        quoted=_quoted(article.text, sentences),
        runs=known,
        known=np.sort(known),
        starts=first,
        words=len(said),
    )


@lru_cache(maxsize=_READY)
def taken(mine: Text, other: Text) -> Chosen:
    """Which sentences of a text are taken from the other."""
    if not len(mine.lengths):
        return np.zeros(0, np.bool_)
    met = covered(mine.runs, other.known, mine.words)
    counts = np.add.reduceat(met.astype(np.int64), mine.starts)
    return (counts >= _TAKEN * mine.lengths) & (mine.lengths > 0)


def shared_words(mine: Text, other: Text) -> int:
    """How many words of a text stand in runs of the other, word for word."""
    return int(covered(mine.runs, other.known, mine.words).sum())


def share(mine: Text, chosen: Chosen) -> float:
    """The share of a text's words that stand in these sentences, 0 to 1."""
    return float(mine.lengths[chosen].sum() / max(mine.lengths.sum(), 1))


def told(mine: Text, chosen: Chosen) -> float:
    """The same of what stands outside quotations; 1 where hardly anything does."""
    outside = mine.lengths[~mine.quoted].sum()
    return float(mine.lengths[chosen & ~mine.quoted].sum() / outside) if outside >= _LEAST_TOLD else 1.0


def _holding(found: NDArray[np.bool_], starts: NDArray[np.int64]) -> Chosen:
    """Which sentences hold a whole run that is among those found."""
    places = np.flatnonzero(found)
    first = np.searchsorted(starts, places, side="right") - 1
    last = np.searchsorted(starts, places + LENGTH - 1, side="right") - 1
    chosen = np.zeros(len(starts), np.bool_)
    chosen[first[first == last]] = True
    return chosen


def _quoted(text: str, sentences: Sequence[Span]) -> Chosen:
    """Which sentences are for the larger part quoted."""
    found = quotes.spans(text)
    if not found:
        return np.zeros(len(sentences), np.bool_)
    bounds = np.array(sentences, np.int64).reshape(-1, 2)
    marks = np.array([(0, 0), *found], np.int64)
    upto = np.cumsum(marks[:, 1] - marks[:, 0])
    # Up to a place lies what is quoted in all quotations before it, but for what lies behind it of the last one.
    last = np.searchsorted(marks[:, 0], bounds, side="right") - 1
    inside = upto[last] - np.maximum(marks[last, 1] - bounds, 0)
    mostly: Chosen = 2 * (inside[:, 1] - inside[:, 0]) > bounds[:, 1] - bounds[:, 0]
    return mostly
