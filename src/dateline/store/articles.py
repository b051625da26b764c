"""Articles, and finding them by their words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, or_, select, text

from dateline.records import Article
from dateline.store import readings
from dateline.store.tables import article as article_table

_QUERY_WORD = re.compile(r"\w+", re.UNICODE)


def replace_articles(db: Connection, made: Mapping[str, Sequence[Article]]) -> None:
    """Make the articles in `made`, by page id, all that these pages give.

    What an earlier extractor made of the pages, and was read in it, goes. Many pages at once take hardly longer than
    one: the index of words has no index by article, so that whatever is taken out of it, all of it is looked through.
    """
    theirs = article_table.c.page_id.in_(made)
    gone = db.execute(select(article_table.c.id).where(theirs).order_by(article_table.c.id)).scalars().all()
    if gone:
        for article_id in gone:
            readings.forget_reading(db, article_id)
        out_of_search = text("delete from article_search where article_id in :gone")
        db.execute(out_of_search.bindparams(bindparam("gone", expanding=True)), {"gone": gone})
        db.execute(delete(article_table).where(theirs))
    for found in made.values():
        for article in found:
            _add(db, article)


def articles_up_to(db: Connection, day: date) -> list[Article]:
    """The articles whose source dates them up to and with `day` in any zone, and those without a date, by id.

    The zone may still put one on the next day: `Moment.day_in` decides that.
    """
    # A moment late on the next day by UTC may be `day` farther west, so the store gives a day more than asked.
    known = article_table.c.published < (date.fromordinal(day.toordinal() + 2)).isoformat()
    dated = select(article_table.c.record).where(or_(known, article_table.c.published.is_(None)))
    rows = db.execute(dated.order_by(article_table.c.id)).scalars()
    return [msgspec.json.decode(row, type=Article) for row in rows]


def all_articles(db: Connection) -> list[Article]:
    """Every article of the store, of whatever day, by id."""
    rows = db.execute(select(article_table.c.record).order_by(article_table.c.id)).scalars()
    return [msgspec.json.decode(row, type=Article) for row in rows]


def count_articles(db: Connection) -> int:
    """How many articles the store holds, of whatever day."""
    return len(db.execute(select(article_table.c.id)).all())


def find_articles(db: Connection, words: str, limit: int = 20) -> list[Article]:
    """The articles that hold all the words, best first; an empty list where there is no word to look for.

    Full-text search is SQLite's FTS5, ranked by BM25.
    """
    query = " ".join(f'"{word}"' for word in _QUERY_WORD.findall(words))
    if not query:
        return []
    found = text(
        "select article.record from article_search join article on article.id = article_search.article_id"
        " where article_search match :query order by bm25(article_search), article.id limit :limit"
    )
    rows = db.execute(found, {"query": query, "limit": limit}).scalars()
    return [msgspec.json.decode(row, type=Article) for row in rows]


def _add(db: Connection, article: Article) -> None:
    published = None if article.published is None else article.published.day.isoformat()
    db.execute(
        insert(article_table).values(
            id=article.id,
            page_id=article.page_id,
            outlet=article.outlet,
            language=article.language,
            published=published,
            record=msgspec.json.encode(article),
        )
    )
    db.execute(
        text("insert into article_search (article_id, headline, text) values (:id, :headline, :text)"),
        {"id": article.id, "headline": article.headline or "", "text": article.text},
    )
