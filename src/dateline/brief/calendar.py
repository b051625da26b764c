"""The events of the agenda as a calendar keeps them, the same over all editions."""

from collections.abc import Container, Iterable, Sequence
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

    Within an edition only items whose days overlap are one event. An event that moves keeps its uid and counts one up.
    What was withdrawn stays once more, marked, so that calendars that have it can take it out; what is over is left
    out.
    """
    before = {entry.uid: entry for entry in (material.earlier[0].calendar if material.earlier else ())}
    told = _told(agenda, material)
    known = _known(told, list(before.values()))
    found = {entry.uid: entry for entry in (_entry(one, known.get(one.uid), before) for one in told)}
    for uid, entry in before.items():
        if uid not in found and not entry.withdrawn and is_ahead(entry.when, material.day):
            gone = entry.article_id in material.withdrawn
            found[uid] = replace(entry, withdrawn=True, sequence=entry.sequence + 1) if gone else entry
    return tuple(found[uid] for uid in sorted(found))


def _told(agenda: Iterable[str], material: Material) -> list[CalendarEntry]:
    """An entry for each event of the agenda, by the first item that tells of it."""
    story_of = {key: story.id for story in material.stories for key in story.article_ids}
    items = {item.id: item for reading in material.readings.values() for item in reading.agenda}
    found: list[CalendarEntry] = []
    for item in (items[key] for key in agenda):
        if _has_days(item) and item.article_id in story_of:
            made = _made(item, story_of[item.article_id])
            if not any(_is_same(made, other) and _shared_days(made, other) for other in found):
                found.append(made)
    return found


def _known(told: Sequence[CalendarEntry], before: Sequence[CalendarEntry]) -> dict[str, CalendarEntry]:
    """By the uid of what is told, the entry of the edition before that is the same event.

    Each stands for one event only: for its own item, else for the one whose days are most its own, else, where it seems
    to have moved, for the nearest.
    """
    pairs = [(_likeness(one, other), one, other) for one in told for other in before if _is_same(one, other)]
    found: dict[str, CalendarEntry] = {}
    taken: set[str] = set()
    for _, one, other in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        if one.uid not in found and other.uid not in taken:
            found[one.uid] = other
            taken.add(other.uid)
    return found


def _likeness(one: CalendarEntry, other: CalendarEntry) -> tuple[bool, float, int]:
    mine, theirs = day_range(one.when), day_range(other.when)
    apart = abs((mine[0] - theirs[0]).days) if mine and theirs else _LONGEST
    return one.item_id == other.item_id, _shared_days(one, other), -apart


def _shared_days(one: CalendarEntry, other: CalendarEntry) -> float:
    """The share of the days of either that both have."""
    mine, theirs = day_range(one.when), day_range(other.when)
    if mine is None or theirs is None:
        return 0.0
    both = (min(mine[1], theirs[1]) - max(mine[0], theirs[0])).days + 1
    return max(both, 0) / ((max(mine[1], theirs[1]) - min(mine[0], theirs[0])).days + 1)


def _made(item: AgendaItem, story_id: str) -> CalendarEntry:
    return CalendarEntry(
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


def _entry(made: CalendarEntry, known: CalendarEntry | None, before: Container[str]) -> CalendarEntry:
    if known is None:
        # An event that was one with this item before may keep the uid that was made of it.
        return replace(made, uid=record_id("v", made.item_id, made.when)) if made.uid in before else made
    changed = (made.when, made.where, made.certainty) != (known.when, known.where, known.certainty)
    return replace(made, uid=known.uid, sequence=known.sequence + changed)


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
