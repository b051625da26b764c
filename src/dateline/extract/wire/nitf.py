"""NITF, the News Industry Text Format; also as the body of NewsML 1 items."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from dateline.extract.markup import Words
from dateline.extract.wire.item import Parts, article, moment, subjects
from dateline.extract.wire.xml import LANGUAGE, body, every, first, first_words, signed, value
from dateline.lang import tables
from dateline.records import Article, Page, Picture, Skipped

_STATES = re.compile(r"\b(canceled|cancelled|withheld|embargoed|usable)\b", re.IGNORECASE)
# NITF has no place for a slug; agencies put it among their own <meta>.
_SLUGS = ("slugline", "slug", "anpa-keyword", "ntbstikkord")


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The one article of a NITF document."""
    return [article(parts(root), page, "nitf")]


def parts(root: Element) -> Parts:
    """What a NITF document says."""
    state = _STATES.search(value(root, "docdata", "management-status") or "")
    topics = list(every(root, "tobject.subject"))
    return Parts(
        headline=first_words(root, "hl1", "title"),
        standfirst=first_words(root, "abstract"),
        section=value(root, "fixture", "fix-id") or _type(root),
        bylines=[found for one in every(root, "byline") for found in signed(one)],
        agencies=_agencies(root),
        dateline=first_words(root, "dateline"),
        published=_issued(root),
        updated=_date(root, "story.date"),
        language=root.get(LANGUAGE) or root.get("baselang") or value(root, "body", LANGUAGE),
        pictures=list(pictures(root)),
        paragraphs=_body(root),
        tags=[*_keywords(root), *filter(None, map(_narrowest, topics))],
        subjects=subjects(one.get("tobject.subject.refnum") for one in topics),
        item=value(root, "du-key", "key") or value(root, "doc-id", "id-string"),
        version=value(root, "du-key", "version"),
        status=state[1] if state else None,
        note=value(root, "ed-msg", "info"),
        slug=_meta(root, *_SLUGS) or value(root, "key-list", "key") or value(root, "du-key", "key"),
        urgency=value(root, "urgency", "ed-urg"),
        embargo=_embargo(root),
        terms=_rights(root),
    )


def pictures(root: Element) -> Iterator[Picture]:
    """The pictures of a NITF body, with caption and credit."""
    for media in every(root, "media"):
        if media.get("media-type", "image") == "image":
            place = value(media, "media-reference", "source") or ""
            yield Picture(
                url=place if place.startswith(("http://", "https://")) else None,
                caption=first_words(media, "media-caption"),
                credit=first_words(media, "media-producer"),
            )


def _body(root: Element) -> Words:
    within = first(root, "body.content", "body")
    return [] if within is None else body(within)


def _agencies(root: Element) -> list[str | None]:
    """Who distributes it, whose desk wrote it, who holds the rights."""
    return [
        first_words(root, "distributor"),
        value(root, "doc-id", "regsrc"),
        value(root, "from-src", "src-name"),
        *(one.get("content") for one in every(root, "meta") if one.get("name", "").endswith("-source")),
        value(root, "doc.rights", "owner", "agent"),
        value(root, "doc.copyright", "holder"),
    ]


def _issued(root: Element) -> str | None:
    return _date(root, "date.issue", "date.release") or value(root, "pubdata", "date.publication")


def _embargo(root: Element) -> str | None:
    """The moment of release, where it lies after that of issue: the default is to release at once."""
    release, issue = _date(root, "date.release"), _date(root, "date.issue")
    after, before = moment(release), moment(issue)
    return release if after and before and after.order() > before.order() else None


def _rights(root: Element) -> list[str | None]:
    held = first(root, "doc.copyright")
    told = [] if held is None else [held.get("year", ""), held.get("holder", "")]
    return [f"© {' '.join(filter(None, told))}" if any(told) else None, value(root, "doc.rights", "type")]


def _type(root: Element) -> str | None:
    """The type of the document where it is a section of a paper ("Innenriks"), and not a kind of text ("News")."""
    found = value(root, "tobject", "tobject.type")
    return found if found and found.lower() not in _no_sections() else None


def _keywords(root: Element) -> Iterator[str]:
    return (key for one in every(root, "keyword") if (key := one.get("key", "").strip()))


def _narrowest(topic: Element) -> str | None:
    names = (topic.get(f"tobject.subject.{name}", "").strip() for name in ("detail", "matter", "type"))
    return next(filter(None, names), None)


def _meta(root: Element, *names: str) -> str | None:
    given = {one.get("name", "").lower(): one.get("content", "").strip() for one in every(root, "meta")}
    return next((found for name in names if (found := given.get(name))), None)


def _date(root: Element, *names: str) -> str | None:
    return next((found for name in names if (found := value(root, name, "norm"))), None)


@cache
def _no_sections() -> frozenset[str]:
    return frozenset(tables.table("any", "wire")["lines"]["no_section"])
