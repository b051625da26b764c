"""What is kept of every text to know which others to compare it with.

Of each text a fixed part of its runs is kept, chosen by the run's own number, so that two texts keep the same ones: the
sketch of Broder 1997 ("On the resemblance and containment of documents"), which finds a text inside a longer one as
well as an equal one.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.fold.runs.numbers import BYTES, LENGTH, Numbers, among, numbers, runs

Sketch = NDArray[np.uint32]
Places = NDArray[np.uint32]
HALF = np.uint64(32)
"""The upper half of a number is the run's, the lower one a place."""
PLACE = np.uint64((1 << 32) - 1)
# One run in four: an agency's first sentence, some 25 words, keeps six of them on average.
_KEPT = np.uint64(0b11)
_AT_ONCE = 1 << 22
"""Kept runs that are looked at together; what is needed beside them is a few times their size."""


class Sketches(NamedTuple):
    """The kept runs of some texts, one text after the other, each run of a text once, four bytes each."""

    runs: Sketch
    counts: NDArray[np.int64]
    """How many are each text's."""


def sketches(texts: Sequence[bytes]) -> Sketches:
    """The kept runs of texts, given as `written`; of one that is shorter than a run there is none."""
    lengths = np.array([len(text) // BYTES for text in texts], np.int64)
    found = runs(numbers(b"".join(texts)))
    text = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
    kept = np.flatnonzero((found & _KEPT) == 0)
    kept = kept[kept + LENGTH <= len(text)]
    kept = kept[text[kept] == text[kept + LENGTH - 1]]
    told = np.unique(text[kept] << HALF | found[kept] >> HALF)
    counts = np.bincount((told >> HALF).astype(np.int64), minlength=len(texts))
    return Sketches((told & PLACE).astype(np.uint32), counts)


def is_kept(found: Numbers, known: Sketch) -> NDArray[np.bool_]:
    """For each run of a text whether it is a kept one that stands in `known`, sorted."""
    kept: NDArray[np.bool_] = ((found & _KEPT) == 0) & among((found >> HALF).astype(np.uint32), known)
    return kept


class Kept:
    """The kept runs of all texts with the place of the text that holds them, sorted."""

    def __init__(self, found: list[Sketches], places: Places) -> None:
        """`places` has the place of each text in the order in which the texts are to be looked at.

        The list is empty then: of a million texts there is no room for both.
        """
        self._kept = np.empty(sum(len(one.runs) for one in found), np.uint64)
        self._count = len(places)
        end, texts = len(self._kept), len(places)
        while found:
            run, counts = found.pop()
            start, first = end - len(run), texts - len(counts)
            self._kept[start:end] = run
            self._kept[start:end] <<= HALF
            self._kept[start:end] |= np.repeat(places[first:texts], counts)
            end, texts = start, first
        self._kept.sort()

    def telling(self, furniture: Sketch) -> NDArray[np.int64]:
        """By place, how many kept runs a text has that are no furniture."""
        found = np.zeros(self._count, np.int64)
        for run, place in self.slices():
            found += np.bincount(place[~among(run, furniture)], minlength=self._count)
        return found

    def slices(self) -> Iterator[tuple[Sketch, Places]]:
        """Runs and places in slices, none of which parts the holders of a run."""
        start = 0
        while start < len(self._kept):
            end = start + _AT_ONCE
            if end < len(self._kept):
                end = int(np.searchsorted(self._kept, self._kept[end] | PLACE, side="right"))
            yield (
                (self._kept[start:end] >> HALF).astype(np.uint32),
                (self._kept[start:end] & PLACE).astype(np.uint32),
            )
            start = end
