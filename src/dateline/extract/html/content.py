"""The article's text among a page's blocks, and what the page shows around it."""

import re
from dataclasses import dataclass
from html import unescape

from dateline.extract.furniture import furniture
from dateline.extract.html.judge import choice
from dateline.extract.html.judge.evidence import facts
from dateline.extract.html.judge.flat import Block, Flat
from dateline.extract.html.judge.shape import HEADINGS, Shape
from dateline.extract.html.rows import Rows
from dateline.extract.markup import Words, paragraphs, plain_paragraphs
from dateline.records import ParagraphKind
from dateline.text.words import words

_SUBHEAD = 60
_LEAST, _TIMES = 800, 4
"""The text for search engines is taken where the page shows less than this, and that is so many times as long."""
_ABOVE, _LEADS = 5, 3
_HEAD = frozenset({"opening", "heading", "body", "<header", "<article", "<section"})
"""What the names around a standfirst above the text may tell, and nothing else."""
_MARKUP = re.compile(r"</?(?:p|br|div|h\d|li)\b", re.IGNORECASE)
_STANDFIRST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of a page, judged."""

    page: Flat
    seen: Shape
    judged: tuple[float, ...]
    """By block, the chance (0 to 1) that it is the article's."""
    text: tuple[Block, ...]
    """The article's paragraphs."""
    standfirst: Block | None
    first: int
    """Where the text begins among all blocks; their number where there is none."""
    last: int
    """The block after its last."""

    def before(self, count: int) -> list[Block]:
        """The last `count` blocks before the text."""
        return self.page.blocks[max(0, self.first - count) : self.first]

    def names(self, block: Block) -> str:
        """The attributes of a block's element."""
        return self.page.attributes[block.box]

    def kind(self, block: Block) -> ParagraphKind:
        """What a block is within the text."""
        tag = self.page.tag(block)
        bold = block.bold >= len(block.text) * 0.9
        if tag in HEADINGS or (bold and len(block.text) < _SUBHEAD and block.text[-1:] not in '.!?:”"'):
            return ParagraphKind.SUBHEAD
        if tag == "blockquote" or self._within(block, "blockquote"):
            return ParagraphKind.QUOTE
        if tag in {"td", "th"}:
            return ParagraphKind.TABLE
        return ParagraphKind.LIST_ITEM if tag in {"li", "dd"} or self._within(block, "li") else ParagraphKind.TEXT

    def _within(self, block: Block, tag: str) -> bool:
        above = self.page.parents[block.box]
        return above >= 0 and self.page.tags[above] == tag


def content(rows: Rows, by: choice.Weights) -> Content:
    """The article's blocks, each judged by the evidence for and against it."""
    page, seen, said = rows.page, rows.seen, rows.said
    judged = choice.judged(page, seen, facts(page, seen, said), by)
    taken = choice.chosen(page, seen, said, judged)
    places = [place for place, take in enumerate(taken) if take]
    standfirst = _standfirst(rows, places)
    text = tuple(page.blocks[place] for place in places if place != standfirst)
    first = places[0] if places else len(page.blocks)
    return Content(
        page,
        seen,
        tuple(judged),
        text,
        None if standfirst is None else page.blocks[standfirst],
        first,
        places[-1] + 1 if places else first,
    )


def is_sentence(block: Block) -> bool:
    """Whether a block reads like a paragraph of a text."""
    return len(block.text) >= _SUBHEAD and block.link_share() <= 0.5


def for_search_engines(rows: Rows, found: Content) -> Words:
    """The text that the page gives to search engines, where it shows only the small beginning of it; else nothing."""
    body = rows.meta.body
    if not body:
        return []
    shown = "".join(words(" ".join(one.text for one in found.text if is_sentence(one))))
    told = paragraphs(body) if _MARKUP.search(body) else plain_paragraphs(unescape(body))
    length = sum(len(text) for _, text in told)
    if len(shown) >= _LEAST or length < _LEAST // 2 or length < _TIMES * len(shown):
        return []
    return told if shown in "".join(words(" ".join(text for _, text in told))) else []


def _standfirst(rows: Rows, places: list[int]) -> int | None:
    """The block among the first of the text that its names, or the page's description, say is the standfirst."""
    page, said = rows.page, rows.said.description
    first = places[0] if places else 0
    around = rows.seen.around
    above = [place for place in range(max(0, first - _ABOVE), first) if around[page.blocks[place].box] <= _HEAD]
    for place in [*above, *places[:_LEADS]]:
        one = page.blocks[place]
        if (len(one.text.split()) < _STANDFIRST_WORDS and one.text.isascii()) or one.linked * 2 > len(one.text):
            continue
        boxes = [one.box, max(page.parents[one.box], 0)]
        if any(furniture().named("standfirst", page.attributes[row]) for row in boxes):
            return place
        ours = one.text.lower()[:200]
        alike = len(said) > _STANDFIRST_WORDS and all(word in ours for word in said)
        if alike and (page.tag(one) in HEADINGS or place not in rows.seen.strong):
            return place
    return None
