"""Which articles may be of one family, and which may have taken sentences from which."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.fold.shelf import Shelf

_ALIKE = 0.3
"""The share of the shorter text's kept runs that make two a family; a copy with every tenth word changed has more."""
_CLOSE = 0.5
"""The same where a background that many papers print is no longer enough to make two a family."""
Places = list[int]
Pair = tuple[int, int]
"""The places of two articles."""


@dataclass(frozen=True, slots=True)
class Families:
    """The places in families, each place in one."""

    gathered: list[Places]
    """Each in order."""
    less: list[Pair]
    """The pairs of two families that share less, yet more than chance."""
    _close: "_Heads"

    def parted(self, places: Iterable[int]) -> list[Places]:
        """Some places of a family in closer ones."""
        return self._close.groups(places)


def families(shelf: Shelf) -> Families:
    """What hangs together, by the word of an agency, by an address, or by the runs that are kept.

    The net is wide: what in a family is a copy of what, and whether all of it is, is asked of the texts when its
    original is known.
    """
    count = len(shelf.known)
    heads, close = _Heads(count), _Heads(count)
    for places in _items(shelf):
        for place in places[1:]:
            heads.join(places[0], place)
            close.join(places[0], place)
    less: list[Pair] = []
    for place, other, shared in shelf.likely:
        most = min(shelf.telling[place], shelf.telling[other])
        if shared >= _CLOSE * most:
            close.join(other, place)
        if shared >= _ALIKE * most:
            heads.join(other, place)
        else:
            less.append((place, other))
    return Families(heads.groups(range(count)), [pair for pair in less if not heads.are_one(*pair)], close)


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

    def groups(self, places: Iterable[int]) -> list[Places]:
        """Some places in their groups, in the order in which they are given."""
        found: defaultdict[int, Places] = defaultdict(list)
        for place in places:
            found[self._head(place)].append(place)
        return list(found.values())

    def _head(self, place: int) -> int:
        while self._heads[place] != place:
            self._heads[place] = self._heads[self._heads[place]]
            place = self._heads[place]
        return place
