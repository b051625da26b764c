"""What was made for a day: copy sets, stories, the edition."""

from collections.abc import Iterable
from datetime import date

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from dateline.records import CopySet, Edition, Story, record_id
from dateline.store import tables


def replace_copy_sets(db: Connection, day: date, copy_sets: Iterable[CopySet]) -> None:
    """Make these the copy sets as they stand on a day."""
    _clear(db, tables.copy_set, day)
    rows = [
        {"day": day.isoformat(), "original": found.original, "record": msgspec.json.encode(found)}
        for found in copy_sets
    ]
    if rows:
        db.execute(insert(tables.copy_set), rows)


def replace_stories(db: Connection, day: date, stories: Iterable[Story]) -> None:
    """Make these the stories as they stand on a day."""
    _clear(db, tables.story, day)
    rows = [{"day": day.isoformat(), "id": story.id, "record": msgspec.json.encode(story)} for story in stories]
    if rows:
        db.execute(insert(tables.story), rows)


def replace_edition(db: Connection, edition: Edition) -> None:
    """Keep the edition of its day in place of an earlier one."""
    _clear(db, tables.edition, edition.day)
    db.execute(insert(tables.edition).values(day=edition.day.isoformat(), record=msgspec.json.encode(edition)))


def fingerprint(edition: Edition) -> str:
    """A word that is another one as soon as anything in the edition is."""
    return record_id("f", msgspec.json.encode(edition).decode())


def load_copy_sets(db: Connection, day: date) -> tuple[CopySet, ...]:
    """The copy sets as they stand on a day, by their original's id; empty where the day was not run."""
    table = tables.copy_set
    rows = db.execute(select(table.c.record).where(table.c.day == day.isoformat()).order_by(table.c.original)).scalars()
    return tuple(msgspec.json.decode(row, type=CopySet) for row in rows)


def load_stories(db: Connection, day: date) -> tuple[Story, ...]:
    """The stories as they stand on a day, by id; empty where the day was not run."""
    table = tables.story
    rows = db.execute(select(table.c.record).where(table.c.day == day.isoformat()).order_by(table.c.id)).scalars()
    return tuple(msgspec.json.decode(row, type=Story) for row in rows)


def load_edition(db: Connection, day: date) -> Edition | None:
    """The edition of a day, or None where there is none yet."""
    table = tables.edition
    row = db.execute(select(table.c.record).where(table.c.day == day.isoformat())).scalar()
    return None if row is None else msgspec.json.decode(row, type=Edition)


def editions_before(db: Connection, day: date, days: int) -> tuple[Edition, ...]:
    """The last edition before a day and those up to `days` before the day, the last first; empty before the first."""
    table = tables.edition
    earlier = select(table.c.record).where(table.c.day < day.isoformat()).order_by(table.c.day.desc())
    found: list[Edition] = []
    for row in db.execute(earlier).scalars():
        edition = msgspec.json.decode(row, type=Edition)
        if found and (day - edition.day).days > days:
            break
        found.append(edition)
    return tuple(found)


def edition_days(db: Connection) -> list[date]:
    """The days that have an edition, newest first."""
    rows = db.execute(select(tables.edition.c.day).order_by(tables.edition.c.day.desc())).scalars()
    return [date.fromisoformat(row) for row in rows]


def _clear(db: Connection, table: Table, day: date) -> None:
    db.execute(delete(table).where(table.c.day == day.isoformat()))
