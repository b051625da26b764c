"""The dateline: place, day and agency before the first sentence of a dispatch."""

import re
from typing import NamedTuple

from dateline.extract.markup import Words

_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\n(]{1,70}?)\s*\((?P<agency>[A-Z][\w./& -]{1,24})\)\s*[-–—]{1,2}\s+(?=\S)"
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
