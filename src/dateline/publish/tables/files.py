"""A table as a file: CSV, JSON lines or Parquet."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from dateline.errors import DocumentError

HAS_PARQUET = find_spec("pyarrow") is not None
"""Whether the extra "parquet" is installed."""
if HAS_PARQUET:
    import pyarrow as pa
    from pyarrow import parquet

FORMS = ("csv", "json", "parquet")
"""The endings of the files; json is one object a line."""
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""


@dataclass(frozen=True, slots=True)
class Table:
    """Records of one kind, a row each by the names of its columns; spans are lists of [start, end]."""

    columns: Mapping[str, str]
    """By name what a column holds: string, bool, int, float, strings or spans."""
    rows: tuple[dict[str, Any], ...]
    unshown: int
    """Rows without words, since the rights of their articles have no room for them."""
    left_out: int
    """Records that are no row, since of their articles the headline alone may be shown."""


def as_file(found: Table, form: str) -> bytes:
    """The table as a file of one of `FORMS`; the same table gives the same bytes.

    Raises `DocumentError` where Parquet is asked for and the library that writes it is not installed.
    """
    if form == "parquet":
        return _parquet(found)
    return _csv(found) if form == "csv" else _json_lines(found)


def _json_lines(found: Table) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in found.rows)


def _csv(found: Table) -> bytes:
    """Spans are "120-211;230-240". A cell that a spreadsheet would take for a formula has an apostrophe before it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(found.columns)
    writer.writerows(list(_cells(row, found.columns)) for row in found.rows)
    return made.getvalue().encode()


def _cells(row: Mapping[str, Any], columns: Mapping[str, str]) -> Iterator[str]:
    for name, kind in columns.items():
        value = row[name]
        if value is None:
            yield ""
        elif kind == "bool":
            yield str(value).lower()
        else:
            cell = _in_a_cell(value, kind)
            yield f"'{cell}" if kind in {"string", "strings"} and cell.startswith(_RISKY) else cell


def _in_a_cell(value: Any, kind: str) -> str:
    if kind == "spans":
        return ";".join(f"{start}-{end}" for start, end in value)
    return ";".join(value) if kind == "strings" else str(value)


def _parquet(found: Table) -> bytes:
    if not HAS_PARQUET:
        raise DocumentError("Parquet is written by pyarrow, which is not installed: pip install 'dateline[parquet]'")
    kinds = {
        "string": pa.string(), "bool": pa.bool_(), "int": pa.int64(), "float": pa.float64(),
        "strings": pa.list_(pa.string()), "spans": pa.list_(pa.list_(pa.int64())),
    }  # fmt: skip
    schema = pa.schema([(name, kinds[kind]) for name, kind in found.columns.items()])
    made = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(found.rows), schema=schema), made, compression="zstd")
    return made.getvalue()
