"""A course of events over days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about the same events, copies folded. It is as old as its first article, whose id names it."""

    id: str
    article_ids: tuple[str, ...]
    """The originals of its copy sets, oldest first."""
    first_day: date
    last_day: date
