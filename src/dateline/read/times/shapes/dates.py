"""Dates by the calendar: days, months, quarters, years, decades, seasons, feasts."""

import re
from datetime import date

from dateline.lang import numbers
from dateline.read.times import calendar
from dateline.read.times.found import Context, Tense, Value
from dateline.read.times.shapes import ranges
from dateline.read.times.words import Words
from dateline.records import TimeType

_DATE = TimeType.DATE
_TENSES = {"last": Tense.PAST, "past": Tense.PAST, "next": Tense.FUTURE, "coming": Tense.FUTURE}
_FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Resolver:
    """Gives the value of a match, one method a shape; None where the words turn out to be no time."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def iso_day(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "2031-05-06"."""
        try:
            return Value(_DATE, date.fromisoformat(match["iso"]).isoformat())
        except ValueError:
            return None

    def slashed(self, match: re.Match[str], context: Context) -> Value | None:
        """As in 3/4/1998 is a day of March to some and of April to others: both are kept."""
        first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
        if year < 100:
            year += _century(year, context.day)
        readings = [_day(year, month, day) for month, day in ((first, second), (second, first))]
        found = list(dict.fromkeys(value for value in readings if value))
        return Value(_DATE, found[0], tuple(found[1:])) if found else None

    def month_day(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "May 6", "July 11-12", "Friday, 6 May 2031"."""
        month = self._known.of("months", match["month"])
        written = [match[name] for name in ("day", "last") if match[name]]
        days = [numbers.ordinal(one) or 0 for one in written]
        year = self._year(match, context, month, days[-1])
        if year is None:
            return Value(_DATE, None)
        found = [_day(year, month, day) for day in days]
        return Value(_DATE, "/".join(one for one in found if one)) if all(found) else None

    day_month = month_day

    def week_of(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the week of March 6"."""
        month, day = self._known.of("months", match["month"]), numbers.ordinal(match["day"]) or 0
        year = self._year(match, context, month, day)
        found = year and _day(year, month, day)
        return Value(_DATE, calendar.at_grain(date.fromisoformat(found), "W")) if found else None

    def month(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "May", "late March", "last February"."""
        month = self._known.of("months", match["month"])
        turn = self._known.turn(match["turn"])
        if turn and context.day and not match["year"]:
            return _turned_month(month, turn, context.day)
        year = self._year(match, context, month, None)
        return Value(_DATE, None if year is None else f"{year:04}-{month:02}")

    def year_range(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "2030-31"."""
        last = match["year"][:2] + match["last"]
        return Value(_DATE, f"{match['year']}/{last}") if last > match["year"] else None

    def year(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "2031", "fiscal 2031"."""
        return Value(_DATE, match["year"])

    def decade(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the 1990s", "the '90s", "the nineties"."""
        if match["decade"]:
            return Value(_DATE, match["decade"][:3])
        tens = int(match["tens"]) if match["tens"] else self._known.of("decades", match["word"])
        if context.day is None:
            return Value(_DATE, None)
        return Value(_DATE, f"{(_century(tens * 10, context.day) + tens * 10) // 10}")

    def century(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "the 12th century"."""
        nth = numbers.ordinal(match["nth"])
        return Value(_DATE, f"{nth - 1:02}") if nth else None

    def season(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "this spring", "the summer of 2030"."""
        code = self._known.of("seasons", match["season"])
        turn = self._known.turn(match["turn"])
        if match["year"]:
            return Value(_DATE, f"{match['year']}-{code}")
        if turn is None:
            return None
        if context.day is None:
            return Value(_DATE, None)
        year = _year_of_season(_FIRST_MONTHS[code], turn, context)
        return Value(_DATE, f"{year:04}-{code}")

    def feast(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "Christmas", "last Thanksgiving"."""
        if context.day is None:
            return Value(_DATE, None)
        rule = self._known.of("feasts", match["feast"])
        tense = _TENSES.get(self._known.turn(match["turn"]) or "") or context.tense()
        there = calendar.feast(rule, context.day.year)
        year = calendar.year_of(there.month, there.day, context.day, tense)
        return Value(_DATE, calendar.feast(rule, year).isoformat())

    def _year(self, match: re.Match[str], context: Context, month: int, day: int | None) -> int | None:
        if match["year"]:
            return int(match["year"])
        if context.day is None:
            return None
        if match["of_turn"]:
            return context.day.year + calendar.TURNS[self._known.turn(match["of_turn"]) or "this"]
        begun = ranges.begun(match, context, self._known)
        if begun is not None:
            return begun.year + ((month, day or 31) < (begun.month, begun.day))
        return calendar.year_of(month, day, context.day, context.tense())


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _century(of_century: int, published: date | None) -> int:
    """The century of a year of two figures: the last that has it no later than ten years from publication."""
    latest = (published.year if published else 2000) + 10
    return latest // 100 * 100 - (100 if of_century > latest % 100 else 0)


def _turned_month(month: int, turn: str, day: date) -> Value:
    """As in "last February", said in June, is this year's to some and last year's to others: both are kept."""
    if turn == "this":
        return Value(_DATE, f"{day.year:04}-{month:02}")
    step = calendar.TURNS[turn]
    nearest = day.year + step * (month * step <= day.month * step)
    open_ = turn in {"last", "next"} and nearest == day.year
    return Value(_DATE, f"{nearest:04}-{month:02}", (f"{nearest + step:04}-{month:02}",) if open_ else ())


def _year_of_season(begins: int, turn: str | None, context: Context) -> int:
    """As in "last summer" is the last that is over; a year's winter begins in its December."""
    if context.day is None:
        raise ValueError("a season is counted from a day")
    day = context.day
    if turn in {None, "the"}:
        return calendar.year_of(begins, None, day, context.tense())
    if turn in {"last", "past"}:
        return day.year - (day.month <= begins + 2)
    return day.year + (turn in {"next", "coming"} and day.month >= begins)
