"""Feeds of agencies (RSS and Atom) whose entries carry whole texts."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element

from dateline.extract import byline
from dateline.extract.markup import Words, paragraphs, wrapped
from dateline.extract.wire.item import Parts, article, subjects
from dateline.extract.wire.xml import LANGUAGE, body, every, first_words, local
from dateline.records import Article, Moment, Page, Skipped, SkipReason, skipped

_ENTRIES = frozenset({"item", "entry"})
_FULL = ("encoded", "content", "body")
_SHORT = ("description", "summary")
_WHOLE = 3
"""So many paragraphs in a description are a text; fewer are a teaser."""
_TIMES = ("pubdate", "published", "issued", "created", "date", "updated", "modified")


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The articles of the entries that carry a whole text; of the others, that they only lead to one."""
    entries = [one for one in root.iter() if local(one) in _ENTRIES]
    if not entries:
        return [skipped(page, "extract", SkipReason.NO_ARTICLE, "a feed without entries")]
    several = len(entries) > 1
    channel = next((one for one in root.iter() if local(one) in {"channel", "feed"}), root)
    return [_article(entry, channel, number if several else 0, page) for number, entry in enumerate(entries, 1)]


def _article(entry: Element, channel: Element, number: int, page: Page) -> Article | Skipped:
    title = _child(entry, "title")
    text, teaser = _text(entry)
    if not text:
        detail = (
            f"an entry without its text: {title or 'unnamed'}; add the feed as an address to fetch what it leads to"
        )
        return skipped(page, "extract", SkipReason.NO_ARTICLE, detail)
    outlet = _child(channel, "title")
    times = [time for name in _TIMES if (time := _iso(_child(entry, name)))]
    parts = Parts(
        number=number,
        outlet=outlet,
        headline=title,
        standfirst=teaser,
        section=next(_categories(entry), None),
        bylines=[found for name in ("creator", "author") for one in _children(entry, name) if (found := _name(one))],
        agencies=[_child(entry, "credit", "publisher", "source"), next(byline.agencies_in(outlet or ""), None)],
        published=next(iter(times), None),
        updated=_iso(_child(entry, "updated", "modified")),
        language=entry.get(LANGUAGE) or channel.get(LANGUAGE) or _child(channel, "language"),
        paragraphs=text,
        tags=list(_categories(entry)),
        subjects=subjects(_categories(entry)),
        url=_link(entry),
        item=_child(entry, "guid", "id", "identifier"),
        terms=[_child(entry, "rights", "copyright") or _child(channel, "rights", "copyright")],
    )
    return article(parts, page, "feed")


def _text(entry: Element) -> tuple[Words, str | None]:
    """The whole text of an entry, and its teaser; of a feed that has descriptions alone, one that is long enough."""
    full = [_read(one) for name in _FULL for one in _children(entry, name)]
    short = [(one, _read(one)) for name in _SHORT for one in _children(entry, name)]
    if any(full):
        return max(full, key=_size), next((" ".join(words for _, words in read) for _, read in short if read), None)
    return next((read for _, read in short if len(read) >= _WHOLE), []), None


def _read(element: Element) -> Words:
    if len(element):
        return body(element)
    text = "".join(element.itertext())
    return paragraphs(text) if "<" in text else wrapped(text)


def _size(found: Words) -> int:
    return sum(len(words) for _, words in found)


def _children(entry: Element, name: str) -> Iterator[Element]:
    """The elements of a name in an entry itself: an extension may hold others of that name."""
    return (one for one in entry if local(one) == name)


def _child(entry: Element, *names: str) -> str | None:
    return next((found for name in names for one in _children(entry, name) if (found := first_words(one, name))), None)


def _name(author: Element) -> str | None:
    return first_words(author, "name") or (None if len(author) else first_words(author, local(author)))


def _categories(entry: Element) -> Iterator[str]:
    for one in (*_children(entry, "category"), *_children(entry, "subject")):
        if found := one.get("label") or one.get("term") or first_words(one, local(one)):
            yield found


def _link(entry: Element) -> str | None:
    for one in _children(entry, "link"):
        if one.get("rel", "alternate") == "alternate" and (found := one.get("href") or first_words(one, "link")):
            return found
    return next((found for one in every(entry, "guid") if (found := first_words(one, "guid")) and "://" in found), None)


def _iso(text: str | None) -> str | None:
    found = _moment(text)
    return found.iso() if found else None


def _moment(text: str | None) -> Moment | None:
    """The moment of a date of RSS ("Thu, 08 May 2031 06:00:00 +0200") or of Atom ("2031-05-08T06:00:00Z")."""
    if not text:
        return None
    try:
        return Moment.parse(text) or Moment.at(parsedate_to_datetime(text))
    except (ValueError, TypeError):
        return None
