"""Bodies whose initials a text spells out."""

import re
from collections.abc import Iterator

# Up to two small words ("of the") may stand between the words that have an initial.
_SPELLED_OUT = re.compile(r"((?:[A-Z][\w’'-]* (?:[a-z]{2,3} ){0,2}){1,7}[A-Z][\w’'-]*) \(([A-Z]{2,8})\)")


def long_forms(text: str) -> Iterator[tuple[str, str]]:
    """(initials, name) for each body that a text names with its initials behind it: "World Food Council (WFC)"."""
    for match in _SPELLED_OUT.finditer(text):
        parts = match[1].split()
        for start, first in enumerate(parts):
            initials = "".join(part[0] for part in parts[start:] if part[0].isupper())
            if first[0].isupper() and initials == match[2]:
                yield match[2], " ".join(parts[start:])
