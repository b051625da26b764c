"""Times counted from another one of the text: the next day, a year earlier, that quarter, the same month."""

import re
from datetime import date

from dateline.lang import numbers
from dateline.read.times import calendar
from dateline.read.times.found import Context, Found, Value
from dateline.read.times.words import Words
from dateline.records import TimeType
from dateline.text.timex import day_range

_DATE = TimeType.DATE
_NEAR = 300
"""In characters; what stands further back is about something else."""
_SAME_REPORT = 3000
"""In characters; a report on results compares one quarter from its beginning to its end."""
_GRAINS = {
    "D": re.compile(r"\d{4}-\d\d-\d\d"),
    "W": re.compile(r"\d{4}-(?:W\d\d$|\d\d-\d\d)"),
    "M": re.compile(r"\d{4}-\d\d(?:$|-)"),
    "Q": re.compile(r"\d{4}-Q\d"),
    "Y": re.compile(r"\d{4}"),
}


class Resolver:
    """Gives the value of a match, one method a shape; None where the words turn out to be no time."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def shifted(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the next day", "that same morning"."""
        return self._counted(match, context, self._known.of("steps", match["step"]))

    def that(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "that week"."""
        return self._counted(match, context, 0)

    def that_quarter(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the latest quarter" is the last one that was named."""
        return Value(_DATE, _last_quarter(match, context))

    def year_earlier(self, match: re.Match[str], context: Context) -> Value | None:
        """In a report on a quarter it is that quarter of the year before; else the year before."""
        quarter = _last_quarter(match, context)
        if quarter is not None:
            nth = numbers.ordinal(match["nth"]) if match["nth"] else quarter[-1]
            return Value(_DATE, f"{int(quarter[:4]) - 1:04}-Q{nth}")
        anchor = context.day if match["ago"] else _anchor(match, context, "Y") or context.day
        return Value(_DATE, f"{anchor.year - 1:04}" if anchor and not match["quarter"] else None)

    def in_the_day(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "earlier in the day": of the day that the text named last, else of the story's own."""
        day = _anchor(match, context, "D") or context.day
        return Value(_DATE, day.isoformat() if day else None)

    def beside(self, _match: re.Match[str], _context: Context) -> Value | None:
        """As in "the day after the summit" is counted from what no calendar gives."""
        return Value(_DATE, None)

    def earlier(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "a day earlier", "two years later"."""
        count = numbers.value(match["number"]) if match["number"] else 1
        if count is None or count != int(count) or self._known.unit(match["unit"]).startswith("T"):
            return None
        return self._counted(match, context, int(count) * self._known.of("ways", match["way"]))

    def _counted(self, match: re.Match[str], context: Context, count: int) -> Value:
        word = match["unit"].lower()
        part = self._known.table["parts"].get(word)
        unit = "D" if part else self._known.unit(word)
        anchor = _anchor(match, context, unit)
        there = anchor and calendar.shifted(anchor, count, unit)
        if part:
            return Value(TimeType.TIME, f"{there.isoformat()}T{part}" if there else None)
        return Value(_DATE, calendar.at_grain(there, unit) if there else None)


def _anchor(match: re.Match[str], context: Context, unit: str) -> date | None:
    """The nearest day before the match that is known as finely as the unit."""
    grain = _GRAINS.get(unit)
    for found in reversed(context.earlier):
        if match.start() - found.span.end > _NEAR or grain is None:
            return None
        if _names_a_day(found) and grain.match(found.value or ""):
            days = day_range(found.value)
            return days[0] if days else None
    return None


def _names_a_day(found: Found) -> bool:
    return found.type in {TimeType.DATE, TimeType.TIME} and not found.alternatives


def _last_quarter(match: re.Match[str], context: Context) -> str | None:
    for found in reversed(context.earlier):
        if match.start() - found.span.end > _SAME_REPORT:
            return None
        if _GRAINS["Q"].fullmatch(found.value or "") and "year" not in found.text.lower():
            return found.value
    return None
