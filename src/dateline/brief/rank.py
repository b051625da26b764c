"""What matters today, with the reason kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.brief.material import BriefRules, Material, by_time, is_of_day
from dateline.records import Article, CopySet, Story

_NO_SECTION = "News"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story of the day, with what its rank rests on."""

    story: Story
    today: tuple[Article, ...]
    """Its originals of the day, the leading one first."""
    independent_sources: int
    carried_by: tuple[str, ...]
    section: str
    why: str


def stories_of_day(material: Material, rules: BriefRules) -> list[Ranked]:
    """The stories with an article of the day: those that most wrote of independently first, then the newest."""
    sets = {copy_set.original: copy_set for copy_set in material.copy_sets}
    found = [_ranked(story, material, sets, rules) for story in material.stories]
    return sorted((ranked for ranked in found if ranked.today), key=_order)


def _order(ranked: Ranked) -> tuple[object, ...]:
    return (-ranked.independent_sources, -len(ranked.carried_by), -len(ranked.today), ranked.story.id)


def _ranked(story: Story, material: Material, sets: Mapping[str, CopySet], rules: BriefRules) -> Ranked:
    originals = [material.articles[key] for key in story.article_ids]
    today = sorted((one for one in originals if is_of_day(one, material, rules)), key=lambda one: _lead(one, sets))
    members = [sets[one.id] for one in originals if one.id in sets]
    sources = _independent(members, material.articles)
    carried = _carried_by(members, material.articles)
    return Ranked(
        story, tuple(today), sources, carried, _section(today), _why(sources, carried, today, story, material)
    )


def _lead(article: Article, sets: Mapping[str, CopySet]) -> tuple[object, ...]:
    """The article that most carried comes first; of two alike the fuller, which has more to quote."""
    copies = len(sets[article.id].copies) if article.id in sets else 0
    return (-copies, not article.headline, -min(len(article.text), 3000), by_time(article))


def _independent(members: Sequence[CopySet], articles: Mapping[str, Article]) -> int:
    """How many wrote a text of their own; an agency counts once, however many carry it."""
    return len({copy_set.agency or articles[copy_set.original].outlet or copy_set.original for copy_set in members})


def _carried_by(members: Sequence[CopySet], articles: Mapping[str, Article]) -> tuple[str, ...]:
    ids = [key for copy_set in members for key in (copy_set.original, *(copy.article_id for copy in copy_set.copies))]
    return tuple(sorted({outlet for key in ids if key in articles and (outlet := articles[key].outlet)}))


def _section(today: Sequence[Article]) -> str:
    return next((article.section for article in today if article.section), _NO_SECTION)


def _why(sources: int, carried: tuple[str, ...], today: Sequence[Article], story: Story, material: Material) -> str:
    parts = [_counted(sources, "independent source")]
    if len(carried) > sources:
        parts.append(f"carried by {_counted(len(carried), 'outlet')}")
    if story.first_day < material.day:
        parts.append(f"running since {story.first_day.isoformat()}, {_counted(len(today), 'new article')} today")
    else:
        parts.append("new today")
    return "; ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
