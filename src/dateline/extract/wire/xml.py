"""What the XML formats of agencies have in common. Namespaces are left aside: dialects differ in them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.extract.markup import Words, clean, is_block, kind_of, paragraphs, plain_paragraphs

_PASSED_OVER = frozenset(("media", "table", "script", "style", "figure"))


class NoXmlError(Exception):
    """The bytes are no XML, or XML of a kind that is only ever an attack."""


def parse(content: bytes) -> Element:
    """The root. Raises `NoXmlError` for what cannot be parsed, and for entity declarations and outside references."""
    try:
        root: Element = fromstring(content, forbid_dtd=False)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise NoXmlError(str(error) or type(error).__name__) from error
    return root


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


def body(element: Element) -> Words:
    """The paragraphs in an element: its innermost blocks, or its text where it has no blocks.

    Some agencies escape HTML inside the XML; that is read as HTML.
    """
    blocks = list(_blocks(element))
    if blocks:
        return [(kind_of(tag), found) for tag, found in blocks]
    text = "".join(element.itertext())
    return paragraphs(text) if "<p" in text else plain_paragraphs(text)


def _blocks(element: Element) -> Iterator[tuple[str, str]]:
    for child in element:
        name = local(child)
        if name in _PASSED_OVER:
            continue
        if is_block(name) and not any(is_block(local(inner)) for inner in child.iter() if inner is not child):
            found = words(child)
            if found:
                yield name, found
        else:
            yield from _blocks(child)
