"""Small pieces of markup as paragraphs, wherever they come from."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.records import ParagraphKind

Words = list[tuple[ParagraphKind, str]]

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hl2 hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_KINDS = {
    "blockquote": ParagraphKind.QUOTE,
    "dd": ParagraphKind.LIST_ITEM,
    "h2": ParagraphKind.SUBHEAD,
    "h3": ParagraphKind.SUBHEAD,
    "h4": ParagraphKind.SUBHEAD,
    "h5": ParagraphKind.SUBHEAD,
    "h6": ParagraphKind.SUBHEAD,
    "hl2": ParagraphKind.SUBHEAD,
    "li": ParagraphKind.LIST_ITEM,
}
_INVISIBLE = "script, style, template, noscript, iframe, svg, figure, table, button, form"
_HEADS = frozenset({"div", "h1", "header"})
"""What stands in one of these before the first paragraph is a title, a kicker or a date."""
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
UNSEEN = re.compile("[\u00ad\u2060\u202a-\u202e\u2066-\u2069]")
"""Soft hyphens, what joins words, and marks that turn the direction of what follows them, or end that."""
_PARAGRAPHS = re.compile(r"\n\s*\n")
_ANY_TAG = re.compile(r"<[^>]{0,1000}>")
# What needs no end (<p>, <li>, <br>) may stand in any number beside one another.
_NESTING = re.compile(r"<(/?)(?!(?:br|dd|dt|hr|img|input|li|link|meta|p|td|th|tr|wbr)\b)[a-z]", re.IGNORECASE)
_DEEPEST = 500
_WIDEST = 100
"""Lines of text that are broken at a width are no longer."""
_FULL = 0.6


def clean(text: str) -> str:
    """The words of `text` with single spaces, without characters that have no width or turn its direction."""
    if text.isascii():
        return " ".join(text.split())
    return _SPACE.sub(" ", UNSEEN.sub("", text)).strip()


def kind_of(tag: str | None) -> ParagraphKind:
    """What a paragraph of this tag is."""
    return _KINDS.get(tag or "", ParagraphKind.TEXT)


def is_block(tag: str | None) -> bool:
    """Whether a tag opens a paragraph of its own."""
    return tag in _BLOCKS


def paragraphs(html: str) -> Words:
    """The paragraphs of a piece of HTML, as agencies send it in their items; pictures and tables are left out."""
    if _is_deep(html):
        return wrapped(_ANY_TAG.sub(" ", html))
    tree = LexborHTMLParser(html)
    for node in tree.css(_INVISIBLE):
        node.decompose()
    body = tree.body
    if body is None:
        return []
    blocks = _innermost(body.css(", ".join(sorted(_BLOCKS - {"body"}))))
    if not blocks:
        return wrapped(body.text())
    first = next((place for place, node in enumerate(blocks) if node.tag == "p"), 0)
    texts = [node for place, node in enumerate(blocks) if place >= first or node.tag not in _HEADS]
    return [(_kind(node), words) for node in texts if (words := clean(node.text()))]


def plain_paragraphs(text: str) -> Words:
    """The paragraphs of plain text that are parted by empty lines, or by line ends where there is no empty line."""
    parts = _PARAGRAPHS.split(text.strip())
    if len(parts) == 1:
        parts = text.splitlines()
    return [(ParagraphKind.TEXT, words) for part in parts if (words := clean(part))]


def wrapped(text: str) -> Words:
    """The paragraphs of plain text whose lines may be broken at a width.

    Empty lines part them. Where there is none, and where lines within a block are indented more than others, an
    indented line begins the next one; where no line is indented, each line is one unless they all look full.
    """
    parts = [part for part in _PARAGRAPHS.split(text) if part.strip()]
    if len(parts) == 1:
        parts = _by_indent(parts[0].splitlines()) or _by_line(parts[0].splitlines())
    else:
        parts = [one for part in parts for one in _by_indent(part.splitlines()) or [part]]
    return [(ParagraphKind.TEXT, words) for part in parts if (words := clean(part))]


def _by_indent(lines: list[str]) -> list[str]:
    """The lines joined to paragraphs that each begin with an indented line; empty where none is, or all are."""
    filled = [line for line in lines if line.strip()]
    indents = [len(line.expandtabs()) - len(line.expandtabs().lstrip()) for line in filled]
    if not indents or min(indents[1:], default=indents[0]) >= max(indents[1:], default=0):
        return []
    least = min(indents[1:])
    found = [filled[0]]
    for line, indent in zip(filled[1:], indents[1:], strict=True):
        if indent > least:
            found.append(line)
        else:
            found[-1] += f"\n{line}"
    return found


def _by_line(lines: list[str]) -> list[str]:
    """Each line, or all of them as one paragraph where no line but the last is much shorter than the longest."""
    filled = [line for line in lines if line.strip()]
    width = max((len(line) for line in filled), default=0)
    is_full = width <= _WIDEST and all(len(line) > width * _FULL for line in filled[:-1])
    return ["\n".join(filled)] if is_full else filled


def _is_deep(html: str) -> bool:
    """Whether elements that want an end are nested so deep that the parser's time would grow with its square."""
    depth = 0
    for found in _NESTING.finditer(html):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _innermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Those that hold none of the others; each element above them is looked at once, however deep they lie."""
    holders: set[int] = set()
    for node in nodes:
        above = node.parent
        while above is not None and above.mem_id not in holders:
            holders.add(above.mem_id)
            above = above.parent
    return [node for node in nodes if node.mem_id not in holders]


def _kind(node: LexborNode) -> ParagraphKind:
    parent = node.parent
    if node.tag == "p" and parent is not None and parent.tag in {"blockquote", "li"}:
        return kind_of(parent.tag)
    return kind_of(node.tag)
