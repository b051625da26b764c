"""What came in, kept as it came, and what was not taken of it."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update
from sqlalchemy.engine import RowMapping

from dateline.records import MediaType, Moment, Page, Skipped, SkipReason
from dateline.store.tables import begun
from dateline.store.tables import page as page_table
from dateline.store.tables import skipped as skipped_table

# Run once for each page that comes in: making them anew each time costs more than running them.
_KEPT = select(page_table.c.id).where(page_table.c.id == bindparam("kept"))
_KEEP = insert(page_table)


def add_page(db: Connection, page: Page) -> bool:
    """Keep a page; False where one with the same bytes of the same outlet is kept already, under any name."""
    if db.execute(_KEPT, {"kept": page.id}).first():
        return False
    db.execute(_KEEP, _columns(page))
    return True


def page_name(db: Connection, page_id: str) -> tuple[str, str] | None:
    """The source and the name under which a page was first kept, or None where it is not."""
    found = db.execute(select(page_table.c.source, page_table.c.name).where(page_table.c.id == page_id)).first()
    return None if found is None else (found[0], found[1])


def pages_to_extract(db: Connection, extractor: str) -> list[str]:
    """The ids of the pages that this extractor has not seen, sorted."""
    unseen = or_(page_table.c.extractor.is_(None), page_table.c.extractor != extractor)
    return list(db.execute(select(page_table.c.id).where(unseen).order_by(page_table.c.id)).scalars())


def load_page(db: Connection, page_id: str) -> Page:
    """The page of an id that the store gave."""
    return _page(db.execute(select(page_table).where(page_table.c.id == page_id)).mappings().one())


def begun_pages(db: Connection) -> set[str]:
    """The ids of the pages that were begun and never marked as extracted: their run may have ended over them."""
    return set(db.execute(select(begun.c.page_id)).scalars())


def mark_begun(db: Connection, page_ids: Iterable[str]) -> None:
    """Note that pages are about to be extracted."""
    fresh = set(page_ids) - begun_pages(db)
    if fresh:
        db.execute(insert(begun), [{"page_id": page_id} for page_id in sorted(fresh)])


def mark_extracted(db: Connection, page_id: str, extractor: str) -> None:
    """Note that a page's articles are those of this extractor."""
    db.execute(delete(begun).where(begun.c.page_id == page_id))
    db.execute(update(page_table).where(page_table.c.id == page_id).values(extractor=extractor))


def all_page_names(db: Connection) -> dict[str, tuple[str, str]]:
    """For each page id, the source and the name under which it came in."""
    rows = db.execute(select(page_table.c.id, page_table.c.source, page_table.c.name).order_by(page_table.c.id))
    return {row[0]: (row[1], row[2]) for row in rows}


def replace_skipped_of_source(db: Connection, source: str, skips: Iterable[Skipped]) -> None:
    """Make `skips` all that the collect step passes over of a source, forgetting what it passed over before."""
    mine = (skipped_table.c.source == source) & (skipped_table.c.step == "collect")
    db.execute(delete(skipped_table).where(mine))
    for skip in {skip.id: skip for skip in skips}.values():
        _add_skipped(db, skip, None)


def replace_skipped_of_name(db: Connection, source: str, name: str, skips: Iterable[Skipped]) -> None:
    """Make `skips` all that the collect step passes over of one address of a source."""
    mine = (skipped_table.c.source == source) & (skipped_table.c.name == name) & (skipped_table.c.step == "collect")
    db.execute(delete(skipped_table).where(mine))
    for skip in {skip.id: skip for skip in skips}.values():
        _add_skipped(db, skip, None)


def replace_skipped_of_page(db: Connection, page_id: str, skips: Iterable[Skipped]) -> None:
    """Make `skips` all that the extract step passes over of a page."""
    db.execute(delete(skipped_table).where(skipped_table.c.page_id == page_id))
    for skip in {skip.id: skip for skip in skips}.values():
        _add_skipped(db, skip, page_id)


def all_skipped(db: Connection) -> tuple[Skipped, ...]:
    """Everything that collect and extract passed over, by source and name."""
    rows = db.execute(
        select(skipped_table).order_by(skipped_table.c.source, skipped_table.c.name, skipped_table.c.id)
    ).mappings()
    return tuple(_skipped(row) for row in rows)


def _add_skipped(db: Connection, skip: Skipped, page_id: str | None) -> None:
    row = {name: getattr(skip, name) for name in ("id", "source", "name", "step", "reason", "detail", "article_id")}
    db.execute(insert(skipped_table).values(**row, page_id=page_id))


def _skipped(row: RowMapping) -> Skipped:
    values = {name: value for name, value in row.items() if name != "page_id"}
    return Skipped(**(values | {"reason": SkipReason(row["reason"])}))


def _columns(page: Page) -> dict[str, object]:
    plain = ("id", "source", "name", "outlet", "url", "language", "content", "reservation")
    return {name: getattr(page, name) for name in plain} | {
        "extractor": None,
        "media_type": page.media_type.value,
        "published": None if page.published is None else page.published.iso(),
    }


def _page(row: RowMapping) -> Page:
    values = {name: value for name, value in row.items() if name != "extractor"}
    values["media_type"] = MediaType(row["media_type"])
    values["published"] = None if row["published"] is None else Moment.parse(row["published"])
    return Page(**values)
