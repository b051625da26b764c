"""Bodies whose initials a text spells out."""

import re
from collections.abc import Iterator

# Up to two small words ("of the") may stand between the words that have an initial. It begins with a word, and no word
# is longer than a word can be, so that a page of letters without an end takes no longer than another.
_WORD = r"[A-Z][\w’'-]{0,40}"
_SPELLED_OUT = re.compile(rf"(?<![\w’'-])((?:{_WORD} (?:[a-z]{{2,3}} ){{0,2}}){{1,7}}{_WORD}) \(([A-Z]{{2,8}})\)")


def long_forms(text: str) -> Iterator[tuple[str, str]]:
    """(initials, name) for each body that a text names with its initials behind it: "World Food Council (WFC)"."""
    for match in _SPELLED_OUT.finditer(text):
        parts = match[1].split()
        for start, first in enumerate(parts):
            initials = "".join(part[0] for part in parts[start:] if part[0].isupper())
            if first[0].isupper() and initials == match[2]:
                yield match[2], " ".join(parts[start:])
