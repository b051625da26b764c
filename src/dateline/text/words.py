"""Words in one form, for comparing texts."""

import re
import unicodedata

# A word may hold an apostrophe or a hyphen; figures keep their separators: "1,200.50" is one word.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’-]\w+)*")


def words(text: str) -> list[str]:
    """The words of `text` in order: lower case, compatibility forms and apostrophes made one, no punctuation."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return _WORD.findall(plain)
