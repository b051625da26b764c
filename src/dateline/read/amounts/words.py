"""The words of amounts of one language, and the patterns made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lang import numbers, tables


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of `lang/<language>/amounts.toml`, and the two ways to write an amount."""

    table: dict[str, Any]
    signed: re.Pattern[str]
    """With the sign of a currency before the number."""
    named: re.Pattern[str]
    """With what is counted behind the number."""
    per: re.Pattern[str]
    """What follows an amount: its period, or what it is the price of."""


@cache
def words(language: str) -> Words:
    """The words of a language. Raises `LanguageDataError` where it has no table of amounts."""
    table = tables.table(language, "amounts")
    signs = rf"(?<![\w$])(?:{any_of(table['signs'])})"
    number = numbers.pattern(language)
    figures = _figures(table, language)
    signed_range = _range(table, rf"(?:{signs})?\s?(?P<last>{figures})")
    named_range = _range(table, rf"(?P<last>{number})")
    return Words(
        table=table,
        signed=re.compile(
            rf"{_opening(table)}(?P<sign>{signs})\s?(?P<first>{figures}){signed_range}"
            rf"(?: (?P<unit>(?i:{any_of(_currencies(table))}))\b)?"
        ),
        named=re.compile(
            rf"(?i){_opening(table)}(?:{_vague(table, language)}|(?<![\w.,$€£])(?P<first>{number}){named_range})"
            rf"(?:\s?(?P<percent>{any_of(table['percent'])})(?!\w)|{_unit(table)})"
        ),
        per=re.compile(
            rf",? (?i:(?:{any_of(table['per']['words'])}) (?P<unit>{any_of(table['per']['units'])})"
            rf"|(?P<whole>{any_of(table['per']['whole'])}))\b(?! (?i:{any_of(table['per']['not_before'])})\b)"
        ),
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def _opening(table: dict[str, Any]) -> str:
    bounds = [word for name in ("least", "most", "about") for word in table["bounds"][name]]
    return (
        rf"(?:\b(?P<bound>(?i:{any_of(bounds)})) )?"
        rf"(?:\b(?P<between>(?i:{any_of(table['bounds']['between'])})) )?"
    )


def _range(table: dict[str, Any], last: str) -> str:
    """A second number: one must follow where the range was opened by a word."""
    joints = table["joints"]
    second = last.replace("(?P<last>", "(?P<end>")
    return (
        rf"(?(between)(?:\s(?:{any_of(joints['opened'])})\s{last})|(?:%?\s?(?:{any_of(joints['words'])})\s?{second})?)"
    )


def _figures(table: dict[str, Any], language: str) -> str:
    scale = rf"\s?(?i:{any_of(table['scales'])})\b|(?:[ -](?i:{_scales(language)})\b)*"
    return rf"(?:(?<!\d/)(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:{scale}))"


def _vague(table: dict[str, Any], language: str) -> str:
    vague = any_of(table["vague"])
    return (
        rf"\b(?P<vague>{vague})(?: of (?P<of>{vague}))?(?= of )"
        rf"|\b(?P<several>{any_of(table['several'])}) (?P<scale>{_scales(language)})\b"
    )


def _unit(table: dict[str, Any]) -> str:
    """A currency right behind the number, or a noun with up to two adjectives before it."""
    nouns = any_of([*table["quantities"]["words"], *table["counts"]["words"]])
    adjective = rf"(?!(?:{any_of(table['no_adjectives']['words'])})\b)[^\W\d_][\w-]* "
    return rf"[ -](?:of )?(?P<unit>{any_of(_currencies(table))}|(?:{adjective}){{0,2}}?(?P<noun>{nouns}))\b"


def _currencies(table: dict[str, Any]) -> list[str]:
    return [*table["names"], *table["demonyms"], *table["open_names"]["words"]]


def _scales(language: str) -> str:
    return any_of(tables.table(language, "numbers")["scales"])
