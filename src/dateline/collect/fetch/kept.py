"""Reads answers back from the archives that they were kept in."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from dateline.collect.fetch.keep import ASKED, ROLE, SOURCE, Answered
from dateline.collect.fetch.orders import Done

_UNPACKED = frozenset({"", "identity"})
_ZLIB = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""What an answer may be packed with. A kilobyte of others, or of one in another, can unfold to gigabytes at once."""


class Found(NamedTuple):
    """An answer in an archive, and where its record begins and ends."""

    answer: Answered
    offset: int
    end: int


def answer_at(folder: Path, done: Done) -> Answered:
    """The answer that was kept at a place."""
    with (folder / done.file).open("rb") as file:
        file.seek(done.offset)
        return next(_answers(file)).answer


def answers_from(file: Path, offset: int = 0) -> Iterator[Found]:
    """The answers of an archive from a place on, in the order that they came; a record that breaks off ends them."""
    with file.open("rb") as opened:
        opened.seek(offset)
        for found in _answers(opened):
            yield Found(found.answer, offset + found.offset, offset + found.end)


def _answers(file: BinaryIO) -> Iterator[Found]:
    records = ArchiveIterator(file)
    try:
        for record in records:
            answer = _answered(record)
            # The iterator knows where a record ends once it has read it to its end.
            records.read_to_end(record)
            offset = records.get_record_offset()
            yield Found(answer, offset, offset + records.get_record_length())
    except Exception:  # noqa: BLE001  # the library raises whatever a record cut off makes it raise
        return


def _answered(record: ArcWarcRecord) -> Answered:
    status, _, reason = record.http_headers.statusline.partition(" ")
    body = record.raw_stream.read()
    if record.raw_stream.limit:
        raise EOFError
    told = record.rec_headers
    return Answered(
        url=told.get_header("WARC-Target-URI") or "",
        status=int(status),
        reason=reason,
        headers=tuple(record.http_headers.headers),
        body=body,
        asked=told.get_header(ASKED) or "",
        role=told.get_header(ROLE) or "",
        source=told.get_header(SOURCE) or "",
        at=told.get_header("WARC-Date") or "",
    )


def header(answer: Answered, name: str) -> str:
    """The first value of a header, or nothing."""
    return next((value.strip() for key, value in answer.headers if key.lower() == name), "")


def headers(answer: Answered, name: str) -> str:
    """All values of a header that is a list, as if they stood in one (RFC 9110, 5.3)."""
    return ", ".join(value.strip() for key, value in answer.headers if key.lower() == name)


class PackedError(Exception):
    """An answer is packed in a way that was not asked for, or breaks off."""


def unpacked(answer: Answered, longest: int) -> bytes:
    """The body of an answer without what it is packed with, at most one byte more than `longest`."""
    packed = header(answer, "content-encoding").lower()
    if packed in _UNPACKED:
        return answer.body[: longest + 1]
    if packed not in _ZLIB:
        raise PackedError(f"it is packed as {packed[:40]!r}, which was not asked for")
    unpacker = zlib.decompressobj(_ZLIB[packed])
    try:
        content = unpacker.decompress(answer.body, longest + 1)
    except zlib.error as error:
        raise PackedError(f"its {packed} is broken: {error}") from error
    if not unpacker.eof and len(content) <= longest:
        raise PackedError(f"its {packed} is cut off")
    return content
