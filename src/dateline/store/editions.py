"""What was made for an edition: copy sets, stories, the edition itself. The columns `day` hold `PressTime.key`."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from dateline.records import CopySet, Edition, PressTime, Story, record_id
from dateline.store import tables

_AT_ONCE = 1000
"""Rows that are handed to the database together."""


def replace_copy_sets(db: Connection, press: PressTime, copy_sets: Iterable[CopySet]) -> None:
    """Make these the copy sets as they stand on a day."""
    _clear(db, tables.copy_set, press)
    rows = ({"day": press.key, "original": one.original, "record": msgspec.json.encode(one)} for one in copy_sets)
    _insert(db, tables.copy_set, rows)


def replace_stories(db: Connection, press: PressTime, stories: Iterable[Story]) -> None:
    """Make these the stories as they stand on a day."""
    _clear(db, tables.story, press)
    rows = ({"day": press.key, "id": story.id, "record": msgspec.json.encode(story)} for story in stories)
    _insert(db, tables.story, rows)


def replace_edition(db: Connection, edition: Edition) -> None:
    """Keep the edition of its day in place of an earlier one."""
    _clear(db, tables.edition, edition.press)
    db.execute(insert(tables.edition).values(day=edition.press.key, record=msgspec.json.encode(edition)))


def fingerprint(edition: Edition, *more: str) -> str:
    """A word that is another one as soon as anything in the edition, or in `more`, is."""
    return record_id("f", msgspec.json.encode(edition).decode(), *more)


def load_copy_sets(db: Connection, press: PressTime) -> tuple[CopySet, ...]:
    """The copy sets as they stand on a day, by their original's id; empty where the day was not run."""
    table = tables.copy_set
    rows = db.execute(select(table.c.record).where(table.c.day == press.key).order_by(table.c.original)).scalars()
    return tuple(msgspec.json.decode(row, type=CopySet) for row in rows)


def load_stories(db: Connection, press: PressTime) -> tuple[Story, ...]:
    """The stories as they stand on a day, by id; empty where the day was not run."""
    table = tables.story
    rows = db.execute(select(table.c.record).where(table.c.day == press.key).order_by(table.c.id)).scalars()
    return tuple(msgspec.json.decode(row, type=Story) for row in rows)


def load_edition(db: Connection, press: PressTime) -> Edition | None:
    """The edition of a day, or None where there is none yet."""
    table = tables.edition
    row = db.execute(select(table.c.record).where(table.c.day == press.key)).scalar()
    return None if row is None else msgspec.json.decode(row, type=Edition)


def editions_before(db: Connection, press: PressTime, days: int) -> tuple[Edition, ...]:
    """The last edition before one and those up to `days` days before it, the last first; empty before the first."""
    found: list[Edition] = []
    for earlier in press_times(db):
        if earlier.order() >= press.order():
            continue
        if found and (press.day - earlier.day).days > days:
            break
        edition = load_edition(db, earlier)
        found += [edition] if edition is not None else []
    return tuple(found)


def press_times(db: Connection) -> list[PressTime]:
    """When the editions of the store went to press, the newest first."""
    keys = db.execute(select(tables.edition.c.day)).scalars()
    return sorted(map(PressTime.parse, keys), key=PressTime.order, reverse=True)


def _insert(db: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    """Insert rows, of which there may be as many as an archive has articles."""
    while batch := list(islice(rows, _AT_ONCE)):
        db.execute(insert(table), batch)


def _clear(db: Connection, table: Table, press: PressTime) -> None:
    db.execute(delete(table).where(table.c.day == press.key))
