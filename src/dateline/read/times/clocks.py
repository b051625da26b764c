"""Hours and the days they belong to: "9 a.m. Tuesday" is one time, "Friday at noon" two."""

import re
from dataclasses import replace
from itertools import pairwise

from dateline.read.times.found import Found
from dateline.records import Span, TimeType

CLOCK = "times/clock"
_ONE_TIME = re.compile(r",? (?:on )?")
_SAME_DAY = re.compile(r"\)?,? (?:on |at |\(|at about |at around |by |before |after |from )?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")


def joined(text: str, found: list[Found]) -> list[Found]:
    """What was found, with each hour on the day that stands beside it, and one time where nothing parts the two."""
    joined: list[Found] = []
    for one in _on_their_days(text, found):
        before = joined[-1] if joined else None
        if before and before.rule == CLOCK and _between(text, before, one, _ONE_TIME) and _is_day(one):
            span, hour = Span(before.span.start, one.span.end), (before.value or "").partition("T")[2]
            others = tuple(f"{day}T{hour}" for day in one.alternatives)
            joined[-1] = replace(before, span=span, text=span.of(text), alternatives=others)
        else:
            joined.append(one)
    return joined


def _on_their_days(text: str, found: list[Found]) -> list[Found]:
    """Each hour on the day that follows it, else on the one before; hours side by side share their day."""
    backwards = list(reversed(found))
    for later, earlier in pairwise(range(len(found))):
        one, after = backwards[earlier], backwards[later]
        if one.rule == CLOCK and _between(text, one, after, _SAME_DAY):
            backwards[earlier] = _on(one, after)
    forwards = backwards[::-1]
    for earlier, later in pairwise(range(len(found))):
        one, before = forwards[later], forwards[earlier]
        if one == found[later] and one.rule == CLOCK and _between(text, before, one, _SAME_DAY):
            forwards[later] = _on(one, before)
    return forwards


def _on(clock: Found, day: Found) -> Found:
    if not _is_day(day) or clock.value is None or day.value is None:
        return clock
    return replace(clock, value=day.value[:10] + clock.value[10:], is_dayless=day.is_dayless, is_weekday=day.is_weekday)


def _is_day(found: Found) -> bool:
    return found.type in {TimeType.DATE, TimeType.TIME} and _DAY.match(found.value or "") is not None


def _between(text: str, one: Found, other: Found, joint: re.Pattern[str]) -> bool:
    return joint.fullmatch(text[one.span.end : other.span.start].replace("\n", " ")) is not None
