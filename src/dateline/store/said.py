"""Finding statements by the words of what was said, and of the sentences in which it stands."""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

from dateline.records import Statement

_WORD = re.compile(r"\w+", re.UNICODE)
_INSERT = text(
    "insert into statement_search (article_id, statement_id, content, sentence)"
    " values (:article, :id, :content, :sentence)"
)
_DELETE = text(
    "delete from statement_search where article_id = :article and rowid in"
    " (select rowid from statement_search where statement_search match :phrase)"
)
_FIND = text("select statement_id from statement_search where statement_search match :query")


def add_statements(db: Connection, article_text: str, statements: Iterable[Statement]) -> None:
    """Let the statements of an article be found."""
    rows = [
        {"article": one.article_id, "id": one.id, "content": one.content, "sentence": one.span.of(article_text)}
        for one in statements
    ]
    if rows:
        db.execute(_INSERT, rows)


def forget_statements(db: Connection, article_id: str) -> None:
    """Let the statements of an article be found no more."""
    # By the index of words, since looking for an article any other way reads the whole table.
    db.execute(_DELETE, {"article": article_id, "phrase": f'article_id : "{article_id}"'})


def find_statements(db: Connection, words: str) -> set[str]:
    """The ids of the statements that hold all the words, or longer ones that begin like them; empty without a word.

    Full-text search is SQLite's FTS5.
    """
    query = " ".join(f'"{word}"*' for word in _WORD.findall(words))
    if not query:
        return set()
    return set(db.execute(_FIND, {"query": f"{{content sentence}} : ({query})"}).scalars())
