"""Dates by the calendar: days, months, quarters, years, decades, seasons, feasts."""

import re
from datetime import date
from functools import cache

from dateline.lang import numbers
from dateline.read.times import calendar
from dateline.read.times.found import Context, Shape, Tense, Value
from dateline.read.times.words import Words, words
from dateline.records import TimeType

_DATE = TimeType.DATE


@cache
def shapes(language: str) -> tuple[Shape, ...]:
    """The shapes of calendar dates."""
    known = words(language)
    resolver = _Resolver(known)
    weekday = r"(?:{weekday},? (?:the )?)?"
    year = r"(?:,? (?P<year>{year})(?:,)?(?!\d)|,? (?:of )?(?P<which>(?i:last|this|next)) year)?"
    made = {
        "iso-day": (r"(?P<iso>{year}-[01]\d-[0-3]\d)", resolver.iso, 0.9),
        "month-day": (
            (
                rf"(?:{{edge}})?{weekday}(?P<month>{{month}}) (?P<day>{{dom}})"
                rf"(?:(?: ?[-–] ?| to | and )(?P<last>{{dom}}))?{year}"
            ),
            resolver.day,
            0.9,
        ),
        "day-month": (
            (
                rf"(?:{{edge}})?{weekday}(?:(?P<day>{{dom}})(?: ?[-–] ?| to | and ))?"
                rf"(?P<last>{{dom}})(?: of)? (?P<month>{{month}}){year}"
            ),
            resolver.day,
            0.9,
        ),
        "month": (
            rf"(?:{{edge}})?(?:(?P<shift>(?i:last|this|next)) )?(?P<month>{{month}}){year}(?:'s|’s)?",
            resolver.month,
            0.8,
        ),
        "year": (r"(?:{edge})?(?P<fiscal>(?i:fiscal |the year |calendar ))?(?P<year>{year})", resolver.year, 0.9),
        "decade": (r"(?:the )?(?:{edge})?(?P<decade>(?:1[5-9]|20)\d0)s", resolver.decade, 0.8),
        "century": (r"(?:the )?(?P<nth>{ordinal}) century", resolver.century, 0.8),
        "quarter": (
            (
                r"(?:(?i:the |a |its |this year's |the fiscal ))?(?P<nth>(?i:first|second|third|fourth))[ -]quarter"
                r"(?:(?: of|,)? (?:fiscal )?(?P<year>{year}))?"
            ),
            resolver.quarter,
            0.7,
        ),
        "season": (
            r"(?:(?P<shift>(?i:last|this|next)) |(?i:the |in ))(?P<season>{season})(?:(?: of|,)? (?P<year>{year}))?",
            resolver.season,
            0.7,
        ),
        "feast": (r"(?:(?P<shift>(?i:last|this|next)) )?(?P<feast>{feast})", resolver.feast, 0.7),
    }
    return tuple(Shape(name, known.compiled(pattern), resolve, sure) for name, (pattern, resolve, sure) in made.items())


class _Resolver:
    """Gives the value of a match, one method a shape."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def iso(self, match: re.Match[str], _context: Context) -> Value | None:
        try:
            return Value(_DATE, date.fromisoformat(match["iso"]).isoformat())
        except ValueError:
            return None

    def day(self, match: re.Match[str], context: Context) -> Value | None:
        month = self._month(match["month"])
        days = [int(re.sub(r"\D", "", match[name])) for name in ("day", "last") if match[name]]
        year = self._year(match, context, month, days[-1])
        if year is None:
            return Value(_DATE, None)
        try:
            found = [date(year, month, day).isoformat() for day in days]
        except ValueError:
            return None
        return Value(_DATE, "/".join(found))

    def month(self, match: re.Match[str], context: Context) -> Value | None:
        month = self._month(match["month"])
        shift = (match["shift"] or "").lower()
        if shift and context.day and not match["year"]:
            return _shifted_month(month, shift, context.day)
        year = self._year(match, context, month, None)
        return Value(_DATE, None if year is None else f"{year:04}-{month:02}")

    def year(self, match: re.Match[str], _context: Context) -> Value | None:
        return Value(_DATE, match["year"])

    def decade(self, match: re.Match[str], _context: Context) -> Value | None:
        return Value(_DATE, f"{match['decade'][:3]}X")

    def century(self, match: re.Match[str], _context: Context) -> Value | None:
        nth = numbers.ordinal(match["nth"])
        return Value(_DATE, f"{nth - 1:02}XX") if nth else None

    def quarter(self, match: re.Match[str], context: Context) -> Value | None:
        nth = numbers.ordinal(match["nth"])
        if match["year"]:
            return Value(_DATE, f"{match['year']}-Q{nth}")
        if nth is None or context.day is None:
            return Value(_DATE, None)
        # Results are reported after the quarter's end: without a year it is the last that has ended.
        ended = context.tense() is not Tense.FUTURE and (context.day.month + 2) // 3 <= nth
        return Value(_DATE, f"{context.day.year - ended:04}-Q{nth}")

    def season(self, match: re.Match[str], context: Context) -> Value | None:
        code = self._known.seasons[match["season"].lower()]
        shift = (match["shift"] or "").lower()
        if match["year"]:
            return Value(_DATE, f"{match['year']}-{code}")
        if context.day is None or not shift:
            return Value(_DATE, None)
        return _shifted_season(code, shift, context.day)

    def feast(self, match: re.Match[str], context: Context) -> Value | None:
        if context.day is None:
            return Value(_DATE, None)
        month, day = map(int, self._known.feasts[match["feast"].lower()].split("-"))
        tenses = {"last": Tense.PAST, "next": Tense.FUTURE}
        tense = tenses.get((match["shift"] or "").lower()) or context.tense()
        return Value(_DATE, date(calendar.year_of(month, day, context.day, tense), month, day).isoformat())

    def _month(self, word: str) -> int:
        return self._known.months[word.lower().rstrip(".")]

    def _year(self, match: re.Match[str], context: Context, month: int, day: int | None) -> int | None:
        if match["year"]:
            return int(match["year"])
        if context.day is None:
            return None
        if match["which"]:
            return context.day.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
        return calendar.year_of(month, day, context.day, context.tense())


def _shifted_month(month: int, shift: str, day: date) -> Value:
    """As in "last February", said in June, is this year's to some and last year's to others: both are kept."""
    if shift == "this":
        return Value(_DATE, f"{day.year:04}-{month:02}")
    if shift == "last":
        nearest = day.year - (month >= day.month)
        other = (f"{nearest - 1:04}-{month:02}",) if nearest == day.year else ()
    else:
        nearest = day.year + (month <= day.month)
        other = (f"{nearest + 1:04}-{month:02}",) if nearest == day.year else ()
    return Value(_DATE, f"{nearest:04}-{month:02}", other)


def _shifted_season(code: str, shift: str, day: date) -> Value:
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    begun = day.month >= begins
    years = {"last": day.year - (not begun or begins + 2 >= day.month), "this": day.year, "next": day.year + begun}
    return Value(_DATE, f"{years[shift]:04}-{code}")
