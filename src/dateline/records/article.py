"""One article, whole: what the page says of itself, and its text."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.moment import Moment
from dateline.records.span import Span


class ParagraphKind(StrEnum):
    """What a paragraph is within the text."""

    TEXT = "text"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE = "table"
    """A cell of a table; of old wire text, a row."""


class Completeness(StrEnum):
    """Whether the text is all of the article."""

    COMPLETE = "complete"
    CUT = "cut"
    """It ends in mid-sentence."""
    PAYWALLED = "paywalled"
    """The page itself says that the rest is for subscribers."""
    UNKNOWN = "unknown"


class WireState(StrEnum):
    """What the agency says about the item as a whole."""

    USABLE = "usable"
    UPDATE = "update"
    CORRECTION = "correction"
    WITHHELD = "withheld"
    CANCELED = "canceled"
    """Killed or withdrawn: it, and what it replaces, may no longer be used."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text; `span` is its place in `Article.text`."""

    kind: ParagraphKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with what the page prints beside it; its caption and its credit are kept apart."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What stands in an article and comes from elsewhere: a video, a post, a map. Its words are none of the text."""

    service: str
    url: str
    after: int
    """How many paragraphs stand before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one page or dispatch says. Fields that the page does not give are None or empty."""

    id: str
    page_id: str
    outlet: str | None = None
    url: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    section: str | None = None
    topic: str | None = None
    """The Media Topic of the IPTC that the section is, "medtop:11000000"; None where the section tells none."""
    authors: tuple[str, ...] = ()
    """People; agencies and desks stand in `agency`."""
    agency: str | None = None
    dateline: str | None = None
    """The place and day before the first sentence, as printed: "VELDT, May 3 (OPA)"."""
    published: Moment | None = None
    updated: Moment | None = None
    language: str | None = None
    """ISO 639-1, in lower case."""
    pictures: tuple[Picture, ...] = ()
    embeds: tuple[Embed, ...] = ()
    text: str = ""
    """The paragraphs joined by one empty line; every span of every record counts its characters."""
    paragraphs: tuple[Paragraph, ...] = ()
    completeness: Completeness = Completeness.UNKNOWN
    completeness_why: str | None = None
    author_box: str | None = None
    correction: str | None = None
    """The notice of a correction, as printed."""
    tags: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    """What an agency says it is about, in codes of the IPTC: Media Topics as "medtop:20000523", and Subject Codes,
    which came before them, as "subj:04005004"."""
    found_by: tuple[tuple[str, str], ...] = ()
    """(field, the rule or part of the page that gave it), sorted by field."""
    wire_item: str | None = None
    """The agency's own id of the item, the same for all its versions."""
    wire_version: int | None = None
    wire_state: WireState = WireState.USABLE
    wire_note: str | None = None
    """The note to editors, as sent."""
    slug: str | None = None
    urgency: int | None = None
    """1 (a flash) to 9, as the agency gives it."""
    embargo: Moment | None = None
    terms: str | None = None
    """Who holds the rights and how the item may be used, as sent."""
    mailing_list: str | None = None
    """The list that a mail came through, by its List-Id."""


def joined(paragraphs: list[tuple[ParagraphKind, str]]) -> tuple[str, tuple[Paragraph, ...]]:
    """The one plain text of an article and where each paragraph stands in it; empty paragraphs are left out."""
    text, placed = "", []
    for kind, words in paragraphs:
        if not words:
            continue
        if text:
            text += "\n\n"
        placed.append(Paragraph(kind, Span(len(text), len(text) + len(words))))
        text += words
    return text, tuple(placed)


def by_time(article: Article) -> tuple[object, ...]:
    """A key that puts articles in the order in which they came out, those without a date last."""
    published = article.published
    return (published is None, published.order() if published else (), article.id)
