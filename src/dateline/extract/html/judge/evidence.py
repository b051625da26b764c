"""The evidence for and against each block: facts with a name, whose weights are learned and added up.

A fact is true or absent. Its weight stands in `lang/any/evidence.toml`, fitted by `python -m bench.fit_extraction`.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.furniture import furniture, groups_of
from dateline.extract.html.judge.flat import Block, Flat
from dateline.extract.html.judge.shape import HEADINGS, Shape, ended, is_marked_body, look

_TAGS = frozenset("p li h1 h2 h3 h4 h5 h6 div td blockquote figcaption pre dt dd section body".split())
_DATES = re.compile(r"\d{4}|\d\d:\d\d|\d\d\.\d\d")
_SIZES = ((25, "size 25"), (60, "size 60"), (120, "size 120"), (300, "size 300"))
_LINKS = ((0.01, "links 0"), (0.3, "links 30"), (0.6, "links 60"), (0.9, "links 90"))
_NEAR = ((1.5, "1"), (2.5, "2"), (4.5, "4"), (9.5, "9"))
_WORD = re.compile(r"\w+")
_FEW, _COMMON = 3, 0.3
_OPEN = 12
"""How many words of a standfirst or a headline are compared."""


_SHORT, _LINE = 60, 80
_BEFORE, _JUDGED = 300, 900
_OPENERS = (
    dict.fromkeys('"“„«‘»“「', "quoted") | dict.fromkeys(">→▶•*#+|←⟩›", "arrow") | dict.fromkeys("([（", "bracket")
)
_CLOSERS = {":": "colon", "?": "question", "…": "dots"}
_LETTERS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("upper", str.isupper),
    ("parted", lambda text: "|" in text or "·" in text or "•" in text),
    ("comma", lambda text: ", " in text),
    ("sentences", lambda text: text.count(". ") > 1),
    ("dots", lambda text: text.endswith(("...", "[…]"))),
    ("copyright", lambda text: "©" in text[:200]),
    ("no letters", lambda text: not any(map(str.isalpha, text[:40]))),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of its article for machines, as far as it helps to know the article's text."""

    title: frozenset[str]
    """The words of the headline."""
    description: tuple[str, ...]
    """The first words of the description."""
    body: str
    """The letters of the text that the page gives to search engines, without spaces; empty where it gives none."""


def told(title: str | None, description: str | None, body: str | None) -> Told:
    """What the page says, ready to be compared."""
    return Told(
        frozenset(_words(title or "")), tuple(_words((description or "")[:200])[:_OPEN]), "".join(_words(body or ""))
    )


def bin_of(value: float, bins: tuple[tuple[float, str], ...], most: str) -> str:
    """The name of the first bin whose border lies above the value."""
    for border, name in bins:
        if value < border:
            return name
    return most


def is_title(text: str, title: frozenset[str]) -> bool:
    """Whether a line says what the headline says."""
    if not title:
        return False
    ours = set(_words(text[:400]))
    return len(ours & title) >= 0.75 * max(len(ours), len(title))


def is_judged(seen: Shape, place: int) -> bool:
    """Whether a block is near enough to the beginning of the text to be judged by its facts.

    This bounds the time for a page: of a longer one the rest is taken or left by the look of its paragraphs alone.
    """
    return -_BEFORE <= place - seen.start < _JUDGED


def facts(page: Flat, seen: Shape, said: Told) -> list[list[str]]:
    """By block, the facts that speak for or against it; none where a glance is enough: menus and lists of links."""
    return _Evidence(page, seen, said).all()


