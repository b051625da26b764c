"""What a page says of itself for machines: JSON-LD, meta elements, microdata and microformats."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import chain, islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.extract.html.nodes import Nodes
from dateline.extract.markup import clean

_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_TAGS = re.compile(r"<[^>]{0,500}>")
_MOST_CRUMBS = 8
_MOST_VALUES, _LONGEST_VALUE, _LONGEST_NAME = 50, 2_000, 500
_MOST_TEXT = 500_000
# What hangs below these is about other articles.
_ELSEWHERE = frozenset(
    "about associatedArticle citation hasPart isPartOf itemListElement mentions relatedLink significantLink".split()
)
_LARGEST = 2_000_000
_DEEPEST = 6
_OTHERS = re.compile("comment|related|teaser|recommend|sidebar", re.IGNORECASE)
_META = {
    "headline": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "standfirst": ("og:description", "description", "twitter:description", "dc.description"),
    "section": ("article:section", "section", "parsely-section", "category", "dc.subject"),
    "authors": (
        "author", "article:author", "og:article:author", "dc.creator", "parsely-author", "byl", "sailthru.author",
    ),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date",
        "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "publish-date", "article.published",
    ),
    "updated": (
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified", "last-modified",
    ),
    "image": ("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
    "tags": ("article:tag", "news_keywords", "keywords"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
    "type": ("og:type",),
}  # fmt: skip
_BY_NAME = {name: [what for what, names in _META.items() if name in names] for name in chain(*_META.values())}
_ITEMPROPS = {
    "headline": "headline", "description": "standfirst", "datePublished": "published", "dateModified": "updated",
    "articleSection": "section", "inLanguage": "language", "mainEntityOfPage": "url", "author": "authors",
    "publisher": "outlet",
}  # fmt: skip
_CLASSES = {
    ".p-name": "headline", ".p-summary": "standfirst", ".p-category": "section", ".p-author": "authors",
    ".dt-published": "published", ".dt-updated": "updated",
}  # fmt: skip


@dataclass(slots=True)
class Metadata:
    """By field, what was given and where, the most trusted first."""

    given: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    free: bool | None = None
    """Whether the page says that all may read it."""
    is_article: bool = False
    body: str | None = None
    """The text that the page gives to search engines: a witness, not the answer."""
    pictures: list[tuple[str | None, str | None, str | None]] = field(default_factory=list)
    """Address, caption and credit, as the data has them."""

    def add(self, name: str, value: object, rule: str) -> None:
        """Note a value, where it is a text with words in it."""
        if not isinstance(value, str) or len(self.given[name]) >= _MOST_VALUES:
            return
        value = value[: _LONGEST_NAME if name == "authors" else _LONGEST_VALUE]
        if rule == "json-ld" and "&" in value:
            value = unescape(value)
        if words := clean(_TAGS.sub(" ", value) if name == "authors" else value):
            self.given[name].append((words, rule))

    def first(self, name: str) -> tuple[str, str] | None:
        """The most trusted value of a field and the rule that gave it."""
        return next(iter(self.given[name]), None)

    def all(self, name: str, rule: str | None = None) -> list[str]:
        """All values of a field, or those that one rule gave."""
        return [value for value, by in self.given[name] if rule in {None, by}]


def metadata(tree: LexborHTMLParser, nodes: Nodes) -> Metadata:
    """What the page says of itself; nothing of it is checked yet."""
    found = Metadata()
    for one in _linked_data(found, nodes):
        _read_linked(found, one)
    for given in nodes.metas:
        _read_meta(found, given)
    _read_microdata(found, nodes)
    _read_entry(found, nodes)
    found.is_article = found.is_article or nodes.is_typed
    for node in _of_the_article(nodes.all("time")[:_MOST_VALUES]):
        found.add("published", node.attributes.get("datetime"), "page/time")
    for link in nodes.all("link"):
        if link.attributes.get("rel") == "canonical":
            found.add("url", link.attributes.get("href"), "link/canonical")
    for name, links, rule in (
        ("crumbs", _links_in(nodes.crumbs), "page/breadcrumb"),
        ("categories", _filing(nodes.categories), "page/filed"),
        ("categories", _links_in(nodes.categories), "page/category"),
    ):
        for node in islice(links, _MOST_CRUMBS):
            found.add(name, node.text(), rule)
    root = tree.root
    found.add("language", root.attributes.get("lang") if root else None, "html/lang")
    return found


def _links_in(around: Iterable[LexborNode]) -> Iterator[LexborNode]:
    seen = set()
    for node in around:
        for link in node.css("a"):
            if link.mem_id not in seen:
                seen.add(link.mem_id)
                yield link


def _filing(around: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """The links by which a page files its article: called a category, or right within what is called one."""
    for node in around:
        names = (node.attributes.get("class") or "").lower()
        if node.tag == "a":
            yield node
        elif "cat-links" in names:
            yield from node.css("a")
        elif "menu" not in names:
            yield from (child for child in node.iter() if child.tag == "a")


def _read_crumbs(found: Metadata, everything: list[dict[str, Any]]) -> None:
    """The path of a BreadcrumbList, from the general to the special."""
    for one in everything:
        if one.get("@type") != "BreadcrumbList" or found.given["crumbs"]:
            continue
        listed = one.get("itemListElement")
        for item in listed if isinstance(listed, list) else []:
            inner = item.get("item") if isinstance(item, dict) else None
            name = item.get("name") if isinstance(item, dict) else None
            name = name or (inner.get("name") if isinstance(inner, dict) else None)
            found.add("crumbs", name, "json-ld/breadcrumb")


def _linked_data(found: Metadata, nodes: Nodes) -> Iterator[dict[str, Any]]:
    """The objects about an article in a page's JSON-LD, wherever they are nested, with references resolved."""
    everything: list[dict[str, Any]] = []
    for script in nodes.all("script"):
        if script.attributes.get("type") != "application/ld+json":
            continue
        text = (script.text() or "")[:_LARGEST]
        try:
            everything += _objects(json.loads(text.strip().rstrip(";"), strict=False), 0)
        except (ValueError, RecursionError):
            continue
    _read_crumbs(found, everything)
    by_id = {str(one["@id"]): one for one in everything if "@id" in one and len(one) > 1}
    for one in everything:
        for kind in _texts(one.get("@type")):
            found.add("type", kind, "json-ld")
        if any(_ARTICLE.search(kind) for kind in _texts(one.get("@type"))):
            yield {
                key: by_id.get(str(value["@id"]), value) if _is_reference(value) else value
                for key, value in one.items()
            }


