"""NewsML-G2, the IPTC's format of today."""

from xml.etree.ElementTree import Element

from dateline.extract.markup import Words
from dateline.extract.wire.item import Parts, article
from dateline.extract.wire.xml import body, every, first, first_words, local, value, words
from dateline.records import Article, Page, Skipped, SkipReason, skipped

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ITEMS = ("newsitem", "packageitem", "planningitem", "conceptitem", "knowledgeitem")


def articles(root: Element, page: Page) -> list[Article | Skipped]:
    """The articles of an item, or of all the items of a message; what is no text is skipped by its name."""
    items = [element for element in root.iter() if local(element) in _ITEMS]
    if not items:
        return [skipped(page, "extract", SkipReason.MALFORMED, "NewsML-G2 without an item")]
    several = len(items) > 1
    return [_article(item, number if several else 0, page) for number, item in enumerate(items, 1)]


def _article(item: Element, number: int, page: Page) -> Article | Skipped:
    kind = (value(item, "itemclass", "qcode", "uri") or "text").rpartition(":")[2]
    if local(item) != "newsitem" or kind not in {"text", "composite"}:
        what = kind if local(item) == "newsitem" else local(item)
        named = first_words(item, "headline", "title", "name")
        return skipped(page, "extract", SkipReason.NOT_TEXT, f"a {what}, not a text: {named or 'unnamed'}")
    provider = first(item, "provider")
    parts = Parts(
        number=number,
        headline=first_words(item, "headline", "title"),
        standfirst=_summary(item),
        section=_section(item),
        bylines=_bylines(item) or _creators(item),
        agency=_provider(provider) or first_words(item, "creditline"),
        dateline=first_words(item, "dateline"),
        published=first_words(item, "firstcreated", "versioncreated"),
        updated=first_words(item, "versioncreated"),
        language=item.get(_LANGUAGE) or value(item, "language", "tag"),
        paragraphs=_body(item),
        tags=[found for one in every(item, "subject") if (found := first_words(one, "name"))],
        item=item.get("guid"),
        version=item.get("version"),
        status=value(item, "pubstatus", "qcode", "uri"),
        signals=[one.get("qcode", "") for one in every(item, "signal")],
        note=first_words(item, "ednote"),
        slug=first_words(item, "slugline"),
        embargo=first_words(item, "embargoed"),
    )
    return article(parts, page, "newsml-g2")


def _body(item: Element) -> Words:
    content = first(item, "contentset")
    if content is None:
        return []
    within = first(content, "body.content", "body", "inlinexml", "inlinedata")
    return [] if within is None else body(within)


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
    return [found for name in ("by", "byline") for one in every(item, name) if (found := words(one))]


def _creators(item: Element) -> list[str]:
    meta = first(item, "contentmeta")
    return [] if meta is None else [found for one in every(meta, "creator") if (found := first_words(one, "name"))]


def _provider(provider: Element | None) -> str | None:
    if provider is None:
        return None
    code = (provider.get("literal") or provider.get("qcode") or provider.get("uri") or "").rpartition(":")[2]
    return first_words(provider, "name") or code.rpartition("/")[2] or None
