"""A course of events over days."""

from dataclasses import dataclass
from datetime import date

from dateline.records.ids import record_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about the same events, copies folded. It is as old as its first article, whose id names it."""

    id: str
    article_ids: tuple[str, ...]
    """The originals of its copy sets, oldest first."""
    first_day: date
    last_day: date


def story_id(first_article: str) -> str:
    """The id of the story whose first article has this id."""
    return record_id("s", first_article)
