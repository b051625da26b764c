"""Links of web pages, read tag by tag, so that no nesting and no broken page costs more than its length."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple

from dateline.collect.addresses import clean, identity, may_be_article
from dateline.collect.feeds.listing import MOST_ENTRIES, Entry, Listing

_MOST_BYTES = 4_000_000
_MOST_TAGS = 20_000
_TAG = re.compile(r"<(a|base|link|meta)\s([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,3000})"|'([^']{0,3000})'|([^\s"'>]{1,3000}))"""
)
_TITLE = re.compile(r"<title[^<>]{0,300}>([^<]{1,2000})", re.IGNORECASE)
_LINKED = re.compile(r"<([^<>]{1,1000})>([^<>]{0,300})")
_REL = re.compile(r""";\s{0,9}rel\s{0,9}=\s{0,9}(?:"([^"]*)"|([^\s";,]+))""", re.IGNORECASE)
_INNER = re.compile(r"<[^>]{0,4000}>")
_END = re.compile(r"</a\s{0,9}>", re.IGNORECASE)
_LONGEST_TEXT = 2000
_HIDING = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})


class Tag(NamedTuple):
    """One tag of a page: its name, its attributes, and for a link its words."""

    name: str
    attributes: dict[str, str]
    text: str


def tags(content: bytes) -> Iterator[Tag]:
    """The links and metadata of a page, in its order. Only the first 4 MB are looked at."""
    text = "".join(_shown(content[:_MOST_BYTES].decode("utf-8", "replace")))
    for tag in islice(_TAG.finditer(text), _MOST_TAGS):
        name = tag[1].lower()
        attributes = {
            one[1].lower(): unescape(one[2] or one[3] or one[4] or "").strip() for one in _ATTRIBUTE.finditer(tag[2])
        }
        yield Tag(name, attributes, _text(text, tag.end()) if name == "a" else "")


def feeds_of(content: bytes, url: str) -> tuple[Entry, ...]:
    """The feeds that a page names in its head, each once."""
    found: dict[str, Entry] = {}
    for tag in tags(content):
        rel = tag.attributes.get("rel", "").lower().split()
        if tag.name == "link" and "alternate" in rel and tag.attributes.get("type", "").lower() in _FEEDS:
            where = clean(tag.attributes.get("href"), url)
            if where:
                found.setdefault(where, Entry(url=where, title=tag.attributes.get("title") or None))
    return tuple(found.values())


def hub_of(header: str, url: str) -> str | None:
    """The WebSub hub that a Link header names (https://www.w3.org/TR/websub/#discovery), or None."""
    for address, told in _LINKED.findall(header[:_LONGEST_TEXT]):
        rel = _REL.search(told)
        if rel and "hub" in (rel[1] or rel[2]).lower().split():
            return clean(address, url)
    return None


def title_of(content: bytes) -> str | None:
    """The words of a page's title."""
    found = _TITLE.search(content[:_MOST_BYTES].decode("utf-8", "replace"))
    return " ".join(unescape(found[1]).split()) or None if found else None


def list_page(content: bytes, url: str) -> Listing:
    """The links of a page that look like ones to articles, each once, in the page's order."""
    base = url
    found: dict[str, Entry] = {}
    for tag in tags(content):
        if tag.name == "base":
            base = clean(tag.attributes.get("href"), url) or base
        elif tag.name == "a" and len(found) < MOST_ENTRIES:
            where = clean(tag.attributes.get("href"), base)
            if where and may_be_article(where, tag.text, url):
                key = identity(where)
                known = found.get(key)
                # A picture and a headline often lead to the same page, one of them without words.
                if known is None or not known.title:
                    found[key] = Entry(url=known.url if known else where, title=tag.text or None)
    return Listing(kind="list page", entries=tuple(found.values()))


def canonical(content: bytes, url: str) -> str | None:
    """The address that a page says is its own, where it is a clean one."""
    for tag in tags(content):
        if tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split():
            return clean(tag.attributes.get("href"), url)
    return None


def _shown(text: str) -> Iterator[str]:
    """What is no comment, script or style. One that is not closed hides the rest."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    place = 0
    while hiding := _HIDING.search(text, place):
        yield text[place : hiding.start()]
        end = lowered.find(f"</{hiding[1].lower()}" if hiding[1] else "-->", hiding.end())
        if end < 0:
            return
        place = end + len("-->")
    yield text[place:]


def _text(text: str, start: int) -> str:
    end = _END.search(text, start, start + _LONGEST_TEXT)
    return " ".join(unescape(_INNER.sub(" ", text[start : end.start()])).split()) if end else ""
