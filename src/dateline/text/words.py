"""Text in one form: words for comparing, and without the characters that no text has a use for."""

import re
import unicodedata

# A word may hold an apostrophe or a hyphen; figures keep their separators: "1,200.50" is one word.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’-]\w+)*")
_NONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls other than tab and line feed, halves of surrogate pairs, and what XML 1.0 does not let in: no form of an
edition can hold them."""
_REPLACEMENT = "\ufffd"


def words(text: str) -> list[str]:
    """The words of `text` in order: lower case, compatibility forms and apostrophes made one, no punctuation."""
    if text.isascii():
        # Most is, and has one form only; and most is asked for word by word.
        return [text.lower()] if text.isalpha() else _WORD.findall(text.lower())
    return _WORD.findall(unicodedata.normalize("NFKC", text).replace("’", "'").casefold())


def has_all(text: str | None, wanted: str) -> bool:
    """Whether a text has every word of `wanted`, as whole words in any order."""
    return set(words(wanted)) <= set(words(text or ""))


def readable(text: str) -> str:
    """The text with each character that none has a use for replaced by U+FFFD, so that every place in it stays."""
    return _NONE.sub(_REPLACEMENT, text) if _NONE.search(text) else text
