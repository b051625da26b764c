"""What a feed, a sitemap or a list page says: the pages that there are, and when each changed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MOST_ENTRIES = 2000
"""Entries that are taken of one listing; the newest stand first in all formats, by custom."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page that a listing names."""

    url: str
    title: str | None = None
    changed: datetime | None = None
    """When it last changed, in UTC, where the listing says so with a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The entries of a listing, in its order."""

    kind: str
    """What a person would call it: RSS, Atom, JSON Feed, sitemap, sitemap index, list page."""
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    nameless: int = 0
    """How many further ones name no address."""
    more: tuple[Entry, ...] = ()
    """Further listings: the sitemaps of an index."""
    hub: str | None = None
    """A WebSub hub that would tell of changes; it is noted, and not used."""
    fresh: int | None = None
    """Minutes that the listing says it stays as it is (ttl)."""
    fault: str | None = None
    """Why the rest of it could not be read."""


def moment(text: str | None) -> datetime | None:
    """A time with its zone as feeds write it (RFC 822, ISO 8601), in UTC; None where there is none or no zone is told.

    A day alone is its beginning, in UTC.
    """
    if not text:
        return None
    text = text.strip()
    try:
        if _DAY.match(text):
            return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
        found = datetime.fromisoformat(text) if text[:4].isdigit() else parsedate_to_datetime(text)
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
