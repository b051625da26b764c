"""What all agency formats have in common: parts of an item become an article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract import byline, completeness, language
from dateline.extract.markup import Words, clean
from dateline.extract.place import parted
from dateline.records import (
    Article,
    Moment,
    Page,
    Picture,
    Skipped,
    SkipReason,
    WireState,
    joined,
    record_id,
    skipped,
)

_BASIC_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$")
_STATES = {
    "usable": WireState.USABLE,
    "withheld": WireState.WITHHELD,
    "embargoed": WireState.WITHHELD,
    "canceled": WireState.CANCELED,
    "cancelled": WireState.CANCELED,
}
_KILL = re.compile(
    r"^\W*(?:mandatory\s+|bulletin\s+)?(?:kill|story kill|withdrawn|withdrawal|annul\w*)\b", re.IGNORECASE
)
_CORRECTION = re.compile(r"\bcorrect(?:s|ion|ed|ing)?\b|\bberichtigung\b|\bcorrectif\b", re.IGNORECASE)
_CORRECTED = re.compile(r"^\W*(?:correct(?:ed|ion)|berichtigt)\b\s*[-:–—]", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:updates?|adds|recasts|writethru|lead|new throughout)\b", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Parts:
    """What a format says of an item, in the words of the format; an article is made of it."""

    number: int = 0
    """Where the page holds several items, which one this is, from 1."""
    headline: str | None = None
    standfirst: str | None = None
    section: str | None = None
    bylines: Sequence[str] = ()
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    pictures: Sequence[Picture] = ()
    paragraphs: Words = field(default_factory=list)
    tags: Sequence[str] = ()
    url: str | None = None
    item: str | None = None
    version: str | None = None
    status: str | None = None
    signals: Sequence[str] = ()
    note: str | None = None
    slug: str | None = None
    embargo: str | None = None


def article(parts: Parts, page: Page, made_by: str) -> Article | Skipped:
    """The article of an item, or that it holds no text; a notice that withdraws a story needs none."""
    place = parted(parts.paragraphs)
    text, paragraphs = joined(place.paragraphs)
    headline, state = _words(parts.headline), wire_state(parts)
    if not text and state is not WireState.CANCELED:
        return skipped(
            page, "extract", SkipReason.NOT_TEXT, f"an item without text: {headline or parts.item or 'unnamed'}"
        )
    whole = completeness.of_text(text)
    published = moment(parts.published)
    updated = moment(parts.updated)
    return Article(
        id=record_id("a", page.id, str(parts.number)) if parts.number else record_id("a", page.id),
        page_id=page.id,
        outlet=page.outlet,
        url=parts.url or page.url,
        headline=headline,
        standfirst=_words(parts.standfirst),
        section=_words(parts.section),
        authors=byline.people(parts.bylines),
        agency=_words(parts.agency) or place.agency or byline.agency(parts.bylines),
        dateline=_words(parts.dateline) or place.dateline,
        published=published or page.published,
        updated=updated if updated and published and updated.order() > published.order() else None,
        language=language.language(text, parts.language or page.language),
        pictures=tuple(parts.pictures),
        text=text,
        paragraphs=paragraphs,
        completeness=whole.what,
        completeness_why=whole.why,
        tags=tuple(dict.fromkeys(tag for tag in map(_words, parts.tags) if tag)),
        found_by=(("*", made_by),),
        wire_item=parts.item,
        wire_version=int(parts.version) if parts.version and parts.version.isdigit() else None,
        wire_state=state,
        wire_note=_words(parts.note),
        slug=_words(parts.slug),
        embargo=moment(parts.embargo),
    )


def wire_state(parts: Parts) -> WireState:
    """What the agency says about the item: its status first, then its signals, note and headline."""
    said = _STATES.get((parts.status or "usable").rpartition(":")[2].lower(), WireState.USABLE)
    if said is not WireState.USABLE:
        return said
    if _KILL.match(parts.headline or "") or _KILL.match(parts.note or ""):
        return WireState.CANCELED
    notes = " ".join((parts.note or "", *parts.signals))
    if _CORRECTION.search(notes) or _CORRECTED.match(parts.headline or ""):
        return WireState.CORRECTION
    return WireState.UPDATE if _UPDATE.search(notes) else WireState.USABLE


def moment(text: str | None) -> Moment | None:
    """The moment of a format's timestamp, extended ("2013-06-05T21:00:00Z") or basic ("20130605T210000+0000")."""
    if not text:
        return None
    basic = _BASIC_TIME.match(text.strip())
    if basic:
        year, month, day, hour, minute, second, zone = basic.groups()
        text = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone or ''}"
    elif text.strip().isdigit() and len(text.strip()) == 8:
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    return Moment.parse(text)


def _words(text: str | None) -> str | None:
    return clean(text or "") or None
