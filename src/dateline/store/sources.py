"""The sources that were added by command, and every address of the web that they name: what is due, and what came."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from dateline.store.tables import address, archive, article, kept, page, reading, skipped, source, visit

_MANY = 500
_TOLD = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address. Times are ISO 8601 in UTC, to the second, so that they sort as they stand."""

    key: str
    source: str
    role: str
    url: str
    due: str | None = None
    """When it may be asked for; None where it need not be asked for again."""
    fetched: str | None = None
    """When it last gave something."""
    changed: str | None = None
    """When it last changed, as a listing says."""
    etag: str | None = None
    modified: str | None = None
    tries: int = 0
    """How often it gave nothing since it last gave something."""
    trouble: str | None = None
    place: str | None = None
    """The archive and the place in it of what it gave last."""
    page_id: str | None = None
    twin_of: str | None = None
    """The key of the address that was asked for in its place."""
    told: str | None = None
    """What it said that is no page: the reservations of a site, the classes that a page is laid out with, the hub of a
    listing."""


_COLUMNS = tuple(one.name for one in fields(Address))
# Run once for each answer of the web: making them anew each time costs more than running them.
_NOTE = update(address).where(address.c.key == bindparam("noted"))
_ADD = insert(address)


def add_source(db: Connection, name: str, table: dict[str, object]) -> None:
    """Keep a source, with the keys that a [[source]] of the settings has, in place of an earlier one of its name."""
    db.execute(delete(source).where(source.c.name == name))
    db.execute(insert(source).values(name=name, record=json.dumps(table, sort_keys=True)))


def remove_source(db: Connection, name: str) -> bool:
    """Forget a source; what came from it stays. False where there is none of that name."""
    return bool(db.execute(delete(source).where(source.c.name == name)).rowcount)


def added_sources(db: Connection) -> list[dict[str, object]]:
    """The tables of the sources that were added, by name."""
    return [json.loads(row.record) for row in db.execute(select(source.c.record).order_by(source.c.name))]


def save_addresses(db: Connection, rows: Iterable[Address]) -> None:
    """Keep addresses, each in place of what was noted of it before."""
    values = [{name: getattr(row, name) for name in _COLUMNS} for row in rows]
    for start in range(0, len(values), _MANY):
        some = values[start : start + _MANY]
        db.execute(delete(address).where(address.c.key.in_([row["key"] for row in some])))
        db.execute(insert(address), some)


def save_address(db: Connection, row: Address) -> None:
    """Keep one address in place of what was noted of it before."""
    values = {name: getattr(row, name) for name in _COLUMNS}
    if not db.execute(_NOTE, values | {"noted": row.key}).rowcount:
        db.execute(_ADD, values)


def load_addresses(db: Connection, keys: Sequence[str]) -> dict[str, Address]:
    """Those of the keys that are known."""
    found: dict[str, Address] = {}
    for start in range(0, len(keys), _MANY):
        rows = db.execute(select(address).where(address.c.key.in_(keys[start : start + _MANY]))).mappings()
        found |= {row["key"]: Address(**row) for row in rows}
    return found


def due_addresses(db: Connection, now: str) -> list[Address]:
    """What may be asked for by now: listings first, then pages, the longest due first."""
    asked = select(address).where(address.c.due <= now)
    rows = db.execute(asked.order_by(address.c.role == "page", address.c.due, address.c.key)).mappings()
    return [Address(**row) for row in rows]


def postpone(db: Connection, sites: Sequence[str], due: str) -> None:
    """Have no address of some sites, each "scheme://host/", due before a moment."""
    of_site = or_(*(address.c.url.startswith(site, autoescape=True) for site in sites))
    db.execute(update(address).where(of_site & (address.c.due < due)).values(due=due))


def addresses_of(db: Connection, name: str, role: str) -> list[Address]:
    """The addresses of a source in a role, the last fetched first."""
    asked = select(address).where((address.c.source == name) & (address.c.role == role))
    rows = db.execute(asked.order_by(address.c.fetched.desc().nulls_last(), address.c.key)).mappings()
    return [Address(**row) for row in rows]


def add_visit(db: Connection, row: Address, at: str, counts: tuple[int, int]) -> None:
    """Note what an address gave: how many entries, and how many of them new; none of one that is given up."""
    same = (visit.c.source == row.source) & (visit.c.url == row.url) & (visit.c.at == at)
    db.execute(delete(visit).where(same))
    db.execute(insert(visit).values(source=row.source, url=row.url, at=at, listed=counts[0], fresh=counts[1]))


