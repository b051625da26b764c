"""The test bed of many articles, and that a day over it is measured; docs/measures.md has the figures."""

import json
import random
from datetime import date

import pytest
from bench import archive, archive_cost, scale, testbed

LAST = date(2031, 5, 30)
STEPS = ["collect", "extract", "fold", "read", "group", "brief", "publish"]


@pytest.fixture
def wire(tmp_path):
    """A wire file of sixty invented dispatches."""
    dice = random.Random(1)
    plain = ["the harbour", "the council", "a ferry", "the bridge", "the budget", "a ballot", "the ministry", "rain"]
    names = ["Halvern", "Tamsin Okoro", "Lidmar", "Brakke", "Osterby", "Mellin"]

    def sentence():
        first, second, third = dice.sample(plain, 3)
        told = f"{second} near {dice.choice(names)} after {dice.randrange(2, 900)} complaints about {third}"
        return f"{first.capitalize()} delayed {told}, {dice.choice(names)} said {dice.choice(plain)} would follow."

    def dispatch(number):
        day = f"2031-04-{number % 30 + 1:02}"
        text = "\n\n".join(sentence() for _ in range(8))
        return {"agency": "LPA", "date": day, "dateline": "HALVERN, April 1", "title": "Ferry delayed", "text": text}

    file = tmp_path / "wire.jsonl"
    file.write_text("".join(json.dumps(dispatch(number)) + "\n" for number in range(60)), "utf-8")
    return file


def articles(folder):
    return [json.loads(line) for file in sorted(folder.iterdir()) for line in file.read_text("utf-8").splitlines()]


def test_as_many_articles_as_asked_for_and_always_the_same(wire, tmp_path):
    """The number is met over several worlds, within 30 days, and the same seed gives the same bytes."""
    for folder in ("one", "other"):
        testbed.write([wire], 200, LAST, tmp_path / folder)
    made = articles(tmp_path / "one")
    assert made == articles(tmp_path / "other")
    assert sorted(int(one["number"]) for one in made) == list(range(200))
    days = {date.fromisoformat(one["date"]) for one in made}
    assert max(days) <= LAST
    assert (LAST - min(days)).days < 30


def test_one_in_ten_is_a_true_copy(wire, tmp_path):
    """A copy has the words of its original, whole or without the last paragraph; no other text is there twice."""
    testbed.write([wire], 300, LAST, tmp_path / "made")
    begins = [one["text"].split("\n\n")[:3] for one in articles(tmp_path / "made")]
    twice = sum(begins.count(begin) == 2 for begin in begins)
    assert 30 <= twice <= 90
    assert not any(begins.count(begin) > 2 for begin in begins)


def test_each_step_of_a_run_is_measured(wire, tmp_path, capsys):
    """A first run and a run again, each step with its costs, as a table."""
    given = ["--wire", str(wire), "--articles", "12", "--day", LAST.isoformat(), "--out", str(tmp_path / "out")]
    scale.main(given)
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines() if line.startswith("| 12 |")]
    assert [row[1:3] for row in rows] == [[name, step] for name in ("first", "again") for step in [*STEPS, "whole"]]
    assert all(float(row[5].rstrip(" |")) > 0 for row in rows)
    scale.main(given)
    assert "first" not in capsys.readouterr().out


def test_an_archive_has_the_same_families_however_large_it_is(wire, tmp_path):
    """Seven of twenty are copies, whole or edited; each world has words of its own."""
    archive.write([wire], 400, tmp_path)
    made = archive.Archive(tmp_path, 400)
    assert list(made) == [one.id for one in made.values()]
    assert archive.copies_among(400) == 140
    assert archive.copies_among(13) == 1
    whole, again, cut = (made[f"{number:08}"].text for number in (12, 13, 14))
    assert whole == again
    assert whole.startswith(cut)
    assert len(cut) < len(whole)
    words = [{word for word in one.text.split() if len(word) > 3} for one in (made["00000000"], made["00000100"])]
    assert words[0].isdisjoint(words[1])


def test_what_an_archive_costs_is_measured_and_drawn(wire, tmp_path, capsys):
    """A row for each size with the growth from the one before, and a drawing of both panels."""
    given = ["--wire", str(wire), "--articles", "20", "40", "--out", str(tmp_path / "archive")]
    archive_cost.main([*given, "--plot", str(tmp_path / "cost.svg")])
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines()[2:]]
    assert [row[0] for row in rows] == ["| 20", "| 40"]
    assert all(float(row[4]) > 0 for row in rows)
    drawing = (tmp_path / "cost.svg").read_text("utf-8")
    assert all(name in drawing for name in ("CPU seconds", "Peak MB", "fold", "group", "store"))
