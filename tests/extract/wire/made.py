"""Pages of agencies that do not exist, and what is extracted of them."""

from dateline import extract
from dateline.records import Article, Page, Skipped


def extracted(content, media_type, **fields):
    """All that a page gives."""
    content = content if isinstance(content, bytes) else content.encode()
    return extract.articles(Page(id="g-1", name="x", source="wire", media_type=media_type, content=content, **fields))


def article(content, media_type, **fields):
    """The one article of a page."""
    (found,) = extracted(content, media_type, **fields)
    assert isinstance(found, Article), found
    return found


def skipped(content, media_type):
    """The one thing of a page, which is no article."""
    (found,) = extracted(content, media_type)
    assert isinstance(found, Skipped), found
    return found


def paragraphs(found):
    """The paragraphs of an article, each in words."""
    return [one.span.of(found.text) for one in found.paragraphs]
