"""What a desk wants to read, and what a person there decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from types import MappingProxyType


class WatchKind(StrEnum):
    """What is watched."""

    PERSON = "person"
    BODY = "body"
    COUNTRY = "country"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Something that a desk watches; a story that has it ranks higher."""

    name: str
    kind: WatchKind = WatchKind.TOPIC
    aliases: tuple[str, ...] = ()
    """Other names, each looked for as it stands."""
    query: str | None = None
    """Words, "phrases", AND, OR, NOT and parentheses, as `dateline.text.queries` reads them; beside the names."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRule:
    """A section of the edition, and which stories stand in it."""

    name: str
    sections: tuple[str, ...] = ()
    """Sections as outlets name them, in any case."""
    query: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one desk wants. The empty profile makes a general front page."""

    watches: tuple[Watch, ...] = ()
    sections: tuple[SectionRule, ...] = ()
    """In their fixed order; what fits none stands after them, under the section that its outlet gives."""
    leave_out: tuple[str, ...] = ()
    """Queries; a story of which every new article fits one stands in no section."""
    outlets: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """What an outlet counts as an independent source, 1 where it is not named."""
    hours: tuple[time, ...] = ()
    """When the editions of a day go to press, in order; empty where there is one, for the whole day."""
    covers: int = 1
    """Days that an edition covers where none came before it."""
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes; a story of which every new article is in another language stands in no section. Empty: all."""
    approval: bool = False
    """Whether an edition may only be sent once a person has approved it."""
    minutes: int | None = None
    """Minutes of reading that the sections may take; what is over stands as headlines. None: no limit."""


class DecisionKind(StrEnum):
    """What a person can decide about what the program made."""

    REMOVE = "remove"
    """The record or article is shown nowhere."""
    CORRECT = "correct"
    """A field of a record has another value; shown as the editor's."""
    CHECK = "check"
    """The records of an article were read through: those that stand are right."""
    MERGE = "merge"
    """Two stories are one."""
    MOVE_ARTICLE = "move-article"
    """An article is in another story."""
    SPLIT_STORY = "split-story"
    """Articles of a story are a story of their own."""
    NAME_STORY = "name-story"
    """A story is called what a person calls it, for good."""
    FOLLOW = "follow"
    """A person follows a story, or every story one of whose headlines has some words."""
    MERGE_PEOPLE = "merge-people"
    """Two people or bodies are one."""
    SPLIT_PEOPLE = "split-people"
    """A name, or what one article says under it, is somebody else's."""
    DROP = "drop"
    """A story is not in the edition of a day."""
    PIN = "pin"
    """A story stands first in its section, whatever its value."""
    PLACE = "place"
    """A story stands at another place of its section; 1 is the first."""
    MOVE = "move"
    """A story stands in another section."""
    RETITLE = "retitle"
    """A story has a headline of the editor's own, shown as such."""
    SWAP = "swap"
    """A passage of a story is another one of the same story."""
    REMARK = "remark"
    """A remark of the editor's own stands with a story, or with the edition."""
    APPROVE = "approve"
    """The edition may leave the house, as it is."""
    UNDO = "undo"
    """An earlier decision no longer counts; it stays on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when and why."""

    number: int
    """1 for the first decision of a store; decisions count in this order."""
    kind: DecisionKind
    subject: str
    """The id of the record, article, story, person or decision it is about; or the words that are followed."""
    field: str | None = None
    """For a correction, the field; for an act on one edition, its `PressTime.key`; where articles were put into a story
    the day of the newest edition then: what came out later goes where it belongs.
    """
    value: str | None = None
    """For a correction the new value; for a merge, the story or person it goes into, for an article its
    story; for a split the ids of the articles, a space between two; for a name, headline or remark its words; for a
    place its number; for a move the section; for a swap "out>in", each as `Passage.place`; for an approval what was
    approved.
    """
    who: str
    when: str
    """ISO 8601 with zone."""
    why: str
