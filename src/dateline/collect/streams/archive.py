"""Web archives (WARC): the pages that a crawler kept, each with the address it came from."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

_OK = "200"
_GZIP = b"\x1f\x8b"
_ANY_HEADER = 47
_PAGES = ("text/html", "application/xhtml+xml")


class Kept(NamedTuple):
    """One answer of the web in an archive, or what kept the rest from being read."""

    number: int
    url: str | None
    content: bytes
    too_large: bool
    fault: str | None = None


def is_archive(start: bytes) -> bool:
    """Whether a file, compressed or not, begins as an archive does; 512 bytes of it tell."""
    if start.startswith(_GZIP):
        try:
            start = zlib.decompressobj(wbits=_ANY_HEADER).decompress(start)
        except zlib.error:
            return False
    return start.startswith(b"WARC/")


def kept(file: BinaryIO, longest: int) -> Iterator[Kept]:
    """The web pages of an archive in its order; pictures, scripts, requests and failed answers are passed over.

    The file is as it came, for an archive is compressed record by record: of one that breaks off all whole records are
    given, and last the fault, in words.
    """
    number = 0
    records = iter(ArchiveIterator(file))
    while True:
        number += 1
        try:
            record = next(records, None)
            if record is None:
                return
            found = _page(record, number, longest)
        except Exception as error:  # noqa: BLE001  # the library raises whatever a broken record makes it raise
            yield Kept(number, None, b"", too_large=False, fault=f"{type(error).__name__}: {error}")
            return
        if found is not None:
            yield found


def _page(record: ArcWarcRecord, number: int, longest: int) -> Kept | None:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != _OK:
        return None
    if not (headers.get_header("Content-Type") or "").lower().startswith(_PAGES):
        return None
    content = record.content_stream().read(longest + 1)
    missing = record.raw_stream.limit
    if missing and len(content) <= longest:
        return Kept(number, None, b"", too_large=False, fault=f"{missing} bytes of the record are missing")
    return Kept(number, record.rec_headers.get_header("WARC-Target-URI"), content, len(content) > longest)
