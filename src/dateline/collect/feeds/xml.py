"""XML of feeds and sitemaps as a stream: entities and networks off, broken files as far as they go."""

import re
from collections.abc import Container, Iterable, Iterator
from html.entities import html5
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from charset_normalizer import from_bytes
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)")
_NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,31};)")
_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_DEEPEST = 100
_MOST_IN_ONE = 10_000
_MOST = 500_000


class XmlError(Exception):
    """It is XML that may not be read; in words."""


class BrokenXmlError(XmlError):
    """It is no whole XML; `mended` may help."""


def elements(content: bytes, wholes: Container[str] = ()) -> Iterator[tuple[str, Element]]:
    """The start and the end of each element; those named in `wholes` hold their parts when they end, others no more.

    Raises `XmlError` where it breaks off, having given what came before.
    """
    try:
        # A document type is allowed, as RSS 0.91 has one; what it would define or fetch is not.
        yield from _forgetting(iterparse(BytesIO(content), events=("start", "end"), forbid_dtd=False), wholes)
    except DefusedXmlException as error:
        raise XmlError(f"it defines entities or wants to fetch something: {type(error).__name__}") from error
    except (ParseError, ValueError, LookupError) as error:
        raise BrokenXmlError(f"it is no whole XML: {error}") from error


def _forgetting(events: Iterable[tuple[str, Element]], wholes: Container[str]) -> Iterator[tuple[str, Element]]:
    above: list[Element] = []
    whole = inside = 0
    for number, (event, element) in enumerate(events):
        if event == "start":
            above.append(element)
            inside += 1
            whole += local(element) in wholes
            if len(above) > _DEEPEST or inside > _MOST_IN_ONE or number > _MOST:
                raise XmlError(f"it has more than {_DEEPEST} elements in one another, or too many in all")
        yield event, element
        if event == "end":
            above.pop()
            whole -= local(element) in wholes
            if above and not whole:
                above[-1].remove(element)
                inside = len(above)


def mended(content: bytes) -> bytes:
    """The same with the commonest mistakes mended: stray ampersands, control characters, entities of HTML, charsets.

    What is not the encoding that it claims to be is decoded by a guess.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        guess = from_bytes(content[:100_000]).best()
        text = content.decode(guess.encoding if guess else "latin-1", "replace")
    text = _BAD.sub("", _DECLARED.sub("", text))
    return _AMPERSAND.sub("&amp;", _NAMED.sub(_character, text)).encode()


def local(element: Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def text_of(element: Element) -> str:
    """The words of an element that holds no others."""
    return " ".join((element.text or "").split())


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    return entity[0] if name in _XML else html5.get(name, f"&amp;{name}")
