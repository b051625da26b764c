"""The evidence for and against each block: facts with a name, whose weights are learned and added up.

A fact is true or absent. Its weight stands in `lang/any/evidence.toml`, fitted by `python -m bench.fit_extraction`.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.furniture import furniture, groups_of
from dateline.extract.html.judge.flat import Block, Flat
from dateline.extract.html.judge.scale import Bins, Group
from dateline.extract.html.judge.shape import HEADINGS, Shape, ended, is_marked_body

_TAGS = frozenset("p li h1 h2 h3 h4 h5 h6 div td blockquote figcaption pre dt dd section body".split())
_DATES = re.compile(r"\d{4}|\d\d:\d\d|\d\d\.\d\d")
_SIZES = Bins((25, 60, 120, 300), ("size 25", "size 60", "size 120", "size 300", "size more"))
_LINKS = Bins((0.01, 0.3, 0.6, 0.9), ("links 0", "links 30", "links 60", "links 90", "links all"))
_NEAR = Bins((1.5, 2.5, 4.5, 9.5), ("1", "2", "4", "9", "far"))
_WORD = re.compile(r"\w+")
_FEW, _COMMON = 3, 0.3
_OPEN = 12
"""How many words of a standfirst or a headline are compared."""
_READ = 400
"""How many characters of a block are read for its words."""
_TINY, _SHORT, _LINE, _MENU, _NOTE, _PARAGRAPH = 25, 60, 80, 100, 200, 300
_BEFORE, _JUDGED = 300, 900
_OPENERS = (
    dict.fromkeys('"“„«‘»“「', "quoted") | dict.fromkeys(">→▶•*#+|←⟩›", "arrow") | dict.fromkeys("([（", "bracket")
)
_CLOSERS = {":": "colon", "?": "question", "…": "dots"}
_MENUS = frozenset({"menu", "<footer", "footing", "related"})


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


def is_title(text: str, title: frozenset[str]) -> bool:
    """Whether a line says what the headline says."""
    return bool(title) and _is_title(_words(text[:_READ]), title)


def is_judged(seen: Shape, place: int) -> bool:
    """Whether a block is near enough to the beginning of the text to be judged by its facts.

    This bounds the time for a page: of a longer one the rest is taken or left by the look of its paragraphs alone.
    """
    return -_BEFORE <= place - seen.start < _JUDGED


def facts(page: Flat, seen: Shape, said: Told) -> list[list[Group]]:
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

    def all(self) -> list[list[Group]]:
        """By block, its facts."""
        return [
            self._of(place, one) if is_judged(self._seen, place) else [] for place, one in enumerate(self._page.blocks)
        ]

    def _of(self, place: int, one: Block) -> list[Group]:
        seen, box, size, links = self._seen, one.box, self._seen.weights[place], one.link_share()
        around = seen.around[box]
        if links > 0.5 and _is_plain_furniture(around, links, size):
            return []
        position = self._position(place)
        low = one.text.lower()
        words = _WORD.findall(low[:_READ])
        return [
            self._of_place(place, one, position, links),
            self._marks[place],
            _of_letters(one, low, position, size),
            self._of_words(place, one, low, words, position),
            _of_furniture(low, words, position, size),
            _named(around, groups_of(self._page.attributes[box]), position == "within"),
        ]

    def _position(self, place: int) -> str:
        if place < self._heading:
            return "above"
        return "head" if place < self._first else "after" if place > self._last else "within"

    def _of_place(self, place: int, one: Block, position: str, links: float) -> Group:
        """What tag, length, links, and the place among the article's paragraphs tell."""
        page, seen, box = self._page, self._seen, one.box
        tag = page.tags[box]
        share = seen.kinds.get(seen.looks[place], 0.0)
        return _placed((
            position,
            tag if tag in _TAGS else "other",
            _SIZES.of(seen.weights[place]),
            _LINKS.of(links),
            _NEAR.of(self._to_last[place]),
            _NEAR.of(self._to_next[place]),
            seen.sentences[place],
            place in seen.strong,
            self._kin(box),
            "look new" if not share else "look common" if share > _COMMON else "look rare",
            seen.tight[0] <= place < seen.tight[1],
            seen.wide[0] <= place < seen.wide[1],
            self._to_next[place] == 1,
        ))  # fmt: skip

    def _kin(self, box: int) -> str:
        """How an element is related to those of most paragraphs."""
        parents, parent = self._page.parents, self._page.parents[box]
        if parent == self._seen.parent:
            return "same"
        return "nephew" if parent >= 0 and parents[parent] == self._seen.parent else ""

    def _of_words(self, place: int, one: Block, low: str, words: list[str], position: str) -> Group:
        """What the page's own words for its article tell, and a heading that ends it."""
        said, has = self._said, []
        if self._counts[one.text] > 1:
            has.append("twice")
        if said.title and _is_title(words, said.title):
            has.append("title")
        if len(said.description) > _FEW and tuple(words[: len(said.description)]) == said.description:
            has.append("description")
        if said.body and self._seen.weights[place] >= _TINY:
            has.append("in body" if "".join(words)[:80] in said.body else "not in body")
        if not self._over and place > self._first + 2 and self._to_next[place] > _FEW:
            self._over = furniture().is_just("endings", low)
        if self._over:
            has.append(f"over {position}")
        return tuple(has)


