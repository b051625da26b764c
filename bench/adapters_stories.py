"""`fold` and `group` in the form that `stories/score.py` asks for."""

from typing import Any

from dateline.fold import FoldRules, copies
from dateline.group import GroupRules
from dateline.group import stories as group_stories
from dateline.records import Article, Moment, ParagraphKind, joined


def article(doc: dict[str, Any]) -> Article:
    """A document of the scorer as an article."""
    text, paragraphs = joined([(ParagraphKind.TEXT, one) for one in doc["text"].split("\n\n")])
    return Article(
        id=doc["id"],
        page_id=doc["id"],
        headline=doc["title"] or None,
        text=text,
        paragraphs=paragraphs,
        agency=doc.get("agency"),
        wire_item=doc["id"] if doc.get("agency") else None,
        published=Moment.parse(doc["date"]) if doc["date"] else None,
        language="en",
    )


def stories(docs: list[dict[str, Any]]) -> dict[str, dict[str, str | None]]:
    """By document id the label of its story and the id it is a copy of, or None."""
    articles = {doc["id"]: article(doc) for doc in docs}
    sets = copies(articles, FoldRules())
    originals = {
        key: found.original for found in sets for key in (found.original, *(c.article_id for c in found.copies))
    }
    labels = {key: story.id for story in group_stories(sets, articles, GroupRules()) for key in story.article_ids}
    return {
        key: {"story": labels[original], "copy_of": None if key == original else original}
        for key, original in originals.items()
    }
