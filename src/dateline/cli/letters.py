"""Which mails of an edition are due: to whom, and what each takes back."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline import brief, mail
from dateline.records import Edition, Withdrawal
from dateline.store import Store, deliveries, editions


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to one reader."""

    to: str
    """As in a To header."""
    kind: str
    """As in `deliveries`."""
    withdrawn: tuple[Withdrawal, ...] = ()
    """What it takes back, where it is a correction."""

    @property
    def told(self) -> tuple[str, ...]:
        """The ids of the articles that it takes back, sorted."""
        return tuple(sorted({one.article_id for one in self.withdrawn}))


def due(edition: Edition, addresses: Iterable[str], store: Store) -> list[Letter]:
    """The mails that readers do not have yet, corrections first.

    A correction takes back what a reader was sent and was not told of yet: of this edition's withdrawals, and of those
    of the last days' editions, which not every reader was sent.
    """
    with store.begin() as db:
        withdrawn = _each_once((edition, *editions.editions_before(db, edition.press, brief.LATE)))
        got = deliveries.readers(db, {one.press for one in withdrawn})
        told = deliveries.told(db, min((one.press.day for one in withdrawn), default=edition.day))
        kinds = deliveries.kinds(db, edition.press)
    corrections, mails = [], []
    for to in addresses:
        reader = mail.reader(to)
        has = kinds.get(reader, set())
        news = [one for one in withdrawn if reader in got[one.press] and one.article_id not in told.get(reader, set())]
        if news:
            corrections.append(Letter(to, _correction(has), tuple(news)))
        if deliveries.EDITION not in has:
            mails.append(Letter(to, deliveries.EDITION))
    return [*corrections, *mails]


def _each_once(found: Iterable[Edition]) -> list[Withdrawal]:
    return list({(one.press, one.article_id): one for edition in found for one in edition.withdrawn}.values())


def _correction(has: set[str]) -> str:
    before = len(has - {deliveries.EDITION})
    return f"{deliveries.CORRECTION}-{before + 1}" if before else deliveries.CORRECTION
