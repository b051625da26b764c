"""One person or body over all articles, and why each of its names is taken for its."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dateline.people import names
from dateline.people.groups import Group
from dateline.people.words import LANGUAGE, words


class Rule(StrEnum):
    """Why a name is taken for another one's, as it is shown behind "because"."""

    SAME_STORY = "nobody else of that name is in the story"
    SAME_ROLE = "it has the same role, and nobody else of that name has it"
    SPELLING = "it is the same name in another spelling, with the same role or in the same story"
    OFFICE = "an article gives the name with that role, and nobody else has it"
    INITIALS = "an article spells the initials out"
    DECISION = "a person decided so"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """The evidence that one group of sightings is of the same person or body as another."""

    child: str
    """The id of the group whose name it is."""
    parent: str
    """The id of the group that it is taken for."""
    rule: Rule
    known_as: str
    """The child's name, as printed."""
    article_id: str
    """The first article that prints it."""
    by: str | None
    """The article that ties it to the parent's name; None where a person did."""
    told: str = ""
    """For a decision: who, when and why."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """One person or body over all articles."""

    id: str
    """That of its fullest group; the same on every machine and every day."""
    name: str
    groups: tuple[Group, ...]
    """The one that it is named by first."""
    joins: tuple[Join, ...]
    """Why the others are with it."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that articles print of it, its own first, each once."""
        return tuple(dict.fromkeys([self.name, *(one.name for one in self.groups), *self._printed()]))

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Every role that is printed beside one of its names, in the order of the articles."""
        found = sorted((one for group in self.groups for one in group.sightings), key=lambda one: one.order)
        return tuple(dict.fromkeys(role for one in found for role in one.roles))

    @cached_property
    def records(self) -> tuple[str, ...]:
        """The ids of the records that name it."""
        return tuple(key for group in self.groups for one in group.sightings for key in one.records)

    @cached_property
    def article_ids(self) -> frozenset[str]:
        """The articles that name it."""
        return frozenset(one.article_id for group in self.groups for one in group.sightings)

    def _printed(self) -> Iterable[str]:
        for group in self.groups:
            yield from (names.bare(one.name, words(one.language)) for one in group.sightings)


class People:
    """Everybody of some articles."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        """These identities, found by article and name, by record and by id."""
        self.all: tuple[Identity, ...] = tuple(identities)
        self._by_sighting: dict[tuple[str, str], Identity] = {}
        self._by_key: dict[str, list[Identity]] = {}
        self.by_record: dict[str, tuple[Identity, ...]] = {}
        """By id of a statement, commitment or position, who it is that it names; several where they do it together."""
        self.by_id: Mapping[str, Identity] = {group.id: one for one in self.all for group in one.groups}
        """By the id of the identity, or of one of its groups."""
        for one in self.all:
            for key in one.records:
                self.by_record[key] = (*self.by_record.get(key, ()), one)
            for group in one.groups:
                self._by_key.setdefault(group.key, []).append(one)
                self._by_sighting |= dict.fromkeys(((seen.article_id, group.key) for seen in group.sightings), one)

    def of(self, article_id: str, name: str, language: str | None = None) -> Identity | None:
        """Whom an article means by a name; where it has no record of that name, the only one of it there is."""
        known = words(language or LANGUAGE)
        key = names.key(names.apposed(name, known)[0], known)
        everybody = self._by_key.get(key, [])
        return self._by_sighting.get((article_id, key)) or (everybody[0] if len(everybody) == 1 else None)

    def called(self, text: str) -> list[Identity]:
        """Those of this id or name, else those one of whose names holds all these words; by name."""
        if text in self.by_id:
            return [self.by_id[text]]
        wanted = names.folded(names.bare(text, words(LANGUAGE)))
        exactly = [one for one in self.all if any(group.key == wanted for group in one.groups)]
        found = exactly or [one for one in self.all if _has_all(wanted.split(), one)]
        return sorted(found, key=lambda one: (names.folded(one.name), one.id))


def _has_all(wanted: list[str], one: Identity) -> bool:
    return any(set(wanted) <= set(group.key.split()) for group in one.groups)
