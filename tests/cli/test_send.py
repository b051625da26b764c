"""`dateline export` and `dateline send`, with the shipped day and a real SMTP server."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import demo
from dateline.cli.main import dateline
from dateline.errors import DocumentError
from tests.office import Office, running


@pytest.fixture
def office():
    with running(Office()) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path, shipped_day, office):
    """Settings with a copy of the shipped store and two readers."""
    (tmp_path / "readers.txt").write_text("# the list\none@paper.example\ntwo@paper.example # desk\n", "utf-8")
    (tmp_path / "day.sqlite").write_bytes((shipped_day.folder / "day.sqlite").read_bytes())
    file = tmp_path / "dateline.toml"
    text = (demo.folder() / "dateline.toml").read_text("utf-8").replace('path = "', f'path = "{demo.folder()}/')
    mail = f"""
[mail]
from = "Press section <press@embassy.example>"
recipients = "readers.txt"
host = "127.0.0.1"
port = {office.port}
security = "none"
"""
    file.write_text(f'store = "day.sqlite"\n{text}{mail}', "utf-8")
    return file


def run(settings, *arguments):
    return CliRunner().invoke(dateline, [*arguments, "--settings", str(settings)])


def test_nobody_gets_an_edition_twice(settings, office):
    """A second run sends nothing; a reader who is new gets it."""
    result = run(settings, "send", "--date", "2031-05-08")
    assert result.exit_code == 0, result.output
    assert sorted(office.readers()) == ["one@paper.example", "two@paper.example"]
    readers = settings.parent / "readers.txt"
    readers.write_text(readers.read_text("utf-8") + "three@paper.example\n", "utf-8")
    result = run(settings, "send", "--date", "2031-05-08")
    assert office.readers()[2:] == ["three@paper.example"]
    assert "1 sent, 2 sent before, 0 not sent" in result.output


def test_what_is_not_taken_goes_out_with_the_next_run(settings, office):
    """It is named, the exit code says so, and nobody else gets a second one."""
    office.later.add("one@paper.example")
    assert run(settings, "send", "--date", "2031-05-08").exit_code == 9
    office.later.clear()
    assert run(settings, "send", "--date", "2031-05-08").exit_code == 0
    assert sorted(office.readers()) == ["one@paper.example", "two@paper.example"]


def test_a_story_withdrawn_after_sending_leads_to_a_correction(settings, office):
    """Tuesday's edition went out with it: Wednesday's is preceded by a mail that takes it back, once."""
    run(settings, "send", "--date", "2031-05-06")
    office.taken.clear()
    for _ in range(2):
        run(settings, "send", "--date", "2031-05-07")
    subjects = [one["Subject"].strip().partition(":")[0] for one in office.taken]
    assert subjects.count("Correction") == 2
    assert subjects[:2] == ["Correction", "Correction"]
    assert len(office.taken) == 4
    assert "Please do not use them" in office.taken[0].get_content()


def test_without_an_edition_that_went_out_there_is_nothing_to_correct(settings, office):
    """A reader who never saw it needs no correction."""
    run(settings, "send", "--date", "2031-05-07")
    assert all(not one["Subject"].strip().startswith("Correction") for one in office.taken)


def test_a_dry_run_sends_nothing(settings, office):
    """It says who would get what."""
    result = run(settings, "send", "--date", "2031-05-08", "--dry-run")
    assert result.output.count("Thursday 8 May 2031") == 2
    assert not office.taken


def test_a_line_that_is_no_address_is_named(settings, office):
    """And the others get their mail."""
    (settings.parent / "readers.txt").write_text("one@paper.example\nnobody\ntwo@paper.example\r\nBcc: x\n", "utf-8")
    result = run(settings, "send", "--date", "2031-05-08")
    assert result.exit_code == 9
    assert "'nobody' is no address" in result.stderr
    assert sorted(office.readers()) == ["one@paper.example", "two@paper.example"]


def test_export_writes_what_it_is_asked_for(settings, tmp_path):
    """Each form by its ending; without any, all of them."""
    out = tmp_path / "out"
    assert run(settings, "export", "md", "eml", "--date", "2031-05-08", "--out", str(out)).exit_code == 0
    assert sorted(file.name for file in out.iterdir()) == ["2031-05-08.eml", "2031-05-08.md"]


def test_an_edition_that_was_not_made_is_named(settings):
    """With what there is, and what to do."""
    result = run(settings, "export", "md", "--date", "2031-05-01")
    assert isinstance(result.exception, DocumentError)
    assert "there is no edition of 2031-05-01" in str(result.exception)


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ('from = "nobody"\nrecipients = "r"', "from is 'nobody'"),
        ('from = "a@b.example\\nBcc: c@d.example"\nrecipients = "r"', "from is"),
        ('from = "a@b.example"', "recipients"),
        ('from = "a@b.example"\nrecipients = "r"\nsecurity = "ssl"', "ssl"),
        ('from = "a@b.example"\nrecipients = "r"\nport = "x"', "port"),
    ],
)
def test_a_wrong_mail_table_is_named(tmp_path, table, wrong):
    """One line, before anything is sent."""
    file = Path(tmp_path) / "dateline.toml"
    file.write_text(f"[mail]\n{table}\n", "utf-8")
    result = run(file, "send", "--date", "2031-05-08")
    assert wrong in str(result.exception)
