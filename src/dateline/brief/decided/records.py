"""What a person decided about articles and what was read in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from dateline.records import Article, Decision, DecisionKind, Reading, Record
from dateline.text.timex import day_range

_LISTS = ("statements", "commitments", "agenda", "positions", "times")
# What a record rests on is a fact, and facts are not corrected: only what was made of them is.
_FACTS = frozenset({"id", "article_id", "span", "spans", "confidence", "made_by", "reader", "text", "content"})

_DAYS = frozenset({"due", "when"})


@dataclass(frozen=True, slots=True)
class Decided:
    """Articles and readings after the decisions, and who corrected which record, as one line each."""

    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]
    corrected: Mapping[str, str]


def apply(decisions: Sequence[Decision], articles: Mapping[str, Article], readings: Mapping[str, Reading]) -> Decided:
    """Articles and readings without what was removed and with what was corrected; undone decisions do not count."""
    made = standing(decisions)
    removed = {decision.subject for decision in made if decision.kind is DecisionKind.REMOVE}
    corrections: dict[str, list[Decision]] = {}
    for decision in made:
        if decision.kind is DecisionKind.CORRECT:
            corrections.setdefault(decision.subject, []).append(decision)
    return Decided(
        {key: article for key, article in articles.items() if key not in removed},
        {key: _decided(reading, removed, corrections) for key, reading in readings.items() if key not in removed},
        {key: "; ".join(map(_told, made)) for key, made in corrections.items()},
    )


def check_correction(record: Record, field: str, value: str) -> str | None:
    """Why a field cannot be given a value, in one line; None where it can."""
    names = sorted({entry.name for entry in fields(record)} - _FACTS)
    correctable = [name for name in names if isinstance(getattr(record, name), str | None)]
    if field not in correctable:
        return f"{record.id} has no field {field!r} to correct; it has {', '.join(correctable)}"
    allowed = type(getattr(record, field))
    if issubclass(allowed, StrEnum) and value not in list(allowed):
        return f"{field} is one of {', '.join(allowed)}, not {value!r}"
    if field in _DAYS and value and day_range(value) is None:
        return f"{field} is a day, week, month, year or an interval as ISO 8601 has it (2031-05-08), not {value!r}"
    return None


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that count: without those that were undone, and without the undoing."""
    undone = _undone(decisions)
    return [one for one in decisions if one.kind is not DecisionKind.UNDO and str(one.number) not in undone]


def counts(number: int, decisions: Sequence[Decision]) -> bool:
    """Whether there is a decision of a number that was not undone; undoing is one, and may be undone too."""
    return str(number) not in _undone(decisions) and any(one.number == number for one in decisions)


def _undone(decisions: Sequence[Decision]) -> set[str]:
    """The numbers of the decisions that count no longer."""
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda found: found.number, reverse=True):
        if decision.kind is DecisionKind.UNDO and str(decision.number) not in undone:
            undone.add(decision.subject)
    return undone


def _decided(reading: Reading, removed: set[str], corrections: Mapping[str, list[Decision]]) -> Reading:
    lists: dict[str, Any] = {
        name: tuple(
            _corrected(record, corrections.get(record.id, []))
            for record in getattr(reading, name)
            if record.id not in removed
        )
        for name in _LISTS
    }
    return replace(reading, **lists)


def _corrected(record: Record, decisions: Sequence[Decision]) -> Record:
    for decision in decisions:
        field, value = decision.field or "", decision.value or ""
        if check_correction(record, field, value) is None:
            kind = type(getattr(record, field))
            change: dict[str, Any] = {field: kind(value) if issubclass(kind, StrEnum) else value}
            record = replace(record, **change)
    return record


def _told(decision: Decision) -> str:
    return f"{decision.field} corrected by {decision.who} on {decision.when[:10]}: {decision.why}"
