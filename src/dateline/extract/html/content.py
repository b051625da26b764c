"""Which blocks of a page are the article."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract import byline
from dateline.extract.furniture import furniture
from dateline.extract.html.blocks import Block
from dateline.records import ParagraphKind
from dateline.text.words import words

_SUBHEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LINKS = 0.5
"""A block with a larger share of links is a list of links (share by Kohlschütter et al. 2010, "link density")."""
_SENTENCE = 60
_LONG = 160
_SHORT = 0.4
# What a block of links takes away from the part of the page that holds it, against what a sentence gives.
_COST = 1.5
# A named container of text wins over a nameless one that is little better.
_NAMED = 1.15
_TITLE_SHARE = 0.8
_BYLINE = 90
_DATES = re.compile(r"\d{4}|\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of the article, and what the page shows with it."""

    text: tuple[Block, ...]
    all: tuple[Block, ...]
    first: int
    """Where the text begins among all blocks; their number where there is none."""


def content(blocks: Sequence[Block], title: str | None, body_ids: frozenset[int]) -> Content:
    """The article's blocks: the part of the page with the most sentences and the fewest links, without furniture.

    `body_ids` are elements that the page itself calls the article's body.
    """
    usable = [one for one in blocks if not one.skipped]
    best = _container(usable, body_ids)
    inside = [one for one in usable if best is None or best in one.above]
    kept = _without_ends([one for one in inside if _belongs(one, title)])
    first = next((place for place, one in enumerate(blocks) if kept and one is kept[0]), len(blocks))
    return Content(tuple(kept), tuple(blocks), first)


def kind(block: Block) -> ParagraphKind:
    """What a block is within the text."""
    if block.tag in _SUBHEADS or (block.bold and len(block.text) < _SENTENCE and block.text[-1:] not in '.!?:”"'):
        return ParagraphKind.SUBHEAD
    if block.tag == "blockquote":
        return ParagraphKind.QUOTE
    return ParagraphKind.LIST_ITEM if block.tag in {"li", "dd"} else ParagraphKind.TEXT


def is_sentence(block: Block) -> bool:
    """Whether a block reads like a paragraph of a text."""
    if block.link_share() > _LINKS or block.tag in _SUBHEADS or len(block.text) < _SENTENCE:
        return False
    return len(block.text) >= _LONG or block.text.rstrip("\"'”’») ")[-1:] in ".!?…:"


def _container(blocks: Sequence[Block], body_ids: frozenset[int]) -> int | None:
    scores: defaultdict[int, float] = defaultdict(float)
    depth: dict[int, int] = {}
    for one in blocks:
        gain = _gain(one)
        for place, element in enumerate(one.above):
            scores[element] += gain
            depth[element] = place
    for element in body_ids & scores.keys():
        scores[element] *= _NAMED
    if not scores or max(scores.values()) <= 0:
        return None
    return max(scores, key=lambda element: (scores[element], depth[element]))


def _gain(block: Block) -> float:
    if is_sentence(block):
        return len(block.text) - 2 * block.linked
    if block.link_share() > _LINKS:
        return -_COST * len(block.text)
    if block.tag in _SUBHEADS:
        return 0.0
    return -_SHORT * len(block.text) if len(block.text) < _SENTENCE else 0.2 * len(block.text)


def _belongs(block: Block, title: str | None) -> bool:
    text = block.text
    if block.tag == "h1" or (title and _same(text, title)):
        return False
    if furniture().opens("openings", text) and len(text) < _LONG * 2:
        return False
    if block.link_share() > 0.8 and (len(text) < _LONG or block.tag == "li"):
        return False
    return any(letter.isalnum() for letter in text) and not _is_small_print(block)


def _is_small_print(block: Block) -> bool:
    """A byline, a date, a caption or a credit, by its name or by its words."""
    known = furniture()
    if known.named("caption", block.names) or known.named("author_box", block.names):
        return True
    if len(block.text) > _BYLINE:
        return False
    if known.named("byline", block.names) or known.named("kicker", block.names) or byline.is_byline(block.text):
        return True
    return known.opens("credit", block.text) or (
        len(block.text) < 40 and bool(_DATES.search(block.text)) and block.text[-1] not in '.!?”"'
    )


def _without_ends(blocks: list[Block]) -> list[Block]:
    """Without what comes before the first sentence and, from a heading of the page's own, after the last."""
    first = next((place for place, one in enumerate(blocks) if is_sentence(one)), None)
    if first is None:
        return blocks
    while first and _may_lead(blocks[first - 1]):
        first -= 1
    kept = _before_ending(blocks[first:])
    while kept and (kept[-1].tag in _SUBHEADS or furniture().is_just("tail", kept[-1].text)):
        kept.pop()
    return kept


def _may_lead(block: Block) -> bool:
    """Whether a short line before the first sentence may be the article's own first."""
    return block.tag == "p" and kind(block) is ParagraphKind.TEXT and len(block.text) > 30


def _before_ending(blocks: list[Block]) -> list[Block]:
    """What stands before a line such as "Read more" or "About the author", where it is the larger part."""
    before, whole = 0, sum(len(one.text) for one in blocks)
    for place, one in enumerate(blocks):
        ends = furniture().is_just("endings", one.text) or furniture().is_just("about_author", one.text)
        if place and ends and whole - before < before:
            return blocks[:place]
        before += len(one.text)
    return blocks


def _same(text: str, title: str) -> bool:
    if len(text) > 2 * len(title) + 20:
        return False
    ours, theirs = words(text), words(title)
    return bool(ours) and len(set(ours) & set(theirs)) >= _TITLE_SHARE * max(len(set(ours)), len(set(theirs)))
