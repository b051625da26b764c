"""Which mails are on their way, and which of them a server has taken.

A reader is the bare address in lower case. `kind` is "edition" or "correction"; where a second correction goes out with
the same edition, it is "correction-2".
"""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, insert, select, update

from dateline.records import PressTime
from dateline.store.tables import delivery

EDITION, CORRECTION = "edition", "correction"
_TAKEN = delivery.c.when.is_not(None)


def start(db: Connection, press: PressTime, kind: str, reader: str, sent: tuple[str, Iterable[str]]) -> str:
    """Keep that a mail is on its way; the Message-ID that it goes out with, that of its first try where there was one.

    `sent` is the Message-ID that a first try has, and the ids of the articles that the mail takes back; where these
    are others than at the first try it is another mail.
    """
    message_id, words = sent[0], " ".join(sent[1])
    row = _row(press, kind, reader)
    known = db.execute(select(delivery.c.message_id, delivery.c.told).where(*row)).first()
    if known is None:
        values = {"day": press.key, "kind": kind, "recipient": reader, "message_id": message_id, "told": words}
        db.execute(insert(delivery).values(**values))
    elif known.told == words:
        return str(known.message_id)
    else:
        db.execute(update(delivery).where(*row).values(message_id=message_id, told=words))
    return message_id


def add_delivery(db: Connection, press: PressTime, kind: str, reader: str, when: str) -> None:
    """Keep that a server took a mail that was started; `when` is ISO 8601 with zone."""
    db.execute(update(delivery).where(*_row(press, kind, reader)).values(when=when))


def kinds(db: Connection, press: PressTime) -> dict[str, set[str]]:
    """By reader, the kinds of mails of an edition that a server took."""
    found: dict[str, set[str]] = {}
    asked = select(delivery.c.recipient, delivery.c.kind).where(delivery.c.day == press.key, _TAKEN)
    for reader, kind in db.execute(asked):
        found.setdefault(reader, set()).add(kind)
    return found


def readers(db: Connection, presses: Collection[PressTime]) -> dict[PressTime, set[str]]:
    """By edition, the readers who were sent it."""
    return {press: {reader for reader, kind in kinds(db, press).items() if EDITION in kind} for press in presses}


def told(db: Connection, since: date) -> dict[str, set[str]]:
    """By reader, the ids of the articles that corrections took back, with editions from a day on."""
    asked = select(delivery.c.recipient, delivery.c.told).where(
        delivery.c.kind != EDITION, delivery.c.day >= since.isoformat(), _TAKEN
    )
    found: dict[str, set[str]] = {}
    for reader, words in db.execute(asked):
        found.setdefault(reader, set()).update(words.split())
    return found


def sent(db: Connection) -> frozenset[str]:
    """The keys of the press times of all editions that went out to anybody."""
    asked = select(delivery.c.day).where(delivery.c.kind == EDITION, _TAKEN).distinct()
    return frozenset(db.execute(asked).scalars())


def _row(press: PressTime, kind: str, reader: str) -> tuple[ColumnElement[bool], ...]:
    return delivery.c.day == press.key, delivery.c.kind == kind, delivery.c.recipient == reader
