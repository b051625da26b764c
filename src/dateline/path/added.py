"""The sources that were added by command, beside those of the settings: one list."""

from dataclasses import replace
from pathlib import Path

from dateline import settings as of_settings
from dateline.records import Source
from dateline.settings import Settings
from dateline.store import Store, sources


def with_added(settings: Settings, store: Store) -> Settings:
    """The settings with the sources of the store behind theirs; where both have a name, that of the settings counts."""
    named = {source.name for source in (*settings.sources, *settings.elsewhere)}
    with store.begin() as db:
        added = [_source(table) for table in sources.added_sources(db)]
    new = tuple(source for source in added if source.name not in named)
    return replace(settings, sources=(*settings.sources, *new), listed=settings.listed or bool(new))


def _source(table: dict[str, object]) -> Source:
    return of_settings.source_of(table, Path(), f"the source {table.get('name')!r} of the store")
