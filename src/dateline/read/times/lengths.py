"""How long and how often: durations and sets; and times that no calendar gives."""

import re
from functools import cache

from dateline.lang import numbers
from dateline.read.times.found import Context, Shape, Value
from dateline.read.times.words import Words, words
from dateline.records import TimeType


@cache
def shapes(language: str) -> tuple[Shape, ...]:
    """The shapes of durations, sets and of now, once and soon."""
    known = words(language)
    resolver = _Resolver(known)
    span = r"(?:(?i:the )?(?i:last|past|next|first|coming|following|final|another|additional|previous|latest) )?"
    made = {
        "ref": (r"(?P<word>{ref})", resolver.ref, 0.6),
        "duration": (
            (
                rf"(?:{{hedge}})?(?i:the )?{span}(?:(?P<number>{{number}})|(?P<vague>{{vague}}))"
                r"(?: (?:more|full|consecutive|and a half))* (?P<unit>{unit})"
            ),
            resolver.duration,
            0.8,
        ),
        "one": (
            r"(?:{hedge})?(?:(?i:an? |half an? |another |an additional ))(?P<unit>{single})(?P<half> and a half)?",
            resolver.one,
            0.7,
        ),
        "compound": (
            r"(?P<number>{number})[ -](?P<unit>{single})(?:-(?:long|old))?(?=[ -]\w)",
            resolver.duration,
            0.8,
        ),
        "bare": (r"(?:(?i:for|in|within|after|over|take|takes|took) )(?P<text>(?P<unit>{units}))", resolver.bare, 0.5),
        "every": (
            r"(?i:every|each) (?:(?P<unit>{single})|(?P<weekday>{weekday})|(?P<month>{month}))",
            resolver.every,
            0.8,
        ),
        "set": (r"(?P<word>{set_word})", resolver.set_word, 0.6),
    }
    return tuple(Shape(name, known.compiled(pattern), resolve, sure) for name, (pattern, resolve, sure) in made.items())


class _Resolver:
    """Gives the value of a match, one method a shape."""

    def __init__(self, known: Words) -> None:
        self._known = known

    def duration(self, match: re.Match[str], _context: Context) -> Value | None:
        unit = self._known.units[match["unit"].lower()]
        groups = match.groupdict()
        if groups.get("vague"):
            return Value(TimeType.DURATION, _length("X", unit))
        count = numbers.value(groups["number"])
        if count is None:
            return None
        if "and a half" in match[0]:
            count += 0.5
        return Value(TimeType.DURATION, _length(f"{count:g}", unit))

    def one(self, match: re.Match[str], _context: Context) -> Value | None:
        unit = self._known.units[match["unit"].lower()]
        half = match[0].lower().startswith("half")
        return Value(TimeType.DURATION, _length("1.5" if match["half"] else "0.5" if half else "1", unit))

    def bare(self, match: re.Match[str], _context: Context) -> Value | None:
        return Value(TimeType.DURATION, _length("X", self._known.units[match["unit"].lower()]))

    def every(self, match: re.Match[str], _context: Context) -> Value | None:
        if match["unit"]:
            return Value(TimeType.SET, _length("1", self._known.units[match["unit"].lower()]))
        if match["weekday"]:
            return Value(TimeType.SET, f"XXXX-WXX-{self._known.weekdays[match['weekday'].lower().rstrip('.')] + 1}")
        return Value(TimeType.SET, f"XXXX-{self._known.months[match['month'].lower().rstrip('.')]:02}")

    def set_word(self, match: re.Match[str], _context: Context) -> Value | None:
        return Value(TimeType.SET, self._known.sets[match["word"].lower()])

    def ref(self, match: re.Match[str], _context: Context) -> Value | None:
        return Value(TimeType.DATE, self._known.refs[match["word"].lower()])


def _length(count: str, unit: str) -> str:
    """ISO 8601 of a length: decades and centuries in years, as TimeBank writes them."""
    if unit.startswith("T"):
        return f"PT{count}{unit[1]}"
    times, letter = {"2W": (2, "W"), "E": (10, "Y"), "C": (100, "Y")}.get(unit, (1, unit))
    if count == "X" or times == 1:
        return f"P{count}{letter}"
    return f"P{float(count) * times:g}{letter}"
