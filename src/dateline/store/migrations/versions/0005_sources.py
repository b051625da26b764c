"""Sources that were added by command, and the addresses of the web that they name."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.add_column("page", sa.Column("reservation", sa.String))
    op.create_table(
        "source", sa.Column("name", sa.String, primary_key=True), sa.Column("record", sa.Text, nullable=False)
    )
    op.create_table(
        "address",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("source", sa.String, nullable=False, index=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("due", sa.String, index=True),
        sa.Column("fetched", sa.String),
        sa.Column("changed", sa.String),
        sa.Column("etag", sa.String),
        sa.Column("modified", sa.String),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("trouble", sa.Text),
        sa.Column("place", sa.String),
        sa.Column("page_id", sa.String, index=True),
        sa.Column("twin_of", sa.String),
        sa.Column("told", sa.Text),
    )
    op.create_table(
        "visit",
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("url", sa.String, primary_key=True),
        sa.Column("at", sa.String, primary_key=True),
        sa.Column("listed", sa.Integer, nullable=False),
        sa.Column("fresh", sa.Integer, nullable=False),
    )
    op.create_table("archive", sa.Column("file", sa.String, primary_key=True))
