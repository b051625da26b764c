"""How alike two articles are in what they are about: their words, their names and their turns of phrase."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dateline.group.terms import Terms

# More words of an article tell nothing more.
_WORDS = 120
# Among few articles most words came in once; without those, what is left would look alike.
_FEW = 100


@dataclass(frozen=True, slots=True)
class Vector:
    """The words of an article, each with its weight; the heaviest come first."""

    words: Mapping[str, float]
    """Of length 1."""
    names: frozenset[str]
    named: float
    """The length of that part of the words that are names."""
    pairs: Mapping[str, float]
    """Of length 1."""


class Likeness(NamedTuple):
    """Cosines, 0 to 1, of two articles."""

    words: float
    names: float
    pairs: float


class Rarity:
    """How rare words are among the articles that came in so far."""

    def __init__(self) -> None:
        """Nothing came in yet."""
        self.articles = 0
        self._spread: Counter[str] = Counter()

    def add(self, found: Iterable[Terms]) -> None:
        """Count the articles with these words."""
        for one in found:
            self.articles += 1
            self._spread.update(one.counts.keys())

    def of(self, word: str) -> float:
        """How much a word tells (Sparck Jones 1972); 0 for one that came in once, as it can join nothing."""
        spread = self._spread[word]
        return math.log(1 + self.articles / spread) if spread > 1 or self.articles < _FEW else 0.0


def vector(found: Terms, rarity: Rarity) -> Vector:
    """The weights of an article's words: sublinear frequency by rarity."""
    rare = {word: rarity.of(word) for word in found.counts}
    weights = {word: (1 + math.log1p(count)) * rare[word] for word, count in found.counts.items() if rare[word]}
    words = _of_length_one(dict(islice(sorted(weights.items(), key=_heaviest), _WORDS)))
    # A turn of phrase is as rare as its words are together; nobody counts them, as there are too many.
    phrases = {f"{one} {two}": math.sqrt(rare[one] * rare[two]) for one, two in found.pairs}
    return Vector(
        words=words,
        names=found.names & words.keys(),
        named=math.sqrt(sum(weight * weight for word, weight in words.items() if word in found.names)),
        pairs=_of_length_one({pair: weight for pair, weight in phrases.items() if weight}),
    )


def likeness(one: Vector, other: Vector) -> Likeness:
    """How alike two articles are."""
    names = one.names & other.names
    named = sum([one.words[name] * other.words[name] for name in sorted(names)])
    return Likeness(
        words=_cosine(one.words, other.words),
        names=named / (one.named * other.named) if names else 0.0,
        pairs=_cosine(one.pairs, other.pairs),
    )


def shared(one: Vector, other: Vector, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and the other words that two articles share and that tell most, the heaviest first."""
    together = {word: weight * other.words[word] for word, weight in one.words.items() if word in other.words}
    ordered = [word for word, _ in sorted(together.items(), key=_heaviest)]
    names = one.names & other.names
    return (
        tuple([word for word in ordered if word in names][:most]),
        tuple([word for word in ordered if word not in names][:most]),
    )


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shorter, longer = (other, one) if len(other) < len(one) else (one, other)
    # A list, as this is the innermost loop of a day of many articles, and a generator takes twice as long.
    return sum([weight * longer[key] for key, weight in shorter.items() if key in longer])


def _of_length_one(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def _heaviest(entry: tuple[str, float]) -> tuple[float, str]:
    return -entry[1], entry[0]
