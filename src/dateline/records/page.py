"""What came in, as it came, and what was not taken of it."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.ids import record_id
from dateline.records.moment import Moment


class MediaType(StrEnum):
    """What the bytes of a page are, as found by looking at them; a file's name is only a hint."""

    HTML = "html"
    TEXT = "text"
    """Plain text, as copied from a news site."""
    DISPATCH = "dispatch"
    """One JSON object of a wire archive: id, date, dateline, title, text."""
    NINJS = "ninjs"
    NEWSML_G2 = "newsml-g2"
    NEWSML_1 = "newsml-1"
    NITF = "nitf"
    IPTC_7901 = "iptc-7901"
    ANPA_1312 = "anpa-1312"
    FEED = "feed"
    """RSS or Atom; those of agencies give whole texts."""
    RITZAU = "ritzau"
    """The XML of the agency Ritzau."""
    PDF = "pdf"
    MAIL = "mail"


class SkipReason(StrEnum):
    """Why something that came in is in no edition. The values are stored, counted and printed."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    """The system would not give it: no permission, not found, no answer."""
    UNKNOWN_FORMAT = "unknown-format"
    MALFORMED = "malformed"
    """It claims a format that it does not keep: a JSON line cut in half."""
    SAME_BYTES = "same-bytes"
    NO_ARTICLE = "no-article"
    """A page, but not an article: a front page, a list, a gallery, a form."""
    NOT_TEXT = "not-text"
    """A picture, a sound, a film or a planning item of an agency file."""
    LANGUAGE_NOT_READ = "language-not-read"
    UNDATED = "undated"
    WITHDRAWN = "withdrawn"
    EMBARGOED = "embargoed"
    FAILED = "failed"
    """A fault of ours; the page is kept for the next version."""


class Rights(StrEnum):
    """What may be shown of a source's articles to readers."""

    FULL = "full"
    EXTRACT = "extract"
    """Passages of up to so many characters of each article."""
    HEADLINE = "headline"
    """The headline, and the way to the outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One place that pages come from, as the settings give it."""

    name: str
    location: str
    """A file, a folder or an address."""
    outlet: str | None = None
    """The publication, where all pages of the source are of one; None lets each page say."""
    language: str | None = None
    published: Moment | None = None
    """The day of publication of what does not give one itself."""
    rights: Rights = Rights.EXTRACT
    extract: int = 1500
    """Characters of each article that may be shown where the rights are those to extracts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One thing that came in, its bytes as they came: a web page, a dispatch, an agency item, a pasted text."""

    id: str
    name: str
    """How a person finds it again: the path inside its source, path#line, or the address."""
    source: str
    media_type: MediaType
    content: bytes
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Moment | None = None
    """Told by the person who collects, for what does not say so itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What was not taken, at which step, and why: a result, kept and counted, never an exception."""

    id: str
    name: str
    """The `Page.name`, or the path that gave no page."""
    source: str
    step: str
    """collect, extract, read, fold or brief."""
    reason: SkipReason
    detail: str
    """One line: what was seen, and what to do where something can be done."""
    article_id: str | None = None
    """The article, where it got that far."""


def skipped(page: Page, step: str, reason: SkipReason, detail: str) -> Skipped:
    """What was not taken of a page."""
    return skipped_at(page.source, page.name, step, reason, detail)


def skipped_at(source: str, name: str, step: str, reason: SkipReason, detail: str) -> Skipped:
    """What was not taken of a source; its id is made of all but the detail."""
    key = record_id("k", source, name, step, reason)
    return Skipped(id=key, name=name, source=source, step=step, reason=reason, detail=detail)
