"""When an edition goes to press."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from dateline.records import Moment, PressTime

DAY = date(2031, 5, 8)
ZONE = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize("press", [PressTime(DAY), PressTime(DAY, time(7, 15)), PressTime(DAY, time(0, 0))])
def test_a_key_gives_its_press_time_back(press):
    """The store and the folders of the site are named by it."""
    assert PressTime.parse(press.key) == press


def test_a_whole_day_ends_after_its_hours():
    """So a day that was told by the hour is not told again by the edition of the whole day."""
    ordered = [PressTime(DAY, time(7, 15)), PressTime(DAY, time(13, 0)), PressTime(DAY), PressTime(date(2031, 5, 9))]
    mixed = [ordered[2], ordered[0], ordered[3], ordered[1]]
    assert sorted(mixed, key=PressTime.order) == ordered


@pytest.mark.parametrize(
    ("moment", "covered"),
    [
        ("2031-05-07T23:59+02:00", True),
        ("2031-05-08T07:15+02:00", True),
        ("2031-05-08T07:16+02:00", False),
        ("2031-05-08T05:10Z", True),
        ("2031-05-08T05:20Z", False),
        ("2031-05-08T07:00", True),
        ("2031-05-08", True),
        ("2031-05-09", False),
    ],
)
def test_an_hour_counts_in_the_zone_of_the_settings(moment, covered):
    """What has no hour counts by its day: it may have been out in time."""
    assert PressTime(DAY, time(7, 15)).covers(Moment.parse(moment), ZONE) is covered


def test_a_whole_day_covers_its_last_minute():
    """Without an hour nothing of the day is too late."""
    assert PressTime(DAY).covers(Moment.parse("2031-05-08T23:59+02:00"), ZONE)
    assert not PressTime(DAY).covers(Moment.parse("2031-05-09T00:00+02:00"), ZONE)
