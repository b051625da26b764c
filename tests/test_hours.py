"""What the words say of a time of day reaches the tables, the pages and the calendar, and nothing more than that."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from tests import outlets

TEXT = """<p>The leaders of Dunmarrow and Tolle will meet at 2100 GMT on Friday in the harbour hall, the council of
Dunmarrow said on Tuesday after a long night of talks.</p><p>Captain Ida Orr will visit the fleet at 4 p.m. Friday in
Washington. The harbour council will hold a vote on Saturday evening.</p><p>The pilots will meet two days after the
regatta. The herring inquest will open at 9 a.m. in the old mill of Tolle, where forty boats lie at anchor.</p>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A day of one page, with its site."""
    made = tmp_path_factory.mktemp("hours")
    (made / "pages").mkdir()
    headline = "Leaders of Dunmarrow and Tolle to meet in the harbour hall"
    page = outlets.PAGE.format(
        headline=headline, outlet="Haldren Courier", at="2031-05-06T09:00:00+00:00", host="courier.example", text=TEXT
    )
    (made / "pages" / "courier.html").write_text(page, "utf-8")
    outlets.make(made)
    return made


def table(folder, kind):
    """The events of the week, as a table."""
    out = folder / f"agenda.{kind}"
    asked = ("agenda", "--date", "2031-05-06", "--sure", "0", "--format", kind, "--out", str(out))
    assert outlets.run(folder, *asked).exit_code == 0
    return out.read_text("utf-8")


def test_the_tables_have_the_hour_with_its_zone_and_the_words(folder):
    """In CSV as in JSON."""
    rows = [json.loads(line) for line in table(folder, "json").splitlines()]
    assert {row["when_words"]: row["when"] for row in rows} == {
        "2100 GMT on Friday": "2031-05-09T21:00Z",
        "4 p.m. Friday in Washington": "2031-05-09T16:00-04:00",
        "Saturday evening": "2031-05-10TEV",
    }
    cells = csv.DictReader(io.StringIO(table(folder, "csv"), newline=""))
    assert [(row["when"], row["when_words"]) for row in cells] == [(row["when"], row["when_words"]) for row in rows]


def test_the_pages_tell_it_in_words(folder):
    """With the zone; what is counted from an event, or an hour of no day, in the words of the text."""
    (page,) = (folder / "site" / "2031-05-06" / "articles").glob("*.html")
    told = page.read_text("utf-8")
    for words in (
        "Friday 9 May 2031, 21:00 UTC",
        "Friday 9 May 2031, 16:00 UTC-04:00",
        "Saturday 10 May 2031, evening",
    ):
        assert words in told
    assert "“two days after the regatta”" in told
    assert "“9 a.m.”" in told


def test_the_calendar_has_the_hours_whose_zone_is_told(folder):
    """In UTC; the evening is a whole day, and what has no day is no event of it."""
    events = Calendar.from_ical((folder / "site" / "2031-05-06" / "agenda.ics").read_bytes()).walk("VEVENT")
    assert sorted(str(event["dtstart"].dt) for event in events) == sorted(
        map(str, (datetime(2031, 5, 9, 21, tzinfo=UTC), datetime(2031, 5, 9, 20, tzinfo=UTC), date(2031, 5, 10)))
    )
