"""Which mails a server has taken."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "delivery",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("recipient", sa.String, primary_key=True),
        sa.Column("message_id", sa.String, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("when", sa.String),
    )
