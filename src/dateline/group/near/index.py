"""Which articles may belong together, found by an index of words: nothing is compared with everything."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from dateline.group.near.likeness import Vectors
from dateline.group.near.terms import ranks
from dateline.group.near.words import Numbers

# An article is compared with so many of which the index says that they are most like it.
_COMPARED = 16
# The index is asked for an article's heaviest words, one after the other, until it gave so many holders of them, the
# last ones of each: what a word of more says is little, and what it costs must not grow with the archive.
_HOLDERS = 500
_AT_ONCE = 256
"""Articles that are looked up together: what is needed for it stays small."""
_WORD = 32
"""From this bit of an entry on stands the word, below it the place of an article that has it."""
_PLACE = (1 << _WORD) - 1
T = TypeVar("T", bound=np.generic)


class Index:
    """The words of the articles that are not too old. Articles are told by their place."""

    def __init__(self) -> None:
        """No article yet."""
        self._entries = np.empty(0, np.int64)
        self._weights = np.empty(0, np.float32)

    def forget(self, first: int) -> None:
        """Take out the articles before a place, and of the holders of each word all but the last ones."""
        words = self._entries >> _WORD
        kept = (self._entries & _PLACE) >= first
        kept[:-_HOLDERS] &= words[:-_HOLDERS] != words[_HOLDERS:]
        self._entries, self._weights = self._entries[kept], self._weights[kept]

    def add(self, first: int, new: Vectors) -> tuple[Numbers, Numbers]:
        """Add articles, the first of them at a place; for each the earlier ones that it may belong with, as pairs."""
        if not len(new.words):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        stands, holders = self._put(first, new)
        found = [
            self._likely(start + first, new.weights[rows], stands[rows], holders[rows])
            for start in range(0, len(new.words), _AT_ONCE)
            for rows in [slice(start, start + _AT_ONCE)]
        ]
        return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])

    def _put(self, first: int, new: Vectors) -> tuple[Numbers, Numbers]:
        """Put articles into the index; by article and word where it stands there, and how many hold it before it."""
        row, column = np.nonzero(new.words)
        entries = new.words[row, column].astype(np.int64) << _WORD | row + first
        order = np.argsort(entries)
        row, column, entries = row[order], column[order], entries[order]
        # What is there is sorted: the new ones are put between, as to sort all again each day is what costs most.
        at = np.searchsorted(self._entries, entries) + np.arange(len(entries))
        is_old = np.ones(len(self._entries) + len(entries), np.bool_)
        is_old[at] = False
        self._entries = _merged(self._entries, entries, is_old)
        self._weights = _merged(self._weights, new.weights[row, column], is_old)
        stands, holders = np.zeros(new.words.shape, np.int64), np.zeros(new.words.shape, np.int64)
        stands[row, column] = at
        holders[row, column] = at - np.searchsorted(self._entries, entries & ~_PLACE)
        return stands, holders

    def _likely(
        self, first: int, weights: NDArray[np.float32], stands: Numbers, holders: Numbers
    ) -> tuple[Numbers, Numbers]:
        """The places of articles, and of those that share most of their heaviest words."""
        asked = np.cumsum(holders, 1) - holders
        given = np.clip(_HOLDERS - asked, 0, holders).ravel()
        at = np.repeat(stands.ravel() - given, given) + ranks(np.repeat(np.arange(len(given)), given))
        entry = self._entries[at] & _PLACE
        told = np.repeat(weights.ravel(), given) * self._weights[at]
        article = np.repeat(np.repeat(np.arange(len(weights)), weights.shape[1]), given)
        pairs, pair = np.unique(article << _WORD | entry, return_inverse=True)
        summed = np.bincount(pair, told, len(pairs))
        order = np.lexsort((-summed, pairs >> _WORD))
        best = pairs[order][ranks(pairs >> _WORD) < _COMPARED]
        return (best >> _WORD) + first, best & _PLACE


def _merged(old: NDArray[T], new: NDArray[T], is_old: NDArray[np.bool_]) -> NDArray[T]:
    """Old and new values in the places where they belong, each in their order."""
    found = np.empty(len(is_old), old.dtype)
    found[is_old], found[~is_old] = old, new
    return found
