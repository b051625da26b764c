"""The words of time of one language, and the pieces of patterns made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lang import numbers, tables

# "Sept." has a full stop, "June" has none.
_SHORT = 5
_WHOLE = frozenset({"april", "july", "june", "march", "may"})


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of `lang/<language>/times.toml`."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    """Singular and plural."""
    parts: dict[str, str]
    clocks: dict[str, str]
    seasons: dict[str, str]
    days: dict[str, int]
    feasts: dict[str, str]
    sets: dict[str, str]
    refs: dict[str, str]
    vague: frozenset[str]
    ahead: frozenset[str]
    modals: frozenset[str]
    pieces: dict[str, str]
    """Pieces of patterns by name, each without groups that capture."""

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern in which {month} and the like stand for their words, between borders of words."""
        for name, piece in self.pieces.items():
            pattern = pattern.replace(f"{{{name}}}", piece)
        return re.compile(rf"(?<![\w$€£.,])(?:{pattern})(?!\w)")


@cache
def words(language: str) -> Words:
    """The words of a language. Raises `LanguageDataError` where it has no table of times."""
    table = tables.table(language, "times")
    units = dict(table["units"])
    units |= {f"{name}s": code for name, code in table["units"].items()}
    units |= {plural: table["units"][name] for plural, name in table["irregular_plurals"].items()}
    refs = {word: f"{name.upper()}_REF" for name in ("present", "past", "future") for word in table["refs"][name]}
    return Words(
        months=table["months"],
        weekdays=table["weekdays"],
        units=units,
        parts=table["parts"],
        clocks=table["clocks"],
        seasons=table["seasons"],
        days=table["days"],
        feasts=table["feasts"],
        sets=table["sets"],
        refs=refs,
        vague=frozenset(table["vague"]["words"]),
        ahead=frozenset(table["tense"]["ahead"]),
        modals=frozenset(table["tense"]["modals"]),
        pieces=_pieces(table, units, refs, language),
    )


def _pieces(table: dict[str, Any], units: dict[str, str], refs: dict[str, str], language: str) -> dict[str, str]:
    months = [*table["months"], "may"]
    plural = [name for name in units if name.endswith("s")]
    edge = rf"(?:(?:the[ ])?(?i:{_any(table['edges']['words'])})[ -])"
    return {
        "month": _with_dots(_names(months)),
        "weekday": _with_dots(_names(table["weekdays"])),
        "unit": rf"(?i:{_any(units)})",
        "units": rf"(?i:{_any(plural)})",
        "single": rf"(?i:{_any(table['units'])})",
        "part": rf"(?i:{_any(table['parts'])})",
        "named_clock": rf"(?i:{_any(table['clocks'])})",
        "season": rf"(?i:{_any(table['seasons'])})",
        "day_word": rf"(?i:{_any(table['days'])})",
        "feast": rf"(?i:{_any(table['feasts'])})",
        "set_word": rf"(?i:{_any(table['sets'])})",
        "ref": rf"(?i:{_any(refs)})",
        "vague": rf"(?i:{_any(table['vague']['words'])})",
        "hedge": rf"(?:(?i:{_any(table['hedges']['words'])})[ ])",
        "edge": edge,
        "ordinal": rf"(?i:{_any(tables.table(language, 'numbers')['ordinals'])}|\d\d?(?:st|nd|rd|th))",
        "number": rf"(?i:{numbers.pattern(language)})",
        "year": r"(?:1[5-9]|20)\d\d",
        "dom": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]*\d|[.:]\d|\s?%)",
        "clock": (
            r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?[ ]?(?i:[ap]\.?m\b\.?)|(?:[01]?\d|2[0-4]):[0-5]\d"
            r"|[0-2]\d[0-5]\d(?=[ ](?:GMT|UTC|local))"
        ),
        "zone": r"(?:[ ](?:GMT|UTC|E[SD]?T|C[SED]*T|M[SD]T|P[SD]?T|BST|local[ ]time))",
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def _with_dots(names: list[str]) -> str:
    """Names, the short forms with or without their full stop."""
    short = [name for name in names if len(name) <= _SHORT and name.lower() not in _WHOLE]
    return rf"(?:(?:{_any(short)})\b\.?|(?:{_any(names)})\b)"


def _names(words: Iterable[str]) -> list[str]:
    """Names as printed: with a capital, or all in capitals as in headlines."""
    return sorted(
        {form for word in words for form in (word.capitalize(), word.upper())} - {"MAY", "MARCH", "SUN", "SAT"}
    )
