"""Pictures of an article, caption and credit apart."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import unescape

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content
from dateline.extract.html.given.metadata import Metadata
from dateline.extract.html.judge.flat import Block
from dateline.extract.html.judge.shape import HEADINGS
from dateline.extract.markup import clean
from dateline.records import Picture
from dateline.text.addresses import web_address

_MOST = 40
_LONGEST = 700
_UP = 6
"""So many elements above an image may hold its caption."""
_LINES = 5
_BEFORE, _AFTER = 14, 8
"""The lead picture stands at most so many blocks before the text begins, or after."""
_CREDIT = 120
_LONGEST_LINE = 1_500
_DATED = 60
_ELSEWHERE = frozenset({"<nav", "<footer", "comment"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?!\d)|\d{1,2}\.? \w+ \d{4}|\d{4}-\d\d")
_LEADS = 8
_STEM = 8
_LABELS = frozenset({"Image", "Foto", "Photo", "Bild", "Video"})
_TAIL = 70
_EDGES = " \t\n|·•–—-/,;:=＝"
_SOURCE = re.compile(r'\b(?:src|data-src|data-original|data-lazy-src)="([^"]+)"')
_IN_BRACKETS = re.compile(r"[(\[（［]([^()\[\]（）［］]{2,90})[)\]）］]?\s*\.?$")
_LAST_SENTENCE = re.compile(r"[.!?…”\"»]\s+(?=[^.!?]{2,70}$)")


def pictures(meta: Metadata, found: Content, base: str | None) -> tuple[Picture, ...]:
    """The pictures that the page shows with the article, the lead picture first; addresses only of http and https."""
    shown = _shown(found, base)
    told = _told(meta, base)
    lead = _lead(shown, told, found)
    if told is not None:
        lead = _filled(told, lead)
    rest = [picture for _, picture in shown]
    return _unique([lead, *rest] if lead else rest)


def split_credit(text: str) -> tuple[str | None, str | None]:
    """Caption and credit of a line that holds both: "The bridge at noon. Photo: Ana Ruz/OPA".

    The credit follows a word for it, or is the last bracket or the words after the last sentence where these name an
    agency of pictures or have a stroke between names.
    """
    text = clean(text)[:_LONGEST_LINE]
    if found := _marks().search(text):
        return _words(text[: found.start()]), _words(text[found.end() :])
    if (found := _IN_BRACKETS.search(text)) and _is_credit(found[1]):
        return _words(text[: found.start()]), _words(found[1])
    if (found := _LAST_SENTENCE.search(text)) and _is_credit(text[found.end() :]):
        return _words(text[: found.start() + 1]), _words(text[found.end() :])
    return _words(text), None


def _shown(found: Content, base: str | None) -> list[tuple[int, Picture]]:
    """The captioned pictures of the page with the block each stands before, in the order of the page."""
    page, taken = found.page, {id(one) for one in found.text} | {id(found.standfirst)}
    holders: dict[int, tuple[int, str]] = {}
    for place, row, given in _starts(found, taken):
        holder = _holder(found, row, taken)
        if holder is not None and not holders.get(holder, (0, ""))[1]:
            holders[holder] = (place, given)
    result: list[tuple[int, Picture]] = []
    told: set[int] = set()
    for holder, (place, given) in holders.items():
        lines = [one for one in page.blocks[page.first[holder] : page.last[holder]] if id(one) not in told]
        told.update(id(one) for one in lines)
        caption, credit = _parted(found, lines)
        source = _SOURCE.search(given)
        if caption or credit:
            url = web_address(unescape(source[1]) if source else None, base)
            result.append((place, Picture(url=url, caption=caption, credit=credit)))
    return result[:_MOST]


def _starts(found: Content, taken: set[int]) -> list[tuple[int, int, str]]:
    """Where a picture may be, at an image or at what is called its caption: block, row and attributes of each."""
    page, around = found.page, found.seen.around
    region = range(max(0, found.first - _BEFORE), min(found.last + _AFTER, len(page.blocks)))
    if not found.text:
        region = range(len(page.blocks))
    images = [one for one in page.images if region.start <= one[0] <= region.stop]
    captions = [
        (place, page.blocks[place].box, "")
        for place in region
        if id(page.blocks[place]) not in taken and _names_caption(found, page.blocks[place])
    ]
    return sorted(one for one in [*images, *captions] if around[one[1]].isdisjoint(_ELSEWHERE))


def _lead(shown: Sequence[tuple[int, Picture]], told: Picture | None, found: Content) -> Picture | None:
    """The picture whose file is the one that the page tells of; else the first around the beginning of the text."""
    stem = _stem(told.url) if told else None
    for _, picture in shown:
        if stem and _stem(picture.url) == stem:
            return picture
    near = (picture for place, picture in shown if found.first - _BEFORE <= place <= found.first + _LEADS)
    return next(near, None)


def _stem(url: str | None) -> str | None:
    """The name of a picture's file, where it is long enough to be one picture's."""
    name = (url or "").partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")[0]
    return name if len(name) >= _STEM else None


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
    """Whether lines are few and short, and neither text, heading, byline nor date."""
    if len(lines) > _LINES or sum(len(one.text) for one in lines) > _LONGEST:
        return False
    return not any(
        id(one) in taken or found.page.tag(one) in HEADINGS or _is_dated(one.text) or byline.is_byline(one.text)
        for one in lines
    )


def _is_captioned(found: Content, row: int, lines: Sequence[Block]) -> bool:
    """Whether the element or its lines are called a caption, or one of two lines names who made a picture."""
    attributes = found.page.attributes[row]
    if found.page.tags[row] == "figure" or _is_caption(attributes) or any(_names_caption(found, one) for one in lines):
        return True
    return len(lines) <= 2 and any(split_credit(one.text)[1] or _is_credit(one.text) for one in lines)


def _is_dated(text: str) -> bool:
    """Whether a short line is a date or an hour, which templates set in the print of captions."""
    return len(text) < _DATED and not text.endswith(".") and bool(_CLOCK.search(text))


def _names_caption(found: Content, block: Block) -> bool:
    """Whether a block, or what is right around it, is called a caption or a credit."""
    page = found.page
    if page.tags[block.box] == "figcaption":
        return True
    return any(_is_caption(page.attributes[row]) for row in (block.box, max(page.parents[block.box], 0)))


def _is_caption(attributes: str) -> bool:
    known = furniture()
    return known.named("caption", attributes) or known.named("credit", attributes)


def _parted(found: Content, lines: Sequence[Block]) -> tuple[str | None, str | None]:
    """The caption and the credit of the lines beside a picture."""
    captions: list[str] = []
    credited_to: list[str] = []
    page, known = found.page, furniture()
    for one in lines:
        caption, after = split_credit(one.text)
        own = page.attributes[one.box]
        alone = len(one.text) <= _CREDIT and (
            page.tags[one.box] in {"footer", "cite", "small"}
            or (len(lines) > 1 and known.named("credit", own))
            or (bool(captions) and after is None and _is_credit(one.text))
        )
        if alone:
            credited_to += [words for words in (_credit_alone(one.text),) if words and words not in credited_to]
            continue
        credited_to += [words for words in (after,) if words and words not in credited_to]
        if caption and caption not in captions and not (caption in _LABELS or byline.is_byline(caption)):
            captions.append(caption)
    return _words(" ".join(captions)), _words(" ".join(credited_to[:1]))


def _told(meta: Metadata, base: str | None) -> Picture | None:
    """The lead picture as the page tells machines of it."""
    for url, caption, credit in meta.pictures:
        words, other = split_credit(caption or "")
        return Picture(url=web_address(url, base), caption=words, credit=_credit_alone(credit) or other)
    url = next((found for one in meta.all("image") if (found := web_address(one, base))), None)
    return Picture(url=url) if url else None


def _filled(told: Picture, shown: Picture | None) -> Picture:
    """The lead picture that the page tells of, with what it shows of it, which is what readers see."""
    if shown is None:
        return told
    return Picture(
        url=told.url or shown.url,
        caption=shown.caption or told.caption,
        credit=shown.credit or told.credit,
    )


def _is_credit(text: str) -> bool:
    """Whether a few words name who made a picture: they name an agency, or have a stroke between two names."""
    if len(text) > _TAIL:
        return False
    parts = [part.strip().casefold() for part in re.split(r"[/|,;()]| via ", text)]
    return any(_sellers().match(part) for part in parts if part) or bool(
        re.fullmatch(r"[^\W\d_][\w.'’ -]+ ?/ ?[^\W\d_][\w.'’ &-]+", text)
    )


@cache
def _sellers() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, furniture().words['picture_agencies']))})\b")


@cache
def _marks() -> re.Pattern[str]:
    """A word for a credit: one with a colon or a sign stands anywhere, one that is a mere word before a name."""
    words = sorted(furniture().words["credit"], key=len, reverse=True)
    signs = "|".join(re.escape(word) for word in words if not word[-1].isalpha())
    plain = "|".join(re.escape(word) for word in words if word[-1].isalpha())
    name = "(?-i:(?=\\s+[A-ZÀ-ÞĀ-ŽА-Я]))"
    return re.compile(rf"(?:(?<=[\s(\[（|/.–—-])|^)(?:(?:{signs})|(?:{plain}){name})\s*", re.IGNORECASE)


def _credit_alone(words: str | None) -> str | None:
    if not words:
        return None
    found = _marks().match(clean(words))
    return _words(words[found.end() :] if found else words)


def _words(text: str | None) -> str | None:
    """Words without the marks at their edges, and without a bracket that has no other."""
    if not text:
        return None
    text = clean(text).strip(_EDGES)
    for opens, closes in ("()", "[]", "（）"):
        if text.count(opens) > text.count(closes):
            text = text.rstrip(opens).strip(_EDGES)
            text = text.replace(opens, "", 1) if text.startswith(opens) else text
        elif text.count(closes) > text.count(opens) and text.endswith(closes):
            text = text[:-1]
        elif text.startswith(opens) and text.endswith(closes) and text.count(opens) == 1:
            text = text[1:-1]
    return text.strip(_EDGES) or None


def _unique(found: Iterable[Picture]) -> tuple[Picture, ...]:
    kept: dict[tuple[str | None, str | None], Picture] = {}
    for picture in found:
        same = any(
            (picture.caption and key[1] == picture.caption) or (picture.url and key[0] == picture.url) for key in kept
        )
        if not same and (picture.url or picture.caption):
            kept[(picture.url, picture.caption)] = picture
    return tuple(kept.values())
