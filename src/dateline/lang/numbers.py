"""Numbers as a language writes them, in figures and in words."""

import re
from functools import cache
from itertools import pairwise

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
    for part, following in pairwise([*parts, ""]):
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
        elif part in known["fractions"]:
            current, counted = current + known["fractions"][part], True
        elif part in known["articles"]:
            # Of "half a million" and "two and a half" it counts nothing more.
            if following and not counted and following not in known["fractions"]:
                current, counted = 1.0, True
        elif part not in known["joints"]:
            return None
    return total + current if _counts(parts, known) else None


def pattern(language: str = "en") -> str:
    """A regular expression without groups for a number in figures or words, also with a part of one ("half a million",
    "two and a half"); letter case as in the tables.
    """
    known = _words(language)
    articles, joints, fractions, units, scales = (
        "|".join(sorted(known[name], key=len, reverse=True))
        for name in ("articles", "joints", "fractions", "units", "scales")
    )
    # Neither the "2 million" nor the "million" of "3 1/2 million" is a number.
    figures = r"(?<!\d/)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    scaled = rf"(?:[ -](?:{scales})\b){{0,{_MOST}}}"
    words = rf"(?:{units}|{scales})"
    return (
        rf"(?:\b(?:(?:{articles}) )?(?:{fractions})(?: (?:{articles}))? (?:{scales})\b"
        rf"|(?:{figures}|\b(?:{units}))[ -](?:{joints})[ -](?:{articles})[ -](?:{fractions})\b{scaled}"
        rf"|{figures}{scaled}"
        rf"|(?<!/\d )\b(?:(?:{articles})[ ](?={scales}))?\b{words}\b"
        rf"(?:(?:[ -](?:{joints}))?[ -]{words}\b){{0,{_MOST}}})"
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
