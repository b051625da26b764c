"""How much: amounts of money and things."""

import re
from functools import cache

from dateline.lang import numbers, tables
from dateline.records import Amount

_PER = re.compile(r"^\s*(?:,?\s*(?:a|per|each|every)\s+(day|week|month|year)\b|(annually|yearly))", re.IGNORECASE)


def amount(text: str) -> Amount | None:
    """The first amount of a clause, or None: percentages and counts of nothing given are none."""
    found = _pattern().search(text)
    if found is None:
        return None
    unit = _unit(found)
    if unit is None:
        return None
    per = _PER.match(text[found.end() :])
    period = (per[1] or "year").lower() if per else None
    if found["vague"]:
        return Amount(unit=unit, min=_vague(found["vague"], found["scale"]), per=period)
    first = numbers.value(found["first"])
    last = numbers.value(found["last"]) if found["last"] else None
    if first is None:
        return None
    if last is not None:
        scale = _scale_of(found["last"]) if first < last / 100 else 1
        return Amount(unit=unit, min=first * scale, max=last, per=period)
    if re.search(r"(?:more than|over|at least)\s+\S{0,3}$", text[: found.start("first")], re.IGNORECASE):
        return Amount(unit=unit, min=first, per=period)
    return Amount(unit=unit, value=first, per=period)


def _unit(found: re.Match[str]) -> str | None:
    currencies = _table()["currencies"]
    sign = (found["sign"] or "").lower()
    if sign:
        return str(currencies[sign])
    word = (found["unit"] or "").lower()
    return str(currencies[word]) if word in currencies else word or None


def _vague(word: str, scale: str | None) -> float:
    known: dict[str, float] = _table()["vague"]
    return float(known[word.lower()]) * float(known[scale.lower()] if scale else 1)


def _scale_of(text: str) -> float:
    last = text.lower().split()[-1]
    return float(tables.table("en", "numbers")["scales"].get(last, 1))


@cache
def _table() -> dict[str, dict[str, float]]:
    return tables.table("en", "amounts")


@cache
def _pattern() -> re.Pattern[str]:
    table = tables.table("en", "amounts")
    signs = "|".join(
        re.escape(sign) for sign in sorted(table["currencies"], key=len, reverse=True) if not sign[-1].isalnum()
    )
    named = [word for word in table["currencies"] if word[-1].isalpha()]
    units = "|".join(sorted([*named, *table["units"]["words"]], key=len, reverse=True))
    vague = "|".join(table["vague"])
    number = numbers.pattern()
    return re.compile(
        rf"(?:(?P<sign>{signs})\s?)?(?:(?:(?P<vague>{vague})(?:\sof\s(?P<scale>{vague}))?(?:\sof)?|(?P<first>{number})"
        rf"(?:\s?(?:to|-|–)\s?(?:{signs})?(?P<last>{number}))?))"
        rf"(?:\s(?:[^\W\d_][\w-]*\s){{0,2}}?(?P<unit>{units})\b)?(?(sign)|(?<=[a-z])(?<!\d))",
        re.IGNORECASE,
    )
