"""TIMEX3 values (TimeML 1.2.1) and the calendar days they cover."""

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_YEAR = re.compile(r"(\d{4})$")
_DECADE = re.compile(r"(\d{3})X?$")
_CENTURY = re.compile(r"(\d{2})(?:XX)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
# First month and number of months; a winter counts from the December of its year, as in TimeML.
_PARTS = {
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}


def day_range(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that a value covers, or None where it names no days of one calendar.

    An interval "2023-07-11/2023-07-12" covers all from its first to its last; one that ends too early, none.
    """
    if not value:
        return None
    if "/" in value:
        return _interval(*value.split("/", 1))
    try:
        return _single(value)
    except ValueError:
        return None


def is_ahead(value: str | None, day: date) -> bool | None:
    """Whether any day of the value lies on `day` or after it; None where the value names no days."""
    days = day_range(value)
    return None if days is None else days[1] >= day


def _interval(begin: str, end: str) -> tuple[date, date] | None:
    first, last = day_range(begin), day_range(end)
    return None if first is None or last is None or last[1] < first[0] else (first[0], last[1])


def _single(value: str) -> tuple[date, date] | None:
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _MONTH.match(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _YEAR.match(value):
        return _months(int(found[1]), 1, 12)
    if found := _PART.match(value):
        return _months(int(found[1]), *_PARTS[found[2]])
    if found := _WEEK.match(value):
        return _week(int(found[1]), int(found[2]), weekend=found[3] is not None)
    if found := _DECADE.match(value):
        return date(int(found[1]) * 10, 1, 1), date(int(found[1]) * 10 + 9, 12, 31)
    if found := _CENTURY.match(value):
        return date(int(found[1]) * 100, 1, 1), date(int(found[1]) * 100 + 99, 12, 31)
    return None


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    over, last = divmod(first + count - 2, 12)
    last_year = year + over
    return date(year, first, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)
