"""What an amount is."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records import Span


class Kind(StrEnum):
    """What is counted or measured."""

    MONEY = "money"
    COUNT = "count"
    """People or things."""
    QUANTITY = "quantity"
    """Weight, volume, length, area."""
    PERCENT = "percent"


class Role(StrEnum):
    """What an amount is to the story, where its words say so."""

    TARGET = "target"
    """What is asked for or aimed at."""
    SO_FAR = "so far"
    """What was given of it by now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An amount. `low` and `high` are equal where one number is given, and None where that end is open."""

    span: Span
    kind: Kind
    unit: str
    """An ISO 4217 code, the name of a currency of several countries, a plural noun, or "percent"."""
    low: float | None
    high: float | None
    about: bool = False
    """Whether the words say that it is not exact ("nearly 300")."""
    assumption: str | None = None
    """The word or sign that was taken for the commonest thing it means: "dollars" for USD."""
    per: str | None = None
    """The period ("year"), or what it is the price of ("barrel")."""
    role: Role | None = None
    twin_of: int | None = None
    """The place in the list of the amount that this one is, in another unit ("189 pounds (280 euros)")."""
