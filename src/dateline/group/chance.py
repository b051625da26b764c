"""What the ways in which two articles are alike say together: the chance that they are of one story."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.group.near import Compared
from dateline.lang import tables

# Articles further apart say no more by it.
_DAYS = 14
FACTS = ("words", "names", "phrases", "weeks apart", "figures", "neighbours")
"""What is known of two articles: square roots of four cosines, in which small ones differ, the weeks between, and the
share of figures (`near.Compared.figures`): market reports and results are like each other by their form alone.
"""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each fact weighs, in log odds."""

    facts: tuple[float, ...]
    """In the order of `FACTS`."""
    always: float

    def odds(self, known: Floats) -> Floats:
        """The log odds that two articles are of one story, by row of facts, before neighbours are looked at."""
        found: Floats = self.always + (known * self.facts[:-1]).sum(1)
        return found

    def chance(self, odds: Floats, common: Floats) -> Floats:
        """The chances, from these odds and from how far both have the same neighbours (`Neighbours.common`)."""
        found: Floats = 1 / (1 + np.exp(-(odds + self.facts[-1] * np.sqrt(common))))
        return found


def facts(pairs: Compared) -> Floats:
    """What is known of pairs as soon as both came in, by row: `FACTS` without the last."""
    weeks = np.minimum(pairs.days, _DAYS) / 7
    return np.concatenate([np.sqrt(pairs.alike.astype(np.float64)), weeks[:, None], pairs.figures[:, None]], 1)


@cache
def shipped() -> Weights:
    """The weights of `lang/any/likeness.toml`."""
    table = tables.table("any", "likeness")
    return Weights(tuple(table[name] for name in FACTS), table["always"])
