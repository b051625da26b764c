"""The agency that a page names as a source of its text: in the byline, in the dateline, or in a line at the end."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content
from dateline.extract.html.given.captions import split_credit
from dateline.extract.html.given.figures import Figure
from dateline.extract.html.given.metadata import Metadata
from dateline.extract.html.judge.flat import Block

_NEAR = 10
_BELOW = 5
_ENDS = 6
"""One of so many last paragraphs may end with the agency: the next are often hints to other texts."""
_LINE = 70
"""A line of no more characters may be nothing but who supplied the text."""
_OPENING = 130
_NOTE = 400
_DATELINE = re.compile(r"\(([^()]{2,40})\)\s*(?:[-–—.:]|$)|^[^\W\d_][\w .,/-]{0,60}?\s\(([^()]{2,40})\)")
_CLOSING = re.compile(r"[(\[（]([^()\[\]]{2,60})[)\]）]\s*\.?$|[.!?”\"]\s+([\w./ -]{2,30})$")
_BEFORE_STROKE = re.compile(r"[^.!?]{0,40}?([\w-]+)\s+[–—-]{1,2}\s")
"""The last word before a stroke at the beginning of a text."""
_LABEL = re.compile(r"^\W*(?:\w+\s*:|©|\(c\))\s*")
_WORDS = re.compile(r"[^\W\d_][\w.-]*")
_MARKS = " ([|*•–—-:"
_LEAST = 0.5
_SOURCES, _SOURCE_LINE = 12, 40
"""A line that gives the source stands at most so many blocks below the text, and has fewer characters."""


def agency(signed: Sequence[str], meta: Metadata, found: Content, shown: Sequence[Figure]) -> str | None:
    """The first agency named as a source of the text, or None; one that only took a picture is none.

    `signed` are all that signed the text, `shown` the pictures beside it.
    """
    beside = {id(line) for figure in shown if _tells_of_picture(figure, found) for line in figure.lines}
    begin, below = (found.page.blocks[place : place + _BELOW] for place in (found.first, found.last))
    told = (name for name, rule in meta.given["authors"] if rule != "microdata")
    places = itertools.chain(
        filter(_is_mostly, (*signed, *told)),
        _in_datelines(found.text[:2]),
        _in_closings([*found.text[-_ENDS:], *below]),
        _in_lines(found, [*found.before(_NEAR), *begin, *found.text[-2:], *below], beside),
        _in_bylines([*found.before(_NEAR), *begin]),
        _in_notes([*found.text[:1], *found.text[-2:], *below]),
    )
    named = (name for text in places for name in byline.agencies_in(text))
    return next(named, None) or _credited(found, beside) or byline.agency(meta.all("outlet"))


def _tells_of_picture(figure: Figure, found: Content) -> bool:
    """Whether the lines at a picture are surely about it: caption and credit, or in the text a word for a credit."""
    if figure.picture.caption and figure.picture.credit:
        return True
    return figure.place < found.last and any(furniture().opens("credit", line.text) for line in figure.lines)


def _in_datelines(blocks: Sequence[Block]) -> Iterator[str]:
    """What stands in a bracket or before a stroke where a text begins."""
    for one in blocks:
        brackets = (found[1] or found[2] for found in _DATELINE.finditer(one.text[:_OPENING]))
        yield from (inner for inner in brackets if not _is_picture_credit(inner))
        if (opening := _BEFORE_STROKE.match(one.text)) and _is_mostly(opening[1]):
            yield opening[1]


def _in_closings(blocks: Sequence[Block]) -> Iterator[str]:
    """What stands in a bracket or alone where a text ends."""
    for one in blocks:
        if closing := _CLOSING.search(one.text):
            inner = closing[1] or closing[2]
            if _is_mostly(inner) or _helped().match(inner):
                yield inner


def _in_lines(found: Content, blocks: Sequence[Block], beside: set[int]) -> Iterator[str]:
    """Short lines that say nothing else; `beside` are those that tell of pictures."""
    for one in blocks:
        if len(one.text) <= _LINE and id(one) not in beside and _is_line(found, one):
            yield one.text


def _in_bylines(blocks: Sequence[Block]) -> Iterator[str]:
    """Short lines that name who signed the text, and who helped: "By Ana Ruz with OPA"."""
    return (one.text for one in blocks if len(one.text) <= _LINE and byline.is_byline(one.text))


def _in_notes(blocks: Sequence[Block]) -> Iterator[str]:
    """Short notes that say where the text comes from."""
    notes = furniture().words["agency_notes"]
    for one in blocks:
        low = one.text.lower() if len(one.text) <= _NOTE else ""
        if low and any(note in low for note in notes):
            yield one.text


def _is_line(found: Content, block: Block) -> bool:
    """Whether a short line is little but the names of agencies, and stands beside no picture."""
    if not _is_mostly(_LABEL.sub("", block.text)) or _is_picture_credit(block.text):
        return False
    known, given = furniture(), found.names(block)
    above = found.page.attributes[max(found.page.parents[block.box], 0)]
    if found.page.tags[block.box] == "figcaption" or "<figure" in found.seen.around[block.box]:
        return False
    return not (known.named("caption", given) or known.named("caption", above))


def _credited(found: Content, beside: set[int]) -> str | None:
    """The agency that a line of its own under the text gives as its source: "Source: OPA"."""
    for one in found.page.blocks[found.last : found.last + _SOURCES]:
        if len(one.text) >= _SOURCE_LINE or id(one) in beside or not furniture().opens("credit", one.text):
            continue
        name = split_credit(one.text)[1]
        if name and (known := byline.agency([name])):
            return known
        if name and re.fullmatch(r"[A-Z]{2,6}", name):
            return name
    return None


def _is_picture_credit(text: str) -> bool:
    return furniture().opens("picture_words", text.lstrip(_MARKS))


def _is_mostly(text: str) -> bool:
    """Whether half of the words of a line or more belong to the names of agencies."""
    named = byline.agency_words(text)
    return named > 0 and named >= _LEAST * len(_WORDS.findall(text))


@cache
def _helped() -> re.Pattern[str]:
    """As "HP mit OPA": who wrote it and who helped."""
    words = "|".join(map(re.escape, furniture().words["with"]))
    return re.compile(rf"[^\W\d_][\w.-]* (?:{words}) [\w./-]+$", re.IGNORECASE)
