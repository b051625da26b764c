"""Which articles may be of one family, and which may have taken sentences from which."""

from collections import defaultdict

from dateline.fold.shelf import Shelf

_ALIKE = 0.3
"""The share of the shorter text's kept runs that make two a family; a copy with every tenth word changed has more."""
Places = list[int]
Pair = tuple[int, int]
"""The places of two articles."""


def families(shelf: Shelf) -> tuple[list[Places], list[Pair]]:
    """The places in families, each place in one; and the pairs of places that share less, yet more than chance.

    A family is what hangs together, by the word of an agency or by the runs that are kept. The net is wide: what in it
    is a copy of what, and whether all of it is, is asked of the texts when its original is known.
    """
    heads = _Heads(len(shelf.known))
    for places in _items(shelf):
        for place in places[1:]:
            heads.join(places[0], place)
    less: list[Pair] = []
    for place, other, shared in shelf.likely:
        if shared >= _ALIKE * min(shelf.telling[place], shelf.telling[other]):
            heads.join(other, place)
        else:
            less.append((place, other))
    return heads.groups(), [pair for pair in less if not heads.are_one(*pair)]


def _items(shelf: Shelf) -> list[Places]:
    """The places of the versions of each of the agencies' items, and of each page of the web."""
    found: defaultdict[object, Places] = defaultdict(list)
    for place, one in enumerate(shelf.known):
        if (item := one.wire_item or one.page) is not None:
            found[item].append(place)
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
