"""NewsML 1, the IPTC's format of before."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dateline.extract.markup import Words
from dateline.extract.wire import nitf
from dateline.extract.wire.item import Parts, article
from dateline.extract.wire.xml import body, every, first, first_words, local, value, words
from dateline.records import Article, Page, Skipped, SkipReason, skipped

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The articles of the items of a message; an item of pictures alone is skipped by its name."""
    items = list(every(root, "newsitem"))
    if not items:
        return [skipped(page, "extract", SkipReason.MALFORMED, "NewsML 1 without a NewsItem")]
    several = len(items) > 1
    return [
        article(_parts(item, root, number if several else 0), page, "newsml-1") for number, item in enumerate(items, 1)
    ]


def _parts(item: Element, root: Element, number: int) -> Parts:
    provider = next((one for name in ("provider", "source") for one in every(item, name)), None)
    sender = first(root, "sentfrom")
    return Parts(
        number=number,
        headline=first_words(item, "headline"),
        standfirst=first_words(item, "subheadline"),
        bylines=[found for one in every(item, "byline") if (found := words(one))],
        agency=_party(provider) or _party(sender) or first_words(item, "creditline"),
        dateline=first_words(item, "dateline"),
        published=first_words(item, "firstcreated", "thisrevisioncreated"),
        updated=first_words(item, "thisrevisioncreated"),
        language=value(item, "language", "FormalName") or item.get(_LANGUAGE),
        pictures=list(nitf.pictures(item)),
        paragraphs=_body(item),
        tags=[one.get("Value", "") for one in every(item, "property") if one.get("FormalName") == "Keyword"],
        item=first_words(item, "newsitemid"),
        version=first_words(item, "revisionid"),
        status=value(item, "status", "FormalName"),
        signals=[one.get("FormalName", "") for one in every(item, "instruction")],
        note=first_words(item, "ednote"),
        slug=first_words(item, "slugline", "namelabel"),
        embargo=first_words(item, "statuswillchange"),
    )


def _body(item: Element) -> Words:
    """The paragraphs of the first text among the item's contents; captions of its pictures are no text."""
    for content in _texts(item):
        within = first(content, "body.content", "body", "datacontent")
        found = [] if within is None else body(within)
        if found:
            return found
    return []


def _texts(item: Element) -> Iterator[Element]:
    for content in every(item, "contentitem"):
        kind = value(content, "mediatype", "FormalName")
        if kind is None or kind.lower() in {"text", "complexdata"}:
            yield content


def _party(element: Element | None) -> str | None:
    if element is None:
        return None
    return next((one.get("FormalName") for one in element.iter() if local(one) == "party"), None)
