"""What a shape is, and what it finds."""

import re
from collections.abc import Callable
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
    """TIMEX3; None where it depends on a day of publication that is unknown."""
    alternatives: tuple[str, ...] = ()
    """The other values that the words leave open."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against."""

    day: date | None
    """The day of publication."""
    tense: Callable[[], Tense | None]
    """The tense of the clause the expression stands in; None where it does not say."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to write a time."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Value | None]
    """None where the words turn out to be no time."""
    confidence: float
    """The share of such expressions whose type and value are right on TimeBank and AQUAINT, to one figure."""


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
