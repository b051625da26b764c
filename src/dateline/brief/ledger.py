"""What is coming up, what was promised, who stands where: the records behind the lists of an edition."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from dateline.brief.calendar import tells_the_same
from dateline.brief.material import BriefRules, Material, is_new
from dateline.records import AgendaItem, Article, Commitment, CommitmentStatus, Position, Reading, by_time
from dateline.text import timex
from dateline.text.timex import day_range
from dateline.text.words import words

_WEEK = timedelta(days=6)
_LONGEST = timedelta(days=13)
"""From its first to its last day, an event of a week: "by the end of the year" is none, though the year has begun."""
_LONG_AGO = timedelta(days=30)
_OPEN = frozenset({CommitmentStatus.PLEDGED, CommitmentStatus.CONDITIONAL})
_SETTLED = frozenset({CommitmentStatus.DELIVERED, CommitmentStatus.WITHDRAWN, CommitmentStatus.REFUSED})


def agenda(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the events of the day or after it, by their time; those of the new articles without a time last.

    The same words for an event at the same time in several articles are one event, shown where it first stood.
    """
    seen: set[tuple[tuple[str, ...], str | None]] = set()
    found: list[AgendaItem] = []
    for article, reading in _read(material):
        for item in reading.agenda:
            key = (tuple(words(item.what)), item.when)
            if item.confidence < rules.least_confidence or key in seen:
                continue
            if _is_coming(item, article, material, rules):
                seen.add(key)
                found.append(item)
    return tuple(item.id for item in sorted(found, key=lambda item: _by_day(item.when, item.id)))


def is_ahead(item: AgendaItem, material: Material, sure: float) -> bool:
    """Whether an event is sure enough to print and, where its days are known, not over."""
    return item.confidence >= sure and timex.is_ahead(item.when, material.day) is not False


def commitments(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the commitments in the new articles, and of earlier ones still due; those with a day due first."""
    found: list[Commitment] = []
    for article, reading in _read(material):
        new = is_new(article, material, rules)
        found += [
            commitment
            for commitment in reading.commitments
            if commitment.confidence >= rules.least_confidence and (new or timex.is_ahead(commitment.due, material.day))
        ]
    return tuple(found.id for found in sorted(found, key=lambda commitment: _by_day(commitment.due, commitment.id)))


def week(agenda_ids: Iterable[str], material: Material) -> tuple[str, ...]:
    """Of some agenda items, in their order, the ids of those that begin within the seven days from the edition's.

    Where several articles of a story tell of an event of one day, the last of them stands for all.
    """
    story_of = {key: story.id for story in material.stories for key in story.article_ids}
    wanted = set(agenda_ids)
    items = {item.id: item for _, reading in _read(material) for item in reading.agenda if item.id in wanted}
    found: dict[str, AgendaItem] = {}
    for item in (items[key] for key in agenda_ids):
        days = day_range(item.when)
        if days is None or days[0] > material.day + _WEEK or days[1] < material.day or days[1] - days[0] > _LONGEST:
            continue
        same = (key for key, other in found.items() if _is_same(item, other, story_of))
        key = next(same, item.id)
        if key == item.id or _time_of(item, material) > _time_of(found[key], material):
            found[key] = item
    return tuple(item.id for item in found.values())


def _is_same(one: AgendaItem, other: AgendaItem, story_of: Mapping[str, str]) -> bool:
    told = [" ".join((*item.participants, item.what)) for item in (one, other)]
    same_day = day_range(one.when) == day_range(other.when)
    if same_day and one.article_id == other.article_id and one.span.overlaps(other.span):
        return True
    return same_day and story_of.get(one.article_id) == story_of.get(other.article_id) and tells_the_same(*told)


def _time_of(item: AgendaItem, material: Material) -> tuple[object, ...]:
    return by_time(material.articles[item.article_id])


def due(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the open commitments whose last day lies within the seven days from the edition's, by that day."""
    return _by_last_day(material, rules, 0, _WEEK.days)


def overdue(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the open commitments whose last day is over, without those that a later article settles."""
    return _by_last_day(material, rules, -_LONG_AGO.days, -1)


def _by_last_day(material: Material, rules: BriefRules, first: int, last: int) -> tuple[str, ...]:
    """Open commitments whose last day is `first` to `last` days from the edition's."""
    found: list[tuple[int, str]] = []
    settled: list[Commitment] = []
    for _, reading in reversed(list(_read(material))):
        for one in reading.commitments:
            days = day_range(one.due)
            ahead = None if days is None else (days[1] - material.day).days
            is_sure = one.confidence >= rules.least_confidence and one.status in _OPEN
            if is_sure and ahead is not None and first <= ahead <= last and not _is_settled(one, settled):
                found.append((ahead, one.id))
        settled += [one for one in reading.commitments if one.status in _SETTLED]
    return tuple(key for _, key in sorted(found))


def _is_settled(one: Commitment, later: Iterable[Commitment]) -> bool:
    """Whether a later article says of the same actor that the same act was done or ended."""
    act = set(words(one.action))
    return any(
        other.actor.casefold() == one.actor.casefold()
        and 2 * len(act & set(words(other.action))) > min(len(act), len(words(other.action)))
        for other in later
    )


def positions(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the positions in the new articles, by holder."""
    found: list[Position] = []
    for article, reading in _read(material):
        if is_new(article, material, rules):
            found += [position for position in reading.positions if position.confidence >= rules.least_confidence]
    return tuple(position.id for position in sorted(found, key=lambda position: (position.holder, position.id)))


def _read(material: Material) -> Iterator[tuple[Article, Reading]]:
    """The originals that stand in a story and were read, in the order in which they came out."""
    shown = {key for story in material.stories for key in story.article_ids}
    for article in sorted((material.articles[key] for key in shown), key=by_time):
        reading = material.readings.get(article.id)
        if reading is not None:
            yield article, reading


def _is_coming(item: AgendaItem, article: Article, material: Material, rules: BriefRules) -> bool:
    ahead = timex.is_ahead(item.when, material.day)
    return is_new(article, material, rules) if ahead is None else ahead


def _by_day(value: str | None, record_id: str) -> tuple[bool, str, str]:
    days = day_range(value)
    return (days is None, "" if days is None else days[0].isoformat(), record_id)
