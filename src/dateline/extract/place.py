"""The dateline: place, day and agency before the first sentence of a dispatch."""

import re
from typing import NamedTuple

from dateline.extract import byline
from dateline.extract.markup import Words

_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\n(]{1,70}?)\s*\((?P<agency>[A-Z][\w./& -]{1,24})\)\s*[-–—]{1,2}\s+(?=\S)"
)

_WIRED = (
    re.compile(r"(?P<place>[^\W\d_a-z][^\n(]{1,70}?)\s*\((?P<agency>[\w./& -]{2,30})\)\s*[-–—_]{1,2}\s+(?=\S)"),
    re.compile(
        r"\((?P<agency>[\w./& -]{2,30})\)\s*[-–—_]{1,2}\s+"
        r"(?P<place>[^\W\d_a-z][^\n–—_-]{1,40}?)\s+[-–—_]{1,2}\s+(?=\S)"
    ),
)


class Dateline(NamedTuple):
    """What stood before the first sentence, and what is left."""

    dateline: str | None
    """As printed: "VELDT, May 3 (OPA)"."""
    agency: str | None
    paragraphs: Words


def parted(paragraphs: Words) -> Dateline:
    """The dateline apart from the text; a first paragraph that has none stays as it is."""
    if not paragraphs:
        return Dateline(None, None, paragraphs)
    kind, words = paragraphs[0]
    found = _DATELINE.match(words)
    if found is None or not found["place"].split(",")[0].isupper():
        return Dateline(None, None, paragraphs)
    return Dateline(found[0].rstrip(" -–—"), found["agency"], [(kind, words[found.end() :]), *paragraphs[1:]])


def wired(paragraphs: Words, agencies: frozenset[str]) -> Dateline:
    """The dateline of an agency's own item apart from its text; here the place need not stand in capitals.

    It tells itself by what stands in brackets: an agency that is known, or one of `agencies`, which the item names.
    """
    if not paragraphs:
        return Dateline(None, None, paragraphs)
    kind, words = paragraphs[0]
    for found in filter(None, (pattern.match(words) for pattern in _WIRED)):
        own = {name.casefold() for name in agencies}
        if found["agency"].casefold() in own or byline.agency([found["agency"], found["agency"].upper()]):
            rest = [(kind, words[found.end() :]), *paragraphs[1:]]
            return Dateline(found[0].rstrip(" -–—_"), found["agency"], rest)
    return parted(paragraphs)
