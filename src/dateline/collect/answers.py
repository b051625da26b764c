"""What one kept answer of the web says: a listing, pages, or why it gave neither. Live or from an archive, the same."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from dateline.collect import feeds, reservations
from dateline.collect.addresses import clean, same_site
from dateline.collect.feeds import Listing
from dateline.collect.fetch import Answered, PackedError, header, headers, unpacked
from dateline.collect.pages import CollectRules, page_from_bytes
from dateline.records import MediaType, Page, Skipped, SkipReason, Source, skipped_at

LISTING, PART, PAGE, TDM = "listing", "part", "page", "tdm"
"""Roles of an address: a source's own, one that a listing names as a further listing, a page, a site's reservations."""

_COME_BACK = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
_LONGEST_WAIT = 24 * 3600
_WAIT = 300
_CLASSES = re.compile(rb"""class=["']([^"'<>]{1,300})["']""")
_LOOK = 200_000
_MOST_CLASSES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of one address."""

    listing: Listing | None = None
    pages: tuple[Page, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    trouble: str | None = None
    """Why nothing came, in words."""
    gone: bool = False
    """Whether asking again is of no use."""
    wait: float | None = None
    """Seconds that the host wants to be left alone."""
    unchanged: bool = False
    own: str | None = None
    """The address that the page says is its own, or that a redirect led to."""
    layout: str = ""
    """The classes that a page is laid out with."""
    rules: tuple[reservations.Rule, ...] = ()


def came(answer: Answered, source: Source, rules: CollectRules) -> Came:
    """What an answer says. Nothing here depends on the clock, but a `wait` that is given as a date."""
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Came(unchanged=True)
    if answer.status != HTTPStatus.OK:
        return Came() if answer.role == TDM and answer.status not in _COME_BACK else _refused(answer, source)
    try:
        content = unpacked(answer, rules.max_bytes)
    except PackedError as error:
        return _failed(answer, source, SkipReason.UNREADABLE, str(error))
    if len(content) > rules.max_bytes:
        return _failed(answer, source, SkipReason.TOO_LARGE, f"it gave more than {rules.max_bytes} bytes")
    if answer.role == TDM:
        return Came(rules=reservations.of_site(content))
    if answer.role in {LISTING, PART}:
        found = _listing(content, answer, source, rules)
        if found is not None:
            return Came(listing=found, own=clean(answer.url))
    return _pages(content, answer, source, rules)


def failed(url: str, source: Source, trouble: str, *, too_large: bool = False) -> Came:
    """The same of an address that gave no answer that could be kept."""
    forbidden = "robots.txt" in trouble
    reason = SkipReason.RESERVED if forbidden else SkipReason.UNREADABLE
    skip = skipped_at(source.name, url, "collect", SkipReason.TOO_LARGE if too_large else reason, trouble)
    return Came(trouble=trouble, gone=forbidden or too_large, skipped=(skip,))


def reserved(url: str, source: Source, reservation: str) -> Came:
    """The same of an address whose owner reserves it."""
    detail = f"its owner reserves text and data mining ({reservation})"
    skip = skipped_at(source.name, url, "collect", SkipReason.RESERVED, detail)
    return Came(gone=True, trouble=detail, skipped=(skip,))


def _listing(content: bytes, answer: Answered, source: Source, rules: CollectRules) -> Listing | None:
    content = feeds.unzipped(content, rules.max_bytes)
    found = feeds.listing(content, answer.url)
    if found is not None and found.hub is None:
        found = replace(found, hub=feeds.hub_of(headers(answer, "link"), answer.url))
    if found is None and source.follow and answer.role == LISTING:
        return feeds.list_page(content, answer.url)
    return found


def _pages(content: bytes, answer: Answered, source: Source, rules: CollectRules) -> Came:
    own = _own(content, answer)
    by_name = {name.lower(): value.strip() for name, value in answer.headers}
    reservation = reservations.of_page(by_name, content)
    if reservation and rules.obey_tdm:
        return reserved(answer.asked, source, reservation)
    pages: list[Page] = []
    skips: list[Skipped] = []
    for found in page_from_bytes(content, answer.asked, source, rules):
        if isinstance(found, Skipped):
            skips.append(found)
        else:
            url = own if found.media_type is MediaType.HTML else answer.url
            pages.append(replace(found, url=found.url or url, reservation=reservation))
    return Came(pages=tuple(pages), skipped=tuple(skips), own=own, layout=_layout(content))


def _own(content: bytes, answer: Answered) -> str | None:
    """The page's own address: the canonical one where it is on the same site and not its front page."""
    told = feeds.canonical(content, answer.url)
    if told and same_site(told, answer.url) and urlsplit(told).path.strip("/"):
        return told
    return clean(answer.url)


def _layout(content: bytes) -> str:
    found: set[str] = set()
    for one in _CLASSES.finditer(content[:_LOOK]):
        found.update(one[1].decode("utf-8", "replace").split())
        if len(found) >= _MOST_CLASSES:
            break
    return " ".join(sorted(found))


def _refused(answer: Answered, source: Source) -> Came:
    words = f"it answered {answer.status} {answer.reason}".strip()
    found = _failed(answer, source, SkipReason.UNREADABLE, words)
    if answer.status in _COME_BACK:
        return replace(found, wait=_wait(header(answer, "retry-after")))
    return replace(found, gone=answer.status in _GONE)


def _failed(answer: Answered, source: Source, reason: SkipReason, words: str) -> Came:
    skip = skipped_at(source.name, answer.asked, "collect", reason, words)
    return Came(trouble=words, skipped=(skip,), gone=reason is SkipReason.TOO_LARGE)


def _wait(told: str) -> float:
    """The seconds of a Retry-After header (RFC 9110, 10.2.3), at most a day; five minutes where it says nothing."""
    if told.isdecimal():
        return min(float(told[:9]), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _WAIT
    if until.tzinfo is None:
        return _WAIT
    return min(max((until - datetime.now(UTC)).total_seconds(), 0.0), _LONGEST_WAIT)
