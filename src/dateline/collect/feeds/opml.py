"""OPML 1 and 2, the list of feeds that readers exchange (http://opml.org/spec2.opml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from dateline.collect.addresses import clean
from dateline.collect.feeds.xml import BrokenXmlError, XmlError, elements, local, mended
from dateline.records import Rights
from dateline.text.words import readable

_MOST = 10_000
# What OPML has no word for stands in a namespace of our own, which other readers pass over.
_OURS = "urn:dateline:opml"
_FOLLOW = f"{{{_OURS}}}follow"
_RIGHTS = f"{{{_OURS}}}rights"
register_namespace("dateline", _OURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One feed of an OPML file, and the outlines that it stands in, the outermost first."""

    url: str
    title: str
    folders: tuple[str, ...] = ()
    site: str | None = None
    follow: bool = False
    """Whether it is a list page, whose links are followed."""
    headline_only: bool = False
    """Whether readers may be shown no more than its headlines. A list may narrow what is shown, and never widen it."""


def read_opml(content: bytes) -> tuple[Outline, ...]:
    """The feeds of an OPML file, each once. Raises `XmlError` where it is none or breaks off."""
    try:
        return _read(content)
    except BrokenXmlError:
        return _read(mended(content))


def _read(content: bytes) -> tuple[Outline, ...]:
    found: dict[str, Outline] = {}
    folders: list[str] = []
    root = ""
    for event, element in elements(content):
        root = root or local(element)
        if root != "opml":
            raise XmlError(f"it is no OPML: its root is <{root[:40]}>")
        if local(element) != "outline" or len(found) >= _MOST:
            continue
        if event == "end":
            folders.pop()
            continue
        title = element.get("title") or element.get("text") or ""
        url = clean(element.get("xmlUrl") or element.get("xmlurl"))
        if url:
            inside = tuple(folder for folder in folders if folder)
            outline = Outline(
                url=url,
                title=title or url,
                folders=inside,
                site=clean(element.get("htmlUrl")),
                follow=element.get(_FOLLOW) == "true",
                headline_only=element.get(_RIGHTS) == Rights.HEADLINE,
            )
            found.setdefault(url, outline)
        folders.append("" if url else title)
    return tuple(found.values())


def write_opml(outlines: Iterable[Outline], title: str) -> bytes:
    """An OPML 2.0 file of feeds, in the outlines that they stand in; characters that XML cannot hold are U+FFFD."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = readable(title)
    body = SubElement(root, "body")
    made: dict[tuple[str, ...], Element] = {(): body}
    for outline in outlines:
        folders = tuple(map(readable, outline.folders))
        for depth in range(1, len(folders) + 1):
            path = folders[:depth]
            if path not in made:
                made[path] = SubElement(made[path[:-1]], "outline", text=path[-1], title=path[-1])
        given = {"htmlUrl": readable(outline.site)} if outline.site else {}
        given |= {_FOLLOW: "true"} if outline.follow else {}
        given |= {_RIGHTS: Rights.HEADLINE.value} if outline.headline_only else {}
        name = readable(outline.title)
        told = {"type": "rss", "text": name, "title": name, "xmlUrl": readable(outline.url)}
        SubElement(made[folders], "outline", {**told, **given})
    indent(root)
    return bytes(tostring(root, "utf-8", xml_declaration=True)) + b"\n"
