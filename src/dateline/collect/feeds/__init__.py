"""Feeds, sitemaps and list pages: what pages a source has, and when each changed. Bytes in, records out."""

import zlib

from dateline.collect.feeds.feed import feed
from dateline.collect.feeds.jsonfeed import json_feed
from dateline.collect.feeds.links import canonical, feeds_of, hub_of, list_page, tags, title_of
from dateline.collect.feeds.listing import Entry, Listing

__all__ = [
    "Entry",
    "Listing",
    "canonical",
    "feeds_of",
    "hub_of",
    "list_page",
    "listing",
    "tags",
    "title_of",
    "unzipped",
]

_GZIP = b"\x1f\x8b"


def listing(content: bytes, url: str) -> Listing | None:
    """The listing that some bytes are by themselves, or None. What a server calls them is not asked."""
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{":
        return json_feed(content, url)
    if start[:1] == b"<" or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return feed(content, url)
    return None


def unzipped(content: bytes, longest: int) -> bytes:
    """A sitemap.xml.gz unpacked, at most one byte more than `longest`; anything else as it is."""
    if not content.startswith(_GZIP):
        return content
    try:
        return zlib.decompressobj(31).decompress(content, longest + 1)
    except zlib.error:
        return content