def last_visits(db: Connection, name: str, url: str, most: int) -> list[int]:
    """How many entries the listing at an address had, the last time first."""
    mine = (visit.c.source == name) & (visit.c.url == url)
    asked = select(visit.c.listed).where(mine).order_by(visit.c.at.desc()).limit(most)
    return [row.listed for row in db.execute(asked)]


def last_pages(db: Connection, name: str, most: int) -> list[tuple[bool, str]]:
    """Of the pages of a source, the last fetched first: whether it gave an article, and how it is laid out."""
    gave = select(article.c.id).where(article.c.page_id == address.c.page_id).exists()
    mine = (address.c.source == name) & address.c.page_id.is_not(None) & address.c.twin_of.is_(None)
    seen = page.c.extractor.is_not(None)
    joined = select(gave.label("gave"), address.c.told).join(page, page.c.id == address.c.page_id).where(mine & seen)
    rows = db.execute(joined.order_by(address.c.fetched.desc(), address.c.key).limit(most))
    return [(bool(row.gave), row.told or "") for row in rows]


def counts(db: Connection, name: str) -> tuple[int, int]:
    """How many pages of a source are kept, and how many addresses wait."""
    taken = select(func.count()).select_from(page).where(page.c.source == name)
    waits = (address.c.source == name) & (address.c.role != "listing") & address.c.due.is_not(None)
    waiting = select(func.count()).select_from(address).where(waits)
    return db.execute(taken).scalar_one(), db.execute(waiting).scalar_one()


def failed(db: Connection, name: str) -> tuple[int, str, str] | None:
    """How many addresses that a source named gave nothing and are given up; the last of them that answered, and why.

    An address whose page is kept is none of them, though an update of it failed.
    """
    is_over = address.c.trouble.is_not(None) & address.c.due.is_(None) & address.c.page_id.is_(None)
    mine = (address.c.source == name) & is_over & address.c.role.in_(("page", "part"))
    asked = select(address.c.url, address.c.trouble).where(mine)
    # Where an answer is kept begins with its time.
    last = db.execute(asked.order_by(address.c.place.desc().nulls_last(), address.c.key)).first()
    count = db.execute(select(func.count()).select_from(address).where(mine)).scalar_one()
    return (count, last.url, last.trouble) if last else None


def long_given_up(db: Connection, day: date) -> set[str]:
    """The addresses that were given up more than a week before a source last gave something, up to a day of UTC.

    So nothing becomes old while the web is not asked, and an edition of an old day has what was new to it.
    """
    until = (day + timedelta(days=1)).isoformat()
    last = db.execute(select(func.max(address.c.fetched)).where(address.c.fetched < until)).scalar()
    if last is None:
        return set()
    tried = (visit.c.source == address.c.source) & (visit.c.url == address.c.url)
    asked = select(address.c.url).join(visit, tried).where(address.c.trouble.is_not(None) & address.c.due.is_(None))
    before = (datetime.fromisoformat(last) - _TOLD).isoformat()
    return set(db.execute(asked.group_by(address.c.key).having(func.max(visit.c.at) < before)).scalars())


def reasons(db: Connection, name: str) -> Counter[str]:
    """How much of a source was skipped for each reason, by collect, extract and read, which know no edition."""
    passed = select(skipped.c.reason).where(skipped.c.source == name)
    unread = select(reading.c.skip).join(article, article.c.id == reading.c.article_id).join(page)
    mine = unread.where((page.c.source == name) & reading.c.skip.is_not(None))
    return Counter(
        [*db.execute(passed).scalars(), *(json.loads(skip)["reason"] for skip in db.execute(mine).scalars())]
    )


def is_read(db: Connection, file: str) -> bool:
    """Whether all that an archive holds is taken."""
    return db.execute(select(archive.c.file).where(archive.c.file == file)).first() is not None


def mark_read(db: Connection, file: str, bytes_of: Mapping[str, int]) -> None:
    """Note that all that an archive holds is taken, and how many bytes it holds of each source."""
    if not is_read(db, file):
        db.execute(insert(archive).values(file=file))
    db.execute(delete(kept).where(kept.c.file == file))
    if bytes_of:
        db.execute(insert(kept), [{"file": file, "source": name, "bytes": much} for name, much in bytes_of.items()])


def kept_on(db: Connection, day: str) -> Counter[str]:
    """How many bytes the archives of a day that are read hold of each source."""
    asked = select(kept.c.source, func.sum(kept.c.bytes)).where(kept.c.file.startswith(f"{day}/", autoescape=True))
    return Counter({row[0]: row[1] for row in db.execute(asked.group_by(kept.c.source))})
