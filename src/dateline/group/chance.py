"""What the ways in which two articles are alike say together: the chance that they are of one story."""

import math
from dataclasses import dataclass
from functools import cache

from dateline.group.likeness import Likeness
from dateline.lang import tables

# Articles further apart say no more by it.
_DAYS = 14
FACTS = ("words", "names", "phrases", "weeks apart", "neighbours")
"""What is known of two articles: square roots of four cosines, in which small ones differ, and the weeks between."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each fact weighs, in log odds."""

    facts: tuple[float, ...]
    """In the order of `FACTS`."""
    always: float

    def odds(self, like: Likeness, days: int) -> float:
        """The log odds that two articles so many days apart are of one story, before neighbours are looked at."""
        return self.always + sum([fact * weight for fact, weight in zip(facts(like, days), self.facts, strict=False)])

    def chance(self, odds: float, common: float) -> float:
        """The chance, from these odds and from how far both have the same neighbours (`Near.common`)."""
        return 1 / (1 + math.exp(-(odds + self.facts[-1] * math.sqrt(common))))


def facts(like: Likeness, days: int) -> tuple[float, ...]:
    """What is known of two articles as soon as both came in: `FACTS` without the last."""
    return math.sqrt(like.words), math.sqrt(like.names), math.sqrt(like.phrases), min(days, _DAYS) / 7


@cache
def shipped() -> Weights:
    """The weights of `lang/any/likeness.toml`."""
    table = tables.table("any", "likeness")
    return Weights(tuple(table[name] for name in FACTS), table["always"])
