"""A web page to its article."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from dateline.extract import byline, completeness, language
from dateline.extract.furniture import furniture
from dateline.extract.html.blocks import Block, blocks
from dateline.extract.html.content import Content, content, is_sentence, kind
from dateline.extract.html.dates import moment
from dateline.extract.html.decode import decoded
from dateline.extract.html.headline import headline_of, outlet_of_title
from dateline.extract.html.metadata import Metadata, metadata
from dateline.extract.html.pictures import pictures, split_credit
from dateline.extract.markup import clean
from dateline.extract.place import parted
from dateline.records import (
    Article,
    Completeness,
    Moment,
    Page,
    Skipped,
    SkipReason,
    joined,
    record_id,
    skipped,
)
from dateline.text.addresses import web_address
from dateline.text.words import words

# Before the text: this many blocks may hold the byline and the date.
_NEAR = 12
_LEAST = 200
_FRONT = 6
_SOURCE_LINE = 40


@dataclass(slots=True)
class _Fields:
    """What was found, and which rule found it."""

    found_by: dict[str, str]

    def note(self, name: str, given: tuple[str, str] | None) -> str | None:
        if given is None:
            return None
        self.found_by[name] = given[1]
        return given[0]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the page says of itself, what it shows, and under which headline."""

    meta: Metadata
    found: Content
    headline: str | None


def articles(page: Page) -> list[Article | Skipped]:
    """The article of a page, or why there is none."""
    tree = LexborHTMLParser(decoded(page.content))
    if tree.body is None:
        return [skipped(page, "extract", SkipReason.MALFORMED, "an HTML page without a body")]
    meta = metadata(tree)
    seen = blocks(tree.body)
    fields = _Fields({})
    headline = fields.note("headline", headline_of(tree, meta))
    found = content(seen, headline, _bodies(tree))
    whole = b"</body" in page.content.lower() or b"</html" in page.content.lower()
    why_not = _why_not(found, meta, headline, whole=whole)
    if why_not:
        return [skipped(page, "extract", *why_not)]
    return [_article(page, tree, _Seen(meta, found, headline), fields)]


def _article(page: Page, tree: LexborHTMLParser, seen: _Seen, fields: _Fields) -> Article:
    meta, found, headline = seen.meta, seen.found, seen.headline
    standfirst = fields.note("standfirst", _standfirst(meta, found))
    body = [one for one in found.text if one.text != standfirst and not furniture().opens("correction", one.text)]
    place = parted([(kind(one), one.text) for one in body])
    text, paragraphs = joined(place.paragraphs)
    base = web_address((meta.first("url") or (None,))[0]) or page.url
    signed = _bylines(meta, found)
    published, updated = _moments(meta, found, fields)
    whole = _whole(meta, found, text)
    fields.found_by["text"] = "content/container"
    return Article(
        id=record_id("a", page.id),
        page_id=page.id,
        outlet=page.outlet or fields.note("outlet", meta.first("outlet")) or outlet_of_title(tree, headline),
        url=base,
        headline=headline,
        standfirst=standfirst,
        section=fields.note("section", _section(meta, found, tree)),
        authors=byline.people(signed),
        agency=place.agency or byline.agency(signed) or _credited_agency(found),
        dateline=place.dateline,
        published=published or page.published,
        updated=updated,
        language=language.language(text, (meta.first("language") or (page.language,))[0]),
        pictures=pictures(tree, meta, base),
        text=text,
        paragraphs=paragraphs,
        completeness=whole.what,
        completeness_why=whole.why,
        author_box=_author_box(found),
        correction=next((one.text for one in found.all if furniture().opens("correction", one.text)), None),
        tags=tuple(dict.fromkeys(tag.strip() for words in meta.all("tags") for tag in words.split(",") if tag.strip())),
        found_by=tuple(sorted(fields.found_by.items())),
    )


def _why_not(found: Content, meta: Metadata, headline: str | None, *, whole: bool) -> tuple[SkipReason, str] | None:
    """Why a page gives no article, or None where it gives one."""
    if not found.all:
        return SkipReason.MALFORMED, "the page has no text; it may be cut off"
    kinds = {value.lower() for value in meta.all("type")}
    if not meta.is_article and kinds & set(furniture().words["front_page"]):
        return SkipReason.NO_ARTICLE, "the page calls itself a website, not an article: a front page or a list"
    if not any(is_sentence(one) for one in found.text):
        if not whole:
            return SkipReason.MALFORMED, "the page breaks off before its text; fetch it again"
        return SkipReason.NO_ARTICLE, f"no paragraph of an article among {len(found.all)} lines"
    unlike = None if meta.is_article else _unlike_article(found, headline)
    return (SkipReason.NO_ARTICLE, unlike) if unlike else None


def _unlike_article(found: Content, headline: str | None) -> str | None:
    """What speaks against an article on a page that does not call itself one."""
    size = sum(len(one.text) for one in found.text)
    if size < _LEAST:
        return f"only {size} characters of text"
    titles = sum(one.tag in {"h2", "h3", "h4"} and one.link_share() > 0.5 for one in found.all if not one.skipped)
    return f"a list of {titles} linked headlines" if headline is None and titles >= _FRONT else None


