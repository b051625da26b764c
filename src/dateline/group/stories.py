"""The one entry of the step: every original in one story, day by day, seeing only what came in by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dateline.group.running import GroupRules, Running, day_of
from dateline.records import Article, CopySet, Placement, Story, by_time


@dataclass(frozen=True, slots=True)
class Grouped:
    """The stories, and how each article came where it is."""

    stories: tuple[Story, ...]
    """In the order of their first article."""
    placements: tuple[Placement, ...]
    """In the order in which they came about; the last one of an article tells where it is."""


def stories(copy_sets: Sequence[CopySet], articles: Mapping[str, Article], rules: GroupRules) -> Grouped:
    """The stories of the originals; withdrawn sets are in none.

    Days are taken one after the other. What came in on one is compared with the articles of the last days; then the
    stories that are touched are looked at again, with what is new: new articles join them, and where the new ones
    bridge or part them, they are merged or split. Articles without a date come last and find every story open.
    """
    originals = [articles[copy_set.original] for copy_set in copy_sets if copy_set.withdrawn_by is None]
    ordered = sorted(originals, key=by_time)
    running = Running(ordered, rules)
    for day, arrived in groupby(range(len(ordered)), key=lambda place: day_of(ordered[place])):
        running.take(day, list(arrived))
    found = sorted(running.shelves.members.items(), key=lambda entry: entry[1])
    last = {one.article_id: one for one in running.placements}
    made = tuple(_story(story, [ordered[place] for place in members], last) for story, members in found)
    return Grouped(made, tuple(running.placements))


def _story(key: str, articles: Sequence[Article], last: Mapping[str, Placement]) -> Story:
    days = [article.published.day for article in articles if article.published is not None] or [date.min]
    return Story(
        id=key,
        article_ids=tuple(article.id for article in articles),
        first_day=min(days),
        last_day=max(days),
        placements=tuple(last[article.id] for article in articles),
    )
