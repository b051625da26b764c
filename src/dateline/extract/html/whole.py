"""Whether a page is an article, and whether all of the article is there."""

import re
from enum import StrEnum
from urllib.parse import urlsplit

from dateline.extract import completeness
from dateline.extract.furniture import furniture
from dateline.extract.html.content import Content, is_sentence
from dateline.extract.html.judge.shape import HEADINGS
from dateline.extract.html.rows import Rows
from dateline.records import Article, Completeness, SkipReason

_LEAST = 200
_FRONT, _LINKED = 6, 0.5
"""So many headings of which so much is a link make a list."""
_PICTURES = 8
_WORDS_A_PICTURE = 40
_LIVE = re.compile(r"live-?(?:blog|ticker)|newsticker|liveblog", re.IGNORECASE)


class PageKind(StrEnum):
    """What a web page is."""

    ARTICLE = "article"
    LIVE_BLOG = "live_blog"
    """Entries of one course of events, added as it goes on."""
    GALLERY = "gallery"
    """Pictures with captions, and little text."""
    INDEX = "index"
    """A front page or a list of articles."""
    OTHER = "other"
    """A form, a shop, an error: whatever has no paragraphs of an article."""


def kind(rows: Rows, article: Article, why: tuple[SkipReason, str] | None) -> PageKind:
    """What a page is, by what it calls itself, its address, and how many pictures stand against how many words."""
    kinds = {value.lower() for value in rows.meta.all("type")}
    if "liveblogposting" in kinds or _LIVE.search(urlsplit(article.url or "").path):
        return PageKind.LIVE_BLOG
    captioned = sum(picture.caption is not None for picture in article.pictures)
    if kinds & {"imagegallery", "mediagallery"} or (
        captioned >= _PICTURES and len(article.text.split()) < _WORDS_A_PICTURE * captioned
    ):
        return PageKind.GALLERY
    if why is None:
        return PageKind.ARTICLE
    listed = _linked_headings(rows) >= _FRONT or "collectionpage" in kinds
    return PageKind.INDEX if listed else PageKind.OTHER


def why_not(rows: Rows, found: Content) -> tuple[SkipReason, str] | None:
    """Why a page gives no article, or None where it gives one."""
    blocks = found.page.blocks
    if not blocks:
        return SkipReason.MALFORMED, "the page has no text; it may be cut off"
    kinds = {value.lower() for value in rows.meta.all("type", "meta/og:type")}
    if not rows.meta.is_article and kinds & set(furniture().words["front_page"]):
        return SkipReason.NO_ARTICLE, "the page calls itself a website, not an article: a front page or a list"
    if not any(is_sentence(one) for one in found.text):
        if rows.broken_off:
            return SkipReason.MALFORMED, "the page breaks off before its text; fetch it again"
        return SkipReason.NO_ARTICLE, f"no paragraph of an article among {len(blocks)} lines"
    unlike = None if rows.meta.is_article else _unlike_article(rows, found)
    return (SkipReason.NO_ARTICLE, unlike) if unlike else None


def _unlike_article(rows: Rows, found: Content) -> str | None:
    """What speaks against an article on a page that does not call itself one."""
    size = sum(len(one.text) for one in found.text)
    if size < _LEAST:
        return f"only {size} characters of text"
    titles = _linked_headings(rows)
    return f"a list of {titles} linked headlines" if rows.headline is None and titles >= _FRONT else None


def _linked_headings(rows: Rows) -> int:
    return sum(rows.page.tag(one) in HEADINGS and one.link_share() > _LINKED for one in rows.page.blocks)


def completeness_of(rows: Rows, found: Content, text: str) -> completeness.Whole:
    """Whether the text is all of the article, by its end and by what the page offers to those who pay."""
    whole = completeness.of_text(text)
    if rows.cut:
        return completeness.Whole(Completeness.CUT, "the page is larger than what is read of one")
    if rows.meta.free is not False and whole.what is not Completeness.CUT:
        return whole
    offered = next((one.text for one in found.page.blocks if len(one.text) < 160 and _is_offer(one.text)), None)
    if rows.meta.free is False and (offered or whole.what is not Completeness.COMPLETE):
        return completeness.Whole(Completeness.PAYWALLED, "the page says that the rest is for subscribers")
    if offered and whole.what is Completeness.CUT:
        return completeness.Whole(Completeness.PAYWALLED, f"the text breaks off before “{offered}”")
    return whole


def _is_offer(text: str) -> bool:
    low = text.lower()
    return any(words in low for words in furniture().words["offers"])
