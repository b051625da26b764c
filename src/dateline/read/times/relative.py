"""Times counted from the day of publication: yesterday, Friday, last week, two years ago."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from dateline.lang import numbers
from dateline.read.times import calendar
from dateline.read.times.found import Context, Shape, Tense, Value
from dateline.read.times.words import Words, words
from dateline.records import TimeType

Resolve = Callable[[re.Match[str], Context], Value | None]
_DATE, _TIME = TimeType.DATE, TimeType.TIME
_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


@cache
def shapes(language: str) -> tuple[Shape, ...]:
    """The shapes of relative times."""
    known = words(language)
    resolver = _Resolver(known)
    part = r"(?: (?P<part>{part}))?(?:'s|’s)?"
    clock = r"(?:(?P<clock>{clock}|{named_clock}){zone}?,? (?:on )?)?"
    shift = r"(?P<shift>(?i:last|this coming|this|next|coming|past))"
    made: dict[str, tuple[str, Resolve, float]] = {
        "day-word": (rf"(?:{{edge}})?{clock}(?:{{edge}})?(?P<word>{{day_word}}){part}", resolver.day_word, 0.9),
        "weekday": (
            rf"{clock}(?:(?:on )?{{edge}}(?:on )?)?(?:{shift} )?(?P<weekday>{{weekday}}){part}",
            resolver.weekday,
            0.8,
        ),
        "part": (r"(?:{edge})?(?P<shift>(?i:this|last)) (?P<part>{part})", resolver.part, 0.8),
        "weekend": (
            r"(?:{edge})?(?P<shift>(?i:last|this|this coming|next|the|this past)) (?i:weekend)",
            resolver.weekend,
            0.7,
        ),
    }
    made |= _of_units(resolver)
    return tuple(Shape(name, known.compiled(pattern), resolve, sure) for name, (pattern, resolve, sure) in made.items())


def _of_units(resolver: "_Resolver") -> dict[str, tuple[str, Resolve, float]]:
    """The shapes that count in weeks, months and years; and the bare hour."""
    return {
        "unit": (
            (
                r"(?:{edge})?(?:the )?(?P<shift>(?i:last|past|previous|this|current|next|coming))"
                r"(?: (?i:fiscal|calendar))? (?P<unit>(?i:week|month|quarter|year|decade|century))(?:'s|’s)?"
                r"(?: as a whole)?"
            ),
            resolver.unit,
            0.8,
        ),
        "edge-of-unit": (
            r"(?i:the )?(?:{edge}|(?i:year|month)[ -](?=(?i:end)))(?:the )?(?P<unit>(?i:week|month|year|end))",
            resolver.end_of_unit,
            0.6,
        ),
        "ago": (
            (
                r"(?:{hedge})?(?:(?P<number>{number})|(?P<vague>{vague})|(?P<one>(?i:an?|the)))(?: more)? "
                r"(?P<unit>{unit})(?: or (?:so|two|more))? (?P<way>(?i:ago|earlier|before|later|from now|from today))"
            ),
            resolver.ago,
            0.6,
        ),
        "year-earlier": (
            r"(?:the )?(?i:year)[ -](?i:earlier|ago)(?: (?P<unit>(?i:quarter|period)))?",
            resolver.year_earlier,
            0.6,
        ),
        "clock": (
            r"(?:(?i:around|about|shortly after|just before) )?(?P<clock>{clock}|{named_clock}){zone}?",
            resolver.clock,
            0.5,
        ),
    }


class _Resolver:
    """Gives the value of a match, one method a shape."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def day_word(self, match: re.Match[str], context: Context) -> Value | None:
        word = match["word"].lower()
        part = "NI" if word == "tonight" else self._known.parts.get((match["part"] or "").lower())
        day = context.day and context.day + timedelta(days=self._known.days[word])
        return self._at(day, match["clock"], part)

    def weekday(self, match: re.Match[str], context: Context) -> Value | None:
        wanted = self._known.weekdays[match["weekday"].lower().rstrip(".")]
        part = self._known.parts.get((match["part"] or "").lower())
        shift = (match["shift"] or "").lower()
        if context.day is None:
            return self._at(None, match["clock"], part)
        day, other = _weekday(context, wanted, shift)
        found = self._at(day, match["clock"], part)
        others = (self._at(other, match["clock"], part).value,) if other else ()
        return Value(found.type, found.value, tuple(value for value in others if value))

    def part(self, match: re.Match[str], context: Context) -> Value | None:
        part = self._known.parts[match["part"].lower()]
        back = match["shift"].lower() == "last"
        return self._at(context.day and context.day - timedelta(days=back), None, part)

    def weekend(self, match: re.Match[str], context: Context) -> Value | None:
        if context.day is None:
            return Value(_DATE, None)
        shift = match["shift"].lower()
        weeks = {"last": -1, "this past": -1, "next": 1}.get(shift, 0)
        if weeks == 0 and context.day.weekday() < 2 and context.tense() is Tense.PAST:
            weeks = -1
        return Value(_DATE, f"{calendar.at_grain(context.day + timedelta(weeks=weeks), 'W')}-WE")

    def unit(self, match: re.Match[str], context: Context) -> Value | None:
        if context.day is None:
            return Value(_DATE, None)
        unit = self._known.units[match["unit"].lower()]
        there = calendar.shifted(context.day, _SHIFTS[match["shift"].lower()], unit)
        return Value(_DATE, calendar.at_grain(there, unit)) if there else None

    def end_of_unit(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "by the end of the month" is that month: the finest form that is surely right."""
        if context.day is None:
            return Value(_DATE, None)
        word = match["unit"].lower()
        unit = self._known.units["year" if word == "end" and "ear" in match[0] else "month" if word == "end" else word]
        return Value(_DATE, calendar.at_grain(context.day, unit))

    def ago(self, match: re.Match[str], context: Context) -> Value | None:
        unit = self._known.units[match["unit"].lower()]
        way = match["way"].lower()
        if match["one"] and match["one"].lower() == "the" and way != "before":
            return None
        if unit.startswith("T") or match["vague"]:
            return (
                Value(_DATE, "FUTURE_REF" if way == "from now" else "PAST_REF")
                if match["vague"]
                else Value(_TIME, None)
            )
        count = numbers.value(match["number"]) if match["number"] else 1
        if count is None or count != int(count):
            return None
        # "earlier", "before" and "later" count from another time of the story: which one is not ours to say.
        if context.day is None or (way in {"before", "later"} or (way == "earlier" and unit != "Y")):
            return Value(_DATE, None)
        there = calendar.shifted(context.day, int(count) * (1 if way.startswith("from") else -1), unit)
        return Value(_DATE, calendar.at_grain(there, unit)) if there else None

    def year_earlier(self, match: re.Match[str], context: Context) -> Value | None:
        return Value(_DATE, f"{context.day.year - 1:04}" if context.day and not match["unit"] else None)

    def clock(self, match: re.Match[str], context: Context) -> Value | None:
        return self._at(context.day, match["clock"], None)

    def _at(self, day: date | None, clock: str | None, part: str | None) -> Value:
        if day is None:
            return Value(_TIME if clock or part else _DATE, None)
        if clock:
            return Value(_TIME, f"{day.isoformat()}T{self._hours(clock)}")
        return Value(_TIME, f"{day.isoformat()}T{part}") if part else Value(_DATE, day.isoformat())

    def _hours(self, clock: str) -> str:
        if named := self._known.clocks.get(clock.lower()):
            return named
        hour, minute = ([*re.findall(r"\d\d?", clock), "00"])[:2]
        letter = re.search(r"[ap](?=\.?m)", clock.lower())
        after_noon = letter is not None and letter[0] == "p"
        number = int(hour) % 12 + 12 * after_noon if letter else int(hour)
        return f"{number:02}:{minute}"


def _weekday(context: Context, wanted: int, shift: str) -> tuple[date, date | None]:
    """The day, and the other that the words leave open: "last Friday", said on a Saturday, may be a week older."""
    if context.day is None:
        raise ValueError("a weekday is counted from a day")
    if shift in {"last", "past"}:
        nearest = calendar.weekday(context.day - timedelta(days=1), wanted, Tense.PAST)
        same_week = nearest.isocalendar()[:2] == context.day.isocalendar()[:2]
        return nearest, nearest - timedelta(days=7) if same_week else None
    if shift == "next":
        nearest = calendar.weekday(context.day + timedelta(days=1), wanted, Tense.FUTURE)
        same_week = nearest.isocalendar()[:2] == context.day.isocalendar()[:2]
        return nearest, nearest + timedelta(days=7) if same_week else None
    if shift in {"coming", "this coming"}:
        return calendar.weekday(context.day, wanted, Tense.FUTURE), None
    if shift == "this":
        monday = context.day - timedelta(days=context.day.weekday())
        return monday + timedelta(days=wanted), None
    return calendar.weekday(context.day, wanted, context.tense() or Tense.PAST), None
