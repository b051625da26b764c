"""A web page to its article."""

from dataclasses import dataclass

from dateline.extract import byline, language
from dateline.extract.html import whole
from dateline.extract.html.content import Content, content, for_search_engines
from dateline.extract.html.given import fields
from dateline.extract.html.given.agencies import agency
from dateline.extract.html.given.embeds import embeds
from dateline.extract.html.given.figures import figures
from dateline.extract.html.given.headline import outlet_of_title
from dateline.extract.html.given.pictures import pictures
from dateline.extract.html.given.sections import section
from dateline.extract.html.judge.choice import Weights, weights
from dateline.extract.html.rows import Rows, rows_of
from dateline.extract.place import parted
from dateline.records import Article, Page, Skipped, SkipReason, joined, record_id, skipped
from dateline.text.addresses import web_address


@dataclass(frozen=True, slots=True)
class WebPage:
    """An HTML page, read: its article, whether it is one, and what each of its blocks was taken for."""

    article: Article
    why_not: tuple[SkipReason, str] | None
    """Why no day should take it for an article, or None."""
    kind: whole.PageKind
    rows: Rows
    content: Content
    signed: tuple[str, ...]
    """All that signed it: people, agencies and desks, in the order of the page."""


def articles(page: Page) -> list[Article | Skipped]:
    """The article of a page, or why there is none."""
    return given(page, web_page(page))


def given(page: Page, found: WebPage | None) -> list[Article | Skipped]:
    """The same of a page that was read as `web_page` does."""
    if found is None:
        return [skipped(page, "extract", SkipReason.MALFORMED, "an HTML page without a body")]
    if found.why_not:
        return [skipped(page, "extract", *found.why_not)]
    return [found.article]


def web_page(page: Page, by: Weights | None = None) -> WebPage | None:
    """All that an HTML page gives, be it an article or not; None where it has no body.

    `by` are other weights of the evidence than those that ship, for measuring.
    """
    rows = rows_of(page.content)
    if rows is None:
        return None
    found = content(rows, by or weights())
    signed = fields.bylines(rows, found)
    article, why = _article(page, rows, found, signed), whole.why_not(rows, found)
    return WebPage(article, why, whole.kind(rows, article, why), rows, found, signed.names)


def _article(page: Page, rows: Rows, found: Content, signed: fields.Signed) -> Article:
    meta = rows.meta
    by = fields.FoundBy()
    headline = by.note("headline", rows.headline)
    body = [(found.kind(one), one.text) for one in found.text if not fields.is_correction(one)]
    by.mark("text", "page/evidence")
    if told := for_search_engines(rows, found):
        body = told
        by.mark("text", "json-ld/articleBody")
    place = parted(body)
    text, paragraphs = joined(place.paragraphs)
    base = web_address((meta.first("url") or (None,))[0]) or page.url
    authors = byline.people(signed.names)
    if authors:
        by.mark("authors", signed.rule)
    shown = figures(found, base)
    published, updated = fields.moments(rows, found, by)
    complete = whole.completeness_of(rows, found, text)
    return Article(
        id=record_id("a", page.id),
        page_id=page.id,
        outlet=page.outlet or by.note("outlet", meta.first("outlet")) or outlet_of_title(rows.title, headline),
        url=base,
        headline=headline,
        standfirst=by.note("standfirst", (found.standfirst.text, "page/standfirst") if found.standfirst else None),
        section=by.note("section", section(rows, found, page.url or base)),
        authors=authors,
        agency=place.agency or agency(signed.names, meta, found, shown),
        dateline=place.dateline,
        published=published or page.published,
        updated=updated,
        language=language.language(text, (meta.first("language") or (page.language,))[0]),
        pictures=pictures(rows, found, shown, base),
        embeds=embeds(found, base),
        text=text,
        paragraphs=paragraphs,
        completeness=complete.what,
        completeness_why=complete.why,
        author_box=fields.author_box(found),
        correction=fields.correction(found),
        tags=fields.tags(meta),
        found_by=by.sorted(),
    )
