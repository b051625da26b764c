"""Records as tables: every row leads to its characters, and no cell is a formula."""

import csv
import io
import json
from dataclasses import replace

import pytest

from dateline.publish import tables
from dateline.records import Rights


@pytest.fixture(scope="module")
def ids(contents):
    return [one.id for reading in contents.readings.values() for one in reading.statements]


@pytest.fixture(scope="module")
def table(contents, ids):
    return tables.table("statements", contents, ids)


def test_every_row_stands_in_its_article(contents, table):
    """Content, sentence and address are those of the article; who says it has the id of his page."""
    assert len(table.rows) > 300
    for row in (row for row in table.rows if row["shown"]):
        text = contents.articles[row["article_id"]].text
        assert row["content"] == " … ".join(text[start:end] for start, end in row["content_spans"])
        assert row["sentence"] == text[row["sentence_start"] : row["sentence_end"]]
        assert row["url"] == contents.articles[row["article_id"]].url
        assert row["published"]
        assert 0 < row["confidence"] <= 1
        assert row["reader"].startswith("en-")
        assert row["dateline"]


def test_one_person_has_one_name_in_all_rows(table):
    """However the article calls her."""
    printed = {row["speaker_as_printed"] for row in table.rows if row["speaker"] == "Edda Rostvik"}
    assert {"Rostvik", "Edda Rostvik"} <= printed


def test_json_lines_are_the_rows(table):
    rows = [json.loads(line) for line in tables.as_file(table, "json").splitlines()]
    assert rows == [dict(row) for row in table.rows]


def test_csv_has_the_same_cells(table):
    """Spans as "120-211;230-240"; what is unknown is empty."""
    rows = list(csv.DictReader(io.StringIO(tables.as_file(table, "csv").decode(), newline="")))
    assert [row["id"] for row in rows] == [row["id"] for row in table.rows]
    first, other = rows[0], table.rows[0]
    assert first["sentence"] == other["sentence"]
    assert first["content_spans"] == ";".join(f"{start}-{end}" for start, end in other["content_spans"])
    assert {row["anonymous"] for row in rows} <= {"true", "false", ""}


@pytest.mark.parametrize("words", ['=HYPERLINK("https://x.example")', "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(table, words):
    """A spreadsheet takes it for words; the other forms have it as it stands."""
    changed = replace(table, rows=({**table.rows[0], "content": words},))
    (row,) = csv.DictReader(io.StringIO(tables.as_file(changed, "csv").decode(), newline=""))
    assert row["content"] == "'" + words
    assert json.loads(tables.as_file(changed, "json"))["content"] == words


def test_parquet_has_the_same_rows(table):
    """With types: spans are lists, confidence a number; twice the same bytes."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    made = tables.as_file(table, "parquet")
    read = parquet.read_table(io.BytesIO(made))
    assert read.to_pylist() == [dict(row) for row in table.rows]
    assert str(read.schema.field("content_spans").type).startswith("list<")
    assert made == tables.as_file(table, "parquet")


def test_a_table_of_nothing_has_its_columns(contents):
    empty = tables.table("statements", contents, [])
    assert tables.as_file(empty, "csv").decode().startswith("id,speaker,speaker_id,")
    assert tables.as_file(empty, "json") == b""


def test_the_rights_are_obeyed(contents, ids):
    """Headlines only: no row. A short extract: the address and the offsets without any word."""
    sources = tuple(replace(source, rights=Rights.HEADLINE) for source in contents.sources)
    none = tables.table("statements", replace(contents, sources=sources), ids)
    assert (none.rows, none.left_out) == ((), len(ids))
    sources = tuple(replace(source, rights=Rights.EXTRACT, extract=200) for source in contents.sources)
    some = tables.table("statements", replace(contents, sources=sources), ids)
    assert 0 < some.unshown < len(some.rows)
    hidden = next(row for row in some.rows if not row["shown"])
    assert hidden["url"] == contents.articles[hidden["article_id"]].url
    assert {hidden[name] for name in ("speaker", "role", "cue", "content", "sentence", "kind")} == {None}
    assert tables.FORMS == ("csv", "json", "parquet")


@pytest.mark.parametrize("kind", ["commitments", "agenda", "positions"])
def test_what_is_followed_has_its_entry(contents, kind):
    """Each row has its sentence and the entry of the ledger that it is of."""
    ids = [one.id for reading in contents.readings.values() for one in getattr(reading, kind)]
    made = tables.table(kind, contents, ids)
    assert [row["id"] for row in made.rows] == ids
    for row in made.rows:
        assert set(row) == set(made.columns)
        assert row["sentence"] == contents.articles[row["article_id"]].text[row["sentence_start"] : row["sentence_end"]]
        assert row["entry"] == contents.ledger.by_record[row["id"]].id
    assert {row["step"] for row in made.rows} >= {"first told", "repeated"}


def test_what_held_before_is_told_only_where_its_words_may_be(contents):
    """What changed is made of the words of two articles; where one may not be shown, neither is the change."""
    commitments = [one for reading in contents.readings.values() for one in reading.commitments]
    changed = [one.id for one in commitments if contents.ledger.by_record[one.id].mention_of(one.id).before]
    assert changed
    assert all(row["before"] for row in tables.table("commitments", contents, changed).rows)
    sources = tuple(replace(source, rights=Rights.EXTRACT, extract=1) for source in contents.sources)
    hidden = tables.table("commitments", replace(contents, sources=sources), changed)
    assert {row["before"] for row in hidden.rows} == {None}
