"""A course of events over days."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.records.copies import CopySet
from dateline.records.edition import Passage
from dateline.records.ids import record_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An article came into a story, or was moved to it when later articles told more; and why."""

    article_id: str
    story_id: str
    day: date | None
    """The day that was known when it was placed; None for articles without a date, which are placed last."""
    came_from: str | None = None
    """The story that it was in before; None for its first placement."""
    through: str | None = None
    """Where all of a story became part of this one, the article of it that brought that about; `nearest` and what
    follows are then said of that one.
    """
    nearest: str | None = None
    """The article of the story that it is likeliest to belong with; where it is alone, the likeliest elsewhere."""
    chance: float = 0.0
    """The chance that it is of one story with that one, 0 to 1."""
    names: tuple[str, ...] = ()
    """The names that tell most of those that both have, in lower case."""
    words: tuple[str, ...] = ()
    """The same of other words."""
    decided: str | None = None
    """Who put it there, when and why, as one line, where a person did; then `came_from` is the story where it was
    grouped, None where that is the same.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about the same events, copies folded. The article that began it names it, for good."""

    id: str
    article_ids: tuple[str, ...]
    """The originals of its copy sets, oldest first."""
    first_day: date
    last_day: date
    placements: tuple[Placement, ...] = ()
    """How its articles came here: the last placement of each, in their order."""
    title: str | None = None
    """What a person calls it, shown as such."""
    titled: str | None = None
    """Who named it, when and why, as one line."""
    followers: tuple[str, ...] = ()
    """Who follows it, each once, in the order in which they began to: "ann", "bo, for “ferry eider”"."""
    former: tuple[str, ...] = ()
    """The ids of stories whose last article a person put into it, and that those had before; sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDay:
    """A day in the course of a story."""

    day: date | None
    """None for articles that name none."""
    article_ids: tuple[str, ...]
    """The originals that came out on it, in order of time."""
    new: tuple[Passage, ...]
    """What no earlier day told; empty where nothing that can stand alone is new."""


def story_id(first_article: str, again: int = 0) -> str:
    """The id of the story that this article began; of the next one that it begins, where it left that, and so on."""
    return record_id("s", first_article, *([str(again)] if again else []))


def apart_id(articles: Sequence[str]) -> str:
    """The id of the story that a person made of these articles."""
    return record_id("s", *articles, "apart")


def story_ids(stories: Iterable[Story], copy_sets: Iterable[CopySet]) -> dict[str, str]:
    """By article the id that its story has now; a copy's is that of its original."""
    found = {key: story.id for story in stories for key in story.article_ids}
    for copy_set in copy_sets:
        if copy_set.original in found:
            found |= {key: found[copy_set.original] for key in copy_set.members() if key not in found}
    return found


def ids_since(stories: Sequence[Story], copy_sets: Iterable[CopySet]) -> dict[str, str]:
    """By each id that a story has, or that one had before, the id that it has now.

    A story that is no more is the one that a person put the last of it into; else the one that most of the articles
    that left it are in. Where their placements do not tell of it (an older article or a newer version named it anew, as
    every run groups from the beginning), it is the one of the article that gave it its name.
    """
    left: dict[str, Counter[str]] = {}
    for story in stories:
        for placed in story.placements:
            if placed.came_from is not None:
                left.setdefault(placed.came_from, Counter())[story.id] += 1
    named = story_ids(stories, copy_sets).items()
    return {
        **{story_id(key, again): story for again in (1, 0) for key, story in named},
        **{story: gone.most_common(1)[0][0] for story, gone in left.items()},
        **{former: story.id for story in stories for former in story.former},
        **{story.id: story.id for story in stories},
    }
