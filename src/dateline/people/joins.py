"""The rules by which one name is taken for another one's. Where two would fit, none is taken."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.people import names
from dateline.people.groups import Group, called_alone
from dateline.people.identity import Join, Rule
from dateline.people.names import Sort
from dateline.people.roles import Role, agree, conflict, is_one_of_a_kind, role
from dateline.people.sightings import Sighting
from dateline.people.words import words

_NEAR = 7
"""Days by which two articles may lie apart where no story holds them together."""
Spelled = Mapping[str, Mapping[str, str]]
"""By folded initials, by the folded name that they stand for, the first article that says so."""


def joins(groups: Sequence[Group], spelled: Spelled) -> Iterator[Join]:
    """What the rules say of some groups; no group is joined to two others, or to one that is joined to it."""
    people = [one for one in groups if one.sort is Sort.FULL and names.may_be_person(one.name, words(one.language))]
    first_of = _spellings(people)
    for group in people:
        if first_of[group.id] is not group:
            yield _join(group, first_of[group.id], Rule.SPELLING)
    known = _Known(people, first_of)
    by_key: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.sort is not Sort.SINGLE:
            by_key[group.key].append(group)
    for group in groups:
        found = _initials(group, by_key, spelled) if group.sort is Sort.SINGLE else None
        if found is None and group.sort is Sort.SINGLE:
            found = known.by_surname(group)
        if found is None and group.sort is Sort.OFFICE:
            found = known.by_office(group)
        if found is not None:
            yield found


class _Known:
    """The people with full names, by what they can be called."""

    def __init__(self, people: Iterable[Group], first_of: Mapping[str, Group]) -> None:
        self._first_of = first_of
        self._by_word: dict[str, list[Group]] = defaultdict(list)
        self._by_office: dict[str, list[Group]] = defaultdict(list)
        for one in people:
            for word in called_alone(one):
                self._by_word[word].append(one)
            for head in dict.fromkeys(found.head for found in one.roles):
                self._by_office[head].append(one)

    def by_surname(self, group: Group) -> Join | None:
        """Of whom a single name is: of the one in the same story, else the one of these days with the same role."""
        if group.may_be_place:
            return None
        named = self._by_word.get(group.key, [])
        here = [one for one in named if one.stories & group.stories]
        if here:
            fitting = [one for one in here if _agree(one, group)] or [one for one in here if not _clash(one, group)]
            sure = self._only(fitting) if len(self._people(here)) == 1 or group.roles else None
            return _join(group, sure, Rule.SAME_STORY) if sure else None
        fitting = [one for one in named if _agree(one, group, in_full=True) and not _clash(one, group)]
        sure = self._only(fitting)
        return _join(group, sure, Rule.SAME_ROLE) if sure and _near(sure, group) else None

    def by_office(self, group: Group) -> Join | None:
        """Whom an office means that one at a time has: its holder in the same story, else in these days."""
        office = role(group.name, group.language)
        if office is None or not is_one_of_a_kind(office, words(group.language)):
            return None
        holders = [one for one in self._by_office.get(office.head, []) if _has(one, office)]
        here = [one for one in holders if one.stories & group.stories]
        near = [one for one in holders if _near(one, group)] if office.about else []
        sure = self._only(here or near)
        if sure is None:
            return None
        saying = [one for one in (here or near)[0].sightings if _called(one, office)]
        return _join(group, sure, Rule.OFFICE, saying[0].article_id)

    def _people(self, found: Iterable[Group]) -> dict[str, Group]:
        return {self._first_of[one.id].id: self._first_of[one.id] for one in found}

    def _only(self, found: Iterable[Group]) -> Group | None:
        people = self._people(found)
        return next(iter(people.values())) if len(people) == 1 else None


def _spellings(people: Sequence[Group]) -> dict[str, Group]:
    """By id of a full name the first group of the same person; two that fit one and not each other join nobody."""
    alike: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for one in people:
        surname = names.surname(one.name, words(one.language))
        alike[names.sounded(surname), names.sounded(one.key)[:1]].append(one)
    found = {one.id: one for one in people}
    for block in alike.values():
        fits = {one.id: {other.id for other in block if other is one or _same(one, other)} for one in block}
        sure = [one for one in block if all(fits[one.id] <= fits[other] for other in fits[one.id])]
        for one in sure:
            found[one.id] = next(other for other in sure if other.id in fits[one.id])
    return found


def _same(one: Group, other: Group) -> bool:
    """Whether two full names are one person's in two spellings."""
    if _clash(one, other) or not (_agree(one, other) or one.stories & other.stories):
        return False
    first, second = (names.own(each.key, words(each.language)).split() for each in (one, other))
    respelled = first[-1] != second[-1] or first[0] != second[0]
    if respelled and not _agree(one, other):
        return False
    return _alike(first[0], second[0]) and _middles(first[1:-1], second[1:-1])


def _alike(one: str, other: str) -> bool:
    """Whether two first or middle names can be one: an initial, or another spelling."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return names.sounded(one) == names.sounded(other)


def _middles(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or (len(one) == len(other) and all(map(_alike, one, other)))


def _initials(group: Group, by_key: Mapping[str, Sequence[Group]], spelled: Spelled) -> Join | None:
    said = spelled.get(group.key, {})
    if len(said) != 1 or not group.name.isupper():
        return None
    ((long, article_id),) = said.items()
    fitting = by_key.get(long, [])
    if len(fitting) != 1:
        return None
    return _join(group, fitting[0], Rule.INITIALS, article_id)


def _join(child: Group, parent: Group, rule: Rule, by: str | None = None) -> Join:
    shared = [one for one in parent.sightings if one.story in child.stories] or parent.sightings
    return Join(
        child=child.id,
        parent=parent.id,
        rule=rule,
        known_as=child.name,
        article_id=child.sightings[0].article_id,
        by=by or shared[0].article_id,
    )


def _agree(one: Group, other: Group, *, in_full: bool = False) -> bool:
    """Whether both have a role; `in_full`: one that says in both of what it is, so that "king" alone is not enough."""
    pairs = [(first, second) for first in one.roles for second in other.roles if agree(first, second)]
    return any(first.about and second.about for first, second in pairs) if in_full else bool(pairs)


def _clash(one: Group, other: Group) -> bool:
    """Whether something speaks against their being one person: man and woman, or roles that one hardly has."""
    if one.genders and other.genders and not one.genders & other.genders:
        return True
    if _agree(one, other):
        return False
    return any(conflict(first, second) for first in one.roles for second in other.roles)


def _has(one: Group, office: Role) -> bool:
    """Whether an article gives the name with the role, in these words or in more."""
    return any(_is(found, office) for found in one.roles)


def _called(one: Sighting, office: Role) -> bool:
    return any(_is(role(printed, one.language), office) for printed in one.roles)


def _is(found: Role | None, office: Role) -> bool:
    return found is not None and agree(office, found) and office.about <= found.about


def _near(one: Group, other: Group) -> bool:
    """Whether an article of the one came out within some days of one of the other's."""
    return any(_nearest(day.toordinal(), [found.toordinal() for found in one.days]) <= _NEAR for day in other.days)


def _nearest(day: int, days: Sequence[int]) -> int:
    at = bisect_left(days, day)
    return min(abs(day - found) for found in days[max(0, at - 1) : at + 1])
