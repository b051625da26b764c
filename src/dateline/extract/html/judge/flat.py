"""A page as flat rows: its elements in the order of the page and the blocks of text that a reader sees.

The compiled parser reads the page, what is never text is taken out, and the parser writes the rest out again, well
formed; one loop over the pieces between its angle brackets then makes the rows. That is faster than a walk over the
parser's nodes, each of which Python would have to be given.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import zip_longest

from selectolax.lexbor import LexborNode

from dateline.extract.markup import UNSEEN

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html iframe li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
_BLOCK, _LINK, _BOLD, _EMPTY, _BREAK, _RULE, _IMAGE = range(1, 8)
_OPENS = (
    dict.fromkeys(_VOID, _EMPTY)
    | dict.fromkeys(_BLOCKS, _BLOCK)
    | {"a": _LINK, "b": _BOLD, "strong": _BOLD, "br": _BREAK, "hr": _RULE, "img": _IMAGE}
)
_CLOSES = {f"/{tag}": what for tag, what in _OPENS.items() if what in {_BLOCK, _LINK, _BOLD}}
_SMALL = frozenset({"cite", "em", "small"})
_HIDES = re.compile(r"display:none|visibility:hidden")
_EMBED = re.compile(
    r"twitter-(?:tweet|video)|(?:tiktok|bluesky|reddit|mastodon)-embed|instagram-media|fb-(?:post|video)"
)
_EMBEDS = frozenset({"iframe", "blockquote"})
# Within a line these part the credit of a picture from its caption.
_CREDITS = re.compile(r"credit|copyright|photogra|fotogra|byline|author", re.IGNORECASE)
_LONGEST = 300
"""The most characters of an element's attributes that are read for a name and kept."""
_MOST_BLOCKS = 4_000
_MOST_ELEMENTS = 60_000
# A page whose hidden text is this many times its visible text, and whose visible text is short, shows it by a script.
_HIDDEN_TIMES, _SHORT, _SENTENCE = 2, 150, 60


@dataclass(slots=True)
class Block:
    """A run of text that no border of a block parts."""

    text: str
    linked: int
    """How many of its characters stand in links."""
    bold: int
    """How many of its characters are in bold."""
    box: int
    """The row of the nearest element."""

    def link_share(self) -> float:
        """How much of it is links, 0 to 1."""
        return min(self.linked / len(self.text), 1.0)


@dataclass(slots=True)
class Flat:
    """The rows of a page: its elements that are blocks and, within lines, those that may be a credit.

    Row 0 stands above all others; a row's parent stands before it.
    """

    tags: list[str] = field(default_factory=lambda: [""])
    attributes: list[str] = field(default_factory=lambda: [""])
    """As written out: `class="lead" id="x"`."""
    parents: list[int] = field(default_factory=lambda: [-1])
    first: list[int] = field(default_factory=lambda: [0])
    """The first block that begins within the element."""
    last: list[int] = field(default_factory=lambda: [0])
    """The block after its last."""
    blocks: list[Block] = field(default_factory=list)
    images: list[tuple[int, int, str]] = field(default_factory=list)
    """Of each image the block it comes before, the row it stands in, and its attributes, in the order of the page."""
    embeds: list[tuple[int, str]] = field(default_factory=list)
    """Of each frame and embedded post the block it comes before, and the attributes of its links, then its own."""
    cut: bool = False
    """Whether the page is larger than what is read."""

    def tag(self, block: Block) -> str:
        """The tag of the nearest element that is a block."""
        return self.tags[block.box]


def flat(body: LexborNode) -> Flat:
    """The rows of the body of a parsed page, without what its readers do not see.

    Of a page of more than 60,000 elements or 4,000 blocks the rest is left out, and the page is marked as cut.
    """
    page = _rows(body.html or "")
    _without_hidden(page)
    return page


def _rows(html: str) -> Flat:
    return _Reader().read(_without_comments(html))


def _without_comments(html: str) -> str:
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        kept.append(html[at:start])
        at = end + 3
    return "".join([*kept, html[at:]])


