"""The pages that are under way, one of which may end the run."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table("begun", sa.Column("page_id", sa.String, sa.ForeignKey("page.id"), primary_key=True))
