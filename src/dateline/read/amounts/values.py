"""What the words of one amount stand for."""

import re
from math import inf

from dateline.lang import numbers, tables
from dateline.read.amounts.found import Found, Kind
from dateline.read.amounts.words import Words
from dateline.records import Span

_DECIMALS = 6
_SHORT = re.compile(r"([\d.,]+)\s?([a-z]+)")


def read(match: re.Match[str], known: Words) -> Found | None:
    """The amount of a match, or None where its number is none."""
    limits = _limits(match.groupdict(), known)
    # What is larger than any float is a row of digits, and no amount.
    if limits is None or inf in limits:
        return None
    kind, unit, assumption = _unit(match.groupdict(), known)
    per = known.per.match(match.string, match.end())
    return Found(
        span=Span(match.start(), per.end() if per else match.end()),
        kind=kind,
        unit=unit,
        low=limits[0],
        high=limits[1],
        about=(match["bound"] or "").lower() in known.table["bounds"]["about"],
        assumption=assumption,
        per=_per(per, known),
    )


def _limits(groups: dict[str, str | None], known: Words) -> tuple[float | None, float | None] | None:
    """The least and the most, each None where it is open; None where the words are no number."""
    table = known.table
    if vague := groups.get("vague"):
        return table["vague"][vague.lower()] * table["vague"].get((groups["of"] or "").lower(), 1), None
    if several := groups.get("several"):
        return table["several"][several.lower()] * _scale(groups["scale"] or ""), None
    first_words, last_words = groups["first"] or "", groups["last"] or groups["end"]
    first = _value(first_words, known)
    if first is None:
        return None
    if last_words:
        last = _value(last_words, known)
        least = None if last is None else _shared(first, first_words, last, last_words)
        # "Cut it from 5 to 3 dollars" is no range.
        return None if least is None or last is None or least > last else (least, last)
    bound = (groups["bound"] or "").lower()
    return (None if bound in table["bounds"]["most"] else first, None if bound in table["bounds"]["least"] else first)


def _unit(groups: dict[str, str | None], known: Words) -> tuple[Kind, str, str | None]:
    """The kind, the unit, and the word that was taken for one of several things."""
    table, name = known.table, (groups["unit"] or "").lower()
    if percent := groups.get("percent"):
        return Kind.PERCENT, table["percent"][percent.lower()], None
    if noun := groups.get("noun"):
        return (Kind.QUANTITY if noun.lower() in table["quantities"]["words"] else Kind.COUNT), noun.lower(), None
    if sign := groups.get("sign"):
        unit = table["demonyms"].get(name, table["signs"][sign])
        return Kind.MONEY, unit, sign if sign in table["assumed"]["words"] and name not in table["demonyms"] else None
    if name in table["twins"]:
        return Kind.QUANTITY, name, None
    code = table["demonyms"].get(name) or table["names"].get(name) or name
    return Kind.MONEY, code, name if name in table["assumed"]["words"] else None


def _value(text: str, known: Words) -> float | None:
    """The number, also with a letter for its scale ("1.5bn")."""
    scales = known.table["scales"]
    short = _SHORT.fullmatch(text.lower())
    if short and short[2] in scales:
        return float(short[1].replace(",", "")) * float(scales[short[2]])
    number = numbers.value(text)
    # 534.3 million is no round number in binary.
    return None if number is None else round(number, _DECIMALS)


def _shared(first: float, first_words: str, last: float, last_words: str) -> float:
    """As in "5 to 7 million" are millions both."""
    scale = _scale(last_words)
    bare = re.fullmatch(r"[\d.,]+", first_words) or _scale(first_words) == 1
    return first * scale if bare and first <= last / scale else first


def _scale(words: str) -> float:
    last = words.lower().rsplit(maxsplit=1)[-1]
    return float(tables.table("en", "numbers")["scales"].get(last, 1))


def _per(match: re.Match[str] | None, known: Words) -> str | None:
    if match is None:
        return None
    return match["unit"].lower() if match["unit"] else str(known.table["per"]["whole"][match["whole"].lower()])
