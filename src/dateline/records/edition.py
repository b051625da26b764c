"""What a reader gets for one day: records and passages, no layout."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.records.span import Span

Field = Literal["text", "headline", "standfirst"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Whole sentences of one article, attribution included; or its whole headline or standfirst."""

    article_id: str
    field: Field
    span: Span
    """In `Article.text`, or in the headline or standfirst that `field` names, then always all of it."""
    text: str
    """The characters of the span, verbatim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One story in an edition."""

    story_id: str
    headline: Passage | None
    """None where no article of the story has a headline."""
    passages: tuple[Passage, ...]
    statements: tuple[str, ...]
    """Ids of statements to show, in the order of importance."""
    independent_sources: int
    """How many wrote a text of their own: ten papers with one agency's copy are one."""
    carried_by: tuple[str, ...]
    """Outlets that carried the story, sorted."""
    why: str
    """Why it stands here, in words of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the front page."""

    name: str
    briefs: tuple[Brief, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The edition of a day: it covers what is dated up to that day, and nothing later exists for it."""

    id: str
    day: date
    sections: tuple[Section, ...]
    agenda: tuple[str, ...]
    """Ids of agenda items that lie on the day or after it, by their time; those without a time last."""
    commitments: tuple[str, ...]
    """Ids of commitments of the articles of the edition, those with a day due first."""
    positions: tuple[str, ...]
    stories: tuple[str, ...]
    """Ids of all stories up to the day, also of those that are not on the front page."""
