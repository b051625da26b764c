"""The parts of an item become an article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.extract import byline, completeness, language
from dateline.extract.markup import Words, clean
from dateline.extract.place import Dateline, wired
from dateline.extract.wire.item.ends import bare
from dateline.extract.wire.item.state import wire_state
from dateline.extract.wire.item.subjects import topic
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
_PLACE = re.compile(r"[^\W\d_]")
"""A dateline begins with a place or a month; some agencies put a timestamp there, which is none."""
_STROKE = " -–—_"


@dataclass(slots=True, kw_only=True)
class Parts:
    """What a format says of an item, in the words of the format; an article is made of it."""

    number: int = 0
    """Where the page holds several items, which one this is, from 1."""
    outlet: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    section: str | None = None
    bylines: Sequence[str] = ()
    agencies: Sequence[str | None] = ()
    """What may be the agency's name, the surest first: one that is known goes before one that is not."""
    dateline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    pictures: Sequence[Picture] = ()
    paragraphs: Words = field(default_factory=list)
    tags: Sequence[str] = ()
    subjects: Sequence[str] = ()
    url: str | None = None
    item: str | None = None
    version: str | None = None
    status: str | None = None
    signals: Sequence[str] = ()
    note: str | None = None
    slug: str | None = None
    urgency: str | None = None
    embargo: str | None = None
    terms: Sequence[str | None] = ()
    """Who holds the rights and how the item may be used, each as sent."""


def article(parts: Parts, page: Page, made_by: str) -> Article | Skipped:
    """The article of an item, or that it holds no text; a notice that withdraws a story needs none."""
    body = bare(parts.paragraphs, parts.headline, parts.agencies)
    place = wired(body.paragraphs, frozenset(filter(None, parts.agencies)))
    bylines = [*parts.bylines, *body.bylines]
    text, paragraphs = joined(place.paragraphs)
    notes = [note for note in (parts.note, body.notice, *parts.signals) if note]
    headline, state = _words(parts.headline), wire_state(parts.status, parts.headline, notes)
    if not text and state is not WireState.CANCELED:
        return skipped(
            page, "extract", SkipReason.NOT_TEXT, f"an item without text: {headline or parts.item or 'unnamed'}"
        )
    whole = completeness.of_text(body.told(text))
    published = moment(parts.published)
    updated = moment(parts.updated)
    return Article(
        id=record_id("a", page.id, str(parts.number)) if parts.number else record_id("a", page.id),
        page_id=page.id,
        outlet=page.outlet or _words(parts.outlet),
        url=parts.url or page.url,
        headline=headline,
        standfirst=_words(parts.standfirst),
        section=_words(parts.section),
        topic=topic(parts.subjects),
        authors=byline.people(bylines),
        agency=_agency(parts.agencies, place) or byline.agency(bylines),
        dateline=place.dateline or _dateline(parts.dateline),
        published=published or page.published,
        updated=updated if updated and published and updated.order() > published.order() else None,
        language=language.language(text, parts.language or page.language),
        pictures=tuple(parts.pictures),
        text=text,
        paragraphs=paragraphs,
        completeness=whole.what,
        completeness_why=whole.why,
        correction=body.notice,
        tags=_each(parts.tags),
        subjects=_each(parts.subjects),
        found_by=(("*", made_by),),
        wire_item=parts.item,
        wire_version=int(parts.version) if parts.version and re.fullmatch("[0-9]{1,12}", parts.version) else None,
        wire_state=state,
        wire_note=_words(parts.note),
        slug=_words(parts.slug),
        urgency=_urgency(parts.urgency),
        embargo=moment(parts.embargo),
        terms=" ".join(_each([*parts.terms, *body.terms])) or None,
    )


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


def _agency(named: Sequence[str | None], place: Dateline) -> str | None:
    """A known agency among the names, by the name we show; else the first name; else the one of the dateline."""
    names = [name for name in map(_words, named) if name]
    first = names[0] if names else None
    return byline.agency(names) or first or byline.agency([place.agency]) or place.agency


def _dateline(given: str | None) -> str | None:
    words = (_words(given) or "").rstrip(_STROKE)
    return words if _PLACE.match(words) else None


def _urgency(given: str | None) -> int | None:
    """1 to 9, as the IPTC counts; None for anything else."""
    return int(given) if given and re.fullmatch("[1-9]", given.strip()) else None


def _each(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for words in map(_words, texts) if words))


def _words(text: str | None) -> str | None:
    return clean(text or "") or None
