"""Days and hours as pages print them."""

import re
from datetime import date, time
from email.utils import parsedate_to_datetime
from functools import cache

from dateline.lang import tables
from dateline.records import Moment

_CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[:.h]([0-5]\d)(?:[:.]\d\d)?\s*([ap]\.?m\b)?", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_OFFSET = re.compile(r"([+-]\d\d)(\d\d)$")
_FRACTION = re.compile(r"\.\d+")
_AFTER = 30


def moment(text: str) -> Moment | None:
    """The moment that a machine's or a person's date names, or None.

    A numeric date whose day and month could be exchanged ("03/04/2031") is no date: nothing says which is which.
    """
    text = text.strip()
    if found := _ISO.search(text):
        return _iso(found[0])
    if found := re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", text):
        return _day(int(found[1]), int(found[2]), int(found[3]), "")
    return _rfc(text) or _in_words(text) or _numeric(text)


def _iso(text: str) -> Moment | None:
    text = (
        _OFFSET.sub(r"\1:\2", _FRACTION.sub("", text.replace(" ", "T")).replace("Z", "+00:00"))
        if len(text) > 10
        else text
    )
    return Moment.parse(text)


def _rfc(text: str) -> Moment | None:
    """RFC 5322, as in HTTP headers and feeds: "Tue, 06 May 2031 10:05:00 +0000"."""
    if text.count(":") < 1 or "," not in text[:4]:
        return None
    try:
        return Moment.at(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(text: str) -> Moment | None:
    months, pattern = _months()
    for found in pattern.finditer(text):
        day = found["before"] or found["after"]
        if day and (
            made := _day(int(found["year"]), months[found["month"].lower().rstrip(".")], int(day), text[found.end() :])
        ):
            return made
    return None


def _numeric(text: str) -> Moment | None:
    found = _NUMERIC.search(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12:
        return _day(year, second, first, text[found.end() :])
    return _day(year, first, second, text[found.end() :]) if second > 12 else None


def _day(year: int, month: int, day: int, rest: str) -> Moment | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    clock = _CLOCK.search(rest[:_AFTER])
    return Moment(made, _time(clock)) if clock else Moment(made)


def _time(clock: re.Match[str]) -> time:
    hour = int(clock[1])
    if clock[3]:
        hour = hour % 12 + 12 * clock[3].lower().startswith("p")
    return time(hour % 24, int(clock[2]))


@cache
def _months() -> tuple[dict[str, int], re.Pattern[str]]:
    months = dict(tables.table("en", "times")["months"]) | dict(tables.table("de", "times")["months"])
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    pattern = (
        rf"(?:(?<!\d)(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?\b(?P<month>{names})\b\.?"
        r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?,?)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
    )
    return months, re.compile(pattern, re.IGNORECASE)