def _bodies(tree: LexborHTMLParser) -> frozenset[int]:
    """Elements that the page itself calls the article or its body."""
    marked = tree.css('[itemprop="articleBody"], article, [role="article"], main')
    return frozenset(node.mem_id for node in marked)


def _standfirst(meta: Metadata, found: Content) -> tuple[str, str] | None:
    """What the page shows between headline and text, by its name or because the metadata say the same."""
    told = list(meta.all("standfirst"))
    before = found.all[max(0, found.first - _NEAR) : found.first + 1]
    for one in before:
        if furniture().named("standfirst", one.names) and len(one.text.split()) > 3 and one.link_share() < 0.5:
            return one.text, "page/standfirst"
    for one in before:
        if (
            len(one.text.split()) > 3
            and any(_starts_alike(one.text, other) for other in told)
            and one is not _first(found)
        ):
            return one.text, "page/description"
    return None


def _first(found: Content) -> Block | None:
    return found.text[0] if found.text else None


def _starts_alike(shown: str, told: str) -> bool:
    ours, theirs = words(shown), words(told)
    return len(theirs) > 3 and ours[: len(theirs)] == theirs[: len(ours)]


def _section(meta: Metadata, found: Content, tree: LexborHTMLParser) -> tuple[str, str] | None:
    if given := meta.first("section"):
        return given
    for one in found.all[max(0, found.first - _NEAR) : found.first]:
        if furniture().named("kicker", one.names) and len(one.text) < 40:
            return one.text, "page/kicker"
    crumbs = [
        clean(node.text()) for node in tree.css('[class*="breadcrumb"] a, [class*="cat-links"] a, [class*="path"] a')
    ]
    return (crumbs[-1], "page/breadcrumb") if crumbs and len(crumbs[-1]) < 40 else None


def _bylines(meta: Metadata, found: Content) -> list[str]:
    """The bylines of the first part of the page that gives people; each further part would repeat them otherwise."""
    for rule in dict.fromkeys(by for _, by in meta.given["authors"]):
        if byline.people(meta.all("authors", rule)):
            return meta.all("authors", rule)
    near = found.all[max(0, found.first - _NEAR) : found.first + 1]
    shown = [part for one in near for part in re.split(r"\s[|·•]\s", one.text) if byline.is_byline(part)]
    return shown or meta.all("authors")


def _moments(meta: Metadata, found: Content, fields: _Fields) -> tuple[Moment | None, Moment | None]:
    published = updated = None
    for text, rule in meta.given["published"]:
        read = moment(text)
        if read is not None and (
            published is None or (published.clock is None and read.day == published.day and read.clock)
        ):
            published = read
            fields.found_by["published"] = rule
    for text, rule in meta.given["updated"]:
        if updated is None and (updated := moment(text)):
            fields.found_by["updated"] = rule
    if published is None:
        published = _shown_moment(found, fields)
    if published is None or updated is None or updated.order() <= published.order():
        return published, None
    return published, updated


def _shown_moment(found: Content, fields: _Fields) -> Moment | None:
    for one in found.all[max(0, found.first - _NEAR) : found.first]:
        if len(one.text) < 160 and (read := moment(one.text)):
            fields.found_by["published"] = "page/words"
            return read
    return None


def _whole(meta: Metadata, found: Content, text: str) -> completeness.Whole:
    offered = next((one.text for one in found.all if len(one.text) < 160 and _is_offer(one.text)), None)
    whole = completeness.of_text(text)
    if meta.free is False and (offered or whole.what is not Completeness.COMPLETE):
        return completeness.Whole(Completeness.PAYWALLED, "the page says that the rest is for subscribers")
    if offered and whole.what is Completeness.CUT:
        return completeness.Whole(Completeness.PAYWALLED, f"the text breaks off before “{offered}”")
    return whole


def _is_offer(text: str) -> bool:
    return any(words_ in text.lower() for words_ in furniture().words["offers"])


def _credited_agency(found: Content) -> str | None:
    """The agency that a line of its own under the text gives as its source: "Source: OPA"."""
    last = next((place for place, one in enumerate(found.all) if found.text and one is found.text[-1]), len(found.all))
    for one in found.all[last : last + _NEAR]:
        name = (
            split_credit(one.text)[1]
            if len(one.text) < _SOURCE_LINE and furniture().opens("credit", one.text)
            else None
        )
        if name and (known := byline.agency([name])):
            return known
        if name and re.fullmatch(r"[A-Z]{2,6}", name):
            return name
    return None


def _author_box(found: Content) -> str | None:
    for place, one in enumerate(found.all[:-1]):
        if furniture().is_just("about_author", one.text):
            return found.all[place + 1].text
    boxes = [one.text for one in found.all if furniture().named("author_box", one.names) and len(one.text.split()) > 5]
    return boxes[0] if boxes else None
