"""A moment says as much as its source and no more."""

from datetime import date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Moment


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05-06T07:15", "2031-05-06T07:15"),
        ("2031-05-06T07:15:30Z", "2031-05-06T07:15:30Z"),
        ("2031-05-06T07:15+02:00", "2031-05-06T07:15+02:00"),
        ("2031-05-06T07:15-03:30", "2031-05-06T07:15-03:30"),
    ],
)
def test_a_moment_keeps_its_precision(text, iso):
    """Day, minute, second and zone come out as they went in; none is made up."""
    moment = Moment.parse(text)
    assert moment is not None
    assert moment.iso() == iso


@pytest.mark.parametrize("text", ["", "soon", "2031-13-01", "06/05/2031"])
def test_what_names_no_moment_gives_none(text):
    """Words and impossible dates are unknown, not today."""
    assert Moment.parse(text) is None


def test_the_day_depends_on_the_zone_where_the_zone_is_known():
    """An hour before midnight in one place is the next day in another."""
    moment = Moment.parse("2031-05-06T23:30-04:00")
    assert moment.day_in(ZoneInfo("UTC")) == date(2031, 5, 7)
    assert Moment.parse("2031-05-06T23:30").day_in(ZoneInfo("Asia/Tokyo")) == date(2031, 5, 6)


def test_moments_sort_by_utc():
    """Later by the clock on the wall may be earlier in the world."""
    early, late = Moment.parse("2031-05-06T09:00+05:00"), Moment.parse("2031-05-06T08:00+01:00")
    assert sorted([late, early], key=Moment.order) == [early, late]


@given(st.datetimes(timezones=st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))))
def test_a_moment_survives_its_iso_text(value):
    """Every aware datetime comes back, to the second."""
    moment = Moment.at(value)
    assert Moment.parse(moment.iso()) == moment
