"""`dateline records`: correcting what was read, a gold of it, and how far two people agree."""

import json

import pytest

from tests import outlets
from tests.cli.test_follow import FIRST


@pytest.fixture
def folder(tmp_path):
    """A page with a promise, an event and a position."""
    (tmp_path / "pages").mkdir()
    page = outlets.PAGE.format(headline="Quay", outlet="Gazette", at="2031-05-06", host="quay.example", text=FIRST)
    (tmp_path / "pages" / "quay.html").write_text(page, "utf-8")
    outlets.make(tmp_path)
    return tmp_path


def say(folder, *arguments):
    made = outlets.run(folder, *arguments)
    assert made.exit_code == 0, made.output
    return made.output


def rows(folder, kind):
    made = outlets.run(folder, kind, "--sure", "0", "--format", "json", "--date", "2031-05-06")
    return [json.loads(line) for line in made.stdout.splitlines() if line.startswith("{")]


def test_what_was_rejected_and_edited_is_in_no_gold_and_in_the_gold(folder):
    """The gold has the checked articles as they were left, with the sentence of each record."""
    (promise,), (event,) = rows(folder, "due"), rows(folder, "agenda")
    why = ("--why", "read in the paper", "--who", "ann")
    assert json.loads(outlets.run(folder, "records", "export").stdout) == {}
    say(folder, "records", "reject", event["id"], *why)
    say(folder, "records", "edit", promise["id"], "due", "2031-05-08", *why)
    say(folder, "records", "check", promise["article_id"], *why)
    say(folder, "day", "--date", "2031-05-06", "--site", str(folder / "site"), str(folder / "pages"))
    (found,) = json.loads(outlets.run(folder, "records", "export").stdout).values()
    assert found["agenda"] == []
    (kept,) = found["commitments"]
    assert (kept["actor"], kept["due"], kept["status"]) == ("Aud Rehn", "2031-05-08", "pledged")
    assert (kept["amount"]["value"], kept["amount"]["unit"]) == (5_000_000, "crowns")
    assert kept["evidence"].startswith("Harbour minister Aud Rehn promised")


def test_two_people_get_their_agreement(folder):
    """One rejected a record and edited another one; the other let both stand."""
    (promise,), (event,) = rows(folder, "due"), rows(folder, "agenda")
    for who in ("ann", "ben"):
        say(folder, "records", "check", promise["article_id"], "--why", "read", "--who", who)
    say(folder, "records", "reject", event["id"], "--why", "no event", "--who", "ann")
    say(folder, "records", "edit", promise["id"], "due", "2031-05-08", "--why", "typo", "--who", "ben")
    told = say(folder, "records", "agreement", "ann", "ben")
    assert told.startswith("1 articles checked by both ann and ben")
    assert "commitments: F1 1.000; kept by one 1, by the other 1, by both 1" in told
    assert "  due: the same to both in 0 of 1" in told
    assert "  actor: the same to both in 1 of 1" in told
    assert "agenda: F1 0.000; kept by one 0, by the other 1, by both 0" in told


def test_what_nobody_checked_is_agreed_by_nobody(folder):
    told = say(folder, "records", "agreement", "ann", "ben")
    assert "0 articles" in told
    assert "commitments: no records" in told
