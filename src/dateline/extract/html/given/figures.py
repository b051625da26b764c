"""The pictures that a page shows around its text, with the lines that stand beside each."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content
from dateline.extract.html.given.captions import is_credit, is_credit_element, parted, split_credit
from dateline.extract.html.judge.flat import Block
from dateline.extract.html.judge.shape import HEADINGS
from dateline.records import Picture
from dateline.text.addresses import web_address

_MOST = 40
_LONGEST = 700
_UP = 6
"""So many elements above an image may hold its caption."""
_LINES = 5
_BEFORE, _AFTER = 14, 8
"""Pictures stand at most so many blocks before the text begins, or after it ends."""
_NEXT = 2
"""Caption and credit of one picture stand at most so many blocks apart."""
_DATED = 60
_ELSEWHERE = frozenset({"<nav", "<footer", "comment"})
_CAPTION, _SURE = frozenset({"caption", "credit"}), frozenset({"caption"})
"""Names of a line that may be a caption beside an image, and where none is near."""
_BUTTON = 'role="button"'
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d)|\d{1,2}\.? \w+ \d{4}|\d{4}-\d\d")
_SOURCES = ("data-lazy-src", "data-original", "data-src", "src")


class Figure(NamedTuple):
    """A picture with what stands beside it."""

    place: int
    """The block it stands before."""
    picture: Picture
    lines: Sequence[Block]
    """What stands beside it."""


def figures(found: Content, base: str | None) -> list[Figure]:
    """The captioned pictures around the text, in the order of the page."""
    page, taken = found.page, {id(one) for one in found.text} | {id(found.standfirst)}
    holders: dict[int, tuple[int, str]] = {}
    holder_of: dict[int, int | None] = {}
    for place, row, image in _starts(found, taken):
        if row not in holder_of:
            holder_of[row] = _holder(found, row, taken)
        holder = holder_of[row]
        if holder is not None and not holders.get(holder, (0, ""))[1]:
            holders[holder] = (place, image)
    result: list[Figure] = []
    told: set[int] = set()
    for holder, (place, image) in holders.items():
        lines = [one for one in page.blocks[page.first[holder] : page.last[holder]] if id(one) not in told]
        told.update(id(one) for one in lines)
        words = [one for one in lines if _BUTTON not in found.names(one)]
        caption, credit = parted((one.text, _is_called_credit(found, one, lines)) for one in words)
        if caption or credit:
            _add(result, Figure(place, Picture(url=_source(image, base), caption=caption, credit=credit), lines))
    return result[:_MOST]


def _add(figures: list[Figure], new: Figure) -> None:
    """Append a figure; where it is but the caption or the credit that the one right above lacks, give it to that."""
    above = figures[-1] if figures else None
    if above is not None and new.picture.url in {None, above.picture.url} and new.place - above.place <= _NEXT:
        one, other = above.picture, new.picture
        if (one.caption is None) != (other.caption is None) and (one.credit is None) != (other.credit is None):
            whole = Picture(url=one.url, caption=one.caption or other.caption, credit=one.credit or other.credit)
            figures[-1] = Figure(above.place, whole, [*above.lines, *new.lines])
            return
    figures.append(new)


def _source(image: str, base: str | None) -> str | None:
    """The address of an image by its attributes; the one that a script is to load stands before the one till then."""
    for name in _SOURCES:
        _, _, rest = f" {image}".partition(f' {name}="')
        if rest and (address := web_address(unescape(rest.partition('"')[0]), base)):
            return address
    return None


def _starts(found: Content, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Where a picture may be, at an image or at what is called its caption: block, row and attributes of each."""
    page, around = found.page, found.seen.around
    region = range(max(0, found.first - _BEFORE), min(found.last + _AFTER, len(page.blocks)))
    if not found.text:
        region = range(len(page.blocks))
    images = [one for one in page.images if region.start <= one[0] <= region.stop]
    above = {place: image for place, _, image in images}
    captions = [
        (place, page.blocks[place].box, above.get(place, ""))
        for place in region
        if id(page.blocks[place]) not in taken and _begins_caption(found, page.blocks[place], beside=place in above)
    ]
    return (one for one in sorted([*images, *captions]) if around[one[1]].isdisjoint(_ELSEWHERE))


def _holder(found: Content, row: int, taken: set[int]) -> int | None:
    """The smallest element around an image that has a caption in it, or None."""
    page = found.page
    for _ in range(_UP):
        if row <= 1:
            return None
        if lines := page.blocks[page.first[row] : page.last[row]]:
            return row if _may_caption(found, lines, taken) and _is_captioned(found, row, lines) else None
        row = page.parents[row]
    return None


def _may_caption(found: Content, lines: Sequence[Block], taken: set[int]) -> bool:
    """Whether lines are few and short, and neither byline nor date, nor, unless they are called so, text or heading."""
    if len(lines) > _LINES or sum(len(one.text) for one in lines) > _LONGEST:
        return False
    return not any(
        ((id(one) in taken or found.page.tag(one) in HEADINGS) and not _is_caption(found.names(one)))
        or _is_dated(one.text)
        or byline.is_byline(one.text)
        for one in lines
    )


def _is_captioned(found: Content, row: int, lines: Sequence[Block]) -> bool:
    """Whether the element or its lines are called a caption, or one of two lines names who made a picture."""
    attributes = found.page.attributes[row]
    if found.page.tags[row] == "figure" or _is_caption(attributes) or any(_names_caption(found, one) for one in lines):
        return True
    return len(lines) <= 2 and any(split_credit(one.text)[1] or is_credit(one.text) for one in lines)


def _is_dated(text: str) -> bool:
    """Whether a short line is a date or an hour, which templates set in the print of captions."""
    return len(text) < _DATED and not text.endswith(".") and bool(_CLOCK.search(text))


def _begins_caption(found: Content, block: Block, *, beside: bool) -> bool:
    """Whether a block is called a caption; one that is called a credit is beside an image or has a word for it."""
    if not _names_caption(found, block):
        return False
    return beside or _names_caption(found, block, _SURE) or furniture().opens("credit", block.text)


def _names_caption(found: Content, block: Block, names: frozenset[str] = _CAPTION) -> bool:
    """Whether a block, or what is right around it and a few lines, has one of the names of a caption."""
    page, box, known = found.page, block.box, furniture()
    if page.tags[box] == "figcaption" or known.names_any(names, page.attributes[box]):
        return True
    above = page.parents[box]
    return (
        above > 0 and page.last[above] - page.first[above] <= _LINES and known.names_any(names, page.attributes[above])
    )


def _is_caption(attributes: str) -> bool:
    return furniture().names_any(_CAPTION, attributes)


def _is_called_credit(found: Content, block: Block, lines: Sequence[Block]) -> bool:
    """Whether the page calls a line a credit; a block alone with that name may be caption and credit in one."""
    page, box = found.page, block.box
    if is_credit_element(page.tags[box], page.attributes[box]):
        return True
    named = furniture().named("credit", page.attributes[box])
    if len(lines) > 1:
        return named
    named = named or furniture().named("credit", page.attributes[max(page.parents[box], 0)])
    return named and is_credit(block.text) and None in split_credit(block.text)
