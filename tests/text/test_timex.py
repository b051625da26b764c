"""TIMEX3 values as calendar days."""

from datetime import UTC, date, datetime

import pytest

from dateline.text import timex


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-06", "2031-05-06", "2031-05-06"),
        ("2031-05-06T21:00Z", "2031-05-06", "2031-05-06"),
        ("2031-05", "2031-05-01", "2031-05-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-W19", "2031-05-05", "2031-05-11"),
        ("2031-W19-WE", "2031-05-10", "2031-05-11"),
        ("2031-Q2", "2031-04-01", "2031-06-30"),
        ("2031-H2", "2031-07-01", "2031-12-31"),
        ("2031-WI", "2031-12-01", "2032-02-29"),
        ("203", "2030-01-01", "2039-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2030/2031", "2030-01-01", "2031-12-31"),
        ("2031-05-06/2031-05-08", "2031-05-06", "2031-05-08"),
    ],
)
def test_a_value_covers_its_days(value, first, last):
    """Each form of TIMEX3 date gives its first and last day."""
    assert timex.day_range(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "P3D", "XXXX-05", "2031-13", "2031-02-30", "2031-05/x"])
def test_what_names_no_days_gives_none(value):
    """Durations, vague references and impossible dates cover no days."""
    assert timex.day_range(value) is None
    assert timex.is_ahead(value, date(2031, 5, 6)) is None


def test_a_month_is_ahead_while_it_lasts():
    """A value is ahead as long as one of its days is."""
    assert timex.is_ahead("2031-05", date(2031, 5, 31))
    assert not timex.is_ahead("2031-05", date(2031, 6, 1))


def test_an_interval_that_ends_before_it_begins_names_no_days():
    """The words were read wrongly; nothing is made of it."""
    assert timex.day_range("2031-05-12/2031-05-10") is None


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2031-05-08T16:00Z", datetime(2031, 5, 8, 16, tzinfo=UTC)),
        ("2031-05-08T01:30+02:00", datetime(2031, 5, 7, 23, 30, tzinfo=UTC)),
        ("2031-05-08T24:00Z", datetime(2031, 5, 9, tzinfo=UTC)),
        ("2031-05-08T16:00", None),
        ("2031-02-30T16:00Z", None),
        ("2031-05-08", None),
        (None, None),
    ],
)
def test_an_hour_with_its_zone_is_a_moment(value, moment):
    """Without one nobody knows when it is."""
    assert timex.instant(value) == moment
