"""What can be said of a page's rows before any block is judged: which element holds the article, and around it what."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from dateline.extract.furniture import groups_of
from dateline.extract.html.judge.flat import Block, Flat

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TELLING_TAGS = frozenset(
    "aside footer nav header figure figcaption form table ul li blockquote article address section dl".split()
)
APART = frozenset({"comment", "footing", "menu", "related", "side", "<aside", "<footer", "<nav", "popup"})
"""What a template says of an element that is seldom part of an article."""
_FOREIGN = frozenset({"comment", "footing", "related", "side", "<aside", "<footer"})
_MARKED_BODY = re.compile(
    r"article-?_?body|entry-content|post-?_?content|article-?_?content|story-?_?body|article-?_?text|post-?_?body|bodytext"
    r"|richtext|story-?content|content-?body|body-?text",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?。！？…:;؟।][\"'”’»)\]“«」』]*$|[\"”»」』]$")
_SENTENCE, _LONG = 60, 160
_ROOTS, _HOLDING = 2, 0.3
_WIDE = "\u2e7f"
"""From here on a character is a syllable or a word: it counts two and a half."""
_NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class Shape:
    """By block or by element, what the judging of blocks asks for again and again."""

    weights: list[int]
    """By block, its length in Latin letters."""
    sentences: list[bool]
    """By block, whether it reads like a paragraph of a text."""
    around: list[frozenset[str]]
    """By element, what the names of it and of those around it say, up to the element that holds most of the text."""
    tight: tuple[int, int]
    """The blocks of the element with the most sentences and the fewest links."""
    wide: tuple[int, int]
    """The blocks of the smallest element with most of what is neither a link nor furniture."""
    parent: int
    """The element right around most paragraphs."""
    kinds: dict[tuple[str, ...], float]
    """By look (tags and names of a block and of what is around it), the share of the article's sentences."""
    strong: set[int]
    """The blocks that are an article's paragraphs on any reading."""
    start: int
    """The first of them, or of `tight` where there is none."""
    holding: list[int]
    """The elements that hold three tenths of the page's sentences or more."""


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_ENDED.search(text))


def look(page: Flat, block: Block) -> tuple[str, ...]:
    """The tags and names of a block's element and of the one around it."""
    box = block.box
    parent = max(page.parents[box], 0)
    return page.tags[box], page.attributes[box][:60], page.tags[parent], page.attributes[parent][:60]


def weight(text: str) -> int:
    """The length of a text in Latin letters."""
    if text.isascii() or max(text) <= _WIDE:
        return len(text)
    return len(text) + int(1.5 * sum(letter > _WIDE for letter in text))


def shape(page: Flat) -> Shape:
    """Weighs the rows of a page; all work is linear in their number."""
    blocks = page.blocks
    weights = [weight(one.text) for one in blocks]
    sentences = [_is_sentence(page, one, size) for one, size in zip(blocks, weights, strict=True)]
    sums = [0, *accumulate(size if is_one else 0 for size, is_one in zip(weights, sentences, strict=True))]
    total = sums[-1] or 1
    held = [sums[end] - sums[start] for start, end in zip(page.first, page.last, strict=True)]
    large = [2 * size >= total for size in held] if sums[-1] else [row < _ROOTS for row in range(len(held))]
    holding = [row for row, size in enumerate(held) if size >= _HOLDING * total]
    around = _around(page, large)
    tight = _best(page, weights, sentences, around)
    first, last = page.first[tight], page.last[tight]
    parents: Counter[int] = Counter()
    kinds: Counter[tuple[str, ...]] = Counter()
    inside = [place for place in range(first, last) if sentences[place]]
    for place in inside:
        one = blocks[place]
        if around[one.box].isdisjoint(_FOREIGN):
            parents[page.parents[one.box]] += weights[place]
            kinds[look(page, one)] += weights[place]
    parent = max(parents, key=lambda row: parents[row]) if parents else tight
    known = sum(kinds.values()) or 1
    shares = {key: size / known for key, size in kinds.items()}
    strong = {
        place
        for place in inside
        if around[blocks[place].box].isdisjoint(_FOREIGN)
        and (page.parents[blocks[place].box] == parent or shares[look(page, blocks[place])] >= 0.2)
    }
    return Shape(
        weights,
        sentences,
        around,
        (first, last),
        _wide(page, weights, around),
        parent,
        shares,
        strong,
        min(strong, default=first),
        holding,
    )


def _is_sentence(page: Flat, block: Block, size: int) -> bool:
    if size < _SENTENCE or block.linked * 2 > len(block.text) or page.tags[block.box] in HEADINGS:
        return False
    return size >= _LONG or ended(block.text)


def _around(page: Flat, large: list[bool]) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    for row, (tag, given, parent) in enumerate(zip(page.tags, page.attributes, page.parents, strict=True)):
        if large[row] or parent < 0 or page.first[row] == page.last[row]:
            found.append(_NOBODY)
            continue
        said = groups_of(given) if given else _NOBODY
        if tag in _TELLING_TAGS:
            said = said | {f"<{tag}"}
        above = found[parent]
        found.append(above | said if said and above else said or above)
    return found


def _best(page: Flat, weights: list[int], sentences: list[bool], around: list[frozenset[str]]) -> int:
    """The innermost of the elements whose sentences outweigh their links the most."""
    gains = [0.0]
    for one, size, is_one in zip(page.blocks, weights, sentences, strict=True):
        if is_one:
            gain = float(size - 2 * one.linked)
            if gain > 0 and not around[one.box].isdisjoint(APART):
                gain *= 0.2
        elif 2 * one.linked > len(one.text):
            gain = -1.5 * size
        elif page.tags[one.box] in HEADINGS:
            gain = 0.0
        else:
            gain = -0.4 * size if size < _SENTENCE else 0.2 * size
        gains.append(gains[-1] + gain)
    best, most = 0, float("-inf")
    for row, (start, end) in enumerate(zip(page.first, page.last, strict=True)):
        if end > start:
            score = gains[end] - gains[start]
            if score > 0 and (page.tags[row] in {"article", "main"} or "body" in groups_of(page.attributes[row])):
                score *= 1.15
            if score >= most:
                best, most = row, score
    return best


def _wide(page: Flat, weights: list[int], around: list[frozenset[str]]) -> tuple[int, int]:
    apart = frozenset({"comment", "footing", "menu", "popup", "<footer", "<nav"})
    sums = [0]
    for one, size in zip(page.blocks, weights, strict=True):
        counts = 2 * one.linked <= len(one.text) and around[one.box].isdisjoint(apart)
        sums.append(sums[-1] + (size if counts else 0))
    best = (0, len(page.blocks))
    for start, end in zip(page.first, page.last, strict=True):
        if end - start <= best[1] - best[0] and sums[end] - sums[start] >= 0.6 * sums[-1]:
            best = (start, end)
    return best


def is_marked_body(attributes: str) -> bool:
    """Whether an element's names or properties say that it is the body of an article."""
    return bool(_MARKED_BODY.search(attributes))