@lru_cache(maxsize=2_000)
def _placed(told: tuple[str, str, str, str, str, str, bool, bool, str, str, bool, bool, bool]) -> Group:
    """The facts about a block's place, of what `_Evidence._of_place` saw."""
    position, tag, size, links, last, following, sentence, strong, kin, look, tight, wide, next_is_strong = told
    has = [
        "any", position, tag, size, links, f"{position} {tag}", f"{position} {size}", f"{position} {links}",
        f"{tag} {size}", f"last {last}", f"next {following}", look,
    ]  # fmt: skip
    if sentence:
        has += ["sentence", f"{position} sentence"]
    if strong:
        has.append("strong")
    if kin == "same":
        has += ["same parent", f"{position} same parent", f"{size} same parent"]
    elif kin:
        has.append(f"nephew {tag}")
    if tag in HEADINGS:
        has += ["heading same parent"] * (kin == "same") + ["heads"] * next_is_strong
    if tight:
        has += ["tight", f"tight {position}"]
    if wide:
        has.append("wide")
    return tuple(has)


def _is_title(words: list[str], title: frozenset[str]) -> bool:
    both = len(title.intersection(words))
    return both >= 0.75 * len(title) and both >= 0.75 * len(set(words))


def _is_plain_furniture(around: frozenset[str], links: float, size: int) -> bool:
    """Whether a glance is enough."""
    if links > 0.8 and size < _MENU and not around.isdisjoint(_MENUS):
        return True
    return "<footer" in around


@lru_cache(maxsize=2_000)
def _named(around: frozenset[str], own: frozenset[str], within: bool) -> Group:  # noqa: FBT001
    """What the names of the elements around a block tell, and of its own."""
    # In one order: sums of floats depend on it.
    all_around = sorted(around)
    names = [f"around {name}" for name in all_around] + [f"own {name}" for name in sorted(own)]
    return (*names, *(f"within {name}" for name in all_around)) if within else tuple(names)


def _distances(strong: set[int], places: range) -> list[int]:
    found, far = [0] * len(places), 99
    for place in places:
        far = 0 if place in strong else far + 1
        found[place] = far
    return found


def _marks(page: Flat, seen: Shape) -> list[Group]:
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
    told = ([name if here else f"not {name}" for here in within] for name, within in inside.items())
    return list(zip(*told, strict=True)) if inside else [()] * count


def _of_letters(one: Block, low: str, position: str, size: int) -> Group:
    """What the letters of a block tell."""
    text, has = one.text, []
    if ended(text):
        has += ["ended", "ended short"] if size < _SHORT else ["ended"]
    first = text[0]
    if name := _OPENERS.get(first, "lower" if first.islower() else ""):
        has.append(name)
    if name := _CLOSERS.get(text[-1], ""):
        has.append(name)
    if one.bold >= 0.9 * len(text):
        has.append("bold")
    if size < _LINE and _DATES.search(text):
        has.append("date")
    if "@" in text or "http" in low or "www." in low:
        has += ["address", f"address {position}"]
    return (*has, *_of_marks(text, size))


def _of_marks(text: str, size: int) -> list[str]:
    """What capitals and marks within a block tell."""
    has = []
    if text.isupper():
        has.append("upper")
    if "|" in text or "·" in text or "•" in text:
        has.append("parted")
    if ", " in text:
        has.append("comma")
    if text.count(". ") > 1:
        has.append("sentences")
    if text.endswith(("...", "[…]")):
        has.append("dots")
    if "©" in text[:200]:
        has.append("copyright")
    if not text[0].isalpha() and not any(map(str.isalpha, text[:40])):
        has.append("no letters")
    if size < _SHORT:
        words = text.split()
        if sum(map(str.istitle, words[:12])) > 0.7 * min(12, len(words)):
            has.append("capitals")
    return has


def _of_furniture(low: str, words: list[str], position: str, size: int) -> Group:
    """What the words of a block have in common with what stands around articles."""
    known, has = furniture(), []
    if size < _PARAGRAPH and known.begins("openings", low):
        has.append("opening")
    if size < _NOTE:
        if known.begins("hints", low):
            has += ["hint", "hint short"] if size < _SHORT else ["hint"]
        if known.begins("credit", low):
            has.append("credit")
    if known.is_ending(low):
        has.append("ending")
    told_of = len(known.offered.intersection(words))
    if told_of:
        has += ["offer 1" if told_of == 1 else "offer 2" if told_of == 2 else "offer more", f"offer {position}"]
        if 4 * told_of > len(words) + 1:
            has.append("offers")
    return tuple(has)


def _words(text: str) -> list[str]:
    """Words for a glance; comparing texts that are published takes `dateline.text.words`."""
    return _WORD.findall(text.lower())
