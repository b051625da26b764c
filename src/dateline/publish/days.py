"""TIMEX3 values (TimeML 1.2.1) as a reader says them."""

import re
from datetime import date

from dateline.text.timex import day_range

_PARTS = {
    "TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
    "H1": "first half of", "H2": "second half of",
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:(T[A-Z]{2})|T(\d\d:\d\d).*)?$")
_WEEK = re.compile(r"\d{4}-W\d\d(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")


def told(value: str) -> str:
    """A value in words: "Thursday 8 May 2031, evening", "week of 5 May 2031"; one that names no days as it is."""
    days = day_range(value)
    if days is None:
        return value
    if "/" in value:
        return " to ".join(told(part) for part in value.split("/", 1))
    if len(value) == len("20"):
        return f"{days[0].year} to {days[1].year}"
    return _in_words(value, days[0])


def _in_words(value: str, first: date) -> str:
    if found := _DAY.match(value):
        part = _PARTS.get(found[1] or "", found[2])
        return f"{first:%A} {_day(first)}{f', {part}' if part else ''}"
    if found := _WEEK.match(value):
        return f"{'weekend' if found[1] else 'week'} of {_day(first)}"
    if found := _PART.match(value):
        return f"{_PARTS[found[2]]} {found[1]}"
    if len(value) == len("2031-05"):
        return f"{first:%B} {first.year}"
    return f"{first.year}s" if value.endswith("X") or len(value) == 3 else str(first.year)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
