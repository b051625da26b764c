"""A page as a row of blocks: what a reader sees as lines, each with where it stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from dateline.extract.furniture import furniture
from dateline.extract.markup import clean, is_block

_OPAQUE = frozenset(
    "script style template noscript iframe svg button select textarea input label option form nav head object video "
    "audio canvas dialog math".split()
)
_ASIDE = frozenset({"navigation", "banner", "contentinfo", "complementary", "dialog"})
_LINE_BREAKS = 2
# Ancestors further up than this are the page.
_DEEPEST = 60


@dataclass(slots=True)
class Block:
    """A run of text that no block border parts."""

    tag: str
    """The nearest element that is a block."""
    text: str
    linked: int
    """How many characters of it stand in links."""
    above: tuple[int, ...]
    """The elements it stands in, from the outermost, as `mem_id`s."""
    names: str
    """Class and id of the nearest elements."""
    skipped: bool
    """Whether it stands in what its names say is no part of an article."""
    bold: bool = False
    """Whether all of it is in bold, as subheads of old pages are."""

    def link_share(self) -> float:
        """How much of it is links, 0 to 1."""
        return min(self.linked / max(len(self.text), 1), 1.0)


class _Walk:
    """Collects the blocks of a tree without recursion: hostile pages nest ten thousand deep."""

    def __init__(self, main: frozenset[int]) -> None:
        self.blocks: list[Block] = []
        self._main = main
        self._stack: list[LexborNode] = []
        self._words: list[str] = []
        self._linked = 0
        self._breaks = 0
        self._links = 0
        self._bold = [0, 0]

    def open(self, node: LexborNode) -> None:
        if is_block(node.tag):
            self._flush()
        self._stack.append(node)
        self._links += node.tag == "a"
        if node.tag == "br":
            self._breaks += 1
            self._words.append(" ")
            if self._breaks >= _LINE_BREAKS:
                self._flush()

    def close(self, node: LexborNode) -> None:
        if is_block(node.tag):
            self._flush()
        self._links -= node.tag == "a"
        self._stack.pop()

    def text(self, words: str) -> None:
        if not words.strip():
            self._words.append(" ")
            return
        self._breaks = 0
        self._words.append(words)
        self._linked += len(clean(words)) if self._links else 0
        bold = any(node.tag in {"b", "strong"} for node in self._stack[-3:])
        self._bold[bold] += len(words)

    def finish(self) -> list[Block]:
        self._flush()
        return self.blocks

    def _flush(self) -> None:
        text = clean("".join(self._words))
        if text and self._stack:
            blocks = [node for node in self._stack if is_block(node.tag)]
            near = self._stack[-6:]
            self.blocks.append(
                Block(
                    tag=(blocks[-1].tag or "div") if blocks else "body",
                    text=text,
                    linked=self._linked,
                    above=tuple(node.mem_id for node in self._stack[:_DEEPEST]),
                    names=" ".join(names_of(node) for node in near[-2:]),
                    skipped=any(node.mem_id not in self._main and _is_furniture(node) for node in self._stack),
                    bold=self._bold[0] == 0 and self._bold[1] > 0,
                )
            )
        self._words, self._linked, self._breaks, self._bold = [], 0, 0, [0, 0]


def names_of(node: LexborNode) -> str:
    """The class and id of an element, in one string."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()


def blocks(root: LexborNode) -> list[Block]:
    """The blocks below an element in the order of the page; scripts, forms, menus and hidden parts are left out."""
    walk = _Walk(_main(root))
    for node, opens in _events(root):
        if node.tag == "-text":
            walk.text(node.text_content or "")
        elif opens:
            walk.open(node)
        else:
            walk.close(node)
    return walk.finish()


def _main(root: LexborNode) -> frozenset[int]:
    """The elements that hold half of the page's paragraphs or more: whatever their names say, they are no furniture."""
    weights: Counter[int] = Counter()
    total = 0
    for paragraph in root.css("p"):
        weight = len(paragraph.text())
        total += weight
        above = paragraph.parent
        for _ in range(_DEEPEST):
            if above is None:
                break
            weights[above.mem_id] += weight
            above = above.parent
    return frozenset(key for key, weight in weights.items() if weight * 2 >= total > 0)


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    node, opens = root, True
    while True:
        if opens:
            hidden = node.mem_id != root.mem_id and _is_hidden(node)
            if not hidden:
                yield node, True
                if node.tag != "-text" and node.child is not None:
                    node = node.child
                    continue
                if node.tag != "-text":
                    yield node, False
        if node.mem_id == root.mem_id:
            return
        if node.next is not None:
            node, opens = node.next, True
            continue
        parent = node.parent
        if parent is None:
            return
        node, opens = parent, False
        yield node, False


def _is_hidden(node: LexborNode) -> bool:
    tag = node.tag
    if tag == "-text":
        return False
    if tag is None or tag in _OPAQUE or tag.startswith(("-", "_", "!")):
        # A whole page may stand in one form, as ASP.NET writes it.
        return tag != "form" or len(node.css("p")) < _LINE_BREAKS + 1
    attributes = node.attributes
    return "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "").lower()


def _is_furniture(node: LexborNode) -> bool:
    if node.tag in {"aside", "footer", "nav", "figure", "figcaption", "address"}:
        return True
    if node.tag in {"body", "html", "main", "-document"}:
        return False
    return furniture().named("furniture", names_of(node)) or node.attributes.get("role") in _ASIDE
