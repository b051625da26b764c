"""The agency that a page names as a source of its text: in the byline, in the dateline, or in a line at the end."""

import re
from collections.abc import Iterator, Sequence

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content
from dateline.extract.html.judge.flat import Block

_NEAR = 10
_BELOW = 5
_LINE = 70
"""A line of no more characters may be nothing but who supplied the text."""
_OPENING = 130
_NOTE = 400
_DATELINE = re.compile(r"\(([^()]{2,40})\)\s*(?:[-–—.:]|$)|^[^\W\d_][\w .,/-]{0,60}?\s\(([^()]{2,40})\)")
_CLOSING = re.compile(r"[(\[（]([^()\[\]]{2,60})[)\]）]\s*\.?$|[.!?”\"]\s+([\w./ -]{2,30})$")
_LEAST = 0.5


def agency(signed: Sequence[str], found: Content) -> str | None:
    """The first agency named as a source of the text, or None; one that only took a picture is none."""
    for text in _places(signed, found):
        if name := next(byline.agencies_in(text), None):
            return name
    return None


def _places(signed: Sequence[str], found: Content) -> Iterator[str]:
    """What may name it, the surest first."""
    yield from (name for name in signed if _is_mostly(name))
    for one in found.text[:2]:
        for bracket in _DATELINE.finditer(one.text[:_OPENING]):
            yield bracket[1] or bracket[2]
    blocks = found.page.blocks
    ends = [*found.text[-2:], *blocks[found.last : found.last + _BELOW]]
    for one in ends:
        if closing := _CLOSING.search(one.text):
            inner = closing[1] or closing[2]
            if _is_mostly(inner):
                yield inner
    for one in [*found.before(_NEAR), *blocks[found.first : found.first + _BELOW], *ends]:
        if _is_line(found, one):
            yield one.text
    notes = furniture().words["agency_notes"]
    for one in [*found.text[:1], *found.text[-2:], *ends]:
        low = one.text.lower()
        if len(one.text) <= _NOTE and any(note in low for note in notes):
            yield one.text


def _is_line(found: Content, block: Block) -> bool:
    """Whether a line is little but the names of agencies, and stands beside no picture."""
    known, given = furniture(), found.names(block)
    above = found.page.attributes[max(found.page.parents[block.box], 0)]
    if len(block.text) > _LINE or found.page.tags[block.box] == "figcaption":
        return False
    if known.named("caption", given) or known.named("caption", above):
        return False
    if "<figure" in found.seen.around[block.box]:
        return False
    return _is_mostly(re.sub(r"^\W*(?:\w+\s*:|©|\(c\))\s*", "", block.text)) and not _is_picture_credit(block.text)


def _is_picture_credit(text: str) -> bool:
    return bool(re.match(r"\W*(?:foto|photo|bild|image|picture|imagen|crédit|credit)", text, re.IGNORECASE))


def _is_mostly(text: str) -> bool:
    """Whether half of the words of a line or more belong to the names of agencies."""
    count = len(re.findall(r"[^\W\d_][\w.-]*", text))
    return count > 0 and byline.agency_words(text) >= _LEAST * count
