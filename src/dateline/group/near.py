"""Which articles are nearest to each other, found by an index of words: nothing is compared with everything."""

import math
from bisect import bisect, insort
from collections.abc import Collection, Mapping
from heapq import nlargest

from dateline.group.likeness import Likeness, Vector, likeness

NEAREST = 12
"""So many articles are an article's neighbours."""
# An article is compared with so many of which the index says that they are most like it.
_COMPARED = 16
# The index is asked for an article's heaviest words, one after the other, until it gave so many holders of them, the
# last ones of each: what a word of more says is little, and what it costs must not grow with the archive.
_HOLDERS = 500
_FAINT = 0.03
"""Articles less alike than this are strangers."""


class Near:
    """The articles that are not too old, and how near each is to others."""

    def __init__(self) -> None:
        """No article yet."""
        self.vectors: dict[int, Vector] = {}
        self._holders: dict[str, list[tuple[int, float]]] = {}
        self._nearest: dict[int, list[tuple[float, int]]] = {}
        self._around: dict[int, Mapping[int, float]] = {}

    def add(self, place: int, vector: Vector) -> dict[int, Likeness]:
        """Add an article, later than all; the earlier ones that it may belong with, with how like they are."""
        found = {other: likeness(vector, self.vectors[other]) for other in self._likely(vector)}
        found = {other: like for other, like in found.items() if like.words >= _FAINT}
        self.vectors[place] = vector
        self._nearest[place] = []
        for other, like in found.items():
            self._meet(place, other, like.words)
            self._meet(other, place, like.words)
        for word, weight in vector.words.items():
            self._holders.setdefault(word, []).append((place, weight))
        return found

    def forget(self, places: Collection[int]) -> None:
        """Take the earliest articles out, with which nothing new belongs any more."""
        words = {word for place in places for word in self.vectors[place].words}
        for word in words:
            holders = self._holders[word]
            del holders[: bisect(holders, (max(places), math.inf))]
            if not holders:
                del self._holders[word]
        for place in places:
            del self.vectors[place], self._nearest[place]
            self._around.pop(place, None)

    def common(self, one: int, other: int) -> float:
        """How far two articles have the same neighbours, 0 to 1: the cosine of the likenesses to each one's nearest."""
        first, second = self._neighbours(one), self._neighbours(other)
        return sum([weight * second[place] for place, weight in first.items() if place in second])

    def _likely(self, vector: Vector) -> list[int]:
        """The articles that have most of a vector's heaviest words."""
        likely: dict[int, float] = {}
        left = _HOLDERS
        for word, weight in vector.words.items():
            holders = self._holders.get(word, ())[-left:]
            for place, held in holders:
                likely[place] = likely.get(place, 0.0) + weight * held
            left -= len(holders)
            if not left:
                break
        return nlargest(_COMPARED, likely, key=likely.__getitem__)

    def _meet(self, place: int, other: int, like: float) -> None:
        nearest = self._nearest[place]
        if len(nearest) < NEAREST or (like, other) > nearest[0]:
            insort(nearest, (like, other))
            del nearest[:-NEAREST]
            self._around.pop(place, None)

    def _neighbours(self, place: int) -> Mapping[int, float]:
        """An article's nearest, and itself as near as the nearest of them, in all of length 1."""
        if place not in self._around:
            near = {other: like for like, other in self._nearest[place]}
            near[place] = max(near.values(), default=1.0)
            length = math.sqrt(sum([like * like for like in near.values()]))
            self._around[place] = {other: like / length for other, like in near.items()}
        return self._around[place]
