"""The store: what went in comes out, whole or not at all."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select, update

from dateline.errors import StoreError
from dateline.records import (
    Article,
    Decision,
    DecisionKind,
    MediaType,
    Moment,
    Page,
    Phrase,
    PressTime,
    Reading,
    Skipped,
    SkipReason,
    SourceType,
    Span,
    Statement,
    StatementKind,
    StatementSpans,
    joined,
)
from dateline.records.article import ParagraphKind
from dateline.store import articles, decisions, editions, open_store, pages, readings, said
from dateline.store.tables import metadata, statement

PAGE = Page(id="p-1", name="a.html", source="post", media_type=MediaType.HTML, content=b"<p>Bytes \xff</p>")
TEXT, PARAGRAPHS = joined(
    [(ParagraphKind.TEXT, "The ferry is late, Ana Ruz said."), (ParagraphKind.TEXT, "It rained.")]
)
ARTICLE = Article(
    id="a-1", page_id="p-1", headline="Ferry late", text=TEXT, paragraphs=PARAGRAPHS, published=Moment(date(2031, 5, 6))
)
STATEMENT = Statement(
    id="r-1",
    article_id="a-1",
    span=Span(0, 32),
    confidence=0.9,
    made_by="statements/say",
    reader="en-1",
    speaker="Ana Ruz",
    role=None,
    anonymous=False,
    kind=StatementKind.INDIRECT,
    cue="said",
    content="The ferry is late",
    truncated=False,
    spans=StatementSpans((Span(19, 26),), (Span(27, 31),), (Span(0, 17),)),
)
INNER = replace(
    STATEMENT, id="r-2", within="r-1", source_type=SourceType.OFFICIAL, said_in=Phrase("Harlan", Span(4, 10))
)
READING = Reading(article_id="a-1", reader="en-1", statements=(STATEMENT, INNER))


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "day.sqlite")
    yield opened
    opened.close()


def filled(store):
    with store.begin() as db:
        pages.add_page(db, PAGE)
        articles.replace_articles(db, {"p-1": [ARTICLE]})
        readings.replace_reading(db, READING)


def before_collecting(db):
    """Takes back what the migration of collecting made, and those after it."""
    db.execute("alter table page drop column reservation")
    for table in ("source", "address", "visit", "archive", "begun", "kept"):
        db.execute(f"drop table {table}")


def test_records_come_out_as_they_went_in(store):
    """Page, article and reading survive the way through the store unchanged."""
    filled(store)
    with store.begin() as db:
        assert pages.load_page(db, "p-1") == PAGE
        assert articles.articles_up_to(db, date(2031, 5, 6)) == [ARTICLE]
        assert readings.load_readings(db, ["a-1"]) == {"a-1": READING}
        assert readings.find_record(db, "r-1") == STATEMENT
        assert readings.statements_by(db, "Ana Ruz") == [STATEMENT, INNER]


def test_the_same_bytes_are_kept_once(store):
    """A page that is there already is not kept again, whatever its name."""
    with store.begin() as db:
        assert pages.add_page(db, PAGE)
        assert not pages.add_page(db, replace(PAGE, name="b.html"))
        assert pages.page_name(db, "p-1") == ("post", "a.html")


def test_a_later_day_is_not_given(store):
    """An article dated well after the day does not exist for it."""
    filled(store)
    with store.begin() as db:
        assert articles.articles_up_to(db, date(2031, 5, 4)) == []


def test_articles_are_found_by_their_words(store):
    """Full-text search finds words of headline and text, and takes any input as plain words."""
    filled(store)
    with store.begin() as db:
        assert articles.find_articles(db, "ferry rained") == [ARTICLE]
        assert articles.find_articles(db, 'ferry" OR NEAR( *') == []
        assert articles.find_articles(db, "\"';--") == []


def test_statements_are_found_by_their_words(store):
    """What was said and its sentence; a word finds longer ones; an id of an article is no word of it."""
    filled(store)
    with store.begin() as db:
        assert said.find_statements(db, "ferry Ana") == {"r-1", "r-2"}
        assert said.find_statements(db, "ferr") == {"r-1", "r-2"}
        assert said.find_statements(db, "rained") == set()
        assert said.find_statements(db, "a 1") == set()
        assert said.find_statements(db, "\"'; NEAR(--") == set()
        assert said.find_statements(db, "") == set()


def test_a_new_reading_replaces_what_is_found(store):
    """Nothing of the old one is left to be found, and nothing of another article goes with it."""
    filled(store)
    with store.begin() as db:
        readings.replace_reading(db, replace(READING, statements=(replace(STATEMENT, id="r-2", content="no boat"),)))
        assert said.find_statements(db, "boat") == {"r-2"}
        readings.forget_reading(db, "a")
        assert said.find_statements(db, "boat") == {"r-2"}
        readings.forget_reading(db, "a-1")
        assert said.find_statements(db, "boat") == set()


def test_a_store_of_before_finds_what_was_read_then(tmp_path):
    """The index is made of the statements that are there."""
    file = tmp_path / "day.sqlite"
    older = open_store(file)
    filled(older)
    older.close()
    with closing(sqlite3.connect(file)) as db:
        before_collecting(db)
        db.execute("drop table statement_search")
        db.execute("update alembic_version set version_num = '0003'")
        db.commit()
    opened = open_store(file)
    with opened.begin() as db:
        assert said.find_statements(db, "ferry") == {"r-1", "r-2"}
    opened.close()


def test_a_new_extractor_replaces_what_the_old_one_made(store):
    """Articles, their readings and their search entries go together."""
    filled(store)
    with store.begin() as db:
        articles.replace_articles(db, {"p-1": []})
        assert articles.find_articles(db, "ferry") == []
        assert readings.load_readings(db, ["a-1"]) == {}


def test_an_unread_article_says_why(store):
    """That a reader could not read an article is kept as a result."""
    filled(store)
    skip = Skipped(
        id="k-1",
        name="a.html",
        source="post",
        step="read",
        reason=SkipReason.LANGUAGE_NOT_READ,
        detail="de",
        article_id="a-1",
    )
    with store.begin() as db:
        readings.replace_unread(db, "a-1", "en-1", skip)
        assert readings.load_unread(db, ["a-1"]) == (skip,)
        assert readings.load_readings(db, ["a-1"]) == {}
        assert readings.read_by(db, "en-1") == {"a-1"}


def test_decisions_are_numbered_and_kept(store):
    """Each decision is a row of its own, in the order in which they were made."""
    given = Decision(
        number=0, kind=DecisionKind.REMOVE, subject="r-1", who="ana", when="2031-05-06T07:00Z", why="wrong"
    )
    with store.begin() as db:
        assert decisions.add_decision(db, given).number == 1
        assert decisions.add_decision(db, given).number == 2
        assert [found.number for found in decisions.all_decisions(db)] == [1, 2]


def test_what_raises_leaves_nothing(store):
    """A transaction that ends in an error is forgotten whole."""

    def add_and_fail():
        with store.begin() as db:
            pages.add_page(db, PAGE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_fail()
    with store.begin() as db:
        assert pages.all_page_names(db) == {}


def test_the_migrations_give_the_tables_that_the_code_uses(tmp_path):
    """The tables of `tables.py` and those of the migrations are the same."""
    store = open_store(tmp_path / "day.sqlite")
    with store.begin() as db:
        context = MigrationContext.configure(db, opts={"include_name": lambda name, *_: "_search" not in (name or "")})
        assert compare_metadata(context, metadata) == []


def test_a_file_that_is_no_store_is_named(tmp_path):
    """A picture is not overwritten as a store."""
    file = tmp_path / "a.png"
    file.write_bytes(b"\x89PNG" + b"0" * 5000)
    with pytest.raises(StoreError, match=r"a\.png"):
        open_store(file)
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_newer_store_is_refused(tmp_path):
    """A store of a later version is left as it is."""
    open_store(tmp_path / "day.sqlite").close()
    with sqlite3.connect(tmp_path / "day.sqlite") as db:
        db.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(StoreError, match="newer Dateline"):
        open_store(tmp_path / "day.sqlite")


def test_an_edition_of_an_older_store_knows_what_it_told(tmp_path):
    """Its day becomes its press time, and the articles of its copy sets are no news to the next edition."""
    file = tmp_path / "day.sqlite"
    open_store(file)
    old = {"id": "e-1", "day": "2031-05-07", "since": "2031-05-06", "withdrawn": [], "sections": [], "agenda": [],
           "commitments": [], "positions": [], "stories": []}  # fmt: skip
    with closing(sqlite3.connect(file)) as db:
        before_collecting(db)
        db.execute("drop table statement_search")
        db.execute("update alembic_version set version_num = '0002'")
        db.execute("insert into edition values ('2031-05-07', ?)", (json.dumps(old).encode(),))
        copy_set = {"original": "a-1", "copies": [{"article_id": "a-2", "relation": "copy", "shared": 1.0}]}
        db.execute("insert into copy_set values ('2031-05-07', 'a-1', ?)", (json.dumps(copy_set).encode(),))
        db.commit()
    with open_store(file).begin() as db:
        (found,) = editions.editions_before(db, PressTime.parse("2031-05-08"), 7)
    assert (found.press, found.since) == (PressTime.parse("2031-05-07"), PressTime.parse("2031-05-06"))
    assert found.known == ("a-1", "a-2")


def test_a_record_of_an_older_version_comes_out_without_what_is_new(store):
    """A key that an older reader did not know is as if the story did not say it."""
    filled(store)
    with store.begin() as db:
        old = json.loads(db.execute(select(statement.c.record).where(statement.c.id == "r-1")).scalar_one())
        kept = {name: value for name, value in old.items() if name not in {"within", "sourceless", "said_to"}}
        db.execute(update(statement).where(statement.c.id == "r-1").values(record=json.dumps(kept).encode()))
        assert readings.find_record(db, "r-1") == STATEMENT