class _Reader:
    """Makes rows of the pieces between the angle brackets of a page."""

    __slots__ = tuple("_bold _bolds _breaks _embed _figures _inner _linked _links _page _parted _stack _words".split())

    def __init__(self) -> None:
        self._page = Flat()
        self._stack = [0]
        """The rows of the open elements; what has no row of its own has that of the element around it."""
        self._links = self._bolds = self._linked = self._bold = self._breaks = self._figures = 0
        self._words: list[str] = []
        self._parted: set[int] = set()
        self._embed = -1
        self._inner: list[str] = []
        """The attributes of what is embedded, and of the links in it."""

    def read(self, html: str) -> Flat:
        """The rows; the loop runs a thousand times a page, so what is commonest stands in it."""
        page, words, opens = self._page, self._words, _OPENS.get
        for piece in html.split("<")[1:]:
            head, _, text = piece.partition(">")
            if head[:1] == "/":
                self._close(head)
            else:
                tag, _, given = head.partition(" ")
                what = opens(tag, 0)
                if what == _BLOCK:
                    self._open_block(tag, given)
                    if len(page.tags) > _MOST_ELEMENTS or len(page.blocks) > _MOST_BLOCKS:
                        page.cut = True
                        break
                elif what < _EMPTY:
                    self._open_inline(tag, what, given)
                else:
                    self._pass(what, given)
            if text and self._embed < 0:
                if not text.isspace():
                    self._add(text)
                elif words:
                    words.append(text)
        self._flush()
        page.last = [len(page.blocks) if end < 0 else end for end in page.last]
        page.last[0] = len(page.blocks)
        return page

    def _open_block(self, tag: str, given: str) -> None:
        if self._words:
            self._flush()
        row = self._new_row(tag, given)
        if tag == "figure":
            self._figures += 1
        elif tag in _EMBEDS and self._embed < 0 and (tag == "iframe" or _EMBED.search(given)):
            self._embed, self._inner = row, [given]

    def _open_inline(self, tag: str, what: int, given: str) -> None:
        if not what and ((self._figures and (given or tag in _SMALL)) or (given and _is_credit(given[:_LONGEST]))):
            if self._words:
                self._flush()
            self._parted.add(self._new_row(tag, given))
        elif given and self._embed < 0 and hides(given):
            # Hidden words within a line: a row of their own that no block refers to.
            self._embed = self._new_row(tag, given)
        else:
            self._stack.append(self._stack[-1])
        if what == _LINK:
            self._links += 1
            if self._embed >= 0:
                self._inner.append(given)
        elif what == _BOLD:
            self._bolds += 1

    def _new_row(self, tag: str, given: str) -> int:
        page, stack = self._page, self._stack
        row = len(page.tags)
        page.tags.append(tag)
        page.attributes.append(given)
        page.parents.append(stack[-1])
        page.first.append(len(page.blocks))
        page.last.append(-1)
        stack.append(row)
        return row

    def _close(self, head: str) -> None:
        what = _CLOSES.get(head)
        if what == _BLOCK:
            if self._words:
                self._flush()
        elif what == _LINK:
            self._links -= 1
        elif what == _BOLD:
            self._bolds -= 1
        stack = self._stack
        if len(stack) > 1:
            if stack[-1] != stack[-2]:
                self._end_row(stack[-1])
            stack.pop()

    def _end_row(self, gone: int) -> None:
        page = self._page
        if self._words and gone in self._parted:
            self._flush()
        if self._figures and page.tags[gone] == "figure":
            self._figures -= 1
        page.last[gone] = len(page.blocks)
        if gone == self._embed:
            self._embed = -1
            if page.tags[gone] in _EMBEDS:
                page.embeds.append((len(page.blocks), " ".join(reversed(self._inner))))

    def _pass(self, what: int, given: str) -> None:
        """An element that holds nothing."""
        if what == _BREAK:
            self._breaks += 1
            self._words.append(" ")
            if self._breaks > 1:
                self._flush()
        elif what == _RULE:
            self._flush()
        elif what == _IMAGE:
            self._page.images.append((len(self._page.blocks), self._stack[-1], given))

    def _add(self, text: str) -> None:
        self._words.append(text)
        self._breaks = 0
        if self._links:
            self._linked += len(text)
        if self._bolds:
            self._bold += len(text)

    def _flush(self) -> None:
        text = _clean("".join(self._words))
        if text:
            self._page.blocks.append(Block(text, self._linked, self._bold, self._stack[-1]))
        self._words.clear()
        self._linked = self._bold = 0


@lru_cache(maxsize=2_000)
def _is_credit(attributes: str) -> bool:
    return bool(_CREDITS.search(attributes))


def hides(attributes: str) -> bool:
    """Whether an element is hidden by its own attributes."""
    if "hid" not in attributes and "none" not in attributes.lower():
        return False
    parts = attributes.split('"')
    for before, value in zip_longest(parts[::2], parts[1::2], fillvalue=""):
        name = before.strip(" =").lower()
        if name == "hidden" or (name == "aria-hidden" and value == "true"):
            return True
        if name == "style" and _HIDES.search(value.replace(" ", "").lower()):
            return True
    return False


def _clean(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    if not text.isascii():
        text = UNSEEN.sub("", text).replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


def _without_hidden(page: Flat) -> None:
    """Takes out the hidden blocks, unless a script will show them: then they are most of the page."""
    kept = [True] * len(page.blocks)
    for first, last, given in zip(page.first, page.last, page.attributes, strict=True):
        if first < last and hides(given):
            kept[first:last] = [False] * (last - first)
    if all(kept):
        return
    lengths = [
        len(one.text) if len(one.text) > _SENTENCE and one.linked * 2 < len(one.text) else 0 for one in page.blocks
    ]
    shown = sum(size for size, keep in zip(lengths, kept, strict=True) if keep)
    if shown < _SHORT and sum(lengths) - shown >= _HIDDEN_TIMES * shown:
        return
    places = [0]
    for keep in kept:
        places.append(places[-1] + keep)
    page.blocks = [one for one, keep in zip(page.blocks, kept, strict=True) if keep]
    page.first = [places[place] for place in page.first]
    page.last = [places[place] for place in page.last]
    page.images = [(places[place], row, given) for place, row, given in page.images]
    page.embeds = [(places[place], given) for place, given in page.embeds]
