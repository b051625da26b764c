"""How long and how often: durations and sets; and times that no calendar gives."""

import re

from dateline.lang import numbers
from dateline.read.times.found import Context, Value
from dateline.read.times.words import Words
from dateline.records import TimeType

_HALVES = {"TM": ("TS", 30), "TH": ("TM", 30), "D": ("TH", 12), "Y": ("M", 6), "E": ("Y", 5), "C": ("Y", 50)}


class Resolver:
    """Gives the value of a match, one method a shape; None where the words turn out to be no time."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def duration(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "three weeks", "the past few months", "two and a half years"."""
        unit = self._known.unit(match["unit"])
        if match["vague"]:
            return Value(TimeType.DURATION, _length("X", unit))
        count = 2 if match["couple"] is not None else numbers.value(match["number"])
        if count is None:
            return None
        return Value(TimeType.DURATION, _length(count + (0.5 if match["half"] else 0), unit))

    def one(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "a year", "an hour and a half"."""
        unit = self._known.unit(match["unit"])
        return Value(TimeType.DURATION, _length(1.5 if match["half"] else 1, unit))

    def half_one(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "half an hour"."""
        return Value(TimeType.DURATION, _length(0.5, self._known.unit(match["unit"])))

    def period(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "the past year", "a week-long"."""
        return Value(TimeType.DURATION, _length(1, self._known.unit(match["unit"])))

    long = period

    def compound(self, match: re.Match[str], _context: Context) -> Value | None:
        """Not an age: "a 40-year-old" says who, not when."""
        if match["age"]:
            return None
        count = "X" if match["vague"] else numbers.value(match["number"])
        return None if count is None else Value(TimeType.DURATION, _length(count, self._known.unit(match["unit"])))

    def unknown(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "recent weeks", "for years"."""
        return Value(TimeType.DURATION, _length("X", self._known.unit(match["unit"])))

    open = open_long = bare = beside_bare = unknown

    def every_other(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "every other day"."""
        return Value(TimeType.SET, _length(2, self._known.unit(match["unit"])))

    def rate(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "500 a week", "twice a month"."""
        return Value(TimeType.SET, _length(1, self._known.unit(match["unit"])))

    so_often = rate

    def every_few(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "every four years"."""
        count = "X" if match["vague"] else numbers.value(match["number"])
        return None if count is None else Value(TimeType.SET, _length(count, self._known.unit(match["unit"])))

    def every(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "every day", "each Friday", "every May"."""
        if match["unit"]:
            return Value(TimeType.SET, _length(1, self._known.unit(match["unit"])))
        if match["weekday"]:
            return self.weekdays(match, _context)
        return Value(TimeType.SET, f"XXXX-{self._known.of('months', match['month']):02}")

    def weekdays(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "on Fridays"."""
        return Value(TimeType.SET, f"XXXX-WXX-{self._known.of('weekdays', match['weekday']) + 1}")

    def set_word(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "daily"."""
        return Value(TimeType.SET, self._known.of("sets", match["set"]))

    def ref(self, match: re.Match[str], _context: Context) -> Value | None:
        """As in "now", "recently", "the future"."""
        return Value(TimeType.DATE, self._known.refs[match["ref"].lower()])


def _length(count: float | str, unit: str) -> str:
    """ISO 8601 of a length: decades and centuries in years, as TimeBank writes them, a half in the unit below."""
    if isinstance(count, str):
        return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{_iso(unit)}"
    whole, half = divmod(count, 1)
    if half == 0.5 and unit in _HALVES:
        below, times = _HALVES[unit]
        return _joined(_length(whole, unit) if whole else "P", _length(times, below))
    if unit.startswith("T"):
        return f"PT{count:g}{unit[1]}"
    return f"P{count * {'2W': 2, 'E': 10, 'C': 100}.get(unit, 1):g}{_iso(unit)}"


def _iso(unit: str) -> str:
    return {"2W": "W", "E": "Y", "C": "Y"}.get(unit, unit)


def _joined(first: str, second: str) -> str:
    if first == "P":
        return second
    if first.endswith("Y") and second.endswith("Y"):
        return f"P{int(first[1:-1]) + int(second[1:-1])}Y"
    return first + second.removeprefix("P" if not first.startswith("PT") else "PT")
