"""The one entry of the step: a page to its articles, whatever format it came in."""

from dateline.extract import html, pasted, wire
from dateline.records import Article, MediaType, Page, Skipped

VERSION = "2"
"""Raised with every change of what is extracted: pages of an older version are extracted anew."""


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of a page in its order, and what of it is none, with the reason."""
    if page.media_type is MediaType.HTML:
        return html.articles(page)
    if page.media_type is MediaType.TEXT:
        return pasted.articles(page)
    return wire.articles(page)
