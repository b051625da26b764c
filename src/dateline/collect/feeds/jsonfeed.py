"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from dateline.collect.addresses import clean
from dateline.collect.feeds.listing import MOST_ENTRIES, Entry, Listing, moment

_VERSION = "https://jsonfeed.org/version/"


def json_feed(content: bytes, url: str) -> Listing | None:
    """The listing that some JSON is, or None where it is no JSON Feed. `url` is where it came from."""
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(whole, dict) or not str(whole.get("version", "")).startswith(_VERSION):
        return None
    items = whole.get("items")
    entries = [_entry(item, url) for item in items[:MOST_ENTRIES]] if isinstance(items, list) else []
    hubs = whole.get("hubs")
    return Listing(
        kind="JSON Feed",
        title=_words(whole.get("title")),
        entries=tuple(entry for entry in entries if entry),
        nameless=entries.count(None),
        hub=next((hub for hub in map(_hub, hubs) if hub), None) if isinstance(hubs, list) else None,
    )


def _entry(item: Any, url: str) -> Entry | None:
    if not isinstance(item, dict):
        return None
    where = clean(_words(item.get("url")), url)
    dates = [moment(_words(item.get(key))) for key in ("date_published", "date_modified")]
    changed = max((one for one in dates if one), default=None)
    return Entry(url=where, title=_words(item.get("title")), changed=changed) if where else None


def _hub(hub: Any) -> str | None:
    return clean(_words(hub.get("url"))) if isinstance(hub, dict) else None


def _words(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