class _Evidence:
    """What is the same for all blocks of a page, and the facts of each."""

    def __init__(self, page: Flat, seen: Shape, said: Told) -> None:
        blocks = page.blocks
        self._page, self._seen, self._said = page, seen, said
        self._first, self._last = (min(seen.strong), max(seen.strong)) if seen.strong else seen.tight
        headings = (place for place in range(min(self._first + 1, len(blocks))) if page.tag(blocks[place]) == "h1")
        self._heading = max(headings, default=-1)
        self._to_next = _distances(seen.strong, range(len(blocks) - 1, -1, -1))
        self._to_last = _distances(seen.strong, range(len(blocks)))
        self._counts = Counter(one.text for one in blocks)
        self._marks = _marks(page, seen)
        self._over = False

    def all(self) -> list[list[str]]:
        """By block, its facts."""
        return [
            self._of(place, one) if is_judged(self._seen, place) else [] for place, one in enumerate(self._page.blocks)
        ]

    def _of(self, place: int, one: Block) -> list[str]:
        seen, size, links = self._seen, self._seen.weights[place], one.link_share()
        around = seen.around[one.box]
        if _is_plain_furniture(around, links, size):
            return []
        position = self._position(place)
        low = one.text.lower()
        said_words = _WORD.findall(low[:400])
        has = self._of_place(place, one, position)
        _of_words(has, one, low, position, size)
        self._of_headings(has, place, one, said_words)
        if self._over:
            has.append(f"over {position}")
        _of_furniture(has, low, said_words, position, size)
        has += _named(around, groups_of(self._page.attributes[one.box]), position == "within")
        return has

    def _position(self, place: int) -> str:
        if place < self._heading:
            return "above"
        return "head" if place < self._first else "after" if place > self._last else "within"

    def _of_place(self, place: int, one: Block, position: str) -> list[str]:
        """What tag, length, links, and the place among the article's paragraphs tell."""
        page, seen = self._page, self._seen
        tag = page.tags[one.box]
        tag = tag if tag in _TAGS else "other"
        size = bin_of(seen.weights[place], _SIZES, "size more")
        links = bin_of(one.link_share(), _LINKS, "links all")
        has = [
            "any", position, tag, size, links, f"{position} {tag}", f"{position} {size}", f"{position} {links}",
            f"{tag} {size}", f"last {bin_of(self._to_last[place], _NEAR, 'far')}",
            f"next {bin_of(self._to_next[place], _NEAR, 'far')}",
        ]  # fmt: skip
        if seen.sentences[place]:
            has += ["sentence", f"{position} sentence"]
        if place in seen.strong:
            has.append("strong")
        parent = page.parents[one.box]
        if parent == seen.parent:
            has += ["same parent", f"{position} same parent", f"{size} same parent"]
            if tag in HEADINGS:
                has.append("heading same parent")
        elif parent >= 0 and page.parents[parent] == seen.parent:
            has.append(f"nephew {tag}")
        share = seen.kinds.get(look(page, one), 0.0)
        has.append("look new" if not share else "look common" if share > _COMMON else "look rare")
        if seen.tight[0] <= place < seen.tight[1]:
            has += ["tight", f"tight {position}"]
        if seen.wide[0] <= place < seen.wide[1]:
            has.append("wide")
        has += self._marks[place]
        if tag in HEADINGS and self._to_next[place] == 1:
            has.append("heads")
        return has

    def _of_headings(self, has: list[str], place: int, one: Block, said_words: list[str]) -> None:
        """What the page's own words for its article tell, and a heading that ends it."""
        said = self._said
        if self._counts[one.text] > 1:
            has.append("twice")
        if is_title(one.text, said.title):
            has.append("title")
        if len(said.description) > _FEW and tuple(said_words[: len(said.description)]) == said.description:
            has.append("description")
        if said.body and self._seen.weights[place] >= _SIZES[0][0]:
            has.append("in body" if "".join(said_words)[:80] in said.body else "not in body")
        if not self._over and place > self._first + 2 and self._to_next[place] > _FEW:
            self._over = furniture().is_just("endings", one.text)


def _is_plain_furniture(around: frozenset[str], links: float, size: int) -> bool:
    """Whether a glance is enough."""
    if links > 0.8 and size < 100 and not around.isdisjoint({"menu", "<nav", "<footer", "footing", "related"}):
        return True
    return links > 0.5 and not around.isdisjoint({"<nav", "<footer"})


@lru_cache(maxsize=10_000)
def _named(around: frozenset[str], own: frozenset[str], within: bool) -> tuple[str, ...]:  # noqa: FBT001
    """What the names of the elements around a block tell, and of its own."""
    names = [f"around {name}" for name in around] + [f"own {name}" for name in own]
    return (*names, *(f"within {name}" for name in around)) if within else tuple(names)


def _distances(strong: set[int], places: range) -> list[int]:
    found, far = [0] * len(places), 99
    for place in places:
        far = 0 if place in strong else far + 1
        found[place] = far
    return found


def _marks(page: Flat, seen: Shape) -> list[list[str]]:
    """By block, whether it stands within the elements that the page marks as its main part and that hold much of it."""
    count = len(page.blocks)
    inside: dict[str, list[bool]] = {}
    for row in seen.holding:
        tag, part = page.tags[row], slice(page.first[row], page.last[row])
        names = [f"in {tag}"] if tag in {"article", "main"} else []
        if is_marked_body(page.attributes[row]):
            names.append("in marked body")
        for name in names:
            within = inside.setdefault(name, [False] * count)
            within[part] = [True] * (part.stop - part.start)
    return [[name if within[place] else f"not {name}" for name, within in inside.items()] for place in range(count)]


def _of_words(has: list[str], one: Block, low: str, position: str, size: int) -> None:
    """What the letters of a block tell."""
    text = one.text
    if ended(text):
        has += ["ended", "ended short"] if size < _SHORT else ["ended"]
    if name := _OPENERS.get(text[0], "lower" if text[0].islower() else ""):
        has.append(name)
    if name := _CLOSERS.get(text[-1], ""):
        has.append(name)
    if one.bold >= 0.9 * len(text):
        has.append("bold")
    if size < _LINE and _DATES.search(text):
        has.append("date")
    if "@" in text or "http" in low or "www." in low:
        has += ["address", f"address {position}"]
    has += [name for name, test in _LETTERS if test(text)]
    if size < _SHORT and sum(map(str.istitle, text.split()[:12])) > 0.7 * min(12, len(text.split())):
        has.append("capitals")


def _of_furniture(has: list[str], low: str, said_words: list[str], position: str, size: int) -> None:
    """What the words of a block have in common with what stands around articles."""
    known, add = furniture(), has.append
    if size < 300 and low.startswith(known.words["openings"]):
        add("opening")
    if size < 200 and low.startswith(known.words["hints"]):
        add("hint")
        if size < 60:
            add("hint short")
    if size < 200 and low.startswith(known.words["credit"]):
        add("credit")
    if known.is_just("endings", low) or known.is_just("about_author", low) or known.is_just("tail", low):
        add("ending")
    told_of = len(known.offered.intersection(said_words))
    if told_of:
        add("offer 1" if told_of == 1 else "offer 2" if told_of == 2 else "offer more")
        if 4 * told_of > len(said_words) + 1:
            add("offers")
        add(f"offer {position}")


def _words(text: str) -> list[str]:
    """Words for a glance; comparing texts that are published takes `dateline.text.words`."""
    return _WORD.findall(text.lower())
