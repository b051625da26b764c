"""The course of a story: what was new on which day."""

from collections.abc import Iterator
from datetime import date

from dateline.brief.choose import Told, fresh
from dateline.brief.material import BriefRules, Material
from dateline.records import Article, CourseDay, Story


def course(story: Story, material: Material, rules: BriefRules) -> tuple[CourseDay, ...]:
    """The days of a story, the first one first; articles that name no day stand last.

    What is new on a day is in sentences of its articles that none of an earlier day told, the most carried first. Of
    `material` the articles, their readings and copy sets are asked, and which may not be quoted.
    """
    return tuple(_days(story, material, rules))


def _days(story: Story, material: Material, rules: BriefRules) -> Iterator[CourseDay]:
    copies = material.carried
    days: dict[date | None, list[Article]] = {}
    for article in (material.articles[key] for key in story.article_ids if key in material.articles):
        day = None if article.published is None else article.published.day_in(rules.zone)
        days.setdefault(day, []).append(article)
    known = Told()
    for day in sorted(days, key=lambda one: one or date.max):
        new = fresh(sorted(days[day], key=lambda one: -copies.get(one.id, 0)), known, material, rules)
        for article in days[day]:
            known.add(article.text)
        yield CourseDay(day=day, article_ids=tuple(one.id for one in days[day]), new=new)
