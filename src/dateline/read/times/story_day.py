"""The day that a story counts from: the one in its dateline, or the day it was there when the story came out."""

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from dateline.read.times import calendar
from dateline.read.times.words import words
from dateline.records import Moment

_APART = 2
"""Days between a dateline and publication; more, and it is the date of something else."""


def story_day(published: Moment | None, dateline: str | None) -> Moment | None:
    """The day on which a story is told, which is not always that of publication; None where that is unknown.

    "TOKYO, May 3 (OPA)" was told on 3 May, though it came out on the fourth; and what came out at 23:30 UTC came out on
    the next day in Tokyo. Without a dateline, or where it names no day and no city of the tz database, it is the day
    of publication.
    """
    if published is None or dateline is None:
        return published
    return _printed(published, dateline) or _local(published, dateline)


def zone_of(place: str) -> ZoneInfo | None:
    """The zone whose clock a place goes by; None where it is no city of the tz database or of the table."""
    name = _zones().get(place.casefold())
    return None if name is None else ZoneInfo(name)


def _printed(published: Moment, dateline: str) -> Moment | None:
    known = words("en")
    found = _day().search(dateline)
    if found is None:
        return None
    month, day = known.of("months", found["month"] or found["of"]), int(re.sub(r"\D", "", found["day"] or found["dom"]))
    year = calendar.year_of(month, day, published.day, None)
    told = Moment.parse(f"{year:04}-{month:02}-{day:02}")
    return told if told and abs((told.day - published.day).days) <= _APART else None


def _local(published: Moment, dateline: str) -> Moment:
    zone = zone_of(re.split(r"[,(]", dateline, maxsplit=1)[0].strip())
    return published if zone is None else Moment(published.day_in(zone))


@cache
def _day() -> re.Pattern[str]:
    return words("en").compiled("(?P<month>{month}) (?P<day>{dom})|(?P<dom>{dom}) (?P<of>{month})")


@cache
def _zones() -> dict[str, str]:
    """The zones of the tz database by their cities, and those of the table, which the database has by another one."""
    cities: dict[str, list[str]] = {}
    for name in available_timezones():
        if "/" in name and not name.startswith("Etc/"):
            cities.setdefault(name.rsplit("/", 1)[1].replace("_", " ").casefold(), []).append(name)
    by_city = {city: names[0] for city, names in cities.items() if len(names) == 1}
    by_city.update(words("en").table["zones_of_cities"])
    return by_city
