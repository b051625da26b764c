"""An edition has a press time where it had a day."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Write the records of the editions anew; the columns stay, since a day is a press time without an hour."""
    edition = sa.table("edition", sa.column("day", sa.String), sa.column("record", sa.LargeBinary))
    db = op.get_bind()
    for row in db.execute(sa.select(edition.c.day, edition.c.record)).all():
        record = json.loads(row.record)
        record["press"] = {"day": record.pop("day")}
        if record.get("since"):
            record["since"] = {"day": record["since"]}
        for told in record.get("withdrawn", []):
            told["press"] = {"day": told.pop("day")}
        made = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        db.execute(sa.update(edition).where(edition.c.day == row.day).values(record=made))
