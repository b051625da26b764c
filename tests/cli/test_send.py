"""`dateline export` and `dateline send`, with the shipped day and a real SMTP server."""

import asyncio
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import demo
from dateline.cli.main import dateline
from dateline.errors import BusyError, DocumentError
from dateline.records import PressTime, Withdrawal
from dateline.store import editions, open_store
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


def write(settings, *readers):
    (settings.parent / "readers.txt").write_text("".join(f"{reader}\n" for reader in readers), "utf-8")


def change(settings, old, new):
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), "utf-8")


def test_a_new_sender_or_a_new_name_makes_no_new_reader(settings, office):
    """Whoever has the edition does not get it again from another domain, under another list or by another spelling."""
    run(settings, "send", "--date", "2031-05-08")
    change(settings, "press@embassy.example", "press@mail.embassy.example")
    change(settings, 'security = "none"', 'security = "none"\nlist_id = "news.embassy.example"')
    write(settings, "Ana One <One@paper.example>", "one@paper.example", "two@paper.example", "TWO@paper.example")
    result = run(settings, "send", "--date", "2031-05-08")
    assert "0 sent, 2 sent before, 0 not sent" in result.output
    assert len(office.taken) == 2


def test_a_list_with_a_byte_order_mark_and_a_reader_twice(settings, office):
    """The first line of a file that an editor of Windows saved is an address too; a reader is who has the address."""
    write(settings, "\ufeffAna One <one@paper.example>", "one@PAPER.example")
    assert run(settings, "send", "--date", "2031-05-08").exit_code == 0
    assert office.readers() == ["Ana One <one@paper.example>"]


def test_a_mail_that_is_sent_again_keeps_its_message_id(settings, office):
    """The line breaks before the answer and the settings change before the next run: the reader can tell."""
    write(settings, "one@paper.example")
    office.faults = [("after", "hang up")] * 3
    assert run(settings, "send", "--date", "2031-05-08").exit_code == 9
    change(settings, "press@embassy.example", "press@mail.embassy.example")
    assert run(settings, "send", "--date", "2031-05-08").exit_code == 0
    assert len(office.taken) == 4
    assert len({one["Message-ID"] for one in office.taken}) == 1


def test_two_briefings_of_one_house_are_two_mails(settings, office):
    """A mail server that sees one Message-ID twice keeps one of the two."""
    write(settings, "one@paper.example")
    store = settings.parent / "day.sqlite"
    before = store.read_bytes()
    run(settings, "send", "--date", "2031-05-08")
    store.write_bytes(before)
    change(settings, 'name = "The Halvern Strait, morning briefing"', 'name = "Ports"')
    run(settings, "send", "--date", "2031-05-08")
    first, second = office.taken
    assert first["Message-ID"] != second["Message-ID"]


class SlowOffice(Office):
    """Takes its time before it takes a mail."""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        await asyncio.sleep(0.2)
        return await super().handle_DATA(server, session, envelope)


SIX = [f"reader{number}@paper.example" for number in range(6)]


@pytest.fixture
def slow(settings, office):
    """A slow office, and six readers."""
    with running(SlowOffice()) as opened:
        change(settings, f"port = {office.port}", f"port = {opened.port}")
        write(settings, *SIX)
        yield opened


