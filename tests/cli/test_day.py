"""`dateline day`: editions of an hour, and an edition that is out in time whatever happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from dateline import day, settings
from dateline.cli import day as cli_day
from dateline.cli.main import dateline
from dateline.path import Until
from dateline.records import PressTime, Profile
from dateline.store import open_store

PAGE = """<html lang="en"><head><title>{headline}</title><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2031-05-08T{hour}:00+00:00"></head>
<body><article><h1>{headline}</h1>{text}</article></body></html>"""
QUAY = """<p>The quay at Dunmarrow was shut on Thursday after one of its piles broke in a storm the night before.</p>
<p>“We shall not open a quay that may fall,” Ana Ruz, who chairs the board of the port, said in the morning. The town
lives on its boats, and forty of them lie behind the gate that is now locked.</p>"""
FERRY = """<p>The ferry Eider is to sail from Tolle instead, its owners said on Thursday, until divers have been.</p>
<p>Passengers with a ticket for June can ride a bus along the coast road. Jon Orr, the harbour master of Tolle, told
reporters that there was room enough for the ship between the herring boats and the old lifeboat house.</p>"""


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    add(folder, "06:30", "Quay at Dunmarrow shut", QUAY)
    add(folder, "12:10", "Ferry Eider to sail from Tolle", FERRY)
    return folder


def add(folder, hour, headline, text):
    page = PAGE.format(headline=headline, hour=hour, text=text)
    (folder / f"{hour.replace(':', '')}.html").write_text(page, "utf-8")


@pytest.fixture
def run(tmp_path, pages):
    """The command over the pages, with more of a profile and more arguments."""

    def running(profile, *arguments):
        file = tmp_path / "dateline.toml"
        places = f'store = "day.sqlite"\nsite = "site"\n[profile]\n{profile}\n[[source]]\npath = "{pages}"\n'
        file.write_text(places, "utf-8")
        return CliRunner().invoke(dateline, ["day", "--settings", str(file), *arguments])

    return running


def front(tmp_path, key):
    return (tmp_path / "site" / key / "index.html").read_text("utf-8")


def test_each_edition_of_a_day_has_what_came_out_since_the_one_before(run, tmp_path):
    """The noon edition does not tell the morning's news again."""
    hours = 'hours = ["07:15", "13:00"]'
    assert run(hours, "--date", "2031-05-08", "--hour", "07:15").exit_code == 0
    assert run(hours, "--date", "2031-05-08", "--hour", "13:00").exit_code == 0
    morning, noon = front(tmp_path, "2031-05-08-0715"), front(tmp_path, "2031-05-08-1300")
    assert ("Quay at Dunmarrow shut" in morning, "Ferry Eider" in morning) == (True, False)
    assert ("Quay at Dunmarrow shut" in noon, "Ferry Eider" in noon) == (False, True)
    assert "Thursday 8 May 2031, 07:15" in morning
    assert front(tmp_path, "").count("2031-05-08-") == 2


def test_what_names_no_hour_may_have_come_later_and_the_edition_says_so(run, pages, tmp_path):
    """It is not known whether it was out by 07:15."""
    page = (pages / "0630.html").read_text("utf-8").replace("2031-05-08T06:30:00+00:00", "2031-05-08")
    (pages / "0630.html").write_text(page, "utf-8")
    assert run('hours = ["07:15"]', "--date", "2031-05-08", "--hour", "07:15").exit_code == 0
    assert "One of its texts names a day and no hour" in front(tmp_path, "2031-05-08-0715")


def test_a_run_without_an_hour_makes_the_next_edition_of_the_profile(run, tmp_path):
    """Of another day than today, the last; an hour that the profile does not have is refused."""
    hours = 'hours = ["13:00", "07:15"]'
    assert run(hours, "--date", "2001-05-08").exit_code == 0
    assert (tmp_path / "site" / "2001-05-08-1300").is_dir()
    refused = run(hours, "--date", "2031-05-08", "--hour", "09:00")
    assert refused.exit_code == 2
    assert "07:15, 13:00" in refused.output


def test_an_edition_covers_the_days_that_the_profile_says(run, tmp_path):
    """A weekly's first edition has the week."""
    assert run("covers = 7", "--date", "2031-05-10").exit_code == 0
    assert "Quay at Dunmarrow shut" in front(tmp_path, "2031-05-10")


