"""The first tables: pages, articles, readings, what is made of them for a day, decisions, and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables; on SQLite also the full-text index."""
    op.create_table(
        "page",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("outlet", sa.String),
        sa.Column("url", sa.String),
        sa.Column("language", sa.String),
        sa.Column("published", sa.String),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("extractor", sa.String, index=True),
    )
    op.create_table(
        "skipped",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("page_id", sa.String, sa.ForeignKey("page.id"), index=True),
        sa.Column("article_id", sa.String),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("page_id", sa.String, sa.ForeignKey("page.id"), nullable=False, index=True),
        sa.Column("outlet", sa.String),
        sa.Column("language", sa.String),
        sa.Column("published", sa.String, index=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("article_id", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("skip", sa.LargeBinary),
    )
    _create_records("statement", "speaker")
    _create_records("commitment", "actor", "status", "due")
    _create_records("agenda_item", "when")
    _create_records("position", "holder", "stance")
    _create_records("time_mention")
    _create_of_a_day()
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False, index=True),
        sa.Column("field", sa.String),
        sa.Column("value", sa.Text),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("when", sa.String, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("create virtual table article_search using fts5(article_id unindexed, headline, text)")


def _create_records(name: str, *asked_by: str) -> None:
    op.create_table(
        name,
        sa.Column("article_id", sa.String, sa.ForeignKey("reading.article_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, index=True),
        *(sa.Column(column, sa.String, index=True) for column in asked_by),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )


def _create_of_a_day() -> None:
    op.create_table(
        "copy_set",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("original", sa.String, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "story",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "edition",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
