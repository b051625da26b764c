"""Which articles may be of one family, and which may have taken sentences from which."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.fold import versions
from dateline.fold.compare import Text
from dateline.fold.runs import rarely_shared
from dateline.fold.shelf import Shelf

_ALIKE = 0.3
"""The share of the shorter text's kept runs that make two a family; a copy with every tenth word changed has more."""
_CLOSE = 0.5
"""The same of what is not a background, where one that many papers print is no longer enough to make two a family."""
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


def families(shelf: Shelf) -> Families:
    """What hangs together, by the word of an agency, by an address, or by the runs that are kept.

    The net is wide: what in a family is a copy of what, and whether all of it is, is asked of the texts when its
    original is known.
    """
    count = len(shelf.known)
    heads = _Heads(count)
    heads.join_equal(one.wire_item or one.page for one in shelf.known)
    less: list[Pair] = []
    for place, other, shared in shelf.likely:
        most = min(shelf.telling[place], shelf.telling[other])
        if shared >= _ALIKE * most:
            heads.join(other, place)
        else:
            less.append((place, other))
    return Families(heads.groups(range(count)), [pair for pair in less if not heads.are_one(*pair)])


def closer(texts: Sequence[Text]) -> list[list[Text]]:
    """Texts of a family in closer ones: by what only few of them hold, and again by item and address."""
    heads = _Heads(len(texts))
    heads.join_equal(one.article.wire_item or versions.page_of(one.article) for one in texts)
    heads.join_equal(one.runs.tobytes() for one in texts)
    for place, other in rarely_shared([one.known for one in texts], _CLOSE):
        heads.join(other, place)
    return [[texts[place] for place in places] for places in heads.groups(range(len(texts)))]


def equal(texts: Sequence[Text]) -> list[list[Text]]:
    """Texts in those that are word for word the same."""
    found: defaultdict[bytes, list[Text]] = defaultdict(list)
    for one in texts:
        found[one.runs.tobytes()].append(one)
    return list(found.values())


class _Heads:
    """For each place another one of its group, up to the group's head: a union-find."""

    def __init__(self, count: int) -> None:
        self._heads = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Make two groups one, under the earlier head."""
        first, second = sorted((self._head(one), self._head(other)))
        self._heads[second] = first

    def join_equal(self, keys: Iterable[object]) -> None:
        """Join the places that have one key, such as the item of an agency; `keys` has each place's, None for none."""
        first: dict[object, int] = {}
        for place, key in enumerate(keys):
            if key is not None:
                self.join(first.setdefault(key, place), place)

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
