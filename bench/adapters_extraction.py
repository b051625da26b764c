"""What the extraction scorer calls."""

from typing import Any

from dateline.extract import language
from dateline.extract.html import web_page
from dateline.extract.html.judge.choice import Weights
from dateline.records import MediaType, Page

# Loaded here, so that no page pays for it.
language.language("The ferry between Halvern and the outer islands sails again. " * 4, None)


def extraction(html: bytes | str, url: str | None) -> dict[str, Any]:
    """What a page gives in the scorer's words, be it an article or not."""
    return answer(html, url, None)


def answer(html: bytes | str, url: str | None, by: Weights | None) -> dict[str, Any]:
    """What a page gives by these weights of the evidence; by those that ship where there are none."""
    content = html.encode() if isinstance(html, str) else html
    found = web_page(
        Page(id="p", name=url or "page", source="bench", media_type=MediaType.HTML, content=content, url=url), by
    )
    if found is None:
        return {"body": "", "title": None, "authors": [], "date": None}
    article = found.article
    picture = article.pictures[0] if article.pictures else None
    return {
        "body": "\n".join(part for part in (article.standfirst, article.dateline, article.text) if part),
        "title": article.headline,
        "authors": list(found.signed),
        "date": article.published.iso() if article.published else None,
        "language": article.language,
        "section": article.section,
        "image": picture.url if picture else None,
        "image_caption": picture.caption if picture else None,
        "image_credit": picture.credit if picture else None,
        "topics": list(article.tags),
    }
