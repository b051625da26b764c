"""NITF, the News Industry Text Format; also as the body of NewsML 1 items."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dateline.extract.markup import Words
from dateline.extract.wire.item import Parts, article
from dateline.extract.wire.xml import body, every, first, first_words, value, words
from dateline.records import Article, Page, Picture, Skipped

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Slugs and running heads of some agencies stand as <hl2> beside the headline.
_STATES = re.compile(r"\b(canceled|cancelled|withheld|embargoed|usable)\b", re.IGNORECASE)


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The one article of a NITF document."""
    return [article(parts(root), page, "nitf")]


def parts(root: Element) -> Parts:
    """What a NITF document, or the NITF body inside another format, says."""
    state = _STATES.search(value(root, "docdata", "management-status") or "")
    return Parts(
        headline=first_words(root, "hl1", "title"),
        standfirst=first_words(root, "abstract"),
        section=value(root, "fixture", "fix-id") or value(root, "tobject", "tobject.type"),
        bylines=[found for one in every(root, "byline") if (found := words(one))],
        agency=first_words(root, "distributor") or value(root, "doc-id", "regsrc"),
        dateline=first_words(root, "dateline"),
        published=_date(root, "date.issue", "date.release") or value(root, "pubdata", "date.publication"),
        updated=_date(root, "story.date"),
        language=root.get(_LANGUAGE) or root.get("baselang") or value(root, "body", _LANGUAGE),
        pictures=list(pictures(root)),
        paragraphs=_body(root),
        tags=[key for one in every(root, "keyword") if (key := one.get("key", "").strip())],
        item=value(root, "du-key", "key") or value(root, "doc-id", "id-string"),
        version=value(root, "du-key", "version"),
        status=state[1] if state else None,
        note=value(root, "ed-msg", "info"),
        slug=value(root, "key-list", "key") or value(root, "du-key", "key"),
        embargo=None,
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


def _date(root: Element, *names: str) -> str | None:
    return next((found for name in names if (found := value(root, name, "norm"))), None)
