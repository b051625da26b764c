"""Characters that no text has a use for, and that no form of an edition can hold."""

import re

_NONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls other than tab and line feed, halves of surrogate pairs, and what XML 1.0 does not let in."""
_NO_ADDRESS = re.compile(rf"\s|{_NONE.pattern}")
_REPLACEMENT = "\ufffd"


def readable(text: str) -> str:
    """The text with each such character replaced by U+FFFD, one for one, so that every place in it stays."""
    return _NONE.sub(_REPLACEMENT, text) if _NONE.search(text) else text


def fits_an_address(url: str) -> bool:
    """Whether there is neither white space nor such a character in it."""
    return _NO_ADDRESS.search(url) is None
