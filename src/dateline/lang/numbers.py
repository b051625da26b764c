"""Numbers as a language writes them, in figures and in words."""

import re
from functools import cache

from dateline.lang import tables

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_PART = re.compile(r"[\d.,]+\d|\d|[^\W\d_]+|½")
_MOST = 16
"""Words of a number behind the first; a row of thousands costs their square where there is no limit."""


def value(text: str, language: str = "en") -> float | None:
    """The number that `text` is ("five", "twenty-one", "1.5 million", "two dozen"), or None where it is none."""
    known = _words(language)
    total = current = 0.0
    counted = False
    parts = _PART.findall(text.lower())
    for part in parts:
        if _FIGURES.fullmatch(part):
            current, counted = current + float(part.replace(",", "")), True
        elif part in known["scales"]:
            scale = known["scales"][part]
            # "Million" alone is one, "0 million" none.
            current = current * scale if counted else float(scale)
            counted = scale < 1000
            if scale >= 1000:
                total, current = total + current, 0.0
        elif part in known["units"]:
            current, counted = current + known["units"][part], True
        elif part in known["halves"]:
            current, counted = current + known["halves"][part], True
        elif part in known["articles"]:
            # Of "half a million" and "two and a half" it counts nothing more.
            current, counted = (current, True) if counted else (float(len(parts) > 1), len(parts) > 1)
        elif part not in known["joints"]:
            return None
    return total + current if _counts(parts, known) else None


def pattern(language: str = "en") -> str:
    """A regular expression without groups for a number in figures or words, or half of one ("half a million"); letter
    case as in the tables.
    """
    known = _words(language)
    words = "|".join(sorted({*known["units"], *known["scales"]}, key=len, reverse=True))
    scales = "|".join(sorted(known["scales"], key=len, reverse=True))
    figures = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    articles, joints, halves = ("|".join(known[name]) for name in ("articles", "joints", "halves"))
    return (
        rf"(?:\b(?:{halves}) (?:{articles}) (?:{scales})\b|(?:{figures})(?:[ -](?:{scales})\b){{0,{_MOST}}}"
        rf"|\b(?:(?:{articles})[ ](?={scales}))?\b(?:{words})\b(?:(?:[ -](?:{joints}))?[ -](?:{words})\b){{0,{_MOST}}})"
    )


def ordinal(word: str, language: str = "en") -> int | None:
    """The place that "third" or "3rd" names, or None."""
    figures = re.match(r"\d+", word)
    place = figures[0] if figures else _words(language)["ordinals"].get(word.lower())
    return None if place is None else int(place)


@cache
def _words(language: str) -> dict[str, dict[str, float]]:
    return tables.table(language, "numbers")


def _counts(parts: list[str], known: dict[str, dict[str, float]]) -> bool:
    return any(part[0].isdigit() or not (part in known["joints"] or part in known["articles"]) for part in parts)
