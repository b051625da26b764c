"""What the doubts weigh together: a confidence."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from math import exp

from dateline.lang import tables

_BASE = "base"
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """In log odds, for the speaker's being right and for the words'; what has no weight says nothing."""

    speaker: dict[str, float]
    words: dict[str, float]

    def confidence(self, speaker: Collection[str], words: Collection[str]) -> float:
        """The share of statements with such doubts in which speaker and words are expected to be right, 0 to 1."""
        return round(_chance(self.speaker, speaker) * _chance(self.words, words), _DIGITS)


def _chance(of: dict[str, float], doubts: Collection[str]) -> float:
    return 1 / (1 + exp(-sum(of.get(name, 0.0) for name in (_BASE, *doubts))))


@cache
def weights(language: str) -> Weights:
    """The weights of `lang/<language>/doubts.toml`. Raises `LanguageDataError` where there is no such table."""
    table = tables.table(language, "doubts")
    return Weights(dict(table["speaker"]), dict(table["words"]))
