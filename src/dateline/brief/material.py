"""What an edition is made from, up to its day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo

from dateline.records import Article, CopySet, Reading, Span, Statement, Story


@dataclass(frozen=True, slots=True)
class BriefRules:
    """How an edition is made."""

    zone: tzinfo
    """The zone whose calendar days count."""
    least_confidence: float = 0.5
    """Records that the reader is less sure of are not printed."""
    passages: int = 3
    statements: int = 5
    longest: int = 700
    """Characters of the longest passage that is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything up to a day; withdrawn and embargoed articles are not in it, decisions are applied."""

    day: date
    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]
    copy_sets: tuple[CopySet, ...]
    stories: tuple[Story, ...]


def is_of_day(article: Article, material: Material, rules: BriefRules) -> bool:
    """Whether an article was published on the edition's day."""
    return article.published is not None and article.published.day_in(rules.zone) == material.day


def by_time(article: Article) -> tuple[object, ...]:
    """A key that puts articles in the order in which they came out, those without a date last."""
    known = article.published is not None
    return (not known, article.published.order() if article.published else (), article.id)


def attributions(reading: Reading | None) -> list[tuple[Span, ...]]:
    """The pieces of every statement of a reading, for keeping what is said with who says it."""
    return [] if reading is None else [statement.spans.all() for statement in reading.statements]


def sure_statements(reading: Reading | None, rules: BriefRules) -> list[Statement]:
    """The statements with a known speaker that are sure enough to print, in the order of the text."""
    if reading is None:
        return []
    return [found for found in reading.statements if found.speaker and found.confidence >= rules.least_confidence]
