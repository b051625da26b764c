"""Who signed it: people apart from agencies and desks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from dateline.lang import tables

_OPENING = re.compile(
    r"^\s*(?:(?:written|reported|edited)\s+)?(?:by|von|par|por|di|av|door|przez)\s*:?\s+", re.IGNORECASE
)
_LONGEST = 120
_SIGNS = 4
_AND = re.compile(r"\s+[ye]\s+")
_WORDS = re.compile(r"[^\W\d_][\w.-]*")
_LONGEST_NAME = 4
_SHORT = 4
_SMALL = frozenset({"dpa", "epd", "dts", "kna", "sid", "apa", "ots", "sda", "ats", "afp", "afx", "ap", "mid", "spot"})
# What stands beside a name: initials in brackets, addresses, dates.
_ASIDE = re.compile(r"\([^)]{0,60}\)|\S+@\S+|https?:\S+")
_DATE = re.compile(r"\s*\d{1,2}[.:]\d\d.*$|(?:^|\s+)\d.*$")
_BETWEEN = re.compile(r"\s*[,;/|•·]\s*|\s+(?:and|und|et|och|og|en|&)\s+|\n+")
_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’()-]*){0,4}$")
# Words that name an office or a room of the paper, not a person.
_NO_PERSON = re.compile(
    r"\b(?:agenc\w*|admin|author|bureau|contributor|correspondents?|desk|editor\w*|journalist\w*|kommentar|news|newsdesk"
    r"|newsroom|online|press (?:agency|office|release|team)|redacción|rédaction|redakt\w*|redazione|reporters?|ressort"
    r"|reuters|service|staff|startseite|team|tv|universit\w*|volontär\w*|web|writers?)\b|@|https?:|\.[a-z]{2,4}$",
    re.IGNORECASE,
)


def signers(bylines: Iterable[str]) -> tuple[str, ...]:
    """All that some bylines name, in order, each once: people, agencies and desks, without dates and addresses."""
    found: dict[str, str] = {}
    for byline in bylines:
        line = _OPENING.sub("", _ASIDE.sub(" ", byline).strip())
        for part in chain.from_iterable(map(_both, _BETWEEN.split(line))):
            name = " ".join(_DATE.sub("", part).split()).strip(" .:-–—@")
            if 1 < len(name) <= _LONGEST // 2 and "@" not in name and "://" not in name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _both(part: str) -> list[str]:
    """The two of "Ana Ruz y Jon Orr", and the one of "Rosa Ramón y Cajal"."""
    both = _AND.split(part)
    return both if all(" " in one.strip() for one in both) else [part]


def people(bylines: Iterable[str]) -> tuple[str, ...]:
    """The people of some bylines, in order, each once; agencies, desks, titles and addresses are left out."""
    return tuple(name for name in signers(bylines) if _is_person(name))


def agency(words: Iterable[str | None]) -> str | None:
    """The first agency that one of the texts is or has as a part of its own ("Ana Ruz, OPA/AFP"), or None."""
    for text in words:
        for part in _BETWEEN.split(text or ""):
            form = " ".join(part.split()).strip("()©.:- ")
            if (known := _agencies().get(form.casefold())) and _is_printed_so(form, known):
                return known
    return None


def agencies_in(text: str) -> Iterator[str]:
    """The agencies named in a text, in order, by the name we show."""
    return (name for name, _ in _agency_runs(text))


def agency_words(text: str) -> int:
    """How many words of a text belong to the names of agencies."""
    return sum(count for _, count in _agency_runs(text))


def _agency_runs(text: str) -> Iterator[tuple[str, int]]:
    """The agencies of a text with how many of its words name each; short names count only as they are printed."""
    parts, first, after = _WORDS.findall(text), _first_words(), 0
    for place in [place for place, word in enumerate(parts) if word.casefold().strip(".") in first]:
        known, count = _agency_at(parts, place) if place >= after else (None, 0)
        if known:
            yield known, count
            after = place + count


def _agency_at(parts: Sequence[str], place: int) -> tuple[str | None, int]:
    """The agency whose name begins at this word, and how many words it has; None and 0 where none does."""
    for count in range(min(_LONGEST_NAME, len(parts) - place), 0, -1):
        form = " ".join(parts[place : place + count])
        known = _agencies().get(form.casefold().strip("."))
        if known and _is_printed_so(form, known):
            return known, count
    return None, 0


def _is_printed_so(form: str, known: str) -> bool:
    """Whether a short name is printed as the agency's is: "PA", not "pa" or "Pa"."""
    return len(form) > _SHORT or form.isupper() or form == known or form in _SMALL


def is_byline(text: str) -> bool:
    """Whether a short line names who signed it: it opens with "By" and goes on with a name."""
    return len(text) < _LONGEST and bool(_OPENING.match(text)) and bool(people([re.split(r",|\s[|–—]\s", text)[0]]))


def _is_person(name: str) -> bool:
    if not _NAME.match(name) or _NO_PERSON.search(name) or name.casefold() in _agencies():
        return False
    if name[0].lower() == name[0].upper():
        # A script without capitals: a name has two to four signs, or spaces within.
        return " " in name or len(name) <= _SIGNS
    # One word alone is a place, a month or a desk more often than a person.
    return name[0].isupper() and " " in name


@cache
def _agencies() -> dict[str, str]:
    names: dict[str, list[str]] = tables.table("any", "agencies")["names"]
    return {form: name for name, forms in names.items() for form in forms}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in _agencies())
