"""The one entry of the step: every original in one story, day by day, seeing only what came in by then."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from dateline.group.running import GroupRules, Running
from dateline.records import Article, CopySet, Placement, Story, by_time


def stories(copy_sets: Sequence[CopySet], articles: Mapping[str, Article], rules: GroupRules) -> tuple[Story, ...]:
    """The stories of the originals, in the order of their first articles; withdrawn sets are in none.

    Days are taken one after the other. What came in on one is compared with the articles of the last days; then the
    stories that are touched are looked at again, with what is new: new articles join them, and where the new ones
    bridge or part them, they are merged or split. An article that names no day is taken last, with the last day: by
    then it was there, and more is not known. (An edition has none: they are passed over before anything is folded.)

    The mapping may load an article when it is asked for: each is asked for twice, and no text is kept.
    """
    ids, days = _in_order(copy_sets, articles)
    running = Running(articles, rules)
    for day, arrived in groupby(range(len(ids)), key=days.__getitem__):
        running.take(day, [ids[place] for place in arrived])
    found = sorted(running.shelves.members.items(), key=lambda entry: entry[1])
    return tuple(_story(story, members, ids, days, running.placements) for story, members in found)


def _in_order(copy_sets: Sequence[CopySet], articles: Mapping[str, Article]) -> tuple[list[str], list[date | None]]:
    """The ids of the originals by time, and the days on which they came out; None where one does not say."""
    originals = (articles[copy_set.original] for copy_set in copy_sets if copy_set.withdrawn_by is None)
    known = sorted((by_time(one), one.id, None if one.published is None else one.published.day) for one in originals)
    return [key for _, key, _ in known], [day for _, _, day in known]


def _story(
    key: str, members: Sequence[int], ids: Sequence[str], days: Sequence[date | None], last: Mapping[str, Placement]
) -> Story:
    dated = [day for place in members if (day := days[place]) is not None] or [date.min]
    return Story(
        id=key,
        article_ids=tuple([ids[place] for place in members]),
        first_day=dated[0],
        last_day=dated[-1],
        placements=tuple([last[ids[place]] for place in members]),
    )
