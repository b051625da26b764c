"""The same text again: copies, shortened copies, updates, corrections and kills of one story."""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from dateline.records.span import Span


class Relation(StrEnum):
    """What an article is to the original of its copy set."""

    COPY = "copy"
    SHORTENED = "shortened"
    EXTENDED = "extended"
    """The original's text and paragraphs of the outlet's own."""
    EARLIER = "earlier"
    """An earlier version, which the original has replaced."""
    KILL = "kill"
    """The notice that withdraws the story."""


class Stage(StrEnum):
    """The place of an agency's item in the life of its story, as the agency itself says in headline, note or state."""

    URGENT = "urgent"
    """The first sentence or two, before there is a story: a flash, a bulletin, a snap."""
    LEAD = "lead"
    """A further lead of a running story: "2nd lead", "writethru"."""
    UPDATE = "update"
    ADDS = "adds"
    """The same story and something more: "ADDS quotes"."""
    RECASTS = "recasts"
    """The same story told anew."""
    CORRECTION = "correction"
    WITHHELD = "withheld"
    KILL = "kill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One further article of a copy set."""

    article_id: str
    relation: Relation
    shared: float
    """The share of its words, 0 to 1, in sentences that are the original's."""
    kept: float = 0.0
    """The share of the original's words, 0 to 1, in sentences that it has too."""
    of: str | None = None
    """The version that it is compared with in this: the original, or the earlier version that it carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Sentences of another text in a story of the outlet's own."""

    article_id: str
    """The original of the copy set that they come from."""
    spans: tuple[Span, ...]
    """Where they stand in the text that took them, neighbours as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An agency's item in the life of its story."""

    article_id: str
    stage: Stage | None = None
    """None where the agency says nothing of the item."""
    said: str | None = None
    """The words that say so, as printed: "ADDS quotes", "correcting date"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySet:
    """One text once: its original and what was carried of it elsewhere."""

    original: str
    """The article to read: the newest version of the agency's own, else the first that is whole."""
    copies: tuple[Copy, ...] = ()
    agency: str | None = None
    withdrawn_by: str | None = None
    """The article whose notice withdraws the story; then it is in no edition."""
    reuses: tuple[Reuse, ...] = ()
    """What the original, a story of its own, took from others."""
    life: tuple[Step, ...] = ()
    """What agencies sent of it, in order of time, where they sent more than one item."""

    def members(self) -> tuple[str, ...]:
        """The ids of its articles, the original first."""
        return (self.original, *(copy.article_id for copy in self.copies))

    def has_of_others(self, usable: Container[str]) -> bool:
        """Whether its text has sentences of one that is not among those that may be used: its agency withdrew it."""
        return any(reuse.article_id not in usable for reuse in self.reuses)
