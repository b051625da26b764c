"""The same name in several articles: which of its sightings are one person or body for certain."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.people import names
from dateline.people.names import Sort
from dateline.people.roles import Role, agree, role
from dateline.people.sightings import Sighting
from dateline.people.ties import connected
from dateline.people.words import words
from dateline.records import record_id

_WHOLE = "wherever it stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One name of one person or body, with every sighting under it, as their articles came out."""

    id: str
    key: str
    sort: Sort
    name: str
    """As most articles print it."""
    sightings: tuple[Sighting, ...]
    roles: tuple[Role, ...]
    genders: frozenset[str]
    stories: frozenset[str]
    days: tuple[date, ...]
    """Sorted."""
    is_person: bool

    @property
    def language(self) -> str:
        """That of its first article."""
        return self.sightings[0].language

    @property
    def may_be_place(self) -> bool:
        """Whether nothing says that it is a person, and something that it may be a place."""
        return not self.is_person and any(one.may_be_place for one in self.sightings)

    def is_called(self, name: str) -> bool:
        """Whether it has this name, whatever the accents, hyphens or article of that."""
        return names.key(name, words(self.language)) == self.key


def groups(found: Sequence[Sighting]) -> list[Group]:
    """The sightings in groups, as their first articles came out; `found` is in that order.

    A full name is one person, unless its roles are of different spheres of life. A surname, an office, or a body such
    as many countries have is one within a story, and beyond it only where the role says so.
    """
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for one in found:
        by_name[one.key].append(one)
    surnames = frozenset(word for one in found for word in called_alone(one))
    parts = [part for listed in by_name.values() for part in _parts(_sort(listed), listed, surnames)]
    made: list[Group] = []
    named: set[str] = set()
    for part in sorted(parts, key=lambda part: (part[0].order, part[0].key, part[0].sort.value)):
        made.append(group(part, first_of_its_name=part[0].key not in named))
        named.add(part[0].key)
    return made


def group(sightings: Sequence[Sighting], *, first_of_its_name: bool) -> Group:
    """The group of some sightings, in order. Its id is made of its name, and of its first article where another has
    the name already.
    """
    first = sightings[0]
    printed = Counter(names.bare(one.name, words(one.language)) for one in sightings)
    roles = tuple(dict.fromkeys(found for one in sightings for found in _roles(one)))
    genders = {words(one.language).genders.get(title) for one in sightings for title in one.titles}
    genders |= {found.gender for found in roles}
    return Group(
        id=record_id("p", first.key) if first_of_its_name else record_id("p", first.key, first.article_id),
        key=first.key,
        sort=_sort(sightings),
        name=max(printed, key=lambda name: (printed[name], name)),
        sightings=tuple(sightings),
        roles=roles,
        genders=frozenset(gender for gender in genders if gender),
        stories=frozenset(one.story for one in sightings),
        days=tuple(sorted({one.at[0] for one in sightings})),
        is_person=any(one.is_person for one in sightings),
    )


def called_alone(one: Group | Sighting) -> list[str]:
    """The folded words by which somebody of a full name may be called alone; empty for a body.

    The last name; where it is known to be a person also the first, which in much of the world is the family's.
    """
    known = words(one.language)
    if one.sort is not Sort.FULL or not names.may_be_person(one.name, known):
        return []
    first = [one.key.partition(" ")[0]] if one.is_person else []
    return list(dict.fromkeys([names.surname(one.name, known), *first]))


def _parts(sort: Sort, found: list[Sighting], surnames: frozenset[str]) -> list[list[Sighting]]:
    if sort is Sort.FULL:
        return _by_sphere(found)
    if sort is Sort.SINGLE:
        return _singles(found, is_surname=found[0].key in surnames)
    if sort is Sort.OTHER and _is_body(found[0]):
        return [found]
    return connected(found, lambda one: [one.story])


def _by_sphere(found: list[Sighting]) -> list[list[Sighting]]:
    def spheres(one: Sighting) -> list[Hashable]:
        return [part.sphere for part in _roles(one) if part.sphere]

    if len({sphere for one in found for sphere in spheres(one)}) < 2:
        return [found]
    return connected(found, lambda one: [one.story, *spheres(one)])


def _singles(found: list[Sighting], *, is_surname: bool) -> list[list[Sighting]]:
    """A single name of nobody known as a person is one body or place; a person's, one within a story or a role."""
    people = [one for one in found if one.is_person or one.may_be_surname]
    if not is_surname and len(people) <= sum(one.may_be_place for one in found):
        return [found]
    is_place = any(one.may_be_place and not one.is_person for one in found)
    alike = _alike(found, surname=is_surname)

    def ties(one: Sighting) -> list[Hashable]:
        if not one.is_person and is_place:
            return [_WHOLE]
        return [one.story, *(alike[part] for part in _roles(one) if part in alike)]

    parts = connected(found, ties)
    of_people = [part for part in parts if any(one.is_person for one in part)]
    if is_surname or len(of_people) != 1:
        return parts
    places = [part for part in parts if is_place and part is not of_people[0]]
    person = sorted((one for part in parts if part not in places for one in part), key=lambda one: one.order)
    return [person, *places]


def _alike(found: list[Sighting], *, surname: bool) -> dict[Role, Hashable]:
    """By role, a word that is the same for roles that agree; of a surname they must say of what they are."""
    known = list(dict.fromkeys(part for one in found for part in _roles(one) if part.about or not surname))
    ties = connected(known, lambda one: [frozenset({one, other}) for other in known if agree(one, other)])
    return {one: ("role", at) for at, part in enumerate(ties) for one in part}


def _roles(one: Sighting) -> list[Role]:
    read = (role(printed, one.language) for printed in (*one.roles, *one.titles))
    return [found for found in read if found is not None]


def _sort(found: Sequence[Sighting]) -> Sort:
    """What a name is: by the first article that prints it with capitals, if one does."""
    return next((one.sort for one in found if one.sort is not Sort.OTHER), Sort.OTHER)


def _is_body(one: Sighting) -> bool:
    known = words(one.language)
    printed = names.bare(one.name, known).split()
    return printed[-1].casefold() in known.bodies and any(word[0].isupper() for word in printed)
