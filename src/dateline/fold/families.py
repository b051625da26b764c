"""Which articles are of one family, and which took sentences from which."""

from collections import defaultdict

from dateline.fold.likeness import likeness
from dateline.fold.reuse import is_reuse
from dateline.fold.rules import FoldRules
from dateline.fold.shelf import Shelf

Places = list[int]
Pair = tuple[str, str]
"""The ids of two articles."""


def families(shelf: Shelf, rules: FoldRules) -> tuple[list[Places], list[Pair]]:
    """The places in families, each place in one; and the pairs of articles that share sentences without being one text.

    A family is what hangs together, by the word of an agency or by its words. What is a copy of what in it, and whether
    all of it is, is asked when its original is known.
    """
    heads = _Heads(len(shelf.known))
    for places in _items(shelf):
        for place in places[1:]:
            heads.join(places[0], place)
    shared: list[Pair] = []
    for place, earlier in shelf.likely:
        mine = shelf.text(place)
        for other in earlier:
            if heads.are_one(place, other):
                continue
            theirs = shelf.text(other)
            if likeness(mine, theirs, rules) >= rules.same:
                heads.join(other, place)
            elif is_reuse(mine, theirs, rules):
                shared.append((mine.article.id, theirs.article.id))
    return heads.groups(), shared


def _items(shelf: Shelf) -> list[Places]:
    """The places of the versions of each of the agencies' items."""
    found: defaultdict[str, Places] = defaultdict(list)
    for place, one in enumerate(shelf.known):
        if one.item is not None:
            found[one.item].append(place)
    return list(found.values())


class _Heads:
    """For each place another one of its group, up to the group's head: a union-find."""

    def __init__(self, count: int) -> None:
        self._heads = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Make two groups one, under the earlier head."""
        first, second = sorted((self._head(one), self._head(other)))
        self._heads[second] = first

    def are_one(self, one: int, other: int) -> bool:
        """Whether two are of one group."""
        return self._head(one) == self._head(other)

    def groups(self) -> list[Places]:
        """The groups, each in order."""
        found: defaultdict[int, Places] = defaultdict(list)
        for place in range(len(self._heads)):
            found[self._head(place)].append(place)
        return list(found.values())

    def _head(self, place: int) -> int:
        while self._heads[place] != place:
            self._heads[place] = self._heads[self._heads[place]]
            place = self._heads[place]
        return place
