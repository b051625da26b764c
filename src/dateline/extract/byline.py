"""Who signed it: people apart from agencies and desks."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.lang import tables

_OPENING = re.compile(
    r"^\s*(?:(?:written|reported|edited)\s+)?(?:by|von|par|por|di|av|door|przez)\s*:?\s+", re.IGNORECASE
)
_LONGEST = 120
_BETWEEN = re.compile(r"\s*[,;/|•·]\s*|\s+(?:and|und|et|y|e|och|og|en|&)\s+|\n+")
_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’()-]*){0,4}$")
# Words that name an office or a room of the paper, not a person.
_NO_PERSON = re.compile(
    r"\b(?:agenc\w*|admin|author|bureau|contributor|correspondents?|desk|editor\w*|news\w*|online|press|redaktion|redacción"
    r"|rédaction|redazione|reporters?|reuters|service|staff|team|tv|writers?|web)\b|@|https?:",
    re.IGNORECASE,
)


def people(bylines: Iterable[str]) -> tuple[str, ...]:
    """The people of some bylines, in order, each once; agencies, desks, titles and addresses are left out."""
    found: dict[str, str] = {}
    for byline in bylines:
        for part in _BETWEEN.split(_OPENING.sub("", byline.strip())):
            name = " ".join(part.split())
            if _is_person(name):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def agency(words: Iterable[str | None]) -> str | None:
    """The first agency that one of the texts is or has as a part of its own ("Ana Ruz, OPA/AFP"), or None."""
    for text in words:
        for part in _BETWEEN.split(text or ""):
            known = _agencies().get(" ".join(part.split()).strip("()©.:- ").casefold())
            if known:
                return known
    return None


def is_byline(text: str) -> bool:
    """Whether a short line names who signed it: it opens with "By" and goes on with a name."""
    return len(text) < _LONGEST and bool(_OPENING.match(text)) and bool(people([re.split(r",|\s[|–—]\s", text)[0]]))


def _is_person(name: str) -> bool:
    if not _NAME.match(name) or _NO_PERSON.search(name) or name.casefold() in _agencies():
        return False
    return name[0].isupper() and (" " in name or len(name) > 3)


@cache
def _agencies() -> dict[str, str]:
    names: dict[str, list[str]] = tables.table("any", "agencies")["names"]
    return {form: name for name, forms in names.items() for form in forms}
