"""NewsML 1, the IPTC's format of before."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dateline.extract.markup import Words
from dateline.extract.wire import nitf
from dateline.extract.wire.item import Parts, article, subjects
from dateline.extract.wire.xml import LANGUAGE, body, every, first, first_words, local, signed, value
from dateline.records import Article, Page, Skipped, SkipReason, skipped

_SUBJECTS = frozenset({"subject", "subjectmatter", "subjectdetail"})
_RIGHTS = ("copyrightline", "rightsline", "usagetype", "limitations")
_BODY = frozenset({"main", "body", "text", "article"})
_TEXTS = frozenset({"text", "complexdata"})
_NO_TEXTS = frozenset({"caption", "contact", "headline", "logo", "stylesheet", "subheadline", "summary", "video"})


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The articles of the items of a message; an item of pictures alone is skipped by its name."""
    items = list(every(root, "newsitem"))
    if not items:
        return [skipped(page, "extract", SkipReason.MALFORMED, "NewsML 1 without a NewsItem")]
    several = len(items) > 1
    sender = _party(first(root, "sentfrom"))
    return [
        article(_parts(item, sender, number if several else 0), page, "newsml-1")
        for number, item in enumerate(items, 1)
    ]


def _parts(item: Element, sender: str | None, number: int) -> Parts:
    return Parts(
        number=number,
        headline=first_words(item, "headline"),
        standfirst=first_words(item, "subheadline"),
        bylines=[found for one in every(item, "byline") for found in signed(one)],
        agencies=_agencies(item, sender),
        dateline=first_words(item, "dateline"),
        published=first_words(item, "firstcreated", "thisrevisioncreated"),
        updated=first_words(item, "thisrevisioncreated"),
        language=value(item, "language", "FormalName") or item.get(LANGUAGE),
        pictures=list(nitf.pictures(item)),
        paragraphs=_body(item),
        tags=[one.get("Value", "") for one in every(item, "property") if one.get("FormalName") == "Keyword"],
        subjects=subjects(one.get("FormalName") for one in item.iter() if local(one) in _SUBJECTS),
        item=first_words(item, "newsitemid"),
        version=first_words(item, "revisionid"),
        status=value(item, "status", "FormalName"),
        signals=[one.get("FormalName", "") for one in every(item, "instruction")],
        note=first_words(item, "ednote"),
        slug=first_words(item, "slugline", "namelabel"),
        urgency=value(item, "urgency", "FormalName"),
        embargo=_embargo(item),
        terms=[first_words(item, name) for name in _RIGHTS],
    )


def _agencies(item: Element, sender: str | None) -> list[str | None]:
    """Who provides and who sent it; the source is often the company whose release it is."""
    return [
        _party(first(item, "provider")),
        sender,
        _party(first(item, "source")),
        first_words(item, "creditline"),
    ]


def _embargo(item: Element) -> str | None:
    """When the status changes to usable; a change to another status, as of what is to be deleted, is no embargo."""
    change = first(item, "statuswillchange")
    if change is None or (value(change, "futurestatus", "FormalName") or "usable").lower() != "usable":
        return None
    return first_words(change, "dateandtime") or first_words(item, "statuswillchange")


def _body(item: Element) -> Words:
    """The paragraphs of the fullest text among the item's contents; that of a part called the body goes first."""
    bodies = [one for one in every(item, "newscomponent") if _role(one) in _BODY]
    for within in (*bodies, item):
        texts = [body(place) for content in _texts(within) for place in _places(content)]
        if any(texts):
            return max(texts, key=lambda text: sum(len(words) for _, words in text))
    return []


def _texts(within: Element) -> Iterator[Element]:
    """The contents of a component and those within it that may be text, style sheets and captions left aside."""
    for child in within:
        if local(child) == "contentitem":
            kind = (value(child, "mediatype", "FormalName") or "text").lower()
            mime = (value(child, "mimetype", "FormalName") or "text/plain").lower()
            if kind in _TEXTS and mime.partition(";")[0] != "text/css":
                yield child
        elif local(child) != "newscomponent" or _role(child) not in _NO_TEXTS:
            yield from _texts(child)


def _places(content: Element) -> Iterator[Element]:
    within = first(content, "body.content", "body", "datacontent")
    if within is not None:
        yield within


def _role(component: Element) -> str:
    role = next((one for one in component if local(one) == "role"), None)
    return "" if role is None else role.get("FormalName", "").lower()


def _party(element: Element | None) -> str | None:
    if element is None:
        return None
    return next((one.get("FormalName") for one in element.iter() if local(one) == "party"), None)
