"""RSS 0.9x to 2.0, Atom and sitemaps, read by the names that their elements have in common."""

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from dateline.collect.addresses import clean
from dateline.collect.feeds.listing import MOST_ENTRIES, Entry, Listing, moment
from dateline.collect.feeds.xml import BrokenXmlError, XmlError, elements, local, mended, text_of

_KINDS = {
    "rss": "RSS",
    "rdf": "RSS 1.0",
    "feed": "Atom",
    "urlset": "sitemap",
    "sitemapindex": "sitemap index",
}
_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})
# The newest of them is when an entry last changed.
_DATES = frozenset({"pubdate", "date", "published", "updated", "modified", "issued", "lastmod", "publication_date"})
# Namespaces whose titles and addresses are those of pictures and films.
_OF_PICTURES = ("sitemap-image", "sitemap-video", "/mrss")
_LONGEST_TTL = 24 * 60


def feed(content: bytes, url: str) -> Listing | None:
    """The listing that some XML is, or None where it is another kind of XML. `url` is where it came from.

    One that breaks off gives what stands before, and names the fault.
    """
    found, is_broken = _read(content, url)
    if is_broken:
        again, _ = _read(mended(content), url)
        if again is not None and (found is None or not again.fault or len(again.entries) > len(found.entries)):
            return again
    return found


@dataclass(slots=True)
class _Reading:
    """What was read so far of one listing."""

    url: str
    kind: str = ""
    above: list[str] = field(default_factory=list)
    found: Listing = field(default_factory=lambda: Listing(kind=""))
    entries: list[Entry] = field(default_factory=list)
    nameless: int = 0

    def take(self, event: str, element: Element) -> None:
        name = local(element)
        if event == "start":
            self.kind = self.kind or _KINDS.get(name, "-")
            self.above.append(name)
            return
        self.above.pop()
        if name in _ENTRIES and _ENTRIES.isdisjoint(self.above):
            entry = _entry(element, self.url)
            self.entries += [entry] if entry else []
            self.nameless += entry is None
        elif _ENTRIES.isdisjoint(self.above) and len(self.above) <= 2:
            self._of_the_whole(name, element)

    def _of_the_whole(self, name: str, element: Element) -> None:
        if name == "title" and not self.found.title:
            self.found = replace(self.found, title=text_of(element) or None)
        elif name == "link" and element.get("rel") == "hub":
            self.found = replace(self.found, hub=clean(element.get("href"), self.url))
        elif name == "ttl" and text_of(element).isdecimal():
            self.found = replace(self.found, fresh=min(int(text_of(element)[:6]), _LONGEST_TTL))

    def listing(self, fault: str | None) -> Listing | None:
        if self.kind in {"", "-"}:
            return None
        if self.kind == "sitemap index":
            return replace(self.found, kind=self.kind, more=tuple(self.entries), fault=fault)
        entries = tuple(self.entries)
        return replace(self.found, kind=self.kind, entries=entries, nameless=self.nameless, fault=fault)


def _read(content: bytes, url: str) -> tuple[Listing | None, bool]:
    """The listing, and whether it breaks off in a way that may be mended."""
    reading = _Reading(url)
    try:
        for event, element in elements(content, _ENTRIES):
            reading.take(event, element)
            if reading.kind == "-" or len(reading.entries) >= MOST_ENTRIES:
                break
    except XmlError as error:
        return reading.listing(str(error)), isinstance(error, BrokenXmlError)
    return reading.listing(None), False


def _entry(element: Element, url: str) -> Entry | None:
    link = guid = None
    title = None
    dates = []
    for part in element.iter():
        if any(other in str(part.tag) for other in _OF_PICTURES):
            continue
        name = local(part)
        if name == "link" and part.get("rel", "alternate") == "alternate" and not link:
            link = part.get("href") or text_of(part)
        elif name in {"loc", "origlink"}:
            link = text_of(part) or link
        elif name == "guid" and part.get("ispermalink", part.get("isPermaLink", "true")).lower() == "true":
            guid = text_of(part)
        elif name == "title" and title is None:
            title = text_of(part) or None
        elif name in _DATES:
            dates.append(moment(text_of(part)))
    where = clean(link, url) or clean(guid if guid and guid.startswith("http") else None)
    if where is None:
        return None
    return Entry(url=where, title=title, changed=max((one for one in dates if one), default=None))
