"""Days and hours counted from the day of publication: yesterday, Friday, this morning, the weekend."""

import re
from datetime import date, timedelta

from dateline.read.times import calendar
from dateline.read.times.found import Context, Tense, Value
from dateline.read.times.shapes import ranges
from dateline.read.times.words import Words
from dateline.records import TimeType

_DATE, _TIME = TimeType.DATE, TimeType.TIME
_WEEKEND = 5
_WEEK = timedelta(days=7)


class Resolver:
    """Gives the value of a match, one method a shape; None where the words turn out to be no time."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def day_word(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "yesterday", "tomorrow evening"."""
        part = self._known.table["day_parts"].get(match["day"].lower()) or self._part(match)
        return _on(context.day and context.day + timedelta(days=self._known.of("days", match["day"])), part)

    def weekday(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "Friday", "last Monday", "Sunday night"."""
        wanted, part = self._known.of("weekdays", match["weekday"]), self._part(match)
        if context.day is None:
            return _on(None, part)
        begun = ranges.begun(match, context, self._known)
        if begun is not None and abs(begun - context.day) < _WEEK:
            return _on(calendar.weekday(begun, wanted, Tense.FUTURE), part)
        day, other = _weekday(context, context.day, wanted, self._known.turn(match["turn"]))
        found = _on(day, part)
        return Value(found.type, found.value, tuple(filter(None, [_on(other, part).value])))

    def part(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "this morning", "last night"."""
        back = self._known.turn(match["turn"]) == "last"
        return _on(context.day and context.day - timedelta(days=back), self._part(match))

    def overnight(self, _match: re.Match[str], context: Context) -> Value | None:
        """As in "overnight"."""
        return _on(context.day, "NI")

    def weekend(self, match: re.Match[str], context: Context) -> Value | None:
        """As in "the weekend", "next weekend"."""
        if context.day is None:
            return Value(_DATE, None)
        turn = self._known.turn(match["turn"]) or "this"
        weeks = 0 if turn == "coming" else calendar.TURNS[turn]
        if turn == "the" and context.day.weekday() < _WEEKEND and context.tense() is not Tense.FUTURE:
            weeks = -1
        return Value(_DATE, f"{calendar.at_grain(context.day + timedelta(weeks=weeks), 'W')}-WE")

    def clock(self, match: re.Match[str], context: Context) -> Value | None:
        """The hour of the day of publication; `clocks.joined` looks for another day around it."""
        hours = self._hours(match["clock"])
        zulu = "Z" if (match["zone"] or "").lower() in self._known.table["zones"] else ""
        return Value(_TIME, f"{context.day.isoformat()}T{hours}{zulu}" if context.day else None)

    def _part(self, match: re.Match[str]) -> str | None:
        return self._known.of("parts", match["part"]) if match["part"] else None

    def _hours(self, clock: str) -> str:
        if named := self._known.table["clocks"].get(clock.lower()):
            return str(named)
        hour, minute = ([*re.findall(r"\d\d?", clock), "00"])[:2]
        letter = re.search(r"[ap](?=\.?m)", clock.lower())
        after_noon = letter is not None and letter[0] == "p"
        number = int(hour) % 12 + 12 * after_noon if letter else int(hour)
        return f"{number:02}:{minute}"


def _on(day: date | None, part: str | None) -> Value:
    if day is None:
        return Value(_TIME if part else _DATE, None)
    return Value(_TIME, f"{day.isoformat()}T{part}") if part else Value(_DATE, day.isoformat())


def _weekday(context: Context, published: date, wanted: int, turn: str | None) -> tuple[date, date | None]:
    """The day, and the other that the words leave open: "last Friday", said on a Saturday, may be a week older."""
    if turn in {"last", "past"}:
        nearest = calendar.weekday(published - timedelta(days=1), wanted, Tense.PAST)
        return nearest, nearest - _WEEK if turn == "last" and _same_week(nearest, published) else None
    if turn == "next":
        nearest = calendar.weekday(published + timedelta(days=1), wanted, Tense.FUTURE)
        return nearest, nearest + _WEEK if _same_week(nearest, published) else None
    if turn == "coming":
        return calendar.weekday(published, wanted, Tense.FUTURE), None
    if turn == "this":
        return published + timedelta(days=wanted - published.weekday()), None
    return calendar.weekday(published, wanted, context.tense() or Tense.PAST), None


def _same_week(one: date, other: date) -> bool:
    return one.isocalendar()[:2] == other.isocalendar()[:2]
