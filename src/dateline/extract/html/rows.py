"""From bytes to the rows of a page, with what the page says of itself."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from dateline.extract.html.decode import for_parser
from dateline.extract.html.given.headline import headline_of
from dateline.extract.html.given.metadata import Metadata, metadata
from dateline.extract.html.judge.evidence import Told, told
from dateline.extract.html.judge.flat import Flat, flat
from dateline.extract.html.judge.shape import Shape, shape
from dateline.extract.html.nodes import Nodes
from dateline.extract.html.tame import tamed
from dateline.extract.markup import clean

_END = 4096


@dataclass(slots=True)
class Rows:
    """A page, read but not yet judged."""

    tree: LexborHTMLParser
    meta: Metadata
    headline: tuple[str, str] | None
    title: str
    """The text of the title element; empty where there is none."""
    broken_off: bool
    """Whether the page ends before it closes its body."""
    cut: bool
    """Whether the page is larger than what is read of one."""
    content: bytes
    """The page before it was parsed, as far as it is read."""
    page: Flat
    seen: Shape
    said: Told


def rows_of(content: bytes) -> Rows | None:
    """The rows of a page, or None where it has no body."""
    content, cut = tamed(content)
    try:
        tree = LexborHTMLParser(for_parser(content))
    except SelectolaxError:
        return None
    body = tree.body
    if body is None:
        return None
    nodes = Nodes(tree)
    meta = metadata(tree, nodes)
    title = next((clean(node.text()) for node in nodes.all("title")), "")
    headline = headline_of(tree, nodes.all("h1"), meta, title)
    nodes.drop_unread()
    page = flat(body)
    standfirst = meta.first("standfirst")
    said = told(headline[0] if headline else None, standfirst[0] if standfirst else None, meta.body)
    end = content[-_END:].lower()
    broken_off = b"</body" not in end and b"</html" not in end
    return Rows(tree, meta, headline, title, broken_off, cut or page.cut, content, page, shape(page), said)
