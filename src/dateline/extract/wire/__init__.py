"""What agencies send: one module a format, each the last place that knows it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from dateline.extract.wire import dispatch, feed, newsml_1, newsml_g2, ninjs, nitf, ritzau
from dateline.extract.wire.telex import anpa_1312, iptc_7901
from dateline.extract.wire.xml import NoXmlError, parse
from dateline.records import Article, MediaType, Page, Skipped, SkipReason, skipped

_BYTES: dict[MediaType, Callable[[Page], list[Article | Skipped]]] = {
    MediaType.DISPATCH: dispatch.articles,
    MediaType.NINJS: ninjs.articles,
    MediaType.IPTC_7901: iptc_7901.articles,
    MediaType.ANPA_1312: anpa_1312.articles,
}
_XML: dict[MediaType, Callable[[Element, Page], list[Article | Skipped]]] = {
    MediaType.NEWSML_G2: newsml_g2.articles,
    MediaType.NEWSML_1: newsml_1.articles,
    MediaType.NITF: nitf.articles,
    MediaType.FEED: feed.articles,
    MediaType.RITZAU: ritzau.articles,
}


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of an agency's page, in its order, and what of it holds no text."""
    if page.media_type in _BYTES:
        return _BYTES[page.media_type](page)
    try:
        root = parse(page.content)
    except NoXmlError as error:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"no XML: {error}")]
    return _XML[page.media_type](root, page)
