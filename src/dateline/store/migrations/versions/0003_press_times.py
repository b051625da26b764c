"""An edition has a press time where it had a day, and says which articles it knew."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Write the records of the editions anew; the columns stay, since a day is a press time without an hour."""
    edition = sa.table("edition", sa.column("day", sa.String), sa.column("record", sa.LargeBinary))
    db = op.get_bind()
    known = _known(db)
    for row in db.execute(sa.select(edition.c.day, edition.c.record)).all():
        record = json.loads(row.record)
        record["press"] = {"day": record.pop("day")}
        if record.get("since"):
            record["since"] = {"day": record["since"]}
        for told in record.get("withdrawn", []):
            told["press"] = {"day": told.pop("day")}
        if not record.get("known"):
            record["known"] = sorted(known.get(row.day, ()))
        made = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        db.execute(sa.update(edition).where(edition.c.day == row.day).values(record=made))


def _known(db: sa.Connection) -> dict[str, set[str]]:
    """By day the articles of its copy sets: what was told up to then is not news to the next edition."""
    copy_set = sa.table("copy_set", sa.column("day", sa.String), sa.column("record", sa.LargeBinary))
    found: dict[str, set[str]] = {}
    for row in db.execute(sa.select(copy_set.c.day, copy_set.c.record)):
        record = json.loads(row.record)
        members = {record["original"], *(copy["article_id"] for copy in record.get("copies", []))}
        found.setdefault(row.day, set()).update(members)
    return found
