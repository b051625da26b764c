"""Which articles are nearest to each other, found by an index of words: nothing is compared with everything."""

import math
from collections.abc import Iterable, Mapping
from heapq import nlargest

from dateline.group.likeness import Likeness, Vector, likeness

NEAREST = 12
"""So many articles are an article's neighbours."""
# An article is compared with so many of which the index says that they are most like it.
_COMPARED = 24
# Looked up in the index are so many of an article's heaviest words, each with its last articles: a word of more says
# little, and what a lookup costs must not grow with the archive.
_LOOKED_UP = 40
_HELD = 600
_FAINT = 0.03
"""Articles less alike than this are strangers."""


class Near:
    """The articles that are not too old, and how near each is to others."""

    def __init__(self) -> None:
        """No article yet."""
        self.vectors: dict[int, Vector] = {}
        self._holders: dict[str, list[tuple[int, float]]] = {}
        self._nearest: dict[int, dict[int, float]] = {}
        self._around: dict[int, Mapping[int, float]] = {}

    def add(self, place: int, vector: Vector) -> dict[int, Likeness]:
        """Add an article; the earlier ones that it may belong with, with how like they are."""
        found = {other: likeness(vector, self.vectors[other]) for other in self._likely(vector)}
        found = {other: like for other, like in found.items() if like.words >= _FAINT}
        self.vectors[place] = vector
        self._nearest[place] = {}
        for other, like in found.items():
            self._meet(place, other, like.words)
            self._meet(other, place, like.words)
        for word, weight in vector.words.items():
            held = self._holders.setdefault(word, [])
            held.append((place, weight))
            if len(held) > 2 * _HELD:
                del held[:_HELD]
        return found

    def forget(self, places: Iterable[int]) -> None:
        """Take articles out that nothing new belongs with any more."""
        for place in places:
            for word in self.vectors.pop(place).words:
                held = self._holders.get(word)
                if held is not None and (not held or held[-1][0] <= place):
                    del self._holders[word]
            self._nearest.pop(place)
            self._around.pop(place, None)

    def common(self, one: int, other: int) -> float:
        """How far two articles have the same neighbours, 0 to 1: the cosine of the likenesses to each one's nearest."""
        first, second = self._neighbours(one), self._neighbours(other)
        return sum([weight * second[place] for place, weight in first.items() if place in second])

    def _likely(self, vector: Vector) -> list[int]:
        """The articles that have most of a vector's heaviest words."""
        summed: dict[int, float] = {}
        for word, weight in list(vector.words.items())[:_LOOKED_UP]:
            for place, held in self._holders.get(word, ())[-_HELD:]:
                summed[place] = summed.get(place, 0.0) + weight * held
        best = nlargest(_COMPARED, ((weight, place) for place, weight in summed.items() if place in self.vectors))
        return [place for _, place in best]

    def _meet(self, place: int, other: int, like: float) -> None:
        nearest = self._nearest[place]
        nearest[other] = like
        if len(nearest) > NEAREST:
            del nearest[min(nearest, key=lambda one: (nearest[one], one))]
        self._around.pop(place, None)

    def _neighbours(self, place: int) -> Mapping[int, float]:
        """An article's nearest, and itself as near as the nearest of them, in all of length 1."""
        if place not in self._around:
            nearest = self._nearest[place]
            near = {**nearest, place: max(nearest.values(), default=1.0)}
            length = math.sqrt(sum(like * like for like in near.values()))
            self._around[place] = {other: like / length for other, like in near.items()}
        return self._around[place]
