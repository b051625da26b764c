"""Bodies whose initials a text spells out."""

import re
from collections.abc import Iterator

# Up to two small words ("of the") may stand between the words that have an initial. It begins with a word, and no word
# is longer than a word can be, so that a page of letters without an end takes no longer than another.
_WORD = r"[A-Z][\w’'-]{0,40}"
_SPELLED_OUT = re.compile(rf"(?<![\w’'-])((?:{_WORD},? (?:[a-z]{{2,3}} ){{0,2}}){{1,7}}{_WORD}) \(([A-Z]{{2,8}})\)")


def long_forms(text: str) -> Iterator[tuple[str, str]]:
    """(initials, name) for each body that a text names with its initials behind it: "World Food Council (WFC)".

    Small words count or do not: "Ministry of Trade" is MOT or MT.
    """
    for match in _SPELLED_OUT.finditer(text):
        parts = match[1].split()
        for start, first in enumerate(parts):
            every = "".join(part[0] for part in parts[start:])
            great = "".join(letter for letter in every if letter.isupper())
            if first[0].isupper() and match[2] in (great, every.upper()):
                yield match[2], " ".join(parts[start:])
