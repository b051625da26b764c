"""What was read in articles."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from dateline.records import AgendaItem, Article, Commitment, Position, Reading, Record, Skipped, Statement, TimeMention
from dateline.store import said, tables

R = TypeVar("R", bound=Record)

_KINDS: tuple[tuple[str, Table, type[Record]], ...] = (
    ("statements", tables.statement, Statement),
    ("commitments", tables.commitment, Commitment),
    ("agenda", tables.agenda_item, AgendaItem),
    ("positions", tables.position, Position),
    ("times", tables.time_mention, TimeMention),
)
_OWN_COLUMNS = {"article_id", "place", "id", "record"}


def replace_reading(db: Connection, reading: Reading) -> None:
    """Keep what was read in an article in place of what was read before."""
    forget_reading(db, reading.article_id)
    db.execute(insert(tables.reading).values(article_id=reading.article_id, reader=reading.reader, skip=None))
    for field, table, _ in _KINDS:
        rows = [_row(table, place, record) for place, record in enumerate(getattr(reading, field))]
        if rows:
            db.execute(insert(table), rows)
    if reading.statements:
        said.add_statements(db, _text(db, reading.article_id), reading.statements)


def replace_unread(db: Connection, article_id: str, reader: str, skip: Skipped) -> None:
    """Keep that a reader could not read an article, and why."""
    forget_reading(db, article_id)
    db.execute(insert(tables.reading).values(article_id=article_id, reader=reader, skip=msgspec.json.encode(skip)))


def forget_reading(db: Connection, article_id: str) -> None:
    """Let go of what was read in an article."""
    said.forget_statements(db, article_id)
    for _, table, _ in _KINDS:
        db.execute(delete(table).where(table.c.article_id == article_id))
    db.execute(delete(tables.reading).where(tables.reading.c.article_id == article_id))


def read_by(db: Connection, reader: str) -> set[str]:
    """The ids of the articles that this version of the reader has seen."""
    return set(db.execute(select(tables.reading.c.article_id).where(tables.reading.c.reader == reader)).scalars())


def load_readings(db: Connection, article_ids: Iterable[str]) -> dict[str, Reading]:
    """By article id what was read in it; articles that were not or could not be read are left out."""
    wanted = set(article_ids)
    rows = db.execute(select(tables.reading).where(tables.reading.c.skip.is_(None))).mappings()
    readers = {row["article_id"]: row["reader"] for row in rows if row["article_id"] in wanted}
    found: dict[str, dict[str, list[Record]]] = {article_id: {} for article_id in sorted(readers)}
    for field, table, kind in _KINDS:
        records = db.execute(select(table.c.article_id, table.c.record).order_by(table.c.article_id, table.c.place))
        for article_id, record in records:
            if article_id in found:
                found[article_id].setdefault(field, []).append(msgspec.json.decode(record, type=kind))
    return {key: _reading(key, readers[key], fields) for key, fields in found.items()}


def load_unread(db: Connection, article_ids: Iterable[str]) -> tuple[Skipped, ...]:
    """Of these articles, those that could not be read, and why."""
    wanted = set(article_ids)
    unread = tables.reading.c.skip.is_not(None)
    rows = db.execute(select(tables.reading.c.skip).where(unread).order_by(tables.reading.c.article_id)).scalars()
    skips = (msgspec.json.decode(row, type=Skipped) for row in rows)
    return tuple(skip for skip in skips if skip.article_id in wanted)


def statements_by(db: Connection, speaker: str) -> list[Statement]:
    """Every statement of one speaker, as the stories name them, by article and place."""
    return _asked(db, tables.statement, tables.statement.c.speaker == speaker, Statement)


def commitments_due(db: Connection, first: date, last: date) -> list[Commitment]:
    """The commitments due on a stated day from `first` to `last`, by that day."""
    due = tables.commitment.c.due
    between = (due >= first.isoformat()) & (due <= last.isoformat())
    found = _asked(db, tables.commitment, between, Commitment)
    return sorted(found, key=lambda commitment: (commitment.due or "", commitment.id))


def find_record(db: Connection, record_id: str) -> Record | None:
    """The record of an id, of whatever kind, or None."""
    for _, table, kind in _KINDS:
        found = _asked(db, table, table.c.id == record_id, kind)
        if found:
            return found[0]
    return None


def _asked(db: Connection, table: Table, condition: object, kind: type[R]) -> list[R]:
    rows = db.execute(select(table.c.record).where(condition).order_by(table.c.article_id, table.c.place)).scalars()  # type: ignore[arg-type]
    return [msgspec.json.decode(row, type=kind) for row in rows]


def _text(db: Connection, article_id: str) -> str:
    record = db.execute(select(tables.article.c.record).where(tables.article.c.id == article_id)).scalar_one()
    return msgspec.json.decode(record, type=Article).text


def _row(table: Table, place: int, record: Record) -> dict[str, object]:
    asked_by = {column.name: getattr(record, column.name) for column in table.c if column.name not in _OWN_COLUMNS}
    return {
        "article_id": record.article_id,
        "place": place,
        "id": record.id,
        "record": msgspec.json.encode(record),
        **asked_by,
    }


def _reading(article_id: str, reader: str, fields: dict[str, list[Record]]) -> Reading:
    lists: dict[str, Sequence[Record]] = {name: tuple(records) for name, records in fields.items()}
    return Reading(article_id=article_id, reader=reader, **lists)  # type: ignore[arg-type]
