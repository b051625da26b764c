"""What the search page of the site looks through: a script of data alone, so that it works from a folder too."""

import json
from datetime import tzinfo
from itertools import islice
from typing import Any

from dateline.publish.environment import moment, publication
from dateline.publish.shelf import Shelf, Shown, newest_first
from dateline.records import Article, Statement
from dateline.text import attribution
from dateline.text.addresses import web_address

_NEWEST = 60
"""Statements that the page has in itself, for whoever reads it without the script."""


def search_index(shelf: Shelf, zone: tzinfo) -> str:
    """A call of `datelineSaid` with all statements whose words may be shown, the newest first; and nothing else.

    `people` is [id, names], `articles` [id, outlet, when in words, day, address at the outlet, language], `said` a
    statement by the fields that `search.js` names.
    """
    found = _told(shelf)
    articles = {one.article.id: one.article for one in found}
    place_of = {key: place for place, key in enumerate(articles)}
    people = {key: place for place, key in enumerate(shelf.actors)}
    data = {
        "people": [[actor.id, [actor.name, *actor.others()]] for actor in shelf.actors.values()],
        "articles": [_article(article, zone) for article in articles.values()],
        "said": [_statement(one, place_of, people, shelf) for one in found],
    }
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"datelineSaid({words});\n"


def newest(shelf: Shelf) -> list[Shown]:
    """The newest statements whose words may be shown, for the page itself."""
    return list(islice(_told(shelf), _NEWEST))


def _told(shelf: Shelf) -> list[Shown]:
    said = (
        one for one in shelf.shown.values() if isinstance(one.record, Statement) and not shelf.is_repeated(one.record)
    )
    return newest_first(filter(shelf.tells, said))


def _article(article: Article, zone: tzinfo) -> list[str]:
    day = article.published.day_in(zone).isoformat() if article.published else ""
    address = web_address(article.url) or ""
    return [article.id, publication(article), moment(article.published), day, address, article.language or ""]


def _statement(one: Shown, articles: dict[str, int], people: dict[str, int], shelf: Shelf) -> list[Any]:
    record = one.record
    assert isinstance(record, Statement)
    return [
        record.id,
        articles[record.article_id],
        [people[actor.id] for actor in shelf.actors_of(record)],
        attribution.speaker(record),
        attribution.beside(record),
        attribution.credit(record),
        str(record.kind),
        round(record.confidence * 100),
        one.passage.span.start,
        one.passage.text,
    ]
