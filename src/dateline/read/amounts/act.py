"""The amount of an act, as its record keeps it."""

from dateline.read.amounts.finding import find
from dateline.read.amounts.found import Found, Kind
from dateline.records import Amount

_PERIODS = frozenset({"day", "week", "month", "year"})


def of_act(text: str) -> Amount | None:
    """The first amount of a clause that is no percentage, or None: one number as `value`, else as `min` and `max`."""
    first = next((found for found in find(text) if found.kind is not Kind.PERCENT), None)
    return None if first is None else _record(first)


def _record(found: Found) -> Amount:
    one = found.low == found.high
    return Amount(
        unit=found.unit,
        value=found.low if one else None,
        min=None if one else found.low,
        max=None if one else found.high,
        per=found.per if found.per in _PERIODS else None,
        assumption=found.assumption,
    )
