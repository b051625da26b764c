"""How much two tellings share, each word counting the more the rarer it is."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

from dateline.text.words import words

_SHORTEST = 4
"""Letters of a word that carries something; figures count whatever their length."""
_STEM = 5
"""Letters by which forms of a word are one: "deliver", "delivery", "delivered"."""


@lru_cache(maxsize=1 << 14)
def stems(told: str) -> frozenset[str]:
    """The words that carry something, cut to their first letters."""
    return frozenset(word[:_STEM] for word in words(told) if len(word) >= _SHORTEST or word.isdigit())


class Likeness:
    """Compares tellings by the weights of their words."""

    def __init__(self, told: Iterable[str]) -> None:
        """Weights are those of inverse document frequency over all tellings, nearly even where these are few."""
        counted = [stems(one) for one in told]
        found = Counter(stem for one in counted for stem in one)
        self._weights = {stem: log(2 + len(counted) / times) for stem, times in found.items()}

    def shared(self, one: str, other: str, least: int = 2) -> float:
        """The weight of the words of both, as a share of the lighter one's, 0 to 1; 0 where fewer than `least` are of
        both, unless they have the same.
        """
        mine, theirs = stems(one), stems(other)
        both = mine & theirs
        if not both or (len(both) < least and mine != theirs):
            return 0.0
        return self._weight(both) / min(self._weight(mine), self._weight(theirs))

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(stem, 1.0) for stem in found)
