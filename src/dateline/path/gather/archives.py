"""What is kept in archives and not in the store: of a run that was killed, or of an old day. The web is not asked."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from dateline.collect.addresses import clean
from dateline.collect.fetch import Found, answers_from
from dateline.path.gather.taking import Taker, Took, key_of, stamp
from dateline.records import Source
from dateline.store import Connection, Store, sources
from dateline.store.sources import Address

_BATCH = 64
_LEADING_ON = {301, 302, 303, 307, 308}


def recover(store: Store, taker: Taker, folder: Path) -> Took:
    """Take what a killed run kept and did not get to take, from all archives that are not marked as read."""
    took = Took()
    for file in sorted(folder.glob("*/*.warc.gz")):
        name = file.relative_to(folder).as_posix()
        with store.begin() as db:
            is_read = sources.is_read(db, name)
        if not is_read:
            took.add(_take(store, taker, file, name))
    return took


def replay(store: Store, taker: Taker, folder: Path, day: date) -> Took:
    """Take all that was kept on a day (of UTC) once more, as this version reads it.

    Raises `BusyError` where a run collects: its archive is not whole yet.
    """
    took = Took()
    with store.alone("collect"):
        for file in sorted((folder / f"{day:%Y-%m-%d}").glob("*.warc.gz")):
            took.add(_take(store, taker, file, file.relative_to(folder).as_posix()))
    return took


def _take(store: Store, taker: Taker, file: Path, name: str) -> Took:
    took = Took()
    kept: Counter[str] = Counter()
    for batch in _batches(answers_from(file)):
        with store.begin() as db:
            for found in batch:
                kept[found.answer.source] += found.end - found.offset
                took.add(_again(db, taker, name, found))
    with store.begin() as db:
        sources.mark_read(db, name, kept)
    return took


def _again(db: Connection, taker: Taker, file: str, found: Found) -> Took:
    answer = found.answer
    url = clean(answer.asked)
    if not answer.role or not url or answer.status in _LEADING_ON:
        return Took()
    key = key_of(answer.role, url)
    row = sources.load_addresses(db, [key]).get(key)
    row = row or Address(key=key, source=answer.source, role=answer.role, url=url)
    taker.sources.setdefault(row.source, Source(name=row.source, location=url))
    at, place = datetime.fromisoformat(answer.at), f"{file}#{found.offset:012}"
    if row.place == place or (row.fetched or "") > stamp(at):
        return taker.pages_again(db, row, answer)
    took, _ = taker.take(db, row, answer, at, place)
    return took


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    batch = []
    for one in found:
        batch.append(one)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch
