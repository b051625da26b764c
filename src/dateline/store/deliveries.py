"""Which mails a server has taken."""

from datetime import date

from sqlalchemy import Connection, insert, select

from dateline.store.tables import delivery


def add_delivery(db: Connection, message_id: str, day: date, recipient: str, when: str) -> None:
    """Keep that a server took a mail of the edition of `day`; `when` is ISO 8601 with zone."""
    if message_id not in delivered(db, day):
        row = {"message_id": message_id, "day": day.isoformat(), "recipient": recipient, "when": when}
        db.execute(insert(delivery).values(**row))


def delivered(db: Connection, day: date) -> set[str]:
    """The Message-IDs of the mails of an edition that a server took."""
    return set(db.execute(select(delivery.c.message_id).where(delivery.c.day == day.isoformat())).scalars())


def was_sent(db: Connection, day: date) -> bool:
    """Whether the edition of a day went out to anybody."""
    return db.execute(select(delivery.c.day).where(delivery.c.day == day.isoformat()).limit(1)).first() is not None
