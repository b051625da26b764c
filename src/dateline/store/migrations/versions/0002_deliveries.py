"""Which mails a server has taken."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "delivery",
        sa.Column("message_id", sa.String, primary_key=True),
        sa.Column("day", sa.String, nullable=False, index=True),
        sa.Column("recipient", sa.String, nullable=False),
        sa.Column("when", sa.String, nullable=False),
    )
