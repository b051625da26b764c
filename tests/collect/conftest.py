"""What the tests of collecting share: a web server, and a store with sources."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline import path, settings
from dateline.path.gather import run as gathering
from dateline.records import Source
from dateline.store import open_store
from tests.collect.web import serving


@pytest.fixture
def web():
    with serving() as server:
        yield server


class Desk:
    """A store and its settings; `collect` is one run."""

    def __init__(self, folder):
        self.folder = folder
        self.now = datetime.now(UTC)
        values = {"store": str(folder / "day.sqlite"), "archive": str(folder / "archive"), "allow_private": True}
        values |= {"delay": 0.0, "timeout": 2.0, "max_bytes": 2_000_000, "contact": "desk@harbourpost.example"}
        loaded = settings.load(None, {})
        self.settings = replace(loaded, values={**loaded.values, **values})
        self.until = path.Until()

    def set(self, **values):
        self.settings = replace(self.settings, values={**self.settings.values, **values})

    def add(self, url, **told):
        name = told.pop("name", url)
        source = Source(name=name, location=url, **told)
        self.settings = replace(self.settings, sources=(*self.settings.sources, source))

    def collect(self):
        self.until = path.Until()
        store = open_store(self.settings.text("store"))
        try:
            return path.gather(self.settings, store, lambda *_: None, self.until)
        finally:
            store.close()

    def ask(self, question, *given):
        store = open_store(self.settings.text("store"))
        try:
            with store.begin() as db:
                return question(db, *given)
        finally:
            store.close()

    def rows(self, words):
        return self.ask(lambda db: db.exec_driver_sql(words).all())

    def later(self, **by):
        self.now += timedelta(**by)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    made = Desk(tmp_path)
    monkeypatch.setattr(gathering, "now", lambda: made.now)
    return made
