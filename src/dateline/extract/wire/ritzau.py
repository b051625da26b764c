"""The XML of Ritzau, the Danish agency, which is of no standard."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element

from dateline.extract.markup import Words, paragraphs, wrapped
from dateline.extract.wire.item import Parts, article, subjects
from dateline.extract.wire.xml import every, first, first_words
from dateline.records import Article, Page, Skipped, SkipReason, skipped

_MARK = re.compile(r"\s*/ritzau/$")
"""The agency's sign at the end of a text."""


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The articles of an answer of Ritzau's service, or of one item of it."""
    items = list(every(root, "rbnews"))
    if not items:
        return [skipped(page, "extract", SkipReason.MALFORMED, "Ritzau's XML without an RBNews")]
    several = len(items) > 1
    return [article(_parts(item, number if several else 0), page, "ritzau") for number, item in enumerate(items, 1)]


def _parts(item: Element, number: int) -> Parts:
    told = {name: first_words(item, name) for name in ("headline", "subtitle", "strapline", "tilredaktionen")}
    is_cancelled, is_correction = (first_words(item, name) == "true" for name in ("annuleret", "korrektion"))
    return Parts(
        number=number,
        headline=_plain(told["headline"]) or None,
        standfirst=_plain(told["subtitle"]) or None,
        section=first_words(item, "section"),
        bylines=[first_words(item, "byline") or ""],
        agencies=["Ritzau", first_words(item, "origin")],
        dateline=first_words(item, "town"),
        published=first_words(item, "publishdate"),
        paragraphs=_body(item),
        subjects=subjects(_topics(item)),
        item=first_words(item, "histid", "newsid"),
        version=first_words(item, "version"),
        status="canceled" if is_cancelled else None,
        signals=["correction"] if is_correction else ["update"] if first_words(item, "nyversion") == "true" else [],
        note=_plain(told["tilredaktionen"]) or None,
        slug=told["strapline"],
        urgency=first_words(item, "priority"),
    )


def _body(item: Element) -> Words:
    """The paragraphs of the content, HTML that was escaped once, or, of some senders, twice."""
    given = first(item, "content")
    text = "" if given is None else "".join(given.itertext())
    return [(kind, _MARK.sub("", _plain(words))) for kind, words in paragraphs(text)] if "<" in text else wrapped(text)


def _topics(item: Element) -> Iterator[str | None]:
    listed = first(item, "iptclist")
    return iter(()) if listed is None else ("".join(one.itertext()) for one in listed)


def _plain(words: str | None) -> str:
    return unescape(words or "")
