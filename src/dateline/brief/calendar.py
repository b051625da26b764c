"""The events of the agenda as a calendar keeps them, the same over all editions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from dateline.brief.material import Material
from dateline.records import AgendaItem, CalendarEntry, record_id
from dateline.text.timex import day_range, is_ahead
from dateline.text.words import words

_LONGEST = 31
"""Days of the longest event: "next year" is no entry of a calendar."""
_SAME = 0.5
"""The share of the shorter one's words from which two items of a story, told in other words, are one event."""


def calendar(agenda: Iterable[str], material: Material) -> tuple[CalendarEntry, ...]:
    """The entries of an edition, by uid, from its agenda and from the calendar of the edition before.

    An event that moves keeps its uid and counts one up. What was withdrawn stays once more, marked, so that calendars
    that have it can take it out; what is over is left out.
    """
    story_of = {key: story.id for story in material.stories for key in story.article_ids}
    items = {item.id: item for reading in material.readings.values() for item in reading.agenda}
    before = {entry.uid: entry for entry in (material.earlier[0].calendar if material.earlier else ())}
    found: dict[str, CalendarEntry] = {}
    for key in agenda:
        item = items[key]
        if _has_days(item) and item.article_id in story_of:
            entry = _entry(item, story_of[item.article_id], [*found.values(), *before.values()])
            found.setdefault(entry.uid, entry)
    for uid, entry in before.items():
        if uid not in found and not entry.withdrawn and is_ahead(entry.when, material.day):
            gone = entry.article_id in material.withdrawn
            found[uid] = replace(entry, withdrawn=True, sequence=entry.sequence + 1) if gone else entry
    return tuple(found[uid] for uid in sorted(found))


def _entry(item: AgendaItem, story_id: str, others: Iterable[CalendarEntry]) -> CalendarEntry:
    made = CalendarEntry(
        uid=record_id("v", item.id),
        sequence=0,
        item_id=item.id,
        article_id=item.article_id,
        story_id=story_id,
        who=item.participants,
        what=item.what,
        when=item.when or "",
        where=item.where,
        certainty=item.certainty,
    )
    same = next((other for other in others if _is_same(made, other)), None)
    if same is None:
        return made
    changed = (made.when, made.where, made.certainty) != (same.when, same.where, same.certainty)
    return replace(made, uid=same.uid, sequence=same.sequence + changed)


def _is_same(one: CalendarEntry, other: CalendarEntry) -> bool:
    if one.item_id == other.item_id:
        return True
    return one.story_id == other.story_id and tells_the_same(one.what, other.what)


def tells_the_same(one: str, other: str) -> bool:
    """Whether two tellings of a story's events share most of the words that carry something."""
    mine, theirs = _content(one), _content(other)
    shared = len(mine & theirs)
    return shared >= 2 and shared > _SAME * min(len(mine), len(theirs))


@lru_cache(maxsize=1 << 12)
def _content(what: str) -> frozenset[str]:
    return frozenset(word for word in words(what) if len(word) > 3)


def _has_days(item: AgendaItem) -> bool:
    days: tuple[date, date] | None = day_range(item.when)
    return days is not None and (days[1] - days[0]).days < _LONGEST
