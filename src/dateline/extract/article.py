"""The one entry of the step: a page to its articles, whatever format it came in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from dateline.extract import html, pasted, wire
from dateline.extract.documents import mail, pdf
from dateline.extract.topics import topic_of
from dateline.records import Article, MediaType, Page, Picture, Skipped, SkipReason, skipped
from dateline.text.addresses import web_address
from dateline.text.words import readable

VERSION = "6"
"""Raised with every change of what is extracted: pages of an older version are extracted anew."""

_FIELDS = (
    "outlet",
    "headline",
    "standfirst",
    "section",
    "agency",
    "dateline",
    "language",
    "text",
    "completeness_why",
    "author_box",
    "correction",
    "wire_item",
    "wire_note",
    "slug",
    "terms",
    "mailing_list",
)
"""The fields of an article that are words; a test sees that none is missing."""

_READERS: dict[MediaType, Callable[[Page], list[Article | Skipped]]] = {
    MediaType.HTML: html.articles,
    MediaType.TEXT: pasted.articles,
    MediaType.PDF: pdf.articles,
    MediaType.MAIL: mail.articles,
}


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of a page in its order, and what of it is none, with the reason.

    No text in them holds a control character but tab and line feed, and no half of a surrogate pair: U+FFFD stands in
    its place. An address is one of the web or None.
    """
    return [_cleaned(one) for one in _articles(page)]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page gave."""

    found: list[Article | Skipped]
    kind: str | None = None
    """What kind of page one of the web is."""
    article: Article | None = None
    """What stands on a page of the web, also where no day should take it for an article."""
    is_final: bool = True
    """False where the machine may be at fault, and not the page: it is to be tried again."""


def tried(page: Page) -> Extracted:
    """What a page gives. A fault of ours is one more reason: one hostile page must not cost the reader the others."""
    try:
        if page.media_type is not MediaType.HTML:
            return Extracted(articles(page))
        read = web_page(page)
        found = [_cleaned(one) for one in html.given(page, read)]
        return Extracted(found, read.kind.value, read.article) if read else Extracted(found)
    except Exception as error:  # noqa: BLE001  # any fault of ours
        return failed(page, f"{type(error).__name__}: {error}")


def failed(page: Page, fault: str) -> Extracted:
    """What there is of a page that could not be read by a fault of ours."""
    told = f"a fault of ours, the page is kept: {readable(fault)[:300]}"
    return Extracted([skipped(page, "extract", SkipReason.FAILED, told)])


def ended(page: Page, fault: str) -> Extracted:
    """What there is of a page over which processes ended: nothing for now."""
    return replace(failed(page, fault), is_final=False)


def web_page(page: Page) -> html.WebPage | None:
    """All that an HTML page gives, be it an article or not, with what each of its lines was taken for.

    None where it has no body. The article's words are cleaned as those of `articles` are.
    """
    found = html.web_page(page)
    if found is None:
        return None
    article = _cleaned(found.article)
    return found if isinstance(article, Skipped) else replace(found, article=article)


def _articles(page: Page) -> list[Article | Skipped]:
    return _READERS.get(page.media_type, wire.articles)(page)


def _cleaned(found: Article | Skipped) -> Article | Skipped:
    if isinstance(found, Skipped):
        return replace(found, detail=readable(found.detail))
    return replace(
        found,
        url=web_address(found.url),
        topic=found.topic or topic_of(found.section),
        authors=_each(found.authors),
        pictures=tuple(map(_picture, found.pictures)),
        tags=_each(found.tags),
        subjects=_each(found.subjects),
        **_words(found, *_FIELDS),
    )


def _picture(found: Picture) -> Picture:
    return replace(found, url=web_address(found.url), **_words(found, "caption", "credit"))


def _each(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(readable, texts))


def _words(record: Article | Picture, *names: str) -> dict[str, Any]:
    given = {name: getattr(record, name) for name in names}
    return {name: None if words is None else readable(words) for name, words in given.items()}
