"""The articles that are not too old, each compared with those before it that are most like it."""

from collections.abc import Iterable
from datetime import date
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.group.near.index import Index
from dateline.group.near.likeness import Floats, Likeness, Vectors, none, shared, since, together, vectors
from dateline.group.near.neighbours import Neighbours
from dateline.group.near.terms import terms
from dateline.group.near.words import Numbers, Words
from dateline.records import Article

# Articles less alike than this in their words are strangers.
_FAINT = 0.03
_AT_ONCE = 256
"""Articles whose texts are held at a time."""


class Compared(NamedTuple):
    """Pairs of articles, a row for each, in order of the later one."""

    later: Numbers
    earlier: Numbers
    alike: Floats
    """How alike they are in words, names and phrases, in three columns."""
    figures: NDArray[np.float64]
    """The share of figures in the words of the two, of the one that has fewer."""
    days: Numbers
    """The days between them."""


class Open:
    """The articles that are not too old, compared. They are told by their place in the order in which they came."""

    def __init__(self) -> None:
        """No article yet."""
        self.first = 0
        """The place of the first that is open; those after it are open too."""
        self.days: Numbers = np.empty(0, np.int64)
        """The day of each as an ordinal; of one that names none the last known day, by which it had come in."""
        self.neighbours = Neighbours()
        self._figures = np.empty(0)
        self._vectors = none()
        self._words = Words()
        self._index = Index()
        self._likeness = Likeness()

    def close(self, day: date, quiet_days: int) -> None:
        """Forget what is too old for anything of a day to join it."""
        gone = int(np.searchsorted(self.days, day.toordinal() - quiet_days))
        if gone:
            self.first += gone
            self.days, self._figures = self.days[gone:], self._figures[gone:]
            self._vectors = since(self._vectors, gone)
            for part in (self._index, self.neighbours, self._words):
                part.forget(self.first)

    def add(self, day: date | None, articles: Iterable[Article]) -> Compared:
        """Take the articles of a day, later than all; compare them with those before that they may belong with."""
        first = self.first + len(self.days)
        new = self._weighed(first, articles)
        count = len(new.words)
        today = day.toordinal() if day is not None else int(self.days[-1]) if len(self.days) else 0
        self.days = np.concatenate([self.days, np.full(count, today)])
        self._vectors = together([self._vectors, new])
        self.neighbours.add(count)
        later, earlier = self._index.add(first, new)
        alike = self._alike(later, earlier)
        known = alike[:, 0] >= _FAINT
        later, earlier, alike = later[known], earlier[known], alike[known]
        self.neighbours.meet(later, earlier, alike[:, 0])
        row, other = later - self.first, earlier - self.first
        figures = np.minimum(self._figures[row], self._figures[other])
        return Compared(later, earlier, alike, figures, today - self.days[other])

    def shared(self, one: int, other: int, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names and the other words that two have in common and that tell most."""
        if min(one, other) < self.first:
            return (), ()
        names, words = shared(self._vectors, one - self.first, other - self.first, most)
        return tuple(map(self._words.written, names)), tuple(map(self._words.written, words))

    def _weighed(self, first: int, articles: Iterable[Article]) -> Vectors:
        """The articles of a day as vectors; what is rare is known when all of them were counted."""
        counted = []
        waiting = iter(articles)
        while batch := list(islice(waiting, _AT_ONCE)):
            found = terms(batch, self._words)
            self._figures = np.concatenate([self._figures, found.figures])
            self._words.add(found.word, found.article + first, len(batch))
            first += len(batch)
            counted.append((found, len(batch)))
        return together([none(), *[vectors(found, count, self._words) for found, count in counted]])

    def _alike(self, later: Numbers, earlier: Numbers) -> Floats:
        self._likeness.make_room(len(self._words))
        bounds = [*np.flatnonzero(np.diff(later, prepend=-1)).tolist(), len(later)]
        rows, others = later - self.first, earlier - self.first
        found = [
            self._likeness.of(self._vectors, int(rows[start]), others[start:end]) for start, end in pairwise(bounds)
        ]
        return np.concatenate([*found, np.empty((0, 3), np.float32)])
