"""`dateline add` and `dateline remove`: what is collected."""

from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from dateline import path, settings
from dateline.cli import common
from dateline.collect.addresses import clean
from dateline.collect.discover import Discovered, discover
from dateline.collect.feeds.opml import Outline, read_opml
from dateline.collect.feeds.xml import XmlError
from dateline.records import Rights, Source
from dateline.settings import Settings
from dateline.store import Connection, open_store, sources
from dateline.text.words import readable

Table = dict[str, Any]

_OPML = b"<opml"
_LOOK = 1000
_LONGEST_NAME = 200


@click.command(name="add")
@click.argument("location", metavar="SOURCE")
@click.option("--name", help="What it is called. Without it, its title, or its address.")
@click.option("--outlet", help="The publication, where all of it is of one.")
@click.option("--language", metavar="CODE", help="Language of what gives none itself, as in ISO 639-1.")
@click.option(
    "--rights",
    type=click.Choice([right.value for right in Rights]),
    help="What readers may be shown. Without it, extracts.",
)
@click.option("--cookies", type=click.Path(dir_okay=False), help="The cookies file of a reader who is logged in.")
@click.option("--header", metavar="VARIABLE", help="The variable of the environment that holds such a reader's header.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def add(location: str, **given: Any) -> None:
    """Add a source to the store: a site, a feed, a sitemap, a folder, a file, a web archive, or all of an OPML file.

    Of a site the feed is taken that its page names; of one that names none, the page itself, whose links are followed.

    \b
    dateline add https://harbourpost.example/
    dateline add feeds.opml
    """
    if not location.strip():
        raise click.UsageError("name a source: a site, a feed, a folder, a file; . is the folder that you are in")
    loaded = common.load_settings(given["settings_file"], store=given["store"])
    told = {key: given[key] for key in ("name", "outlet", "language", "rights", "cookies", "header") if given[key]}
    if told.get("cookies"):
        told["cookies"] = str(Path(told["cookies"]).resolve())
    store = open_store(loaded.text("store"))
    try:
        with store.begin() as db:
            listed = _Listed(db, loaded)
        tables = listed.at(location, told) or _tables(location, told, loaded)
        for table in tables:
            # What could not be used in a run is refused here.
            settings.source_of(table, Path(), location)
        with store.begin() as db:
            made = [listed.add(db, table, told) for table in tables]
        # Said once it is kept: what is refused takes all of its file back.
        for done, kept in made:
            click.echo(common.plain(f"{done.value} {kept['name']}: {_place(kept)}"))
    finally:
        store.close()


@click.command(name="remove")
@click.argument("name")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def remove(name: str, store: str | None, settings_file: Path | None) -> None:
    """Forget a source that was added. What came from it stays, and is shown as a headline only."""
    opened = common.open_existing(common.load_settings(settings_file, store=store))
    try:
        with opened.begin() as db:
            if not sources.remove_source(db, name):
                raise click.UsageError(f"no source of the store is called {name!r}; those of dateline.toml stand there")
    finally:
        opened.close()


COMMANDS = (add, remove)


class _Done(Enum):
    """What was done with a source that was to be added."""

    ADDED = "added"
    CHANGED = "changed"
    THERE = "already there:"


class _Listed:
    """The sources that there are, of the settings and of the store."""

    def __init__(self, db: Connection, loaded: Settings) -> None:
        self._fixed = {source.location: source for source in loaded.sources}
        self._names = {source.name for source in loaded.sources}
        self._added: dict[str, Table] = {str(table["name"]): dict(table) for table in sources.added_sources(db)}

    def at(self, location: str, told: Table) -> list[Table]:
        """The source whose own address this is, where it is known: the web is not asked then."""
        url = clean(location) if "://" in location else None
        known = [table for table in self._tables() if url and clean(_place(table)) == url]
        return [{**known[0], **told}] if known else []

    def add(self, db: Connection, table: Table, told: Table) -> tuple[_Done, Table]:
        """Keep a source that is not there yet, or what is told of it anew. Raises `UsageError` for a taken name."""
        place = _place(table)
        same = next((one for one in self._tables() if _place(one) == place), None)
        if same is not None:
            # A source of dateline.toml stays in its outlines: another reader's are no wish to change it.
            is_moved = "folders" in table and same["name"] in self._added
            moved = {"folders": table["folders"]} if is_moved else {}
            return self._again(db, same, moved | told)
        if table["name"] in self._names | self._added.keys():
            if "name" in told:
                raise click.UsageError(f"another source is called {table['name']!r}: give this one another --name")
            # Many feeds of a site share one title.
            table = {**table, "name": place}
        self._keep(db, table)
        return _Done.ADDED, table

    def _again(self, db: Connection, same: Table, told: Table) -> tuple[_Done, Table]:
        name = str(same["name"])
        if told.get("name", name) != name:
            raise click.UsageError(f"it is there as {name!r}; what came from it goes by that name")
        new = {**same, **told}
        if new == same:
            return _Done.THERE, same
        if name not in self._added:
            raise click.UsageError(f"{name!r} stands in dateline.toml; change it there")
        self._keep(db, new)
        return _Done.CHANGED, new

    def _keep(self, db: Connection, table: Table) -> None:
        sources.add_source(db, str(table["name"]), table)
        self._added[str(table["name"])] = table

    def _tables(self) -> list[Table]:
        return [*self._added.values(), *map(_fixed, self._fixed.values())]


def _fixed(source: Source) -> Table:
    place = {"url": source.location} if source.is_web else {"path": str(Path(source.location).resolve())}
    return {"name": source.name, **place}


def _place(table: Table) -> str:
    return str(table.get("url", table.get("path")))


def _tables(location: str, told: Table, loaded: Settings) -> list[Table]:
    return _of_web(location, told, loaded) if "://" in location else _of_disk(Path(location), told)


def _of_web(location: str, told: Table, loaded: Settings) -> list[Table]:
    found = discover(location, path.collect_rules(loaded))
    if not isinstance(found, Discovered):
        raise click.UsageError(common.plain(f"{location}: {found}"))
    for other in found.also:
        click.echo(common.plain(f"its page also names {other}"), err=True)
    if found.hub:
        click.echo(common.plain(f"it names a WebSub hub, {found.hub}; Dateline asks at intervals"), err=True)
    title = " ".join(readable(found.title or "").split())[:_LONGEST_NAME] or urlsplit(found.url).hostname or found.url
    return [{"name": title, **told, "url": found.url, **({"follow": True} if found.follow else {})}]


def _of_disk(place: Path, told: Table) -> list[Table]:
    if not place.exists():
        raise click.UsageError(f"there is no {place}; an address of the web begins with https://")
    content = place.read_bytes() if place.is_file() and place.stat().st_size < 20_000_000 else b""
    if _OPML not in content[:_LOOK].lower():
        return [{"name": str(place), **told, "path": str(place.resolve())}]
    try:
        outlines = read_opml(content)
    except XmlError as error:
        raise click.UsageError(f"{place}: {error}") from error
    return _distinct([_table(outline, told) for outline in outlines])


def _table(outline: Outline, told: Table) -> Table:
    folders = {"folders": list(outline.folders)} if outline.folders else {}
    follow = {"follow": True} if outline.follow else {}
    rights = {"rights": Rights.HEADLINE.value} if outline.headline_only else {}
    return {**rights, **told, "name": outline.title, "url": outline.url, **folders, **follow}


def _distinct(tables: list[Table]) -> list[Table]:
    """The same, where two have one name each with its address for a name."""
    names = [table["name"] for table in tables]
    return [table if names.count(table["name"]) == 1 else {**table, "name": table["url"]} for table in tables]
