"""How alike two articles are in what they are about: their words, their names and their turns of phrase."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.group.terms import Terms

# More words of an article tell nothing more.
_WORDS = 120
# What a word tells that came in once, so far: little, as most never come again, and something, as what is new is new.
_ONCE = 2.0


@dataclass(frozen=True, slots=True)
class Vector:
    """What an article is about, each word, name and phrase with its weight; all three of length 1."""

    words: Mapping[str, float]
    """The heaviest come first."""
    names: Mapping[str, float]
    """Those of the words that are names."""
    phrases: Mapping[str, float]


class Likeness(NamedTuple):
    """Cosines, 0 to 1, of two articles."""

    words: float
    names: float
    phrases: float


class Rarity:
    """How rare words are among the articles that came in so far."""

    def __init__(self) -> None:
        """Nothing came in yet."""
        self._articles = 0
        self._spread: Counter[str] = Counter()

    def add(self, found: Iterable[Terms]) -> None:
        """Count the articles with these words."""
        for one in found:
            self._articles += 1
            self._spread.update(one.counts.keys())

    def of(self, words: Iterable[str]) -> dict[str, float]:
        """How much each word tells (Sparck Jones 1972)."""
        spread, articles = self._spread, self._articles
        return {word: math.log(1 + articles / spread[word]) if spread[word] > 1 else _ONCE for word in words}


def vector(found: Terms, rarity: Rarity) -> Vector:
    """The weights of an article's words: sublinear frequency by rarity."""
    rare = rarity.of(found.counts)
    weights = {word: (1 + math.log1p(count)) * rare[word] for word, count in found.counts.items()}
    words = dict(sorted(weights.items(), key=_heaviest)[:_WORDS])
    # A turn of phrase is as rare as its words are together; nobody counts them, as there are too many.
    phrases = {f"{one} {two}": math.sqrt(rare[one] * rare[two]) for one, two in found.pairs}
    names = {word: weight for word, weight in words.items() if word in found.names}
    return Vector(_of_length_one(words), _of_length_one(names), _of_length_one(phrases))


def likeness(one: Vector, other: Vector) -> Likeness:
    """How alike two articles are."""
    return Likeness(
        _cosine(one.words, other.words), _cosine(one.names, other.names), _cosine(one.phrases, other.phrases)
    )


def shared(one: Vector, other: Vector, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and the other words that two articles share and that tell most, the heaviest first."""
    together = {word: weight * other.words[word] for word, weight in one.words.items() if word in other.words}
    ordered = [word for word, _ in sorted(together.items(), key=_heaviest)]
    names = one.names.keys() & other.names.keys()
    return (
        tuple([word for word in ordered if word in names][:most]),
        tuple([word for word in ordered if word not in names][:most]),
    )


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shorter, longer = (other, one) if len(other) < len(one) else (one, other)
    # A list, as this is the innermost loop of a day of many articles, and a generator takes twice as long.
    return sum([weight * longer[key] for key, weight in shorter.items() if key in longer])


def _of_length_one(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum([weight * weight for weight in weights.values()])) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def _heaviest(entry: tuple[str, float]) -> tuple[float, str]:
    return -entry[1], entry[0]
