"""`dateline add`, `dateline remove` and `dateline sources`: what is collected, and how it goes."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from dateline import path, settings
from dateline.cli import common
from dateline.collect.discover import Discovered, discover
from dateline.collect.feeds.opml import Outline, read_opml, write_opml
from dateline.collect.feeds.xml import XmlError
from dateline.path import Health
from dateline.records import Rights
from dateline.settings import Settings
from dateline.store import Store, open_store, sources
from dateline.text.words import readable

_OPML = b"<opml"
_LOOK = 1000
_LONGEST_NAME = 200
_PUBLIC = files("dateline.collect.feeds") / "public.opml"


@click.command(name="add")
@click.argument("location", metavar="SOURCE")
@click.option("--name", help="What it is called. Without it, its title, or its address.")
@click.option("--outlet", help="The publication, where all of it is of one.")
@click.option("--language", metavar="CODE", help="Language of what gives none itself, as in ISO 639-1.")
@click.option("--rights", type=click.Choice(list(Rights)), help="What readers may be shown. Without it, extracts.")
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
    tables = _of_web(location, told, loaded) if "://" in location else _of_disk(Path(location), told)
    for table in tables:
        # What could not be used in a run is refused here.
        settings.source_of(table, Path(), location)
    store = open_store(loaded.text("store"))
    try:
        with store.begin() as db:
            taken = {str(table["name"]): table for table in sources.added_sources(db)}
            if "name" not in told:
                tables = [_apart(table, taken) for table in tables]
            for table in tables:
                sources.add_source(db, str(table["name"]), table)
    finally:
        store.close()
    for table in tables:
        click.echo(common.plain(f"added {table['name']}: {table.get('url', table.get('path'))}"))


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


@click.command(name="sources")
@click.option("--opml", "as_opml", is_flag=True, help="Those of the web as OPML, for other programs.")
@click.option("--public", is_flag=True, help="Some public feeds to start from, as OPML; none of them is verified.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def all_sources(store: str | None, settings_file: Path | None, *, as_opml: bool, public: bool) -> None:
    """Say of each source when it is due, when it last gave something, what failed, and what looks wrong."""
    if public:
        sys.stdout.buffer.write(_PUBLIC.read_bytes())
        return
    loaded = common.load_settings(settings_file, store=store)
    opened = open_store(loaded.text("store"))
    try:
        found = _healths(loaded, opened)
    finally:
        opened.close()
    if as_opml:
        sys.stdout.buffer.write(_opml(found, loaded.text("name")))
        return
    for one in found:
        click.echo(common.plain("\n".join(_lines(one))))


COMMANDS = (add, remove, all_sources)


def _healths(loaded: Settings, store: Store) -> tuple[Health, ...]:
    return path.health(path.with_added(loaded, store), store)


def _of_web(location: str, told: dict[str, Any], loaded: Settings) -> list[dict[str, Any]]:
    found = discover(location, path.collect_rules(loaded))
    if not isinstance(found, Discovered):
        raise click.UsageError(common.plain(f"{location}: {found}"))
    for other in found.also:
        click.echo(common.plain(f"its page also names {other}"), err=True)
    if found.hub:
        click.echo(common.plain(f"it names a WebSub hub, {found.hub}; Dateline asks at intervals"), err=True)
    title = " ".join(readable(found.title or "").split())[:_LONGEST_NAME] or urlsplit(found.url).hostname or found.url
    return [{"name": title, **told, "url": found.url, **({"follow": True} if found.follow else {})}]


def _of_disk(place: Path, told: dict[str, Any]) -> list[dict[str, Any]]:
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


def _table(outline: Outline, told: dict[str, Any]) -> dict[str, Any]:
    folders = {"folders": list(outline.folders)} if outline.folders else {}
    return {**told, "name": outline.title, "url": outline.url, **folders}


def _distinct(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, where two have one name each with its address for a name."""
    names = [table["name"] for table in tables]
    return [table if names.count(table["name"]) == 1 else {**table, "name": table["url"]} for table in tables]


def _apart(table: dict[str, Any], taken: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The same, named by its address where its title is the name of another source: many feeds of a site share one."""
    place = table.get("url", table.get("path"))
    other = taken.get(table["name"])
    return table if other is None or place == other.get("url", other.get("path")) else {**table, "name": place}


def _opml(found: tuple[Health, ...], title: str) -> bytes:
    web = [one.source for one in found if one.source.is_web]
    return write_opml((Outline(url=one.location, title=one.name, folders=one.folders) for one in web), title)


def _lines(one: Health) -> list[str]:
    lines = [one.source.name, f"  {one.source.location}"]
    if one.source.is_web:
        lines.append(f"  due {_when(one.due, 'now')}, last success {_when(one.success, 'never')}")
    lines.append(f"  {one.taken} taken, {one.skipped} skipped, {one.waiting} waiting")
    lines += [f"  failed: {one.trouble}"] if one.trouble else []
    return lines + [f"  alarm: {alarm}" for alarm in one.alarms]


def _when(moment: str | None, never: str) -> str:
    return f"{moment[:16].replace('T', ' ')} UTC" if moment else never
