"""The words of time of one language, and the patterns made of them."""

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

    table: dict[str, Any]
    """The tables that map a word to what it stands for, as they are."""
    units: dict[str, str]
    """Singular and plural."""
    refs: dict[str, str]
    mods: dict[str, str]
    """Hedges and edges with the `mod` of TIMEX3."""
    pieces: dict[str, str]
    """Pieces of patterns by name."""
    near: re.Pattern[str]
    """The words by which shapes are looked for; a named group tells their kind."""

    def of(self, table: str, word: str) -> Any:
        """What a word of a table stands for, whatever its letter case; a full stop of a short form is no part of it."""
        return self.table[table][word.lower().rstrip(".").replace("’", "'")]

    def unit(self, word: str) -> str:
        """The letter of a unit in the singular or plural."""
        return self.units[word.lower()]

    def turn(self, word: str | None) -> str | None:
        """Which of many is meant: "last", "past", "this", "next", "coming", "the"; None where no word says."""
        return str(self.of("turns", word.removeprefix("the ").strip() or word)) if word else None

    def mod(self, text: str) -> str | None:
        """The `mod` of an expression by the hedge or edge that it opens with, or None."""
        opening = re.match(self.pieces["opening"], text)
        return None if opening is None else self.mods[opening[1].lower()]

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern in which {month} and the like stand for their words, between borders of words."""
        return re.compile(rf"(?<![\w$€£.,])(?:{_filled(pattern, self.pieces)})(?!\w)")


@cache
def words(language: str) -> Words:
    """The words of a language. Raises `LanguageDataError` where it has no table of times."""
    table = tables.table(language, "times")
    units = dict(table["units"])
    units |= {f"{name}s": code for name, code in table["units"].items()}
    units |= {plural: table["units"][name] for plural, name in table["irregular_plurals"].items()}
    refs = {word: f"{name.upper()}_REF" for name in ("present", "past", "future") for word in table["refs"][name]}
    pieces = _pieces(table, units, language) | {"ref": rf"(?i:{any_of(refs)})"}
    return Words(
        table=table,
        units=units,
        refs=refs,
        mods=table["edges"] | table["hedges"],
        pieces=pieces | {name: _filled(piece, pieces) for name, piece in table["shapes"]["pieces"].items()},
        near=_near(table, units, pieces),
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def _filled(pattern: str, pieces: dict[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda name: pieces[name[1]], pattern)


def _pieces(table: dict[str, Any], units: dict[str, str], language: str) -> dict[str, str]:
    simple = {
        "unit": units,
        "units": _plural(units),
        "single": table["units"],
        "part": table["parts"],
        "season": table["seasons"],
        "day_word": table["days"],
        "decade": table["decades"],
        "set_word": table["sets"],
        "vague": table["vague"]["words"],
        "anchor": table["anchors"]["words"],
    }
    return {name: rf"(?i:{any_of(listed)})" for name, listed in simple.items()} | {
        "month": _with_dots(_names(table["months"])),
        "weekday": _with_dots(_names(table["weekdays"])),
        "feast": any_of(_names(table["feasts"])).replace("'", "['’]"),
        "hedge": rf"(?:(?i:{any_of(table['hedges'])})[ ])",
        "edge": rf"(?:(?:the[ ])?(?i:{any_of(table['edges'])})[ -])",
        "opening": rf"(?i:(?:the[ ])?({any_of(table['edges'] | table['hedges'])})[ -])",
        "ordinal": rf"(?i:{any_of(tables.table(language, 'numbers')['ordinals'])}|\d\d?(?:st|nd|rd|th))",
        "number": rf"(?i:{numbers.pattern(language)})",
        "year": r"(?:1[5-9]|20)\d\d",
        "dom": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]*\d|[.:]\d|\s?%)",
        "clock": _clock(table),
        "zone": rf"(?:{any_of([*(name.upper() for name in table['zones']), *table['named_zones']['words']])})",
    }


def _clock(table: dict[str, Any]) -> str:
    zone = any_of(name.upper() for name in table["zones"])
    return (
        rf"(?:(?i:{any_of(table['clocks'])})|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?[ ]?(?i:[ap]\.?m\b\.?|o['’]clock)"
        rf"|(?:[01]?\d|2[0-4]):[0-5]\d|(?:[01]\d|2[0-4])[0-5]\d(?=[ ](?:{zone}|local)))"
    )


def _near(table: dict[str, Any], units: dict[str, str], pieces: dict[str, str]) -> re.Pattern[str]:
    """One scan finds all of them; the kinds share no word."""
    kinds = {
        "feast": pieces["feast"],
        "month": pieces["month"],
        "weekday": rf"{pieces['weekday']}s?",
        "day": rf"(?i:{any_of([*table['days'], *table['parts'], *table['clocks'], *table['near']['day']])})",
        "season": pieces["season"],
        "unit": rf"(?i:{any_of([*units, *table['near']['unit']])})",
        "ref": pieces["ref"],
        "set": pieces["set_word"],
        "figure": rf"\d+[/:.]\d+|\d{{4}}|\d+ ?(?i:[ap]\.?m|o['’]clock)|(?:\d\d)?\d0s|{pieces['decade']}",
    }
    return re.compile(rf"\b(?:{'|'.join(f'(?P<{kind}>{piece})' for kind, piece in kinds.items())})(?!\w)")


def _plural(units: dict[str, str]) -> list[str]:
    return [name for name in units if name.endswith("s")]


def _with_dots(names: list[str]) -> str:
    """Names, the short forms with or without their full stop."""
    short = [name for name in names if len(name) <= _SHORT and name.lower() not in _WHOLE]
    return rf"(?:(?:{any_of(short)})\b\.?|(?:{any_of(names)})\b)"


def _names(words: Iterable[str]) -> list[str]:
    """Names as printed: with a capital, or all in capitals as in headlines."""
    forms = {form for word in words for form in (_title(word), word.upper())}
    return sorted(forms - {"MAY", "MARCH", "SUN", "SAT"})


def _title(words: str) -> str:
    return " ".join(word.capitalize() for word in words.split(" "))
