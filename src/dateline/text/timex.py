"""TIMEX3 values (TimeML 1.2.1): the calendar days they cover, and how a reader says them."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

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

_NAMES = {
    "TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
    "H1": "first half of", "H2": "second half of",
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}  # fmt: skip
_DAY_AND_HOUR = re.compile(r"\d{4}-\d\d-\d\d(?:(T[A-Z]{2})|T(\d\d:\d\d)(Z|[+-]\d\d:\d\d)?)?$")
_ZONED = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)$")


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


def instant(value: str | None) -> datetime | None:
    """The moment of an hour that has its zone, in UTC; None where hour or zone is not told. 24:00 ends its day."""
    found = _ZONED.match(value or "")
    if found is None or day_range(value) is None:
        return None
    zone = UTC if found[4] == "Z" else datetime.fromisoformat(f"{found[1]}T00:00{found[4]}").tzinfo
    hours = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return (datetime.fromisoformat(found[1]).replace(tzinfo=zone) + hours).astimezone(UTC)


def is_ahead(value: str | None, day: date) -> bool | None:
    """Whether any day of the value lies on `day` or after it; None where the value names no days."""
    days = day_range(value)
    return None if days is None else days[1] >= day


@lru_cache(maxsize=4096)
def in_words(value: str) -> str:
    """A value in words: "Thursday 8 May 2031, evening", "week of 5 May 2031"; one that names no days as it is."""
    days = day_range(value)
    if days is None:
        return value
    if "/" in value:
        return " to ".join(in_words(part) for part in value.split("/", 1))
    if len(value) == len("20"):
        return f"{days[0].year} to {days[1].year}"
    return _one_in_words(value, days[0])


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


def _one_in_words(value: str, first: date) -> str:
    if found := _DAY_AND_HOUR.match(value):
        zone = "UTC" if found[3] == "Z" else f"UTC{found[3]}" if found[3] else ""
        part = _NAMES.get(found[1] or "", f"{found[2]} {zone}".rstrip() if found[2] else None)
        return f"{first:%A} {_spoken(first)}{f', {part}' if part else ''}"
    if found := _WEEK.match(value):
        return f"{'weekend' if found[3] else 'week'} of {_spoken(first)}"
    if found := _PART.match(value):
        return f"{_NAMES[found[2]]} {found[1]}"
    if len(value) == len("2031-05"):
        return f"{first:%B} {first.year}"
    return f"{first.year}s" if value.endswith("X") or len(value) == 3 else str(first.year)


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
