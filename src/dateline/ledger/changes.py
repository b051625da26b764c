"""What a later record of a commitment, an event or a position changes in what was known of it."""

from collections.abc import Sequence

from dateline.ledger.entries import Followed, Mention, Step, are_elsewhere, days_of
from dateline.ledger.wording import is_moved_from, is_put_off, looks_back
from dateline.records import AgendaItem, Amount, Article, Certainty, Commitment, CommitmentStatus, Position
from dateline.text.timex import day_range

_AT_ONCE = 1
"""Days within which two outlets that differ are two sources, and not one after the other."""


_Change = tuple[Step, str | None, str | None, Followed | None]
"""The step, what held before, what holds now, and the record that said so where another source's word would not end it.
"""
_SAME: _Change = (Step.REPEATED, None, None, None)
_RECALLED: _Change = (Step.RECALLED, None, None, None)
_ENDED = frozenset({CommitmentStatus.DELIVERED, CommitmentStatus.WITHDRAWN})


def mention(record: Followed, article: Article, before: Sequence[tuple[Followed, Article]]) -> Mention:
    """The record as the next one of an entry, whose earlier records come with their articles, the oldest first."""
    if not before:
        return Mention(record, Step.FIRST)
    step, was, now, earlier = _change(record, article, [one for one, _ in before])
    told = {one.id: where for one, where in before}
    if earlier is not None and _is_other_source(article, told[earlier.id]):
        step = Step.DIFFERS
    return Mention(record, step, was, now)


def _change(record: Followed, article: Article, before: Sequence[Followed]) -> _Change:
    if isinstance(record, Commitment):
        return _of_commitment(record, article, [one for one in before if isinstance(one, Commitment)])
    if isinstance(record, AgendaItem):
        return _of_event(record, article, [one for one in before if isinstance(one, AgendaItem)])
    return _of_position(record, [one for one in before if isinstance(one, Position)])


def _of_commitment(record: Commitment, article: Article, told: Sequence[Commitment]) -> _Change:
    before = [one for at, one in enumerate(told) if at == 0 or not looks_back(one, told[:at])]
    if looks_back(record, told):
        return _RECALLED
    last = before[-1]
    if is_put_off(record):
        earlier = next((one for one in reversed(before) if one.due), last)
        # Who says that it is put off knows what was told before: no other source's word against another.
        return (Step.PUT_OFF, earlier.due, record.due, None) if _later(record.due, earlier.due) > 0 else _SAME
    if record.status is not last.status and not (is_put_off(last) and record.status is CommitmentStatus.PLEDGED):
        return Step.CHANGED, last.status.value, record.status.value, None if record.status in _ENDED else last
    return _of_terms(record, article, before)


def _of_terms(record: Commitment, article: Article, before: Sequence[Commitment]) -> _Change:
    """What a record changes in the amount or the day of a commitment of the same status."""
    earlier = next((one for one in reversed(before) if one.amount), before[-1])
    more = _more(record.amount, earlier.amount)
    if more and earlier.amount and record.amount:
        step = Step.RAISED if more > 0 else Step.CUT
        return step, earlier.amount.in_figures(), record.amount.in_figures(), earlier
    earlier = next((one for one in reversed(before) if one.due), before[-1])
    later = _later(record.due, earlier.due)
    if later < 0 and _is_over(record, article):
        return _RECALLED
    return ((Step.DELAYED if later > 0 else Step.ADVANCED), earlier.due, record.due, earlier) if later else _SAME


def _of_event(record: AgendaItem, article: Article, before: Sequence[AgendaItem]) -> _Change:
    last = before[-1]
    if record.certainty is Certainty.CANCELLED and last.certainty is not Certainty.CANCELLED:
        return Step.CANCELLED, last.certainty.value, record.certainty.value, None
    earlier = next((one for one in reversed(before) if one.when), last)
    if _later(record.when, earlier.when):
        return Step.MOVED, earlier.when, record.when, earlier
    earlier = next((one for one in reversed(before) if one.where), last)
    if earlier.where and are_elsewhere(record, earlier) and is_moved_from(earlier.where, record, article):
        return Step.MOVED, earlier.where, record.where, None
    return _SAME


def _is_over(record: Commitment, article: Article) -> bool:
    """Whether the day by which it was due is over when the article tells of it."""
    days = days_of(record)
    return days is not None and article.published is not None and days[1] < article.published.day


def _of_position(record: Position, before: Sequence[Position]) -> _Change:
    last = before[-1]
    if record.stance is last.stance:
        return _SAME
    return Step.CHANGED, last.stance.value, record.stance.value, last


def _is_other_source(article: Article, other: Article) -> bool:
    if (article.outlet or article.agency) == (other.outlet or other.agency):
        return False
    if article.published is None or other.published is None:
        return True
    return abs((article.published.day - other.published.day).days) <= _AT_ONCE


def _more(amount: Amount | None, before: Amount | None) -> float:
    """Above 0 where the amount is larger, below where it is smaller; 0 where they cannot be told apart."""
    if amount is None or before is None or (amount.unit, amount.per) != (before.unit, before.per):
        return 0
    mine, theirs = _bounds(amount), _bounds(before)
    if mine[0] > theirs[1]:
        return 1
    return -1 if mine[1] < theirs[0] else 0


def _bounds(amount: Amount) -> tuple[float, float]:
    if amount.value is not None:
        return amount.value, amount.value
    return (
        float("-inf") if amount.min is None else amount.min,
        float("inf") if amount.max is None else amount.max,
    )


def _later(when: str | None, before: str | None) -> int:
    """Above 0 where all days are later, below where all are earlier; 0 where they share one or one is not known."""
    mine, theirs = day_range(when), day_range(before)
    if mine is None or theirs is None:
        return 0
    if mine[0] > theirs[1]:
        return 1
    return -1 if mine[1] < theirs[0] else 0
