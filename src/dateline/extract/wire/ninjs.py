"""ninjs, the IPTC's News in JSON, versions 1 to 3."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.extract.html.decode import decoded
from dateline.extract.markup import Words, clean, paragraphs, wrapped
from dateline.extract.wire.item import Parts, article, subjects
from dateline.extract.wire.xml import WESTERN, NoXmlError, body, first, parse
from dateline.records import Article, Page, Picture, Skipped, SkipReason, skipped

Item = dict[str, Any]

# How deep an answer of an agency's API may wrap its items.
_DEEPEST = 6
_NO_TEXTS = frozenset("audio component event graphic image package photo picture planning video".split())
_WRAPPERS = frozenset({"composite", "package"})
_HTML, _NITF, _PLAIN = "html", "nitf", "plain"
"""The forms of a body, the surest first: HTML has paragraphs, plain text may hold headline and byline too."""


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of one item, or of the items that an agency's answer or a composite item wraps."""
    try:
        parsed = json.loads(decoded(page.content, WESTERN))
    except (ValueError, RecursionError) as error:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"no JSON: {error}")]
    found = list(_items(parsed, _DEEPEST))
    if not found:
        return [skipped(page, "extract", SkipReason.UNKNOWN_FORMAT, "JSON that holds no news item of ninjs")]
    several = len(found) > 1
    return [_article(item, number if several else 0, page) for number, item in enumerate(found, 1)]


def _items(value: object, depth: int) -> Iterator[Item]:
    """The news items in a value, looking into those found only where they are nothing but the wrapping of others."""
    if depth == 0:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _items(entry, depth - 1)
    elif isinstance(value, dict):
        if _is_item(value):
            yield value
            if _kind(value) in _WRAPPERS and not _body(value):
                yield from _items(value.get("associations"), depth - 1)
        else:
            for entry in value.values():
                yield from _items(entry, depth - 1)


def _is_item(value: Item) -> bool:
    named = any(isinstance(value.get(key), str) for key in ("uri", "guid", "altids"))
    return named and any(key in value for key in ("type", "headline", "headlines", "bodies", "pubstatus", "pubStatus"))


def _kind(item: Item) -> str:
    """The type of an item; one that gives none and has the details of an event is an event."""
    given = (_text(item, "type") or "").lower()
    return given or (
        "event" if any(isinstance(item.get(key), dict) for key in ("eventDetails", "eventdetails")) else ""
    )


def _article(item: Item, number: int, page: Page) -> Article | Skipped:
    kind = _kind(item)
    body = [] if kind in _NO_TEXTS else _body(item)
    if kind in _NO_TEXTS or (not body and kind not in {"text", "composite"}):
        named = _first(item, "headline", "headlines") or _text(item, "title") or "unnamed"
        detail = f"a {kind or 'item'}, not a text: {named}"
        return skipped(page, "extract", SkipReason.NOT_TEXT, clean(detail))
    topics = item.get("subject", item.get("subjects"))
    parts = Parts(
        number=number,
        headline=_first(item, "headline", "headlines") or _text(item, "title"),
        standfirst=_first(item, "description_text", "descriptions"),
        section=_first(item, "section", "service") or _first(item, "section", "services"),
        bylines=[_text(item, "byline") or _text(item, "by") or ""],
        agencies=[
            _text(item, "source"),
            _first(item, "provider", "infosources", "infoSources"),
            _text(item, "copyrightholder", "copyrightHolder"),
        ],
        dateline=_text(item, "dateline"),
        published=_text(item, "firstpublished", "firstcreated", "firstCreated", "versioncreated", "versionCreated"),
        updated=_text(item, "versioncreated", "versionCreated", "contentmodified"),
        language=_text(item, "language"),
        pictures=list(_pictures(item)),
        paragraphs=body,
        tags=_names(topics),
        subjects=_subjects(topics),
        url=_text(item, "canonicalurl", "link"),
        item=_text(item, "guid", "uri"),
        version=str(item.get("version", "")),
        status=_text(item, "pubstatus", "pubStatus"),
        signals=_names(item.get("signal")),
        note=_text(item, "ednote", "edNote"),
        slug=_text(item, "slugline"),
        urgency=str(item.get("urgency", "")),
        embargo=_text(item, "embargoed"),
        terms=[_text(item, "copyrightnotice", "copyrightNotice"), *_terms(item)],
    )
    return article(parts, page, "ninjs")


def _body(item: Item) -> Words:
    """The paragraphs of an item: of ninjs 1 its HTML, of 2 and 3 the fullest body of the surest form."""
    markup = _text(item, "body_html", "body_xhtml")
    if markup is not None and (found := paragraphs(markup)):
        return found
    given = item.get("bodies")
    bodies = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    by_form: dict[str, list[Words]] = {_HTML: [], _NITF: [], _PLAIN: []}
    for one in bodies:
        if value := _text(one, "value"):
            form = _form(value, (_text(one, "contenttype", "contentType", "mimetype") or "").lower())
            by_form[form].append(_read(value, form))
    full = (max(found, key=_size, default=[]) for found in by_form.values())
    return next(filter(None, full), None) or wrapped(_text(item, "body_text") or "")


def _form(value: str, content_type: str) -> str:
    start = value.lstrip()
    if start.startswith("<?xml") or "nitf" in content_type or "xml" in content_type.replace("xhtml+xml", ""):
        return _NITF
    return _HTML if "html" in content_type or start.startswith("<") else _PLAIN


def _read(value: str, form: str) -> Words:
    if form is _HTML:
        return paragraphs(value)
    if form is _PLAIN:
        return wrapped(value)
    try:
        within = first(parse(value.encode("utf-8", "replace")), "body.content")
    except NoXmlError:
        return []
    return [] if within is None else body(within)


def _size(found: Words) -> int:
    return sum(len(words) for _, words in found)


def _subjects(topics: object) -> tuple[str, ...]:
    listed = [one for one in topics if isinstance(one, dict)] if isinstance(topics, list) else []
    return tuple(
        dict.fromkeys(
            code
            for one in listed
            for code in subjects(
                (_text(one, "uri"), _text(one, "code", "qcode"), _text(one, "literal")), _text(one, "scheme") or ""
            )
        )
    )


def _terms(item: Item) -> list[str]:
    """The terms of use: of ninjs one text, of some agencies' APIs a list."""
    given = item.get("usageterms", item.get("usageTerms"))
    return [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)]


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
