"""What a shape is, what it is resolved against, and what is found."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.records import Span, TimeType


class Tense(StrEnum):
    """Whether the sentence looks back or ahead from the day of publication."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for."""

    type: TimeType
    value: str | None
    """TIMEX3; None where it depends on a day that is unknown."""
    alternatives: tuple[str, ...] = ()
    """The other values that the words leave open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A time expression."""

    span: Span
    text: str
    type: TimeType
    value: str | None
    alternatives: tuple[str, ...]
    confidence: float
    rule: str
    mod: str | None = None
    """The `mod` of TIMEX3: START, MID, END, APPROX, LESS_THAN and so on."""
    zone: str | None = None
    """The words for the zone that the value is in: "GMT", "local time", "Washington"."""
    anchor: Span | None = None
    """The words from which a length is counted, where they name no day: "after the summit"."""
    is_dayless: bool = False
    """Whether it is an hour of which no word tells the day; its value is then that of the day of publication."""
    is_weekday: bool = False
    """Whether a weekday alone tells its day, "Friday" or "4 p.m. Friday", but not "last Friday" or "Friday 9 May"."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against."""

    day: date | None
    """The day of publication."""
    tense: Callable[[], Tense | None]
    """The tense of the clause the expression stands in; None where it does not say."""
    earlier: Sequence[Found] = ()
    """What was found before it in the text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to write a time."""

    name: str
    near: frozenset[str]
    """The kinds of words that it holds one of, by `Words.near`."""
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Value | None]
    """None where the words turn out to be no time."""
    confidence: float
    """The share of such expressions whose type and value are right on TimeBank and AQUAINT, to one figure."""
