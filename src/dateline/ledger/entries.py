"""One commitment, event or position over all articles, with every article that tells of it and what each changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.records import AgendaItem, Commitment, CommitmentStatus, Position
from dateline.text.timex import day_range

Followed = Commitment | AgendaItem | Position
"""What is followed."""

_OPEN = frozenset({CommitmentStatus.PLEDGED, CommitmentStatus.CONDITIONAL})


class Step(StrEnum):
    """What an article adds to what earlier ones told."""

    FIRST = "first told"
    REPEATED = "repeated"
    DIFFERS = "another source says otherwise"
    """Another outlet gives another amount or day within a day: which of them is right is not known."""
    RAISED = "raised"
    CUT = "cut"
    DELAYED = "delayed"
    ADVANCED = "brought forward"
    MOVED = "moved"
    """An event has another day."""
    CANCELLED = "called off"
    CHANGED = "changed"
    """A commitment has another status, or a holder another stance."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's record, and what it changed."""

    record: Followed
    step: Step
    before: str | None = None
    """What held before, as the earlier record gives it; None where nothing changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment, event or position."""

    id: str
    """Made of its first record's: it stays as long as that one does."""
    mentions: tuple[Mention, ...]
    """As the articles came out."""

    @property
    def newest(self) -> Followed:
        """The record of the last article that tells of it."""
        return self.mentions[-1].record

    def mention_of(self, record_id: str) -> Mention:
        """The mention with this record, which is one of its own."""
        return next(one for one in self.mentions if one.record.id == record_id)

    @property
    def due(self) -> str | None:
        """Of a commitment the day by which it is due, as the last article that names one has it."""
        named = [one.record.due for one in self.mentions if isinstance(one.record, Commitment) and one.record.due]
        return named[-1] if named else None

    @property
    def when(self) -> str | None:
        """Of an event its days, as the last article that names them has them."""
        named = [one.record.when for one in self.mentions if isinstance(one.record, AgendaItem) and one.record.when]
        return named[-1] if named else None

    @property
    def confidence(self) -> float:
        """That of the surest of its records."""
        return max(one.record.confidence for one in self.mentions)

    @property
    def is_open(self) -> bool:
        """Whether it is a commitment that, by the last article that tells of it, is neither kept nor ended."""
        return isinstance(self.newest, Commitment) and self.newest.status in _OPEN

    def days_left(self, day: date) -> int | None:
        """Days from `day` to the last on which it is due, below 0 where that is over; None where none is named."""
        days = day_range(self.due)
        return None if days is None else (days[1] - day).days

    @property
    def changes(self) -> tuple[Mention, ...]:
        """The mentions that changed something."""
        return tuple(one for one in self.mentions if one.step not in (Step.FIRST, Step.REPEATED))


class Ledger:
    """All entries of some articles."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """These entries, found by record and id."""
        self.all: tuple[Entry, ...] = tuple(entries)
        self.by_id: Mapping[str, Entry] = {one.id: one for one in self.all}
        self.by_record: Mapping[str, Entry] = {mention.record.id: one for one in self.all for mention in one.mentions}

    def due(self, day: date, first: int, last: int) -> list[Entry]:
        """The open commitments whose last day is `first` to `last` days from a day, the earliest first."""
        left = [(days, one) for one in self.all if one.is_open and (days := one.days_left(day)) is not None]
        return [one for _, one in sorted(((days, one) for days, one in left if first <= days <= last), key=_by_day)]

    def ahead(self, day: date, last: int) -> list[Entry]:
        """The events of which a day lies 0 to `last` days from a day, those called off included, the earliest first."""
        found = []
        for one in self.all:
            days = day_range(one.when)
            if days is not None and days[1] >= day and (days[0] - day).days <= last:
                found.append(((days[0] - day).days, one))
        return [one for _, one in sorted(found, key=_by_day)]


def _by_day(one: tuple[int, Entry]) -> tuple[int, str]:
    return one[0], one[1].id
