"""Keeps every answer in a web archive (WARC 1.1) before anybody reads it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

# What we wanted with the address stands in fields of our own, which ISO 28500 allows and other readers pass over.
ASKED, ROLE, SOURCE = "Dateline-Asked", "Dateline-Role", "Dateline-Source"


class Place(NamedTuple):
    """Where a record stands: the name of its file, where it begins there, and where the next one will."""

    file: str
    offset: int
    end: int


class Answered(NamedTuple):
    """One answer of the web with what was asked; without a role it is one on the way to another."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    asked: str
    role: str
    source: str
    at: str = ""
    """When it came, ISO 8601 in UTC; the keeper notes it."""


class Keeper:
    """Writes answers to one new file of the day's folder; a record is on its way to the disk when `keep` returns."""

    def __init__(self, folder: Path, began: datetime | None = None) -> None:
        """A file is made with the first answer. No file is written to twice: a killed run may have cut one off."""
        began = began or datetime.now(UTC)
        self._folder = folder
        self._name = f"{began:%Y-%m-%d}/{began:%H%M%S}-{uuid4().hex[:8]}.warc.gz"
        self._end = 0

    def keep(self, answer: Answered) -> Place:
        """Keep an answer; where it stands."""
        record = BytesIO()
        _write(record, answer)
        path = self._folder / self._name
        if not self._end:
            path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            # Of a record that the disk had no room for, a part may stand there.
            file.truncate(self._end)
            file.write(record.getbuffer())
        begin, self._end = self._end, self._end + record.getbuffer().nbytes
        return Place(self._name, begin, self._end)


def _write(out: BytesIO, answer: Answered) -> None:
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    line = f"{answer.status} {answer.reason}".strip()
    told = [(ASKED, answer.asked), (ROLE, answer.role), (SOURCE, answer.source)]
    record = writer.create_warc_record(
        answer.url,
        "response",
        payload=BytesIO(answer.body),
        length=len(answer.body),
        http_headers=StatusAndHeaders(line, list(_written(answer.headers)), protocol="HTTP/1.1"),
        warc_headers_dict={name: _one_line(value) for name, value in told if value},
    )
    writer.write_record(record)


def _written(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name.encode("ascii", "backslashreplace").decode(), _one_line(value)) for name, value in headers)


def _one_line(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ")
