"""Which of some articles belong together, by the chances of pairs: the likeliest two groups are joined first."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

Pair = tuple[int, int]


# How much the highest chance of a pair counts for the likeness of two groups; the average counts the rest.
_HIGHEST = 0.3


class _Ties(NamedTuple):
    """What ties two groups."""

    summed: float
    most: float


def joined(places: Iterable[int], chances: Mapping[Pair, float], alike: float, nearest: int) -> list[list[int]]:
    """The articles in groups, each in order; groups are joined while their likeness is at least `alike`.

    The likeness of two groups is between the highest chance of a pair and the average (average linkage with a share of
    single linkage): one echo alone joins nothing, and a course of events that moves on stays one. Only pairs that are
    given tie anything, at most `nearest` for an article, so that large groups have no lower average than small ones.
    """
    work = _Groups(places, chances, nearest)
    queue = [(-work.likeness(one, other), one, other) for one, other in chances]
    heapify(queue)
    while queue and -queue[0][0] >= alike:
        known, one, other = heappop(queue)
        if work.still(one, other) and -known == work.likeness(one, other):
            larger, smaller = sorted((one, other), key=work.tied, reverse=True)
            for third in work.join(larger, smaller):
                first, second = sorted((larger, third))
                heappush(queue, (-work.likeness(first, second), first, second))
    return sorted(sorted(members) for members in work.members.values())


class _Groups:
    """Groups while they are joined, each under the place of one of its members."""

    def __init__(self, places: Iterable[int], chances: Mapping[Pair, float], nearest: int) -> None:
        self.members = {place: [place] for place in places}
        self._nearest = nearest
        self._ties: dict[int, dict[int, _Ties]] = {place: {} for place in self.members}
        for (one, other), chance in chances.items():
            self._ties[one][other] = self._ties[other][one] = _Ties(chance, chance)

    def still(self, one: int, other: int) -> bool:
        return one in self.members and other in self._ties[one]

    def tied(self, one: int) -> int:
        return len(self._ties[one])

    def likeness(self, one: int, other: int) -> float:
        ties = self._ties[one][other]
        smaller, larger = len(self.members[one]), len(self.members[other])
        if smaller > larger:
            smaller, larger = larger, smaller
        average = ties.summed / (smaller * min(larger, self._nearest))
        return average + _HIGHEST * (ties.most - average)

    def join(self, one: int, other: int) -> list[int]:
        """Put the second group into the first; the groups that are tied to it now."""
        self.members[one] += self.members.pop(other)
        mine = self._ties[one]
        for third, theirs in self._ties.pop(other).items():
            del self._ties[third][other]
            if third != one:
                had = mine.get(third, _Ties(0.0, 0.0))
                ties = _Ties(had.summed + theirs.summed, max(had.most, theirs.most))
                mine[third] = self._ties[third][one] = ties
        return list(mine)
