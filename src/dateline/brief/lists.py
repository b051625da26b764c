"""What is coming up, what was promised, who stands where: the records behind the lists of an edition.

Each promise, event and stand is one entry of the ledger, however many articles tell of it, and stands once in a list.
"""

from collections.abc import Iterable
from datetime import timedelta

from dateline.brief.material import BriefRules, Material, is_new
from dateline.ledger import Entry, Followed, Step
from dateline.records import AgendaItem, Commitment, Position, Record
from dateline.text import timex
from dateline.text.timex import day_range

_WEEK = timedelta(days=6)
_LONGEST = timedelta(days=13)
"""From its first to its last day, an event of a week: "by the end of the year" is none, though the year has begun."""
_LONG_AGO = timedelta(days=30)


def agenda(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the events of the day or after it, by their time; those of the new articles without a time last."""
    told = (one for entry in material.ledger.all for one in entry.standing)
    items = [one for one in told if isinstance(one, AgendaItem) and rules.least.prints(one)]
    found = [one for one in items if _is_coming(one, material, rules)]
    return tuple(item.id for item in sorted(found, key=lambda item: _by_day(item.when, item.id)))


def is_ahead(item: AgendaItem, material: Material, rules: BriefRules) -> bool:
    """Whether an event is sure enough to print and, where its days are known, not over."""
    return rules.least.prints(item) and timex.is_ahead(item.when, material.day) is not False


def commitments(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the commitments in the new articles, and of earlier ones still due; those with a day due first."""
    told = (one for entry in material.ledger.all for one in _told(entry, material, rules))
    found = [one for one in told if isinstance(one, Commitment)]
    return tuple(found.id for found in sorted(found, key=lambda commitment: _by_day(commitment.due, commitment.id)))


def week(agenda_ids: Iterable[str], material: Material) -> tuple[str, ...]:
    """Of some agenda items, in their order, the ids of those that begin within the seven days from the edition's.

    What one sentence tells of one day is one event.
    """
    wanted = set(agenda_ids)
    items = {item.id: item for reading in material.readings.values() for item in reading.agenda if item.id in wanted}
    found: list[AgendaItem] = []
    for item in (items[key] for key in agenda_ids):
        days = day_range(item.when)
        if days is None or days[0] > material.day + _WEEK or days[1] < material.day or days[1] - days[0] > _LONGEST:
            continue
        if not any(_is_one_telling(item, other) for other in found):
            found.append(item)
    return tuple(item.id for item in found)


def due(material: Material) -> tuple[str, ...]:
    """The ids of the open commitments whose last day lies within the seven days from the edition's, by that day."""
    return _ids(material.ledger.due(material.day, 0, _WEEK.days))


def overdue(material: Material) -> tuple[str, ...]:
    """The ids of the open commitments whose last day is over, by that day."""
    return _ids(material.ledger.due(material.day, -_LONG_AGO.days, -1))


def positions(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the positions in the new articles, by holder."""
    told = (one for entry in material.ledger.all for one in _told(entry, material, rules))
    found = [one for one in told if isinstance(one, Position)]
    return tuple(position.id for position in sorted(found, key=lambda position: (position.holder, position.id)))


def _told(entry: Entry, material: Material, rules: BriefRules) -> list[Followed]:
    """How it stands, where that is new or still due; else its newest record, where that is new."""
    standing = [one for one in entry.standing if _is_new(one, material, rules) or _is_due(one, material)]
    found = standing or [one for one in (entry.newest,) if _is_new(one, material, rules)]
    # What was put off is told however unsure it is by itself: it is the word of one who promised it.
    return [one for one in found if rules.least.prints(one) or entry.mention_of(one.id).step is Step.PUT_OFF]


def _is_due(record: Followed, material: Material) -> bool:
    return isinstance(record, Commitment) and timex.is_ahead(record.due, material.day) is True


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.standing[-1].id for entry in entries)


def _is_one_telling(one: AgendaItem, other: AgendaItem) -> bool:
    is_one_place = one.article_id == other.article_id and one.span.overlaps(other.span)
    return is_one_place and day_range(one.when) == day_range(other.when)


def _is_new(record: Record, material: Material, rules: BriefRules) -> bool:
    return is_new(material.articles[record.article_id], material, rules)


def _is_coming(item: AgendaItem, material: Material, rules: BriefRules) -> bool:
    ahead = timex.is_ahead(item.when, material.day)
    return _is_new(item, material, rules) if ahead is None else ahead


def _by_day(value: str | None, record_id: str) -> tuple[bool, str, str]:
    days = day_range(value)
    return (days is None, "" if days is None else days[0].isoformat(), record_id)
