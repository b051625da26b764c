"""What is kept of every text to know which others to compare it with.

Of each text a fixed part of its runs is kept, chosen by the run's own number, so that two texts keep the same ones: the
sketch of Broder 1997 ("On the resemblance and containment of documents"), which finds a text inside a longer one as
well as an equal one.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.fold.runs.numbers import Numbers, among

Sketch = NDArray[np.uint32]
Places = NDArray[np.uint32]
HALF = np.uint64(32)
"""The upper half of a number is the run's, the lower one a place."""
PLACE = np.uint64((1 << 32) - 1)
# One run in four: an agency's first sentence, some 25 words, keeps six of them on average.
_KEPT = np.uint64(0b11)
_AT_ONCE = 1 << 22
"""Kept runs that are looked at together; what is needed beside them is a few times their size."""


def sketch(runs: Numbers) -> Sketch:
    """The kept runs of a text, each once, four bytes each."""
    return np.unique((runs[(runs & _KEPT) == 0] >> HALF).astype(np.uint32))


def is_kept(runs: Numbers, known: Sketch) -> NDArray[np.bool_]:
    """For each run of a text whether it is a kept one that stands in `known`, sorted."""
    found: NDArray[np.bool_] = ((runs & _KEPT) == 0) & among((runs >> HALF).astype(np.uint32), known)
    return found


class Kept:
    """The kept runs of all texts with the place of the text that holds them, sorted."""

    def __init__(self, sketches: Sequence[Sketch], places: Places) -> None:
        """`places` has the place of each sketch in the order in which the texts are to be looked at."""
        kept = np.concatenate([*sketches, np.empty(0, np.uint32)]).astype(np.uint64)
        kept <<= HALF
        kept |= np.repeat(places.astype(np.uint64), [len(one) for one in sketches])
        kept.sort()
        self._kept = kept
        self._count = len(places)

    def telling(self, furniture: Sketch) -> NDArray[np.int64]:
        """By place, how many kept runs a text has that are no furniture."""
        found = np.zeros(self._count, np.int64)
        for run, place in self.slices():
            found += np.bincount(place[~np.isin(run, furniture)], minlength=self._count)
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
