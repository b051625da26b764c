"""What the rules work on and what they give."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.read import people, statements, times
from dateline.records import Amount, Certainty, CommitmentStatus, Moment, Span, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryContext:
    """One parsed article with all that was read in it before."""

    doc: Doc
    cast: people.Cast
    statements: Sequence[statements.Found]
    times: Sequence[times.Found]
    published: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What every act has."""

    span: Span
    """The evidence: whole sentences."""
    confidence: float
    rule: str
    cue: str
    """The words that decided: "agreed", "will not", "due"."""
    statement: int | None
    """The place in `StoryContext.statements` of the attribution that reports it; None where the story says it."""
    reported_by: str | None
    condition: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCommitment(Found):
    """As `records.Commitment`."""

    actor: str
    action: str
    beneficiary: str | None
    amount: Amount | None
    due: str | None
    due_alternatives: tuple[str, ...]
    status: CommitmentStatus
    doubts: frozenset[str]
    """What made it less or more sure, by the names that the data weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAgendaItem(Found):
    """As `records.AgendaItem`."""

    what: str
    when: str | None
    when_alternatives: tuple[str, ...]
    when_words: str | None
    where: str | None
    participants: tuple[str, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPosition(Found):
    """As `records.Position`."""

    holder: str
    issue: str
    stance: Stance
    doubts: frozenset[str]
    """What made it less or more sure, by the names that the data weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """All acts of a story, each list in the order of the text."""

    commitments: tuple[FoundCommitment, ...]
    agenda: tuple[FoundAgendaItem, ...]
    positions: tuple[FoundPosition, ...]
