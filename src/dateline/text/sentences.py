"""Where sentences begin and end. The reader, the briefing and the tests all use this one answer."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter

from dateline.records import Span

_START_OF, _END_OF = attrgetter("start"), attrgetter("end")
_QUOTES = "\"'“‘«„"
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«„([¿¡"
# A full stop, perhaps with closing marks behind it, then white space: a place where a sentence may end.
_END = re.compile(rf"(?:[.!?…]|\.\s\.\s\.)+[{re.escape(_CLOSERS)}]*(?=\s)")
_NEXT = re.compile(rf"\s+[{re.escape(_OPENERS)}]*(\w|[$€£])")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_LAST_WORD = re.compile(r"([\w.’'-]+)\.$")

# After these a full stop does not end a sentence: a name or a number follows.
_BEFORE_NAMES = frozenset(
    "mr mrs ms messrs dr prof rev fr sr sra hon gen lt col maj capt cpl sgt cmdr adm brig gov sen rep pres st "
    "mt ft no nos vs art fig vol ed eds pp jan feb mar apr jun jul aug sep sept oct nov dec hr hrn "
    "fr nr bzw ca z.b d.h".split()
)
# These are often the last word of a sentence too: they end one where the next word starts with a capital
# and is no further part of a name.
_MAY_END = frozenset("u.s u.n u.k e.u d.c a.m p.m inc ltd corp co jr sr etc al usw".split())
_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ]\.$")
_SENTENCE_OPENERS = frozenset(
    "the a an he she it they we i you this that these those but and in on at for as if when while after before his her "
    "its their our there however meanwhile among since with both all some many most no not one two what who".split()
)


def spans(text: str) -> list[Span]:
    """The sentences of `text`, without the white space around them; none runs over an empty line.

    A headline or a list item without a full stop is a sentence of its own.
    """
    return list(_spans(text))


def whole(text: str, span: Span) -> Span:
    """`span` grown to whole sentences; the span itself where `text` has no sentence that it touches."""
    known = _spans(text)
    first = bisect_right(known, span.start, key=_END_OF)
    last = bisect_left(known, span.end, key=_START_OF)
    return Span(known[first].start, known[last - 1].end) if first < last else span


# Every record of an article asks for the sentences of the same text.
@lru_cache(maxsize=16)
def _spans(text: str) -> tuple[Span, ...]:
    paragraphs = _PARAGRAPH.finditer(text)
    return tuple(span for found in paragraphs for span in _in_paragraph(text, found.start(), found.end()))


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found = []
    for mark in _END.finditer(text, start, end):
        if mark.start() >= start and _ends_sentence(text, start, mark, end):
            found.append(_trimmed(text, start, mark.end()))
            start = mark.end()
    found.append(_trimmed(text, start, end))
    return [span for span in found if span.start < span.end]


def _ends_sentence(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, mark.end(), end)
    if following is None:
        return False
    letter = following[1]
    if letter.islower() or (letter.isdigit() and text[mark.start() - 1].isdigit()):
        # A wire may put a space into "14546. 88"; no news sentence begins with a figure.
        return False
    return not (mark[0] == "." and _is_abbreviation(text, start, mark, following))


def _is_abbreviation(text: str, start: int, mark: re.Match[str], following: re.Match[str]) -> bool:
    before = text[start : mark.end()]
    last = _LAST_WORD.search(before)
    word = last[1].lower() if last else ""
    if word in _BEFORE_NAMES:
        return True
    if word in _MAY_END or (_INITIAL.search(before) and "." in word):
        return not _opens_sentence(text, following)
    return bool(_INITIAL.search(before)) and word != "i"


def _opens_sentence(text: str, following: re.Match[str]) -> bool:
    next_word = re.match(r"\w+", text[following.start(1) :])
    quoted = following.start(1) - following.start() > 1 and text[following.start(1) - 1] in _QUOTES
    return quoted or (next_word is not None and next_word[0].lower() in _SENTENCE_OPENERS)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
