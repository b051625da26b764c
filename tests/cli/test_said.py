"""`dateline said`: everything that X said about Y since Z."""

import csv
import io
import json
import re

import pytest

from dateline.publish.tables import files
from tests import outlets


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("said")
    outlets.press(made / "pages", days=("2031-05-04", "2031-05-05", "2031-05-06"))
    outlets.make(made)
    return made


def ask(folder, *arguments):
    made = outlets.run(folder, "said", *arguments)
    assert made.exit_code == 0, made.output
    return made.output


def outlets_of(told):
    return re.findall(r"^  (Haldren Courier|Veldt Herald|Tolle Post), 2031", told, re.MULTILINE)


def test_all_names_of_a_person_are_asked_at_once(folder):
    """The newest first; each answer has who, as whom, the words, outlet, time, address and characters."""
    told = ask(folder, "--by", "prentiss")
    assert list(dict.fromkeys(outlets_of(told))) == ["Tolle Post", "Veldt Herald", "Haldren Courier"]
    one = " ".join(told.partition("\n\n")[0].split())
    assert re.fullmatch(
        r"Jens Prentiss indirect, as the Pact chief, sure to \d+ percent The Pact chief said that the harbour would be "
        r"shared with the herring boats of Dunmarrow and its council be heard\. Tolle Post, 2031-05-06T09:00Z "
        r"https://post\.example/post\.example-pact a-\w+:\d+-\d+ q-\w+",
        one,
    )


def test_everything_narrows_it_down(folder):
    assert set(outlets_of(ask(folder, "--by", "Jens Prentiss", "--since", "2031-05-05"))) == {
        "Tolle Post",
        "Veldt Herald",
    }
    assert set(outlets_of(ask(folder, "--by", "Jens Prentiss", "--until", "2031-05-04"))) == {"Haldren Courier"}
    assert set(outlets_of(ask(folder, "--by", "Pact chief", "--about", "spring"))) == {"Veldt Herald"}
    assert "Tolle Post" not in outlets_of(ask(folder, "--by", "Pact chief", "--kind", "direct"))
    assert "nothing found" in ask(folder, "--by", "Jens Prentiss", "--about", "submarine")


def test_without_a_name_anybody_answers(folder):
    told = ask(folder, "--about", "berth")
    assert told.startswith("Ida Orr, Captain  indirect, sure to")
    assert "more; --limit shows more" in ask(folder, "--limit", "1")


def test_a_name_of_two_is_asked_back(folder):
    made = outlets.run(folder, "said", "--by", "of Dunmarrow")
    assert made.exit_code == 2
    assert re.search(r"fits council of Dunmarrow \(p-\w+\), harbour of Dunmarrow \(p-\w+\)", str(made.output))


def test_a_table_is_written(folder, tmp_path):
    """To the output, or to a file; how many on standard error."""
    rows = [
        json.loads(line) for line in ask(folder, "--by", "prentiss", "--format", "json").splitlines() if line[0] == "{"
    ]
    assert {row["speaker"] for row in rows} == {"Jens Prentiss"}
    assert {row["speaker_as_printed"] for row in rows} == {"Jens Prentiss", "Prentiss", "the Pact chief"}
    out = tmp_path / "said.csv"
    assert f"{len(rows)} statements" in ask(folder, "--by", "prentiss", "--format", "csv", "--out", str(out))
    cells = list(csv.DictReader(io.StringIO(out.read_text("utf-8"), newline="")))
    assert [row["id"] for row in cells] == [row["id"] for row in rows]


def test_without_its_library_parquet_says_what_to_install(folder, monkeypatch):
    monkeypatch.setattr(files, "HAS_PARQUET", False)
    made = outlets.run(folder, "said", "--format", "parquet")
    assert "pip install 'dateline[parquet]'" in str(made.exception)


def test_a_file_of_text_is_refused(folder, tmp_path):
    made = outlets.run(folder, "said", "--out", str(tmp_path / "said.txt"))
    assert "--out is for a table" in made.output


def test_what_would_steer_a_terminal_does_not_reach_it(tmp_path):
    """Control characters of a hostile page are shown as what cannot be shown."""
    pages = outlets.press(tmp_path / "pages")
    herald = pages / "herald.example.html"
    herald.write_text(herald.read_text("utf-8").replace("no other harbour", "no\x1b[31m other\x9b harbour"), "utf-8")
    outlets.make(tmp_path)
    told = ask(tmp_path, "--about", "other")
    assert "\x1b" not in told
    assert "\x9b" not in told
    assert "Prentiss" in told


def test_what_is_less_sure_can_be_left_out(folder):
    """Of those asked for, only what is as sure as `--sure` says."""
    told = ask(folder, "--by", "prentiss")
    sure = sorted(int(one) for one in re.findall(r"sure to (\d+) percent", told))
    least = sure[-1]
    kept = ask(folder, "--by", "prentiss", "--sure", str(least / 100))
    assert [int(one) for one in re.findall(r"sure to (\d+) percent", kept)] == [one for one in sure if one >= least]
    assert "nothing found" in ask(folder, "--by", "prentiss", "--sure", "1")


def test_that_no_settings_were_read_is_said(folder, tmp_path, monkeypatch):
    """A table without the names and rights that the settings give is not taken for one with them."""
    monkeypatch.chdir(tmp_path)
    table = ("--by", "prentiss", "--format", "csv", "--out", str(tmp_path / "said.csv"))
    assert "no settings file was read" in ask(folder, *table)
    (tmp_path / "dateline.toml").write_text('timezone = "UTC"\n', "utf-8")
    assert "no settings file was read" not in ask(folder, *table)
