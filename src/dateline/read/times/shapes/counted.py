"""Weeks, months, quarters and years counted from the day of publication: last week, this quarter, two years ago."""

import re
from datetime import date

from dateline.lang import numbers
from dateline.read.times import calendar
from dateline.read.times.found import Context, Tense, Value
from dateline.read.times.words import Words
from dateline.records import TimeType

_DATE, _TIME = TimeType.DATE, TimeType.TIME


class Resolver:
    """Gives the value of a match, one method a shape; None where the words turn out to be no time."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def unit(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "last week", "early next year"."""
        if context.day is None:
            return Value(_DATE, None)
        unit = self._known.unit(match["unit"])
        turn = self._known.turn(match["turn"]) or "this"
        there = calendar.shifted(context.day, calendar.TURNS[turn], unit)
        return Value(_DATE, calendar.at_grain(there, unit)) if there else None

    def edge_of_unit(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "by the end of the month" is that month: the finest form that is surely right."""
        return Value(_DATE, calendar.at_grain(context.day, self._known.unit(match["unit"])) if context.day else None)

    unit_end = the_year = edge_of_unit

    def quarter(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the third quarter", "second-quarter", "the 2030 first quarter"."""
        nth, before = numbers.ordinal(match["nth"]), match.groupdict().get("before")
        if nth is None or (context.day is None and not match["year"] and not before):
            return Value(_DATE, None)
        year = int(before) if before else self._year(match, context.day)
        if year is None and context.day is not None:
            year = _year_of_quarter(nth, context.day, context.tense())
        return Value(_DATE, f"{year:04}-Q{nth}")

    nth_quarter = quarter

    def half(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the first half of 2031"."""
        year = self._year(match, context.day) or (context.day and context.day.year)
        return Value(_DATE, f"{year:04}-H{self._known.of('halves', match['half'])}" if year else None)

    def ago(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "two years ago", "a month from now"."""
        unit, way = self._known.unit(match["unit"]), self._known.of("ways", match["way"])
        if match["vague"]:
            return Value(_DATE, "FUTURE_REF" if way > 0 else "PAST_REF")
        if unit.startswith("T"):
            return Value(_TIME, None)
        count = numbers.value(match["number"]) if match["number"] else 1
        if count is None or count != int(count):
            return None
        there = context.day and calendar.shifted(context.day, int(count) * way, unit)
        return Value(_DATE, calendar.at_grain(there, unit) if there else None)

    def _year(self, match: re.Match[str], day: date | None) -> int | None:
        if match["year"]:
            return int(match["year"])
        turn = self._known.turn(match["turn"])
        return day.year + calendar.TURNS[turn] if turn and day else None


def _year_of_quarter(nth: int, day: date, tense: Tense | None) -> int:
    """Looking ahead the first that is not over, or has just ended, as results come after it; else the last begun."""
    current = (day.month + 2) // 3
    return day.year + (nth < current - 1) if tense is Tense.FUTURE else day.year - (nth > current)
