"""Statements as a table for other programs: CSV, JSON lines and Parquet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from dateline import __version__
from dateline.errors import DocumentError
from dateline.publish.contents import Contents
from dateline.publish.shelf import Actor, Shelf, Shown
from dateline.records import Article, Phrase, Span, Statement

HAS_PARQUET = find_spec("pyarrow") is not None
"""Whether the extra "parquet" is installed."""
if HAS_PARQUET:
    import pyarrow as pa
    from pyarrow import parquet

FORMS = ("csv", "json", "parquet")
"""The endings of the files; json is one object a line."""

_OF_WORDS = (
    "speaker", "speaker_id", "speaker_as_printed", "role", "anonymous", "source_type", "source_body",
    "withheld_because", "sourceless", "said_to", "said_in", "said_through", "kind", "cue", "content", "truncated",
    "sentence",
)  # fmt: skip
"""What is made of the article's words, and null where its rights do not let us show them."""
_COLUMNS = {
    "id": "string", **dict.fromkeys(_OF_WORDS, "string"), "anonymous": "bool", "truncated": "bool",
    "sourceless": "bool", "shown": "bool",
    "outlet": "string", "agency": "string", "headline": "string", "url": "string", "article_id": "string",
    "published": "string", "updated": "string", "language": "string",
    "source_spans": "spans", "cue_spans": "spans", "content_spans": "spans", "sentence_start": "int",
    "sentence_end": "int", "confidence": "float", "made_by": "string", "reader": "string", "dateline": "string",
}  # fmt: skip
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""


@dataclass(frozen=True, slots=True)
class Table:
    """Statements, a row each by the names of its columns; spans are lists of [start, end]."""

    rows: tuple[dict[str, Any], ...]
    unshown: int
    """Rows without words, since the rights of their articles have no room for them."""
    left_out: int
    """Statements that are no row, since of their articles the headline alone may be shown."""


def table(contents: Contents, statement_ids: Iterable[str]) -> Table:
    """The statements of these ids, in their order, as far as the rights of their articles go."""
    shelf = Shelf(contents)
    wanted = list(statement_ids)
    rows = tuple(_row(shelf.shown[key], shelf) for key in wanted if key in shelf.shown)
    return Table(rows, sum(not row["shown"] for row in rows), len(wanted) - len(rows))


def as_file(found: Table, form: str) -> bytes:
    """The table as a file of one of `FORMS`; the same table gives the same bytes.

    Raises `DocumentError` where Parquet is asked for and the library that writes it is not installed.
    """
    if form == "parquet":
        return _parquet(found)
    return _csv(found) if form == "csv" else _json_lines(found)


def _row(one: Shown, shelf: Shelf) -> dict[str, Any]:
    record, article = one.record, one.article
    assert isinstance(record, Statement)
    shown = shelf.tells(one)
    actors = shelf.actors_of(record)
    words = _words(record, article, actors[0] if len(actors) == 1 else None) if shown else [None] * len(_OF_WORDS)
    return {
        "id": record.id,
        **dict(zip(_OF_WORDS, words, strict=True)),
        "shown": shown,
        "outlet": article.outlet,
        "agency": article.agency,
        "headline": article.headline,
        "url": article.url,
        "article_id": article.id,
        "published": article.published.iso() if article.published else None,
        "updated": article.updated.iso() if article.updated else None,
        "language": article.language,
        "source_spans": _pairs(record.spans.source),
        "cue_spans": _pairs(record.spans.cue),
        "content_spans": _pairs(record.spans.content),
        "sentence_start": record.span.start,
        "sentence_end": record.span.end,
        "confidence": record.confidence,
        "made_by": record.made_by,
        "reader": record.reader,
        "dateline": __version__,
    }


def _words(record: Statement, article: Article, actor: Actor | None) -> list[Any]:
    name = actor.name if actor else record.speaker
    return [
        name, actor.id if actor else None, record.speaker, record.role, record.anonymous, record.source_type,
        *map(_words_of, (record.source_body, record.withheld_because)), record.sourceless,
        *map(_words_of, (record.said_to, record.said_in, record.said_through)), str(record.kind), record.cue,
        record.content, record.truncated, record.span.of(article.text),
    ]  # fmt: skip


def _words_of(phrase: Phrase | None) -> str | None:
    return None if phrase is None else phrase.text


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _json_lines(found: Table) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in found.rows)


def _csv(found: Table) -> bytes:
    """Spans are "120-211;230-240". A cell that a spreadsheet would take for a formula has an apostrophe before it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(_COLUMNS)
    writer.writerows(list(_cells(row)) for row in found.rows)
    return made.getvalue().encode()


def _cells(row: dict[str, Any]) -> Iterator[str]:
    for name, kind in _COLUMNS.items():
        value = row[name]
        if value is None:
            yield ""
        elif kind == "spans":
            yield ";".join(f"{start}-{end}" for start, end in value)
        elif kind == "bool":
            yield str(value).lower()
        else:
            yield f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else str(value)


def _parquet(found: Table) -> bytes:
    if not HAS_PARQUET:
        raise DocumentError("Parquet is written by pyarrow, which is not installed: pip install 'dateline[parquet]'")
    kinds = {
        "string": pa.string(), "bool": pa.bool_(), "int": pa.int64(), "float": pa.float64(),
        "spans": pa.list_(pa.list_(pa.int64())),
    }  # fmt: skip
    schema = pa.schema([(name, kinds[kind]) for name, kind in _COLUMNS.items()])
    made = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(found.rows), schema=schema), made, compression="zstd")
    return made.getvalue()
