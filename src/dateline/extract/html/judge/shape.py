"""What can be said of a page's rows before any block is judged: which element holds the article, and around it what."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from operator import mul

from dateline.extract.furniture import groups_of
from dateline.extract.html.judge.flat import Block, Flat

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TELLING_TAGS = {
    tag: frozenset({f"<{tag}"})
    for tag in "aside footer header figure figcaption form table ul li blockquote article address section dl".split()
}
APART = frozenset({"comment", "footing", "menu", "related", "side", "<aside", "<footer", "popup"})
"""What a template says of an element that is seldom part of an article."""
_FOREIGN = frozenset({"comment", "footing", "related", "side", "<aside", "<footer"})
_MARKED_BODY = re.compile(
    r"article-?_?body|entry-content|post-?_?content|article-?_?content|story-?_?body|article-?_?text|post-?_?body|bodytext"
    r"|richtext|story-?content|content-?body|body-?text",
    re.IGNORECASE,
)
_ENDS, _CLOSED, _BEHIND = frozenset(".!?。！？…:;؟।"), frozenset('"”»」』'), "\"'”’»)]“«」』"
_SENTENCE, _LONG = 60, 160
_ROOTS, _HOLDING = 2, 0.3
_NAMES = 60
"""How much of an element's attributes tells how it looks."""
_WIDES = re.compile(r"[\u2e80-\U0010ffff]")
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
    looks: list[int]
    """By block, a number for the tags and names of its element and of the one around it: alike blocks have the same."""
    kinds: dict[int, float]
    """By look, the share of the article's sentences."""
    strong: set[int]
    """The blocks that are an article's paragraphs on any reading."""
    start: int
    """The first of them, or of `tight` where there is none."""
    holding: list[int]
    """The elements that hold three tenths of the page's sentences or more."""


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text[-1:] in _CLOSED or text.rstrip(_BEHIND)[-1:] in _ENDS


def _looks(page: Flat) -> list[int]:
    tags, attributes = page.tags, page.attributes
    numbers: dict[tuple[str, str, str, str], int] = {}
    found = []
    for one in page.blocks:
        box = one.box
        parent = max(page.parents[box], 0)
        key = (tags[box], attributes[box][:_NAMES], tags[parent], attributes[parent][:_NAMES])
        found.append(numbers.setdefault(key, len(numbers)))
    return found


def weight(text: str) -> int:
    """The length of a text in Latin letters."""
    return len(text) if text.isascii() else len(text) + int(1.5 * len(_WIDES.findall(text)))


def shape(page: Flat) -> Shape:
    """Weighs the rows of a page; all work is linear in their number."""
    blocks = page.blocks
    weights = [weight(one.text) for one in blocks]
    sentences = [_is_sentence(page, one, size) for one, size in zip(blocks, weights, strict=True)]
    looks = _looks(page)
    sums = [0, *accumulate(map(mul, weights, sentences))]
    total = sums[-1] or 1
    held = [sums[end] - sums[start] for start, end in zip(page.first, page.last, strict=True)]
    large = [2 * size >= total for size in held] if sums[-1] else [row < _ROOTS for row in range(len(held))]
    holding = [row for row, size in enumerate(held) if size >= _HOLDING * total]
    around = _around(page, large)
    tight = _best(page, weights, sentences, around)
    first, last = page.first[tight], page.last[tight]
    parents: Counter[int] = Counter()
    kinds: Counter[int] = Counter()
    inside = [place for place in range(first, last) if sentences[place]]
    for place in inside:
        one = blocks[place]
        if around[one.box].isdisjoint(_FOREIGN):
            parents[page.parents[one.box]] += weights[place]
            kinds[looks[place]] += weights[place]
    parent = max(parents, key=lambda row: parents[row]) if parents else tight
    known = sum(kinds.values()) or 1
    shares = {key: size / known for key, size in kinds.items()}
    strong = {
        place
        for place in inside
        if around[blocks[place].box].isdisjoint(_FOREIGN)
        and (page.parents[blocks[place].box] == parent or shares[looks[place]] >= 0.2)
    }
    return Shape(
        weights,
        sentences,
        around,
        (first, last),
        _wide(page, weights, around),
        parent,
        looks,
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
    both: dict[tuple[frozenset[str], str, str], frozenset[str]] = {}
    rows = zip(page.tags, page.attributes, page.parents, large, page.first, page.last, strict=True)
    for tag, given, parent, is_large, first, last in rows:
        if is_large or parent < 0 or first == last:
            found.append(_NOBODY)
            continue
        key = (found[parent], tag, given)
        said = both.get(key)
        if said is None:
            said = both[key] = found[parent] | groups_of(given) | _TELLING_TAGS.get(tag, _NOBODY)
        found.append(said)
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
    apart = frozenset({"comment", "footing", "menu", "popup", "<footer"})
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
