"""What is coming up, what was promised, who stands where: the records behind the lists of an edition."""

from collections.abc import Iterator

from dateline.brief.material import BriefRules, Material, by_time, is_of_day
from dateline.records import AgendaItem, Article, Commitment, Position, Reading
from dateline.text.timex import day_range, is_ahead
from dateline.text.words import words


def agenda(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the events of the day or after it, by their time; those of today's articles without a time last.

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


def commitments(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the commitments in today's articles, and of earlier ones still due; those with a day due first."""
    found: list[Commitment] = []
    for article, reading in _read(material):
        today = is_of_day(article, material, rules)
        found += [
            commitment
            for commitment in reading.commitments
            if commitment.confidence >= rules.least_confidence and (today or is_ahead(commitment.due, material.day))
        ]
    return tuple(found.id for found in sorted(found, key=lambda commitment: _by_day(commitment.due, commitment.id)))


def positions(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the positions in today's articles, by holder."""
    found: list[Position] = []
    for article, reading in _read(material):
        if is_of_day(article, material, rules):
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
    ahead = is_ahead(item.when, material.day)
    return is_of_day(article, material, rules) if ahead is None else ahead


def _by_day(value: str | None, record_id: str) -> tuple[bool, str, str]:
    days = day_range(value)
    return (days is None, "" if days is None else days[0].isoformat(), record_id)
