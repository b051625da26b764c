"""The articles that are nearest to each: two that have the same ones are likely of one story."""

import numpy as np
from numpy.typing import NDArray

from dateline.group.near.terms import ranks
from dateline.group.near.words import Numbers

NEAREST = 12
"""So many articles are an article's neighbours."""
_AT_ONCE = 4096
"""Pairs whose neighbours are compared together."""
_NOBODY = -1
Floats = NDArray[np.float64]


class Neighbours:
    """The nearest of the articles that are not too old. Articles are told by their place."""

    def __init__(self) -> None:
        """No article yet."""
        self._first = 0
        self._others = np.empty((0, NEAREST), np.int64)
        self._likes = np.empty((0, NEAREST))

    def add(self, articles: int) -> None:
        """Add articles that nothing is known of yet."""
        self._others = np.concatenate([self._others, np.full((articles, NEAREST), _NOBODY)])
        self._likes = np.concatenate([self._likes, np.zeros((articles, NEAREST))])

    def forget(self, first: int) -> None:
        """Take out the articles before a place; they stay neighbours of others."""
        gone = first - self._first
        self._others, self._likes, self._first = self._others[gone:], self._likes[gone:], first

    def meet(self, one: Numbers, other: Numbers, like: NDArray[np.float32]) -> None:
        """Tell how like the articles of some pairs are."""
        row = np.concatenate([one, other]) - self._first
        near, like = np.concatenate([other, one]), np.concatenate([like, like])
        is_near = like >= self._likes[row, -1]
        row, near, like = row[is_near], near[is_near], like[is_near]
        touched = np.unique(row)
        row = np.concatenate([row, np.repeat(touched, NEAREST)])
        near = np.concatenate([near, self._others[touched].ravel()])
        like = np.concatenate([like, self._likes[touched].ravel()])
        order = np.lexsort((-near, -like, row))
        rank = ranks(row[order])
        order, rank = order[rank < NEAREST], rank[rank < NEAREST]
        self._others[row[order], rank] = near[order]
        self._likes[row[order], rank] = like[order]

    def common(self, one: Numbers, other: Numbers) -> Floats:
        """How far two articles have the same neighbours, 0 to 1: the cosine of the likenesses to each one's nearest."""
        found = np.empty(len(one))
        for start in range(0, len(one), _AT_ONCE):
            pairs = slice(start, start + _AT_ONCE)
            mine, my_weights = self._around(one[pairs])
            theirs, their_weights = self._around(other[pairs])
            met = (mine[:, :, None] == theirs[:, None, :]) * their_weights[:, None, :]
            found[pairs] = (met.sum(2) * my_weights).sum(1)
        return found

    def _around(self, places: Numbers) -> tuple[Numbers, Floats]:
        """Articles' nearest, and themselves as near as the nearest of them, all of length 1."""
        row = places - self._first
        nearest = self._likes[row, :1]
        likes = np.concatenate([np.where(nearest > 0, nearest, 1.0), self._likes[row]], 1)
        likes /= np.sqrt((likes * likes).sum(1, keepdims=True))
        return np.concatenate([places[:, None], self._others[row]], 1), likes
