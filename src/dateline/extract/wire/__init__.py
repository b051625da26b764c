"""What agencies send: one module a format, each the last place that knows it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from dateline.extract.wire import dispatch, newsml_1, newsml_g2, ninjs, nitf
from dateline.extract.wire.xml import NoXmlError, parse
from dateline.records import Article, MediaType, Page, Skipped, SkipReason, skipped

_XML: dict[MediaType, Callable[[Element, Page], list[Article | Skipped]]] = {
    MediaType.NEWSML_G2: newsml_g2.articles,
    MediaType.NEWSML_1: newsml_1.articles,
    MediaType.NITF: nitf.articles,
}


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of an agency's page, in its order, and what of it holds no text."""
    if page.media_type is MediaType.DISPATCH:
        return dispatch.articles(page)
    if page.media_type is MediaType.NINJS:
        return ninjs.articles(page)
    try:
        root = parse(page.content)
    except NoXmlError as error:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"no XML: {error}")]
    return _XML[page.media_type](root, page)
