"""One commitment, event or position over all articles, with every article that tells of it and what each changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from dateline.records import AgendaItem, Certainty, Commitment, CommitmentStatus, Position
from dateline.text.timex import day_range, in_words
from dateline.text.words import words

Followed = Commitment | AgendaItem | Position
"""What is followed."""

_OPEN = frozenset({CommitmentStatus.PLEDGED, CommitmentStatus.CONDITIONAL})


class Step(StrEnum):
    """What an article adds to what earlier ones told."""

    FIRST = "first told"
    REPEATED = "repeated"
    DIFFERS = "another source says otherwise"
    """Another outlet gives another amount, day, status or stance within a day: which of them is right is not known."""
    RAISED = "raised"
    CUT = "cut"
    RECALLED = "recalled"
    """What held before is told again as past: "had promised 5,000 crowns by Thursday"."""
    DELAYED = "delayed"
    PUT_OFF = "put off"
    """It is refused before a later day: "will not be paid before 19 May". By when it will be kept is not known."""
    ADVANCED = "brought forward"
    MOVED = "moved"
    """An event has another day, or another place, of which an article says that it takes the earlier one's."""
    CANCELLED = "called off"
    CHANGED = "changed"
    """A commitment has another status, as that it was kept, or a holder another stance."""


_NO_CHANGE = frozenset({Step.FIRST, Step.REPEATED, Step.RECALLED})


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's record, and what it changed."""

    record: Followed
    step: Step
    before: str | None = None
    """What held before, as the earlier record gives it; None where nothing changed."""
    now: str | None = None
    """What holds by this record in its place."""

    def told(self) -> str:
        """The step and what it changed, as "raised from 5 crowns to 8 crowns"."""
        if self.before is None or self.now is None:
            return self.step.value
        before, now = in_words(self.before), in_words(self.now)
        if self.step is Step.DIFFERS:
            return f"{self.step.value}: {now}, not {before}"
        if self.step is Step.PUT_OFF:
            return f"{self.step.value} from {before}: not before {now}"
        return f"{self.step.value} from {before} to {now}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The least confidence, 0 to 1, from which a record is printed. The defaults are those at which records read by eye
    were right often enough, or as often as they get (docs/measures.md, Promises, events and stands).
    """

    commitment: float = 0.72
    agenda: float = 0.75
    position: float = 0.92

    def prints(self, record: Followed) -> bool:
        """Whether a record is sure enough."""
        if isinstance(record, Commitment):
            return record.confidence >= self.commitment
        return record.confidence >= (self.agenda if isinstance(record, AgendaItem) else self.position)


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment, event or position."""

    id: str
    """Made of its first record's: it stays as long as that one does."""
    mentions: tuple[Mention, ...]
    """As the articles came out."""

    @property
    def newest(self) -> Followed:
        """The record of the last article that tells of it, and not only of what held before."""
        return self._newest.record

    @property
    def _newest(self) -> Mention:
        return next(one for one in reversed(self.mentions) if one.step is not Step.RECALLED)

    @property
    def standing(self) -> tuple[Followed, ...]:
        """The records that tell how it stands, the newest last: the last word, and beside it where sources differ.

        What only repeats is the last word where it is as sure, and names all that the one before does, its day as
        exactly; or another place.
        """
        found: list[Followed] = []
        for one in self.mentions:
            if one.step is Step.RECALLED:
                continue
            if one.step is Step.REPEATED:
                same = [old for old in found if not _are_apart(days_of(old), days_of(one.record))][-1:]
                if not same or _tells_as_much(one.record, same[0]) or are_elsewhere(one.record, same[0]):
                    found = [*(old for old in found if old not in same), one.record]
            else:
                found = [*(found if one.step is Step.DIFFERS else ()), one.record]
        return tuple(found)

    def mention_of(self, record_id: str) -> Mention:
        """The mention with this record, which is one of its own."""
        return next(one for one in self.mentions if one.record.id == record_id)

    @property
    def due(self) -> str | None:
        """Of a commitment the day by which it is due, as it stands, or as the last article that names one had it."""
        told = (*(one.record for one in self.mentions if one.step is not Step.RECALLED), *self.standing)
        return next((one.due for one in reversed(told) if isinstance(one, Commitment) and one.due), None)

    @property
    def when(self) -> str | None:
        """Of an event its days, as it stands, or as the last article that names them had them."""
        told = (*(one.record for one in self.mentions), *self.standing)
        return next((one.when for one in reversed(told) if isinstance(one, AgendaItem) and one.when), None)

    @property
    def is_open(self) -> bool:
        """Whether it is a commitment that, by the last article that tells of it, is neither kept nor ended.

        What was put off is open: there is a day before which nothing is to come of it.
        """
        newest = self._newest
        return isinstance(newest.record, Commitment) and (newest.record.status in _OPEN or newest.step is Step.PUT_OFF)

    def days_left(self, day: date) -> int | None:
        """Days from `day` to the last on which it is due, below 0 where that is over; None where none is named."""
        days = day_range(self.due)
        return None if days is None else (days[1] - day).days

    @property
    def changes(self) -> tuple[Mention, ...]:
        """The mentions that changed something."""
        return tuple(one for one in self.mentions if one.step not in _NO_CHANGE)


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


def days_of(record: Followed) -> tuple[date, date] | None:
    """The first and last day by which a commitment is due or on which an event is; None where none is known."""
    if isinstance(record, Position):
        return None
    return day_range(record.due if isinstance(record, Commitment) else record.when)


def _are_apart(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Whether no day is of both; days that are not known may be any."""
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def are_elsewhere(one: Followed, other: Followed) -> bool:
    """Whether both name a place, and in names of which none is the same."""
    places = [names_of(record.where or "") for record in (one, other) if isinstance(record, AgendaItem)]
    return len(places) > 1 and all(places) and places[0].isdisjoint(places[1])


def names_of(place: str) -> frozenset[str]:
    """The names in the words for a place, "the spa town of Brennick"; all of its words where there is none."""
    names = " ".join(word for word in place.split() if word[:1].isupper())
    return frozenset(words(names or place))


def _tells_as_much(one: Followed, other: Followed) -> bool:
    """Whether a record is as sure as another one and has all that it has, with days as exact."""
    known, wanted = ({field.name for field in fields(told) if getattr(told, field.name)} for told in (one, other))
    days, exact = days_of(one), days_of(other)
    coarser = days is not None and exact is not None and days[1] - days[0] > exact[1] - exact[0]
    return one.confidence >= other.confidence and wanted <= known and not coarser


def ends(record: Followed) -> bool:
    """Whether nothing is to come of a record's promise or event any more."""
    if isinstance(record, Commitment):
        return record.status not in _OPEN
    return isinstance(record, AgendaItem) and record.certainty is Certainty.CANCELLED


def _by_day(one: tuple[int, Entry]) -> tuple[int, str]:
    return one[0], one[1].id
