"""What the extraction scorer calls."""

from typing import Any

from dateline.extract import articles
from dateline.records import Article, MediaType, Page


def extraction(html: bytes | str, url: str | None) -> dict[str, Any]:
    """The article of a page in the scorer's words; nothing where the page holds none."""
    content = html.encode() if isinstance(html, str) else html
    found = articles(
        Page(id="p", name=url or "page", source="bench", media_type=MediaType.HTML, content=content, url=url)
    )
    article = found[0]
    if not isinstance(article, Article):
        return {"body": "", "title": None, "authors": [], "date": None}
    shown = article.standfirst if ("standfirst", "page/standfirst") in article.found_by else None
    picture = article.pictures[0] if article.pictures else None
    return {
        "body": "\n".join(part for part in (shown, article.dateline, article.text) if part),
        "title": article.headline,
        "authors": list(article.authors),
        "date": article.published.iso() if article.published else None,
        "language": article.language,
        "section": article.section,
        "image": picture.url if picture else None,
        "image_caption": picture.caption if picture else None,
        "image_credit": picture.credit if picture else None,
        "topics": list(article.tags),
    }
