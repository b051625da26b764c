"""What a person decided: a row of its own that survives every new run."""

from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """What a person can decide about what the program made."""

    REMOVE = "remove"
    """The record or article is shown nowhere."""
    CORRECT = "correct"
    """A field of a record has another value; shown as the editor's."""
    MERGE = "merge"
    """Two stories are one."""
    UNDO = "undo"
    """An earlier decision no longer counts; it stays on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when and why."""

    number: int
    """1 for the first decision of a store; decisions count in this order."""
    kind: DecisionKind
    subject: str
    """The id of the record, article, story or decision it is about."""
    field: str | None = None
    """For a correction, the field."""
    value: str | None = None
    """For a correction the new value; for a merge, the story it goes into."""
    who: str
    when: str
    """ISO 8601 with zone."""
    why: str
