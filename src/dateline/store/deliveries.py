"""Which mails a server has taken."""

from sqlalchemy import Connection, insert, select

from dateline.records import PressTime
from dateline.store.tables import delivery


def add_delivery(db: Connection, message_id: str, press: PressTime, recipient: str, when: str) -> None:
    """Keep that a server took a mail of an edition; `when` is ISO 8601 with zone."""
    if message_id not in delivered(db, press):
        row = {"message_id": message_id, "day": press.key, "recipient": recipient, "when": when}
        db.execute(insert(delivery).values(**row))


def delivered(db: Connection, press: PressTime) -> set[str]:
    """The Message-IDs of the mails of an edition that a server took."""
    return set(db.execute(select(delivery.c.message_id).where(delivery.c.day == press.key)).scalars())


def was_sent(db: Connection, press: PressTime) -> bool:
    """Whether an edition went out to anybody."""
    return db.execute(select(delivery.c.day).where(delivery.c.day == press.key).limit(1)).first() is not None


def sent(db: Connection) -> frozenset[str]:
    """The keys of the press times of all editions that went out to anybody."""
    return frozenset(db.execute(select(delivery.c.day).distinct()).scalars())
