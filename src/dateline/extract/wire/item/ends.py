"""What stands at the two ends of an agency's text and is none of it: bylines, notices, signatures, marks of the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.extract import byline
from dateline.extract.markup import Words
from dateline.extract.wire.item.state import is_notice
from dateline.lang import tables
from dateline.records import ParagraphKind

_BRACKETED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_INITIALS = re.compile(r"[^\W\d_]{1,5}(?:\s*[/-]\s*[^\W\d_]{1,6})+")
"""As "hh/ph/ts/hd", the initials of who wrote and who edited."""
_SIGNED = 6
"""A signature has no more words: "opa mvk tos rw"."""
_SHORT = 5
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_RULE = re.compile(r"[\W_]*")
_HEAD = 4
"""The headline, a byline and a notice stand among so many first paragraphs."""
_LEAST = 20
_CREDITS = 3


@dataclass(slots=True)
class Body:
    """The paragraphs of an item's text, and what stood around them."""

    paragraphs: Words
    bylines: list[str] = field(default_factory=list)
    notice: str | None = None
    """What is corrected or new, where the text opens with it in brackets."""
    terms: list[str] = field(default_factory=list)

    def told(self, text: str) -> str:
        """The text up to the credits in brackets that end it: whether it is whole shows before them."""
        for _ in range(_CREDITS):
            before, _, last = text.rpartition("\n\n")
            if not before or not _BRACKETED.fullmatch(last):
                break
            text = before
        return text


def bare(paragraphs: Words, headline: str | None, agencies: Sequence[str | None]) -> Body:
    """The text of an item without what stands around it; `agencies` are those that the item names."""
    kept = [one for one in paragraphs if not (_is_code(one[1]) or _RULE.fullmatch(one[1]))]
    body = Body(kept)
    _take_head(body, headline)
    _take_tail(body, frozenset(name.casefold() for name in agencies if name))
    return body


def _is_code(words: str) -> bool:
    """Whether a paragraph is markup that an agency's system sent as text: `<div id="map"></div>`."""
    return words.startswith("<") and words.endswith(">")


def _take_head(body: Body, headline: str | None) -> None:
    """Take away what stands before the text, where text is left after it."""
    title = (headline or "").casefold().split()
    for _ in range(min(_HEAD, len(body.paragraphs) - 1)):
        words = body.paragraphs[0][1]
        if byline.is_byline(words) and not words.endswith("."):
            body.bylines.append(words)
        elif body.notice is None and len(words) > _LEAST and _BRACKETED.fullmatch(words) and is_notice(words):
            body.notice = words
        elif words.casefold().split() != title:
            return
        body.paragraphs.pop(0)


def _take_tail(body: Body, own: frozenset[str]) -> None:
    while len(body.paragraphs) > 1:
        kind, words = body.paragraphs[-1]
        if _RIGHTS.match(words):
            body.terms.append(words)
        elif kind is not ParagraphKind.SUBHEAD and not _is_end(words, own):
            return
        body.paragraphs.pop()


def _is_end(words: str, own: frozenset[str]) -> bool:
    """Whether a last line only says that the item ends, who signed it, or which agency's it was."""
    bared = words.strip(" ()/.")
    return (
        words.casefold() in _ends()
        or bool(_INITIALS.fullmatch(words))
        or bared.casefold() in own
        or _is_signature(bared)
    )


def _is_signature(words: str) -> bool:
    """Whether a line is the name of an agency, alone or with initials: "(OPA)", "opa mvk tos rw"."""
    name, *initials = words.split() or [""]
    if len(initials) >= _SIGNED or any(len(one) > _SHORT or not one.isalpha() for one in initials):
        return False
    return byline.agency([name.upper()]) is not None and (len(name) <= _SHORT or not initials)


@cache
def _ends() -> frozenset[str]:
    return frozenset(tables.table("any", "wire")["lines"]["ends"])
