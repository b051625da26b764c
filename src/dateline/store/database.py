"""Opens the store, brings it up to date, and hands out transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from dateline.errors import BusyError, StoreError

# Another run may hold the store for as long as its longest transaction takes.
_WAIT_SECONDS = 60
_MIGRATIONS = Path(__file__).parent / "migrations"
# The files of the migrations are named by their steps: "0005_sources.py".
_NEWEST_STEP = max(file.name[:4] for file in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


class Store:
    """One store. `begin` gives a transaction: all of it is kept, or nothing."""

    def __init__(self, engine: Engine) -> None:
        """A store over an engine whose tables are up to date; use `open_store`."""
        self._engine = engine

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction that is kept when the block ends and forgotten when it raises."""
        with self._engine.begin() as db:
            yield db

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """A block of many small transactions, which cost less: SQLite writes its log back when the last one closes."""
        with self._engine.connect():
            yield

    @contextmanager
    def alone(self, work: str) -> Iterator[None]:
        """Hold a work that only one process at a time may do on this store; `BusyError` where another one does it.

        The lock is SQLite's, on a file that is named like the store with the work behind it, and ends with its process
        however that ends. A store that is no file of SQLite has none.
        """
        file = self._file()
        if file is None:
            yield
            return
        with closing(_locked(file, work)):
            yield

    def _file(self) -> str | None:
        """The file as SQLite itself names it, by whatever way it was opened."""
        if self._engine.dialect.name != "sqlite":
            return None
        with self.begin() as db:
            files = [row.file for row in db.exec_driver_sql("pragma database_list") if row.name == "main"]
        return files[0] if files and files[0] else None

    def close(self) -> None:
        """Let go of the store's file."""
        self._engine.dispose()


def open_store(place: str | Path) -> Store:
    """The store at a file's path or a database address, made or brought up to date where needed.

    Raises `StoreError` where the file is no store, cannot be written, or was written by a newer Dateline.
    """
    address = str(place)
    if "://" not in address:
        Path(address).parent.mkdir(parents=True, exist_ok=True)
        address = f"sqlite:///{address}"
    engine = create_engine(address, poolclass=NullPool)
    if make_url(address).get_backend_name() == "sqlite":
        event.listen(engine, "connect", _tune_sqlite)
        event.listen(engine, "begin", _begin_at_once)
    try:
        _bring_up_to_date(engine)
    except DatabaseError as error:
        raise StoreError(
            f"the store {place} cannot be used: {error.orig}. Name another with `store` or --store"
        ) from error
    return Store(engine)


def _locked(file: str, work: str) -> sqlite3.Connection:
    lock = sqlite3.connect(f"{file}-{work}", timeout=0, isolation_level=None)
    try:
        lock.execute("begin exclusive")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise StoreError(f"{file}-{work} cannot be written: {error}") from error
        raise BusyError(
            f"another `dateline {work}` is under way on this store, so this one did nothing; run it again when that "
            "has ended"
        ) from error
    return lock


def _tune_sqlite(connection: Any, _record: Any) -> None:
    # The driver would open transactions by itself, later than we want, and not before DDL.
    connection.isolation_level = None
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma foreign_keys = on")
    connection.execute(f"pragma busy_timeout = {_WAIT_SECONDS * 1000}")


def _begin_at_once(db: Connection) -> None:
    # Taking the write lock at the start makes a second run wait instead of fail halfway.
    db.exec_driver_sql("begin immediate")


def _bring_up_to_date(engine: Engine) -> None:
    with engine.begin() as db:
        step = _step(db)
        if step == _NEWEST_STEP:
            return
        if step is not None and step > _NEWEST_STEP:
            raise StoreError(f"the store {engine.url.database} was written by a newer Dateline (step {step}): update")
        # Alembic takes a third of a second to import; a store that is up to date does without.
        from dateline.store.migrations.run import upgrade  # noqa: PLC0415

        upgrade(db, _MIGRATIONS)


def _step(db: Connection) -> str | None:
    if not inspect(db).has_table("alembic_version"):
        return None
    step: str | None = db.exec_driver_sql("select version_num from alembic_version").scalar()
    return step
