"""How alike two articles are in what they are about: their words, their names and their turns of phrase."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.group.near.terms import Terms, ranks
from dateline.group.near.words import Numbers, Words

# More words of an article tell nothing more.
_WORDS = 160
_PHRASES = 128
# A phrase has a number made of those of its two words. Two phrases share one too seldom to matter.
_PHRASE_BITS = 22
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9], np.uint64)
Keys = NDArray[np.int32]
Floats = NDArray[np.float32]


class Vectors(NamedTuple):
    """What articles are about, a row for each: words, names and phrases with their weights, each of length 1."""

    words: Keys
    """The heaviest come first; 0 behind the last."""
    weights: Floats
    names: Floats
    """The weights of the same words as names; 0 where one is none."""
    phrases: Keys
    phrase_weights: Floats


def none() -> Vectors:
    """No article."""
    return _empty(0)


def since(known: Vectors, row: int) -> Vectors:
    """The rows from one on."""
    return Vectors(
        known.words[row:], known.weights[row:], known.names[row:], known.phrases[row:], known.phrase_weights[row:]
    )


def together(parts: Sequence[Vectors]) -> Vectors:
    """The rows of all, one after the other."""
    return Vectors(*map(np.concatenate, zip(*parts, strict=True)))


def vectors(found: Terms, articles: int, words: Words) -> Vectors:
    """The weights of the words of so many articles: sublinear frequency by rarity."""
    made = _empty(articles)
    weight = (1 + np.log1p(found.counts)) * words.rarity(found.word)
    order = np.lexsort((found.word, -weight, found.article))
    rank = ranks(found.article)
    kept = rank < _WORDS
    order, at = order[kept], (found.article[kept], rank[kept])
    made.words[at] = found.word[order]
    made.weights[at] = weight[order]
    made.names[at] = np.where(found.is_name[order], weight[order], 0.0)
    # A turn of phrase is as rare as its words are together; nobody counts them, as there are too many.
    number = ((found.pair.astype(np.uint64) * _FACTORS).sum(1) >> np.uint64(64 - _PHRASE_BITS)).astype(np.int64)
    keys, first = np.unique(found.pair_article << _PHRASE_BITS | number, return_index=True)
    rank = ranks(keys >> _PHRASE_BITS)
    first, kept = first[rank < _PHRASES], rank < _PHRASES
    at = found.pair_article[first], rank[kept]
    made.phrases[at] = number[first]
    made.phrase_weights[at] = np.sqrt(words.rarity(found.pair[first]).prod(1))
    return made._replace(
        weights=_of_length_one(made.weights),
        names=_of_length_one(made.names),
        phrase_weights=_of_length_one(made.phrase_weights),
    )


class Likeness:
    """Compares articles, one with several at a time."""

    def __init__(self) -> None:
        """Nothing is laid out yet."""
        self._words = np.zeros(0, np.float32)
        self._names = np.zeros(0, np.float32)
        self._phrases = np.zeros(1 << _PHRASE_BITS, np.float32)

    def of(self, known: Vectors, row: int, others: Numbers) -> Floats:
        """The cosines of the article in a row with others, 0 to 1, of words, names and phrases, in three columns."""
        # The article is laid out by number, so that what the others have of it is looked up and not searched for.
        words, phrases = known.words[row], known.phrases[row]
        self._words[words], self._names[words] = known.weights[row], known.names[row]
        self._phrases[phrases] = known.phrase_weights[row]
        theirs, their_phrases = known.words[others], known.phrases[others]
        found = np.empty((len(others), 3), np.float32)
        np.einsum("ij,ij->i", self._words[theirs], known.weights[others], out=found[:, 0])
        np.einsum("ij,ij->i", self._names[theirs], known.names[others], out=found[:, 1])
        np.einsum("ij,ij->i", self._phrases[their_phrases], known.phrase_weights[others], out=found[:, 2])
        self._words[words] = self._names[words] = self._phrases[phrases] = 0
        return found

    def make_room(self, words: int) -> None:
        """Be ready for words with numbers below `words`."""
        if words > len(self._words):
            self._words, self._names = np.zeros(2 * words, np.float32), np.zeros(2 * words, np.float32)


def shared(known: Vectors, one: int, other: int, most: int) -> tuple[list[int], list[int]]:
    """The names and the other words that the articles of two rows share and that tell most, the heaviest first."""
    theirs = dict(zip(known.words[other].tolist(), known.weights[other].tolist(), strict=True))
    mine = zip(known.words[one].tolist(), known.weights[one].tolist(), strict=True)
    both = {word: weight * theirs[word] for word, weight in mine if word and word in theirs}
    ordered = sorted(both, key=lambda word: (-both[word], word))
    names = set(known.words[one][known.names[one] > 0].tolist())
    names &= set(known.words[other][known.names[other] > 0].tolist())
    return [word for word in ordered if word in names][:most], [word for word in ordered if word not in names][:most]


def _of_length_one(weights: Floats) -> Floats:
    lengths: Floats = np.sqrt((weights * weights).sum(1, keepdims=True))
    lengths[lengths == 0] = 1
    return weights / lengths


def _empty(articles: int) -> Vectors:
    def keys(width: int) -> Keys:
        return np.zeros((articles, width), np.int32)

    def weights(width: int) -> Floats:
        return np.zeros((articles, width), np.float32)

    return Vectors(keys(_WORDS), weights(_WORDS), weights(_WORDS), keys(_PHRASES), weights(_PHRASES))
