"""A full-text index of statements: what was said, and the sentences in which it stands."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the index, on SQLite, of all statements that were read."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        "create virtual table statement_search using fts5(article_id, statement_id unindexed, content, sentence)"
    )
    db = op.get_bind()
    articles = sa.table("article", sa.column("id", sa.String), sa.column("record", sa.LargeBinary))
    statements = sa.table("statement", sa.column("article_id", sa.String), sa.column("record", sa.LargeBinary))
    asked = sa.select(statements.c.article_id, statements.c.record).order_by(statements.c.article_id)
    text: tuple[str, str] = ("", "")
    for row in db.execute(asked).all():
        if row.article_id != text[0]:
            found = db.execute(sa.select(articles.c.record).where(articles.c.id == row.article_id)).scalar_one()
            text = (row.article_id, json.loads(found).get("text", ""))
        record = json.loads(row.record)
        span = record["span"]
        start, end = (span["start"], span["end"]) if isinstance(span, dict) else span
        values = {"article": row.article_id, "id": record["id"], "content": record["content"]}
        db.execute(_INSERT, {**values, "sentence": text[1][start:end]})


_INSERT = sa.text(
    "insert into statement_search (article_id, statement_id, content, sentence)"
    " values (:article, :id, :content, :sentence)"
)
