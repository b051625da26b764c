"""What a later record of a commitment, an event or a position changes in what was known of it."""

from collections.abc import Sequence

from dateline.ledger.entries import Followed, Mention, Step
from dateline.records import AgendaItem, Amount, Article, Certainty, Commitment, Position
from dateline.text.timex import day_range

_AT_ONCE = 1
"""Days within which two outlets that differ are two sources, and not one after the other."""


def mention(record: Followed, article: Article, before: Sequence[tuple[Followed, Article]]) -> Mention:
    """The record as the next one of an entry, whose earlier records come with their articles, the oldest first."""
    if not before:
        return Mention(record, Step.FIRST)
    step, was = _change(record, [one for one, _ in before])
    if step in _COUNTED and _is_other_source(article, before[-1][1]):
        return Mention(record, Step.DIFFERS, was)
    return Mention(record, step, was)


_COUNTED = frozenset({Step.RAISED, Step.CUT, Step.DELAYED, Step.ADVANCED, Step.MOVED})


def _change(record: Followed, before: Sequence[Followed]) -> tuple[Step, str | None]:
    if isinstance(record, Commitment):
        return _of_commitment(record, [one for one in before if isinstance(one, Commitment)])
    if isinstance(record, AgendaItem):
        return _of_event(record, [one for one in before if isinstance(one, AgendaItem)])
    return _of_position(record, [one for one in before if isinstance(one, Position)])


def _of_commitment(record: Commitment, before: Sequence[Commitment]) -> tuple[Step, str | None]:
    last = before[-1]
    if record.status is not last.status:
        return Step.CHANGED, last.status.value
    earlier = next((one.amount for one in reversed(before) if one.amount), None)
    more = _more(record.amount, earlier)
    if more and earlier is not None:
        return (Step.RAISED if more > 0 else Step.CUT), earlier.in_figures()
    due = next((one.due for one in reversed(before) if one.due), None)
    later = _later(record.due, due)
    if later:
        return (Step.DELAYED if later > 0 else Step.ADVANCED), due
    return Step.REPEATED, None


def _of_event(record: AgendaItem, before: Sequence[AgendaItem]) -> tuple[Step, str | None]:
    last = before[-1]
    if record.certainty is Certainty.CANCELLED and last.certainty is not Certainty.CANCELLED:
        return Step.CANCELLED, last.certainty.value
    when = next((one.when for one in reversed(before) if one.when), None)
    return (Step.MOVED, when) if _later(record.when, when) else (Step.REPEATED, None)


def _of_position(record: Position, before: Sequence[Position]) -> tuple[Step, str | None]:
    last = before[-1]
    return (Step.CHANGED, last.stance.value) if record.stance is not last.stance else (Step.REPEATED, None)


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
