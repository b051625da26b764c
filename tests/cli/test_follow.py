"""`dateline due`, `agenda` and `positions`: one promise, one event, one holder over days, from the store."""

import csv
import io

import pytest

from tests import outlets

FIRST = """<p>Harbour minister Aud Rehn promised on Sunday to pay five million crowns for a new
quay at Dunmarrow by 7 May 2031.</p><p>The fishermen of Dunmarrow will meet the minister in Tolle on Thursday.</p><p>The
council of Dunmarrow opposes the sale of the lighthouse, its chairman said in the rain at the old quay.</p>"""
THEN = """<p>Harbour minister Aud Rehn promised on Tuesday to pay eight million crowns for the new
quay at Dunmarrow by 9 May 2031.</p><p>Nobody at Dunmarrow had asked for more than five, and the fishermen of the town
said that they had never seen so much money for so short a quay.</p><p>The
fishermen of Dunmarrow will meet the minister in Tolle, the mayor said.</p>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A paper that tells of one promise twice."""
    made = tmp_path_factory.mktemp("follow")
    (made / "pages").mkdir()
    for at, text in (("2031-05-04", FIRST), ("2031-05-06", THEN)):
        page = outlets.PAGE.format(
            headline=f"Quay {at}", outlet="Quay Gazette", at=at, host=f"d{at}.example", text=text
        )
        (made / "pages" / f"{at}.html").write_text(page, "utf-8")
    outlets.make(made)
    return made


def ask(folder, *arguments):
    made = outlets.run(folder, *arguments)
    assert made.exit_code == 0, made.output
    return " ".join(made.output.split())


def test_a_promise_stands_once_with_what_changed(folder):
    """The day that counts is the last; both articles are named with their sentences."""
    told = ask(folder, "due", "--sure", "0")
    assert told.count("Aud Rehn · pledged") == 1
    assert "2031-05-04, Quay Gazette: first told Harbour minister Aud Rehn promised on Sunday" in told
    assert "2031-05-06, Quay Gazette: raised from 5,000,000 crowns to" in told


def test_what_is_over_is_overdue(folder):
    assert "nothing found" in ask(folder, "due", "--overdue", "--sure", "0")
    assert "Aud Rehn" in ask(folder, "due", "--overdue", "--sure", "0", "--date", "2031-05-12")
    assert "nothing found" in ask(folder, "due", "--sure", "0", "--date", "2031-05-12")


def test_what_is_coming_up(folder):
    told = ask(folder, "agenda", "--sure", "0")
    # The last article that tells of it names no day; that of the first still holds.
    assert told.startswith("counted from Tuesday 6 May 2031 Thursday 8 May 2031 · ")
    assert "2031-05-06, Quay Gazette: repeated" in told
    assert "nothing found" in ask(folder, "agenda", "--sure", "0", "--date", "2031-05-09")


def test_who_stands_where_on_an_issue(folder):
    """Words of the issue, or of the sentence, or the beginnings of them."""
    assert "opposes" in ask(folder, "positions", "lighthouse", "--sure", "0")
    assert "opposes" in ask(folder, "positions", "sale", "light", "--sure", "0")
    assert "nothing found" in ask(folder, "positions", "submarine", "--sure", "0")


def test_less_sure_records_are_kept_back(folder):
    assert "nothing found" in ask(folder, "due", "--sure", "1")


def test_a_table_has_a_row_for_each_record(folder):
    """With the entry that it is of, and what it changed there."""
    made = outlets.run(folder, "due", "--sure", "0", "--format", "csv", "--out", str(folder / "due.csv"))
    assert made.exit_code == 0
    rows = list(csv.DictReader(io.StringIO((folder / "due.csv").read_text("utf-8"))))
    assert [(row["step"], row["before"], row["unit"]) for row in rows] == [
        ("first told", "", "crowns"),
        ("raised", "5,000,000 crowns", "crowns"),
    ]
    assert len({row["entry"] for row in rows}) == 1


def test_a_file_without_a_form_is_wrong_use(folder):
    made = outlets.run(folder, "agenda", "--out", str(folder / "agenda.txt"))
    assert made.exit_code == 2
    assert "say --format" in made.output


def test_what_an_edition_would_not_print_is_marked_and_in_no_table(folder):
    """Who asks for an issue sees also what is not sure, and that it is not."""
    told = ask(folder, "positions", "lighthouse")
    assert "? the council of Dunmarrow · opposes: the sale of the lighthouse" in told
    assert "? " not in ask(folder, "positions", "lighthouse", "--sure", "0.99")
    assert ask(folder, "positions", "lighthouse", "--format", "csv").count("opposes") == 0


def test_the_day_that_is_counted_from_is_said(folder):
    """It is that of the newest edition, not today."""
    assert "counted from Tuesday 6 May 2031" in ask(folder, "due")