def started(settings):
    """A `dateline send` in a process of its own."""
    command = [sys.executable, "-m", "dateline", "send", "--date", "2031-05-08", "--settings", str(settings)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(office, count):
    until = time.monotonic() + 60
    while len(office.taken) < count and time.monotonic() < until:
        time.sleep(0.01)
    assert len(office.taken) >= count


def test_two_that_send_at_once_send_once(settings, slow):
    """The second one does nothing and says so in one line; nobody gets two mails."""
    store = open_store(settings.parent / "day.sqlite")
    with store.alone("send"):
        second = started(settings)
        said, wrong = second.communicate(timeout=60)
        assert (second.returncode, said) == (9, "")
        assert wrong.count("\n") == 1
        assert "another `dateline send` is under way" in wrong
    store.close()
    both = [started(settings), started(settings)]
    for process in both:
        process.communicate(timeout=60)
    assert sorted(slow.readers()) == SIX
    assert {process.returncode for process in both} <= {0, 9}


def test_one_that_was_killed_holds_nobody_up_and_loses_nothing(settings, slow):
    """Killed in the middle and run again, each reader has the mail once, or twice with the same Message-ID."""
    for count in (1, 3):
        process = started(settings)
        wait_for(slow, count)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
    assert run(settings, "send", "--date", "2031-05-08").exit_code == 0
    mails = {(one["To"], one["Message-ID"]) for one in slow.taken}
    assert sorted(to for to, _ in mails) == SIX
    assert len(slow.taken) <= len(SIX) + 2


def test_a_dry_run_waits_for_nobody(settings):
    """It sends nothing."""
    store = open_store(settings.parent / "day.sqlite")
    with store.alone("send"):
        assert run(settings, "send", "--date", "2031-05-08", "--dry-run").exit_code == 0
        assert isinstance(run(settings, "send", "--date", "2031-05-08").exception, BusyError)
    store.close()


def withdraw(settings, *withdrawn, on):
    """Make the edition of a day say that these were withdrawn: each the day of an edition and a headline."""
    store = open_store(settings.parent / "day.sqlite")
    with store.begin() as db:
        edition = editions.load_edition(db, PressTime(date(2031, 5, on)))
        told = tuple(
            Withdrawal(press=PressTime(date(2031, 5, day)), article_id=f"a-{headline.lower()}", headline=headline)
            for day, headline in withdrawn
        )
        editions.replace_edition(db, replace(edition, withdrawn=told))
    store.close()


def corrections(office):
    """By reader, the headlines that corrections took back, in order."""
    found = {}
    for one in office.taken:
        if one["Subject"].strip().startswith("Correction"):
            lines = [line.partition(" (edition of ") for line in one.get_content().splitlines()]
            found.setdefault(one["To"], []).append([told for told, mark, _ in lines if mark])
    return found


def test_a_correction_takes_back_what_its_reader_was_sent(settings, office):
    """Not what stood in an edition that nobody, or only somebody else, was sent."""
    withdraw(settings, on=7)
    withdraw(settings, (5, "Nobody"), (6, "One"), (7, "Both"), on=8)
    write(settings, "one@paper.example")
    run(settings, "send", "--date", "2031-05-06")
    write(settings, "one@paper.example", "two@paper.example")
    run(settings, "send", "--date", "2031-05-07")
    write(settings, "one@paper.example", "two@paper.example", "new@paper.example")
    run(settings, "send", "--date", "2031-05-08")
    assert corrections(office) == {"one@paper.example": [["One", "Both"]], "two@paper.example": [["Both"]]}


def test_a_correction_reaches_whoever_missed_it_and_nobody_twice(settings, office):
    """It goes out with the next edition, though that one does not say it; what is withdrawn later has its own."""
    withdraw(settings, (6, "First"), on=7)
    withdraw(settings, on=8)
    run(settings, "send", "--date", "2031-05-06")
    office.later.add("two@paper.example")
    run(settings, "send", "--date", "2031-05-07")
    office.later.clear()
    run(settings, "send", "--date", "2031-05-08")
    assert corrections(office) == {"one@paper.example": [["First"]], "two@paper.example": [["First"]]}
    withdraw(settings, (6, "First"), (6, "Second"), on=8)
    for _ in range(2):
        run(settings, "send", "--date", "2031-05-08")
    assert list(corrections(office).values()) == [[["First"], ["Second"]]] * 2
    ids = [one["Message-ID"] for one in office.taken]
    assert len(ids) == len(set(ids))


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
        ('from = "a@b.example"\nrecipients = "r"\nlist_id = "x.example\\nBcc: c@d.example"', "list_id is"),
        ('from = "a@b.example"\nrecipients = "r"\nlist_id = "Press <x.example>"', "list_id is"),
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
