"""Pictures of an article: the lead picture, of which the page also tells machines, and those around the text."""

import re
from collections.abc import Iterable, Sequence
from html import unescape

from dateline.extract.html.content import Content
from dateline.extract.html.given.captions import credit_alone, is_credit_element, parted, split_credit
from dateline.extract.html.given.figures import Figure
from dateline.extract.html.given.metadata import Metadata
from dateline.extract.html.rows import Rows
from dateline.records import Picture
from dateline.text.addresses import web_address
from dateline.text.words import words

_LEADS = 8
"""The lead picture stands at most so many blocks after the text begins."""
_STEM = 8
_NEAR = 6_000
"""A caption begins at most so many bytes after its image, and is no longer."""
_MOST_TIMES = 50
_IMAGE = re.compile(rb"<img\b[^>]*")
_TEXT = re.compile(rb"<(?:p|h[1-6]|article)\b")
_DRAWN = re.compile(r"<(svg|button|style|script)\b.*?</\1>", re.DOTALL)
_PIECES = re.compile(r"<([^>]*)>([^<]*)")
_SIZE = re.compile(r"(?:[-_](?:\d{2,4}x\d{2,4}|[a-z]{1,2}\d{0,2}|scaled))+$", re.IGNORECASE)


def pictures(rows: Rows, found: Content, shown: Sequence[Figure], base: str | None) -> tuple[Picture, ...]:
    """The pictures of an article, the lead picture first: those `shown`, with what the page tells machines of it."""
    told = _told(rows.meta, base)
    figure = _lead(shown, told, found)
    rest = [one.picture for one in shown if one is not figure]
    lead = _both(figure.picture if figure else None, told)
    if lead is not None and lead.caption is None:
        lead = _filled(lead, _folded_away(rows.content, lead.url))
    return _unique([lead, *rest] if lead else rest)


def _lead(shown: Sequence[Figure], told: Picture | None, found: Content) -> Figure | None:
    """The figure that stands above the text, else in it; of several the one of which the page tells."""
    begin = next((place for place, one in enumerate(found.page.blocks) if found.text and one is found.text[0]), 0)
    ranked = [
        (one.place > begin, not same, not one.picture.url, place)
        for place, one in enumerate(shown)
        if (same := told is not None and _is_same(one.picture, told)) or one.place <= begin + _LEADS
    ]
    return shown[min(ranked)[-1]] if ranked else None


def _is_same(one: Picture, other: Picture) -> bool:
    """Whether two pictures surely have the same file, be it of another size."""
    stem = _stem(one.url)
    return stem is not None and stem == _stem(other.url)


def _may_be_same(one: Picture, other: Picture) -> bool:
    """Whether two pictures have the same file or caption, or one of them has no file with a name of its own."""
    if one.caption and other.caption and words(one.caption) == words(other.caption):
        return True
    return _stem(one.url) is None or _stem(other.url) is None or _is_same(one, other)


def _both(shown: Picture | None, told: Picture | None) -> Picture | None:
    """The lead picture that the page shows, with what it tells of the same."""
    if shown is None or told is None:
        return shown or told
    if not _may_be_same(shown, told):
        return shown
    whole = _filled(shown, told)
    exact = _is_same(shown, told) and _file(shown.url) == _file(told.url)
    return _filled(Picture(url=told.url), whole) if exact else whole


def _file(url: str | None) -> str:
    """The name of a file, without what parts of its address ask of it."""
    return (url or "").partition("?")[0].rstrip("/").rpartition("/")[2]


def _stem(url: str | None) -> str | None:
    """The name of a picture's file without its size, where it is long enough to be one picture's."""
    name = _file(url)
    name = _SIZE.sub("", name.rpartition(".")[0] or name)
    return name if len(name) >= _STEM and not name.isalpha() else None


def _told(meta: Metadata, base: str | None) -> Picture | None:
    """The lead picture as the page tells machines of it."""
    for url, caption, credit in meta.pictures:
        shows, other = split_credit(unescape(caption or ""))
        return Picture(url=web_address(url, base), caption=shows, credit=credit_alone(unescape(credit or "")) or other)
    url = next((found for one in meta.all("image") if (found := web_address(one, base))), None)
    return Picture(url=url) if url else None


def _folded_away(content: bytes, url: str | None) -> Picture | None:
    """What the caption of an image says that readers unfold, by the bytes of the page: the rows have what they see."""
    name = (_stem(url) or "").encode()
    if not name:
        return None
    end = content.find(b"<figcaption")
    for _ in range(_MOST_TIMES):
        if end < 0:
            return None
        start = content.rfind(name, max(0, end - _NEAR), end)
        tag = content.rfind(b"<", max(0, end - _NEAR), max(0, start))
        if tag >= 0 and _is_beside(content[tag:end], name):
            return _folded(content[end : content.find(b"</figcaption", end, end + _NEAR)])
        end = content.find(b"<figcaption", end + 1)
    return None


def _folded(words: bytes) -> Picture | None:
    """Caption and credit of the inside of a caption; None where it has none or is no UTF-8."""
    text = words.decode("utf-8", "replace")
    pieces = ((tag.replace("'", '"').partition(" "), line) for tag, line in _PIECES.findall(_DRAWN.sub("", text)))
    caption, credit = parted(
        (unescape(line), is_credit_element(tag, attributes)) for (tag, _, attributes), line in pieces if line.strip()
    )
    return Picture(caption=caption, credit=credit) if caption and "\ufffd" not in text else None


def _is_beside(between: bytes, name: bytes) -> bool:
    """Whether from an image to a caption there is neither text nor another image."""
    images = _IMAGE.findall(between)
    return bool(images) and all(name in image for image in images) and not _TEXT.search(between)


def _filled(first: Picture | None, second: Picture | None) -> Picture | None:
    """The first, with what only the second has."""
    if first is None or second is None:
        return first or second
    caption, credit = first.caption or second.caption, first.credit or second.credit
    return Picture(url=first.url or second.url, caption=caption, credit=credit)


def _unique(found: Iterable[Picture]) -> tuple[Picture, ...]:
    kept: dict[tuple[str | None, str | None], Picture] = {}
    for picture in found:
        same = any(
            (picture.caption and key[1] == picture.caption) or (picture.url and key[0] == picture.url) for key in kept
        )
        if not same and (picture.url or picture.caption):
            kept[(picture.url, picture.caption)] = picture
    return tuple(kept.values())
