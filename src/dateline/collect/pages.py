"""The one entry of the step: the pages of a source."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dateline.collect.archive import is_archive, kept
from dateline.collect.files import files, opened
from dateline.collect.kinds import is_dispatch, kind_of
from dateline.collect.lines import lines
from dateline.collect.mailbox import mails
from dateline.collect.web import Answer, Refused, fetch
from dateline.errors import SourceError
from dateline.records import MediaType, Page, Skipped, SkipReason, Source, record_id, skipped_at
from dateline.text.addresses import web_address

_LOOK = 1 << 16
_MAGIC = 512


@dataclass(frozen=True, slots=True)
class CollectRules:
    """How pages are collected."""

    max_bytes: int = 20_000_000
    """The largest page, dispatch or line that is taken."""
    timeout: float = 20.0
    """Seconds to wait for each word from the web."""
    whole: float | None = None
    """Seconds that one address may take in all; without it, five times `timeout`."""
    allow_private: bool = False
    """Whether addresses in private networks may be fetched."""


def pages(source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    """Everything that a source holds, in the order of the names, and what could not be taken of it.

    Raises `SourceError` where the file or folder of the source is not there.
    """
    if source.location.startswith(("http://", "https://")):
        yield from _from_web(source, rules)
        return
    root = Path(source.location)
    if not root.exists():
        raise SourceError(f"source {source.name!r}: there is no {root}; check the path")
    for path, name in files(root):
        yield from _from_file(path, name if root.is_dir() else source.location, source, rules)


def page_from_bytes(content: bytes, name: str, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    """The pages that some bytes are: one, or one a line of a file of dispatches."""
    yield from _from_stream(BytesIO(content), name, source, rules)


def _from_web(source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    seconds = rules.timeout, 5 * rules.timeout if rules.whole is None else rules.whole
    found = fetch(source.location, rules.max_bytes, seconds, allow_private=rules.allow_private)
    if isinstance(found, Refused):
        yield _skipped(source, source.location, found.reason, found.detail)
        return
    yield from _from_content(found, source, rules)


def _from_content(answer: Answer, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    for found in _from_stream(BytesIO(answer.content), source.location, source, rules):
        yield found if isinstance(found, Skipped) else replace(found, url=answer.url)


def _from_file(path: Path, name: str, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    try:
        with path.open("rb") as file:
            if is_archive(file.read(_MAGIC)):
                file.seek(0)
                yield from _archived(file, name, source, rules)
                return
        with opened(path) as file:
            yield from _from_stream(file, name, source, rules)
    except (EOFError, zlib.error) as error:
        yield _skipped(source, name, SkipReason.MALFORMED, f"its gzip is cut off or broken: {error}")
    except OSError as error:
        yield _skipped(source, name, SkipReason.UNREADABLE, f"{error.strerror or error}: check its permissions")


def _from_stream(file: BinaryIO, name: str, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    start = file.read(_MAGIC)
    if is_archive(start):
        file.seek(0)
        yield from _archived(file, name, source, rules)
        return
    content = start + file.read(rules.max_bytes + 1 - len(start))
    if not content.strip():
        yield _skipped(source, name, SkipReason.EMPTY, "it holds nothing")
        return
    too_large = len(content) > rules.max_bytes
    kind = kind_of(content[:_LOOK] if too_large else content)
    if kind.lines:
        file.seek(0)
        yield from _dispatches(file, name, source, rules)
    elif kind.mails:
        file.seek(0)
        yield from _mails(file, name, source, rules)
    elif too_large:
        detail = f"it holds more than {rules.max_bytes} bytes; raise `max_bytes` if it is meant"
        yield _skipped(source, name, SkipReason.TOO_LARGE, detail)
    elif kind.media_type is None:
        yield _skipped(source, name, SkipReason.UNKNOWN_FORMAT, f"it is {kind.what}")
    else:
        yield _page(content, name, kind.media_type, source)


def _archived(file: BinaryIO, name: str, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    for one in kept(file, rules.max_bytes):
        place = f"{name}#{one.number}"
        if one.fault:
            yield _skipped(source, place, SkipReason.MALFORMED, f"the archive breaks off here: {one.fault}")
        elif one.too_large:
            yield _skipped(source, place, SkipReason.TOO_LARGE, f"it holds more than {rules.max_bytes} bytes")
        elif one.content.strip():
            yield replace(_page(one.content, place, MediaType.HTML, source), url=web_address(one.url))


def _dispatches(file: BinaryIO, name: str, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    for line in lines(file, rules.max_bytes):
        place = f"{name}#{line.number}"
        if line.too_long:
            yield _skipped(source, place, SkipReason.TOO_LARGE, f"a line of more than {rules.max_bytes} bytes")
        else:
            yield _line(line.content, place, source)


def _mails(file: BinaryIO, name: str, source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    for mail in mails(file, rules.max_bytes):
        place = f"{name}#{mail.number}"
        if mail.too_long:
            yield _skipped(source, place, SkipReason.TOO_LARGE, f"a mail of more than {rules.max_bytes} bytes")
        else:
            yield _page(mail.content, place, MediaType.MAIL, source)


def _line(content: bytes, place: str, source: Source) -> Page | Skipped:
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError) as error:
        return _skipped(source, place, SkipReason.MALFORMED, f"a line that is no JSON: {error}")
    return _page(content, place, MediaType.DISPATCH if is_dispatch(parsed) else MediaType.NINJS, source)


def _page(content: bytes, name: str, media_type: MediaType, source: Source) -> Page:
    return Page(
        id=record_id("p", source.outlet, content),
        name=name,
        source=source.name,
        media_type=media_type,
        content=content,
        outlet=source.outlet,
        language=source.language,
        published=source.published,
    )


def _skipped(source: Source, name: str, reason: SkipReason, detail: str) -> Skipped:
    return skipped_at(source.name, name, "collect", reason, detail)