def _objects(data: object, depth: int) -> list[dict[str, Any]]:
    if depth > _DEEPEST:
        return []
    if isinstance(data, list):
        return [found for one in data for found in _objects(one, depth + 1)]
    if not isinstance(data, dict):
        return []
    return [
        data,
        *(
            found
            for key, value in data.items()
            if key not in _ELSEWHERE and isinstance(value, dict | list)
            for found in _objects(value, depth + 1)
        ),
    ]


def _is_reference(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"@id"}


def _read_linked(found: Metadata, one: dict[str, Any]) -> None:
    found.is_article = True
    if not one.get("headline") and not one.get("name") and not one.get("datePublished"):
        return
    told: dict[str, Iterable[object]] = {
        "headline": [one.get("headline") or one.get("name")],
        "standfirst": [one.get("description")],
        "published": [one.get("datePublished")],
        "updated": [one.get("dateModified")],
        "section": _texts(one.get("articleSection")),
        "authors": _names(one.get("author")) or _names(one.get("creator")),
        "outlet": _names(one.get("publisher")),
        "tags": _texts(one.get("keywords")),
        "url": _texts(one.get("url")),
        "language": _texts(one.get("inLanguage")),
    }
    for name, values in told.items():
        for value in values:
            found.add(name, value, "json-ld")
    body = one.get("articleBody")
    if isinstance(body, str) and found.body is None:
        found.body = body[:_LARGEST]
    free = one.get("isAccessibleForFree")
    if found.free is None and free is not None:
        found.free = str(free).lower() not in {"false", "no", "0"}
    found.pictures += _pictures(one.get("image"))


def _pictures(data: object) -> Iterator[tuple[str | None, str | None, str | None]]:
    for one in data if isinstance(data, list) else [data]:
        if isinstance(one, str):
            yield one, None, None
        elif isinstance(one, dict):
            texts = [next(iter(_texts(one.get(key))), None) for key in ("url", "contentUrl", "caption", "description")]
            credit = next(
                iter([*_texts(one.get("creditText")), *_names(one.get("creator")), *_names(one.get("author"))]), None
            )
            yield texts[0] or texts[1], texts[2] or texts[3], credit


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _names(value: object) -> list[str]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        found += _texts(name)
    return [name for name in found if not name.startswith("http")]


def _read_meta(found: Metadata, attributes: dict[str, str | None]) -> None:
    name = (attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or "").lower()
    for what in _BY_NAME.get(name, ()):
        found.add(what, attributes.get("content"), f"meta/{name}")
    if name == "og:type":
        found.is_article = found.is_article or (attributes.get("content") or "").lower() == "article"


def _read_entry(found: Metadata, nodes: Nodes) -> None:
    if nodes.entry is not None:
        for selector, what in _CLASSES.items():
            for node in nodes.entry.css(selector):
                found.add(what, _value_of(node), "h-entry")


def _read_microdata(found: Metadata, nodes: Nodes) -> None:
    left = _MOST_TEXT
    for name, node in nodes.properties:
        what = _ITEMPROPS.get(name)
        if what is None or left < 0:
            continue
        inner = node.css_first("[itemprop=name]") if what in {"authors", "outlet"} else None
        if what != "outlet" or inner is not None:
            value = _value_of(inner or node)
            # Properties within one another would give the same text again and again.
            left -= len(value or "")
            found.add(what, value, "microdata")


def _of_the_article(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Without what stands in an aside, a footer or a menu, or in what is called a comment or a hint to other texts."""
    return [
        node
        for node in nodes
        if not any(
            one.tag in {"aside", "footer", "nav"} or _OTHERS.search(one.attributes.get("class") or "")
            for one in _above(node)
        )
    ]


def _above(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    for _ in range(_DEEPEST):
        if above is None:
            return
        yield above
        above = above.parent


def _value_of(node: LexborNode) -> str | None:
    attributes = node.attributes
    return (
        attributes.get("content") or attributes.get("datetime") or attributes.get("href")
        if node.tag in {"meta", "link", "time"}
        else node.text()
    )
