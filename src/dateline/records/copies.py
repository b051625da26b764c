"""The same text again: copies, shortened copies, updates, corrections and kills of one story."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One further article of a copy set."""

    article_id: str
    relation: Relation
    shared: float
    """The share of its own four-word runs that stand in the original, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySet:
    """One text once: its original and what was carried of it elsewhere."""

    original: str
    """The article to read: the newest version of the agency's own, else the first and fullest."""
    copies: tuple[Copy, ...] = ()
    agency: str | None = None
    withdrawn_by: str | None = None
    """The article whose notice withdraws the story; then it is in no edition."""

    def members(self) -> tuple[str, ...]:
        """The ids of its articles, the original first."""
        return (self.original, *(copy.article_id for copy in self.copies))
