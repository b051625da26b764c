"""ninjs, the IPTC's News in JSON, versions 1 to 3."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.extract.markup import Words, clean, paragraphs, plain_paragraphs
from dateline.extract.wire.item import Parts, article
from dateline.records import Article, Page, Picture, Skipped, SkipReason, skipped

Item = dict[str, Any]

# How deep an answer of an agency's API may wrap its items.
_DEEPEST = 6


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of one item, or of the items that an agency's answer or a composite item wraps."""
    try:
        parsed = json.loads(page.content)
    except (ValueError, RecursionError) as error:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"no JSON: {error}")]
    found = list(_items(parsed, _DEEPEST))
    if not found:
        return [skipped(page, "extract", SkipReason.UNKNOWN_FORMAT, "JSON that holds no news item of ninjs")]
    several = len(found) > 1
    return [_article(item, number if several else 0, page) for number, item in enumerate(found, 1)]


def _items(value: object, depth: int) -> Iterator[Item]:
    """The news items in a value, not looking into those found."""
    if depth == 0:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _items(entry, depth - 1)
    elif isinstance(value, dict):
        if _is_item(value):
            yield value
        else:
            for entry in value.values():
                yield from _items(entry, depth - 1)


def _is_item(value: Item) -> bool:
    named = any(isinstance(value.get(key), str) for key in ("uri", "guid", "altids"))
    return named and any(key in value for key in ("type", "headline", "headlines", "bodies", "pubstatus", "pubStatus"))


def _article(item: Item, number: int, page: Page) -> Article | Skipped:
    kind = _text(item, "type") or "item"
    body = _body(item)
    if not body and kind not in {"text", "composite"}:
        detail = f"a {kind}, not a text: {_first(item, 'headline', 'headlines') or _text(item, 'title') or 'unnamed'}"
        return skipped(page, "extract", SkipReason.NOT_TEXT, clean(detail))
    parts = Parts(
        number=number,
        headline=_first(item, "headline", "headlines") or _text(item, "title"),
        standfirst=_first(item, "description_text", "descriptions"),
        section=_first(item, "section", "service") or _first(item, "section", "services"),
        bylines=[_text(item, "byline") or _text(item, "by") or ""],
        agency=_text(item, "source") or _first(item, "provider", "infosources", "infoSources"),
        dateline=_text(item, "dateline"),
        published=_text(item, "firstpublished", "firstcreated", "firstCreated", "versioncreated", "versionCreated"),
        updated=_text(item, "versioncreated", "versionCreated", "contentmodified"),
        language=_text(item, "language"),
        pictures=list(_pictures(item)),
        paragraphs=body,
        tags=_names(item.get("subject", item.get("subjects"))),
        url=_text(item, "canonicalurl", "link"),
        item=_text(item, "guid", "uri"),
        version=str(item.get("version", "")),
        status=_text(item, "pubstatus", "pubStatus"),
        signals=_names(item.get("signal")),
        note=_text(item, "ednote", "edNote"),
        slug=_text(item, "slugline"),
        embargo=_text(item, "embargoed"),
    )
    return article(parts, page, "ninjs")


def _body(item: Item) -> Words:
    markup = _text(item, "body_html", "body_xhtml")
    if markup is None and isinstance(item.get("bodies"), list):
        bodies = [body for body in item["bodies"] if isinstance(body, dict) and isinstance(body.get("value"), str)]
        # Where a body comes in several forms, the fullest is the article.
        body = max(bodies, key=lambda body: len(body["value"]), default=None)
        markup = None if body is None else body["value"]
    if markup is not None:
        return paragraphs(markup)
    return plain_paragraphs(_text(item, "body_text") or "")


def _pictures(item: Item) -> Iterator[Picture]:
    given = item.get("associations")
    for other in given.values() if isinstance(given, dict) else given if isinstance(given, list) else []:
        if isinstance(other, dict) and _text(other, "type") == "picture":
            caption = _first(other, "description_text", "descriptions") or _first(other, "headline", "headlines")
            credit = _text(other, "creditline", "copyrightholder", "copyrightHolder", "source", "byline", "by")
            yield Picture(url=_rendition(other), caption=clean(caption or "") or None, credit=credit)


def _rendition(picture: Item) -> str | None:
    given = picture.get("renditions")
    listed = given.values() if isinstance(given, dict) else given if isinstance(given, list) else []
    places = [_text(one, "href", "contenturl", "url") for one in listed if isinstance(one, dict)]
    return next((place for place in places if place and place.startswith(("http://", "https://"))), None)


def _text(item: Item, *keys: str) -> str | None:
    """The first of these keys that holds words."""
    return next((value for key in keys if isinstance(value := item.get(key), str) and value.strip()), None)


def _first(item: Item, single: str, *lists: str) -> str | None:
    """The words of a ninjs 1 field, or the first of the list that ninjs 2 and 3 made of it."""
    words = _text(item, single)
    for key in lists:
        words = words or next(iter(_names(item.get(key))), None)
    return words


def _names(value: object) -> list[str]:
    listed = value if isinstance(value, list) else []
    dicts = [entry for entry in listed if isinstance(entry, dict)]
    return [words for entry in dicts if (words := _text(entry, "value", "name", "literal"))]