def test_what_is_in_another_language_is_left_out_and_named(run, tmp_path):
    """The sources page says that the languages did it."""
    assert run('languages = ["es"]', "--date", "2031-05-08").exit_code == 0
    assert "Quay at Dunmarrow shut" not in front(tmp_path, "2031-05-08")
    assert "languages: es" in (tmp_path / "site" / "2031-05-08" / "sources.html").read_text("utf-8")


def test_what_did_not_get_in_by_the_time_is_named_and_comes_with_the_next_run(run, tmp_path):
    """The edition is out although the time was over before it began; a run without the time has everything."""
    over = (datetime.now(UTC) - timedelta(minutes=1)).strftime("%H:%M")
    late = run("", "--date", "2031-05-08", "--by", over)
    assert late.exit_code == 7, late.output
    assert "missing: what is new from" in late.output
    assert "Not in this edition: what is new from" in front(tmp_path, "2031-05-08")
    assert run("", "--date", "2031-05-08").exit_code == 0
    assert "Not in this edition" not in front(tmp_path, "2031-05-08")
    assert "Quay at Dunmarrow shut" in front(tmp_path, "2031-05-08")


def test_a_source_that_is_not_there_does_not_hold_the_edition(run, pages, tmp_path):
    """With a time to be out by it is named; without one the run ends, as the settings are wrong."""
    away = tmp_path / "away"
    pages.rename(away)
    soon = (datetime.now(UTC) + timedelta(minutes=5)).strftime("%H:%M")
    late = run("", "--date", "2031-05-08", "--by", soon)
    assert "there is no" in late.output
    assert "Not in this edition: source" in front(tmp_path, "2031-05-08")
    assert run("", "--date", "2031-05-08").exit_code != 0


def test_reading_stops_when_the_time_is_over(pages, tmp_path):
    """What was not read is counted, and the articles stand in the edition all the same."""
    given = settings.load(None, {})
    places = {**given.values, "store": str(tmp_path / "day.sqlite"), "site": str(tmp_path / "site")}
    given = replace(given, values=places, sources=(settings.source_at(str(pages)),))
    told = []
    until = Until(lambda: 0.0 if "fold" in told else 9e9)
    store = open_store(places["store"])
    report = day.run(PressTime(date(2031, 5, 8)), given, store, lambda step, *_: told.append(step), until)
    store.close()
    assert report.missing == ("what 2 of 2 articles say: the time was over",)
    assert report.read == 0
    assert "Quay at Dunmarrow shut" in front(tmp_path, "2031-05-08")


def test_the_edition_goes_out_with_the_run(run, tmp_path):
    """`--send` wants mail settings, and says so after the edition is made."""
    refused = run("", "--date", "2031-05-08", "--send")
    assert "no [mail] table" in refused.output
    assert (tmp_path / "site" / "2031-05-08").is_dir()


@pytest.mark.parametrize(
    ("now", "hour"),
    [("06:30", "07:15"), ("07:15", "07:15"), ("07:40", "07:15"), ("08:20", "13:00"), ("23:00", "13:00")],
)
def test_the_hour_of_a_run_is_the_next_one_or_the_one_just_over(now, hour):
    """A run that starts a second late, or once more after a fault, is that hour's and not the next one's."""
    given = replace(settings.load(None, {}), profile=Profile(hours=(time(7, 15), time(13, 0))))
    when = datetime.combine(date(2031, 5, 8), time.fromisoformat(now), given.zone)
    assert cli_day._press(None, None, when, given) == PressTime(date(2031, 5, 8), time.fromisoformat(hour))


@pytest.mark.parametrize(
    ("now", "by", "meant"),
    [
        ("2031-05-08T06:30", "07:15", "2031-05-08T07:15"),
        ("2031-05-08T07:16", "07:15", "2031-05-08T07:15"),
        ("2031-05-08T23:50", "00:30", "2031-05-09T00:30"),
    ],
)
def test_the_time_to_be_out_by_is_tomorrow_s_late_in_the_evening(now, by, meant):
    """A time that is over by half a day is the next day's; the time does not move while the run goes on."""
    found = cli_day._next(time.fromisoformat(by), datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert found == datetime.fromisoformat(meant).replace(tzinfo=UTC)


def test_an_hour_that_the_night_takes_is_no_time_left():
    """From 1:30 to 3:30 of the night in which Madrid's clocks go forward it is one hour."""
    zone = ZoneInfo("Europe/Madrid")
    by = cli_day._next(time(3, 30), datetime(2026, 3, 29, 1, 30, tzinfo=zone))
    assert (by.astimezone(UTC) - datetime(2026, 3, 29, 1, 30, tzinfo=zone).astimezone(UTC)) == timedelta(hours=1)
