"""A course of events over days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
    followed: str | None = None
    """Who follows it, as one line: "ann", "ann, for “ferry eider”"."""


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
