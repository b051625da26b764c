"""What each archive holds of which source."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "kept",
        sa.Column("file", sa.String, primary_key=True),
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("bytes", sa.Integer, nullable=False),
    )
