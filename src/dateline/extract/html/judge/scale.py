"""The scale on which facts are weighed: numbers become names of facts, facts become sums of weights."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import exp

Group = tuple[str, ...]
"""Facts that are told together. A page has few different groups, so their weights are added up once, not per block."""
_MOST_GROUPS = 5_000


class Bins:
    """Names for stretches of a number."""

    __slots__ = ("_borders", "names")

    def __init__(self, borders: Sequence[float], names: Sequence[str]) -> None:
        """Each border lies between two names: there is one name more than borders."""
        self._borders, self.names = tuple(borders), tuple(names)

    def of(self, value: float) -> str:
        """The name of the stretch; a number on a border belongs to the one above."""
        return self.names[bisect_right(self._borders, value)]


class _Sums(dict[Group, float]):
    """By group of facts, what it weighs; a fact without a weight weighs nothing."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights

    def __missing__(self, group: Group) -> float:
        if len(self) > _MOST_GROUPS:
            self.clear()
        weight = self[group] = sum(self._weights.get(fact, 0.0) for fact in group)
        return weight


class Scale:
    """What each fact weighs, in log odds."""

    __slots__ = ("_sum", "weights")

    def __init__(self, weights: dict[str, float]) -> None:
        """A scale with these weights, by fact."""
        self.weights = weights
        self._sum = _Sums(weights).__getitem__

    def weigh(self, groups: Iterable[Group]) -> float:
        """What groups of facts weigh together."""
        return sum(map(self._sum, groups))


def probability(score: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))
