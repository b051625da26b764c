"""NewsML-G2, the IPTC's format of today."""

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from dateline.extract.markup import Words
from dateline.extract.wire import nitf
from dateline.extract.wire.item import Parts, article, subjects
from dateline.extract.wire.xml import LANGUAGE, body, every, first, first_words, local, signed, value, words
from dateline.lang import tables
from dateline.records import Article, Page, Skipped, SkipReason, skipped

_ITEMS = ("newsitem", "packageitem", "planningitem", "conceptitem", "knowledgeitem", "catalogitem")
_CODES = ("qcode", "uri", "literal")


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The articles of an item, or of all the items of a message; what is no text is skipped by its name."""
    items = [element for element in root.iter() if local(element) in _ITEMS]
    if not items:
        return [skipped(page, "extract", SkipReason.MALFORMED, "NewsML-G2 without an item")]
    several = len(items) > 1
    sender = first_words(root, "sender")
    return [_article(item, number if several else 0, page, sender) for number, item in enumerate(items, 1)]


def _article(item: Element, number: int, page: Page, sender: str | None) -> Article | Skipped:
    kind = (value(item, "itemclass", "qcode", "uri") or "text").rpartition(":")[2].rpartition("/")[2]
    if local(item) != "newsitem" or kind not in {"text", "composite"}:
        what = kind if local(item) == "newsitem" else local(item)
        named = first_words(item, "headline", "title", "name")
        return skipped(page, "extract", SkipReason.NOT_TEXT, f"a {what}, not a text: {named or 'unnamed'}")
    parts = Parts(
        number=number,
        headline=first_words(item, "headline", "title"),
        standfirst=_summary(item),
        section=_section(item),
        bylines=_bylines(item) or _creators(item),
        agencies=_agencies(item, sender),
        dateline=first_words(item, "dateline"),
        published=first_words(item, "firstcreated", "versioncreated", "contentcreated"),
        updated=first_words(item, "versioncreated"),
        language=item.get(LANGUAGE) or value(item, "language", "tag"),
        pictures=list(nitf.pictures(item)),
        paragraphs=_body(item),
        tags=[found for one in every(item, "subject") if (found := first_words(one, "name"))],
        subjects=subjects(code for one in every(item, "subject") for code in _subject(one)),
        item=item.get("guid"),
        version=item.get("version"),
        status=value(item, "pubstatus", *_CODES),
        signals=[code for one in every(item, "signal") for code in _codes(one)],
        note=_note(item),
        slug=first_words(item, "slugline"),
        urgency=first_words(item, "urgency"),
        embargo=first_words(item, "embargoed"),
        terms=[first_words(item, "copyrightnotice"), first_words(item, "usageterms")],
    )
    return article(parts, page, "newsml-g2")


def _body(item: Element) -> Words:
    """The paragraphs of the first content that has any."""
    content = first(item, "contentset")
    if content is None:
        return []
    places = (first(one, "body.content", "body") or one for one in content if local(one).startswith("inline"))
    return next(filter(None, map(body, places)), [])


def _summary(item: Element) -> str | None:
    """The description that the item calls a summary or a standfirst, else None."""
    for one in every(item, "description"):
        if any(role in one.get("role", "").lower() for role in ("summary", "standfirst", "abstract")):
            return words(one)
    return None


def _section(item: Element) -> str | None:
    """The broadest subject with a name: a IPTC Media Topic whose last six figures are zero, else none."""
    for one in every(item, "subject"):
        code = one.get("qcode", one.get("uri", "")).rpartition(":")[2].rpartition("/")[2]
        if code.isdigit() and code.endswith("000000"):
            return first_words(one, "name")
    return first_words(item, "department")


def _bylines(item: Element) -> list[str]:
    return [found for name in ("by", "byline") for one in every(item, name) for found in signed(one)]


def _creators(item: Element) -> list[str]:
    meta = first(item, "contentmeta")
    return [] if meta is None else [found for one in every(meta, "creator") if (found := first_words(one, "name"))]


def _agencies(item: Element, sender: str | None) -> list[str | None]:
    """What may name the agency: the provider, who sent it, who holds the rights, the source, the credit.

    A sender is often a host, which is no name.
    """
    provider = first(item, "provider")
    others = [one for name in ("copyrightholder", "infosource") for one in every(item, name)]
    return [
        None if provider is None else first_words(provider, "name"),
        sender if sender and "." not in sender else None,
        *_codes(provider),
        *(one.get("literal") or first_words(one, "name") for one in others),
        first_words(item, "creditline"),
    ]


def _codes(element: Element | None) -> Iterator[str]:
    """The codes that an element is, without the scheme that they are of."""
    if element is not None:
        given = (element.get(attribute, "") for attribute in _CODES)
        yield from filter(None, (one.rpartition(":")[2].rpartition("/")[2].strip() for one in given))


def _subject(element: Element) -> Iterator[str | None]:
    """A subject's own code, and those that the item calls the same."""
    for one in (element, *every(element, "sameas")):
        yield from (one.get(attribute) for attribute in _CODES)


def _note(item: Element) -> str | None:
    """The notes to editors in one, without those that name contacts, or are for nobody outside the agency."""
    notes = [one for one in every(item, "ednote") if not _is_inward(one)]
    return " ".join(found for one in notes if (found := words(one))) or None


def _is_inward(note: Element) -> bool:
    told = f"{note.get('role', '')} {note.get('pubconstraint', '')}".lower()
    return any(role in told for role in _inward())


@cache
def _inward() -> tuple[str, ...]:
    return tuple(tables.table("any", "wire")["lines"]["no_note"])
