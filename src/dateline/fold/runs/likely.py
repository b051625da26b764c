"""Which texts are worth comparing, without comparing each with each.

All kept runs are sorted once; a text is worth comparing with the first one that holds a run, and with the one before
it. So a run costs two pairs for each text that holds it, however many do.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dateline.fold.runs.kept import HALF, PLACE, Kept, Places, Sketch
from dateline.fold.runs.numbers import Numbers, among

_LEAST = 2
"""Kept runs that two texts share before it is looked closer: any two on one matter share one by chance."""
_MOST = 6
"""Texts that one text is compared with at most, those that share the most first."""


def likely(kept: Kept, furniture: Sketch) -> Iterator[tuple[int, int, int]]:
    """A place, an earlier one that is worth comparing with it, and how many kept runs they share; by place, in order.

    Runs that are furniture tell nothing.
    """
    found = []
    for run, place in kept.slices():
        telling = ~among(run, furniture)
        found.append(np.unique(_pairs(run[telling], place[telling]), return_counts=True))
    return _by_place(*_summed(found))


def _pairs(run: Sketch, place: Places) -> Numbers:
    """The later place in the upper half and the earlier one in the lower one, once for each run that they share."""
    again = np.zeros(len(run), np.bool_)
    again[1:] = run[1:] == run[:-1]
    at = np.arange(len(run))
    later = place.astype(np.uint64) << HALF
    first = place[np.maximum.accumulate(np.where(again, 0, at))]
    before = np.roll(place, 1)
    return np.concatenate([(later | first)[again], (later | before)[again & (before != first)]])


def _summed(found: list[tuple[Numbers, NDArray[np.int64]]]) -> tuple[Numbers, NDArray[np.int64]]:
    """The pairs that share enough, each once, sorted, with how much they share."""
    pairs = np.concatenate([one for one, _ in found] or [np.empty(0, np.uint64)])
    counts = np.concatenate([count for _, count in found] or [np.empty(0, np.int64)])
    if not len(pairs):
        return pairs, counts
    order = np.argsort(pairs)
    pairs, counts = pairs[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]]))
    sums = np.add.reduceat(counts, starts)
    return pairs[starts][sums >= _LEAST], sums[sums >= _LEAST]


def _by_place(pairs: Numbers, counts: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    later, earlier = pairs >> HALF, pairs & PLACE
    bounds = [*np.flatnonzero(np.diff(later, prepend=PLACE)), len(pairs)]
    for start, end in pairwise(bounds):
        best = start + np.argsort(-counts[start:end], kind="stable")[:_MOST]
        yield from zip(later[best].tolist(), earlier[best].tolist(), counts[best].tolist(), strict=True)
