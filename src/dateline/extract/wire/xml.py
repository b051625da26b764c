"""What the XML formats of agencies have in common. Namespaces are left aside: dialects differ in them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.extract.html.decode import decoded
from dateline.extract.markup import Words, clean, is_block, kind_of, paragraphs, wrapped

_PASSED_OVER = frozenset(("media", "table", "script", "style", "figure", "header", "head"))
WESTERN = "cp1252"
"""What agencies send that is no UTF-8, and do not name, is this."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}\?>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w.:-]+)""")
_DEEPEST = 200
_NO_CHARACTER = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_EMPTY = re.compile(r"\n[ \t]*\n[ \t]*(?=\()")
"""Some agencies leave an empty line between the last paragraph and the credits in brackets, all in one element."""
_MARKED = re.compile(r"<(?:p|div|br|ul|h\d)\b", re.IGNORECASE)


class NoXmlError(Exception):
    """The bytes are no XML, or XML of a kind that is only ever an attack."""


def parse(content: bytes) -> Element:
    """The root. Raises `NoXmlError` for what cannot be parsed, and for entity declarations and outside references.

    What the XML says of its charset is believed less than its bytes, as with pages: an item that calls itself
    ISO 8859-1 and is valid UTF-8 is UTF-8.
    """
    try:
        root: Element = fromstring(_readable(content), forbid_dtd=False)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise NoXmlError(str(error) or type(error).__name__) from error
    if _is_deep(root):
        raise NoXmlError(f"its elements are nested more than {_DEEPEST} deep")
    return root


def _is_deep(root: Element) -> bool:
    """Whether elements are nested deeper than any format wants: looking through each within each would never end."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
    return bool(level)


def _readable(content: bytes) -> bytes | str:
    """XML as the parser takes it: its bytes where they are what they say, else its characters."""
    declaration = _DECLARATION.match(content.removeprefix(b"\xef\xbb\xbf"))
    given = _ENCODING.search(declaration[0]) if declaration else None
    if content.isascii() or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.lstrip()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if given and given[1].lower() not in {b"utf-8", b"utf8"}:
            return content
        text = decoded(content, WESTERN)
    found = _DECLARATION.match(text.encode("utf-8", "replace"))
    return text[len(found[0].decode()) :].lstrip().translate(_NO_CHARACTER) if found else text.lstrip()


def local(element: Element) -> str:
    """The element's name without its namespace, in lower case; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def every(root: Element, name: str) -> Iterator[Element]:
    """All elements of a local name under `root`, in order, `root` included."""
    return (element for element in root.iter() if local(element) == name)


def first(root: Element, *names: str) -> Element | None:
    """The first element of the first of these names that there is, else None."""
    return next((element for name in names for element in every(root, name)), None)


def words(element: Element | None) -> str | None:
    """All the text in an element with single spaces, or None where there is none."""
    return None if element is None else clean("".join(element.itertext())) or None


def first_words(root: Element, *names: str) -> str | None:
    """The text of the first element, of these names in turn, that has some."""
    return next((found for name in names for element in every(root, name) if (found := words(element))), None)


def value(root: Element, name: str, *attributes: str) -> str | None:
    """The first of these attributes on the first element of a name, or None."""
    element = first(root, name)
    if element is None:
        return None
    return next((found for attribute in attributes if (found := element.get(attribute, "").strip())), None)


def spaced(element: Element) -> str:
    """All the text in an element, that of each element within it apart from the next: "By", "Ana Ruz"."""
    return clean(" ".join(element.itertext()))


def signed(element: Element) -> list[str]:
    """Who a byline names: the people marked in it, else all of its words."""
    return [spaced(one) for one in every(element, "person")] or [spaced(element)]


def body(element: Element) -> Words:
    """The paragraphs in an element: its innermost blocks, or its text where it has no blocks.

    Some agencies escape HTML inside the XML; that is read as HTML. A single block of hard-wrapped lines is parted
    where its lines are.
    """
    blocks = list(_blocks(element))
    if len(blocks) > 1:
        return [(kind_of(tag), words) for tag, found in blocks for one in _EMPTY.split(found) if (words := clean(one))]
    text = blocks[0][1] if blocks else "".join(element.itertext())
    if not _MARKED.search(text):
        return wrapped(text)
    found = paragraphs(text)
    return found if len(found) > 1 else wrapped(re.sub(r"<[^>]*>", "", text))


def _blocks(element: Element) -> Iterator[tuple[str, str]]:
    for child in element:
        name = local(child)
        if name in _PASSED_OVER:
            continue
        if is_block(name) and not any(is_block(local(inner)) for inner in child.iter() if inner is not child):
            found = "".join(child.itertext())
            if clean(found):
                yield name, found
        else:
            yield from _blocks(child)
