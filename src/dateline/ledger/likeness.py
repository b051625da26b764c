"""How much two tellings share, each word counting the more the rarer it is."""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log

from dateline.lang import tables
from dateline.text.words import words

_SHORTEST = 4
"""Letters of a word that carries something."""
_STEM = 5
"""Letters by which forms of a word are one: "deliver", "delivery", "delivered"."""


@lru_cache(maxsize=1 << 14)
def stems(told: str) -> frozenset[str]:
    """The words that carry something, cut to their first letters: how much and when is no thing that two share."""
    empty = tables.words("en", "stopwords", "stopwords")
    found = (word[:_STEM] for word in words(told) if word not in empty and len(word) >= _SHORTEST)
    return frozenset(found) - _measures()


@cache
def _measures() -> frozenset[str]:
    """The stems of numbers, currencies and spans of time."""
    numbers, amounts, times = (tables.table("en", name) for name in ("numbers", "amounts", "times"))
    lists = (numbers["units"], numbers["scales"], amounts["names"], amounts["open_names"]["words"], times["units"])
    named = (*lists, times["weekdays"], times["months"])
    return frozenset(word[:_STEM] for listed in named for word in listed if len(word) >= _SHORTEST)


class Likeness:
    """Compares tellings by the weights of their words."""

    def __init__(self, told: Iterable[str]) -> None:
        """Weights are those of inverse document frequency over all tellings, nearly even where these are few."""
        counted = [stems(one) for one in told]
        found = Counter(stem for one in counted for stem in one)
        self._weights = {stem: log(2 + len(counted) / times) for stem, times in found.items()}

    def shared(self, one: str, other: str) -> tuple[int, float]:
        """How many words are of both, and their weight as a share of the lighter one's, 0 to 1."""
        mine, theirs = stems(one), stems(other)
        both = mine & theirs
        return (len(both), self._weight(both) / min(self._weight(mine), self._weight(theirs))) if both else (0, 0.0)

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(stem, 1.0) for stem in found)
