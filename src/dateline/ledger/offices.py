"""Who acts by an office alone in a story: whom another article of it gives that office in fewer words."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.people import Identity, People
from dateline.people.names import Sort
from dateline.people.roles import Role, agree, role


class Offices:
    """Of one who is named by an office ("Kestria's civil protection minister"), who in the story has it ("Civil
    Protection Minister Bram Colliss").

    `dateline.people` takes one for the other only where an article says all of the office; within a story it is enough
    that all that articles say of the holder's office is part of it, that nobody else in the story has it, and
    that the holder is taken for no other office.
    """

    def __init__(self, people: People) -> None:
        """The offices of these people."""
        named: defaultdict[str, dict[str, Role]] = defaultdict(dict)
        holding: defaultdict[str, list[tuple[str, tuple[Role, ...]]]] = defaultdict(list)
        for one in people.all:
            for story in {story for group in one.groups for story in group.stories}:
                office = _office(one)
                if office is not None:
                    named[story][one.id] = office
                elif one.groups[0].sort is Sort.FULL:
                    holding[story].append((one.id, tuple(found for group in one.groups for found in group.roles)))
        self._holder = {
            (story, key): holder for story, offices in named.items() for key, holder in _pairs(offices, holding[story])
        }

    def known(self, ids: Iterable[str], story: str) -> frozenset[str]:
        """These people and bodies, the holder in place of an office where one is known."""
        return frozenset(self._holder.get((story, one), one) for one in ids)


def _office(one: Identity) -> Role | None:
    group = one.groups[0]
    return role(group.name, group.language) if group.sort is Sort.OFFICE else None


def _pairs(offices: dict[str, Role], people: Iterable[tuple[str, tuple[Role, ...]]]) -> Iterable[tuple[str, str]]:
    found = [(key, who) for who, roles in people for key, office in offices.items() if _may_hold(roles, office)]
    keys, holders = [key for key, _ in found], [who for _, who in found]
    return [(key, who) for key, who in found if keys.count(key) == 1 and holders.count(who) == 1]


def _may_hold(roles: Iterable[Role], office: Role) -> bool:
    """Whether all that is said of such an office of somebody's is part of this one, and something is of what it is."""
    said = [one for one in roles if one.head == office.head]
    return any(one.about for one in said) and all(agree(one, office) and one.about <= office.about for one in said)
