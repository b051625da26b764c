"""`dateline sources`: how what is collected goes."""

import sys
from importlib.resources import files
from pathlib import Path

import click

from dateline import path
from dateline.cli import common
from dateline.collect.feeds.opml import Outline, write_opml
from dateline.path import Health
from dateline.records import Rights
from dateline.settings import Settings
from dateline.store import Store, open_store

_PUBLIC = files("dateline.collect.feeds") / "public.opml"


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


COMMANDS = (all_sources,)


def _healths(loaded: Settings, store: Store) -> tuple[Health, ...]:
    return path.health(path.with_added(loaded, store), store)


def _opml(found: tuple[Health, ...], title: str) -> bytes:
    web = [one.source for one in found if one.source.is_web]
    outlines = (
        Outline(
            url=one.location,
            title=one.name,
            folders=one.folders,
            follow=one.follow,
            headline_only=one.rights is Rights.HEADLINE,
        )
        for one in web
    )
    return write_opml(outlines, title)


def _lines(one: Health) -> list[str]:
    lines = [one.source.name, f"  {one.source.location}"]
    if one.source.is_web:
        lines.append(f"  due {_when(one.due, 'now')}, last success {_when(one.success, 'never')}")
    skipped = ", ".join(f"{count} {reason}" for reason, count in one.reasons)
    total = sum(count for _, count in one.reasons)
    lines.append(f"  {one.taken} taken, {one.waiting} waiting, {total} skipped{': ' + skipped if skipped else ''}")
    lines += [f"  failed: {one.trouble}"] if one.trouble else []
    if one.failed:
        count, url, why = one.failed
        lines.append(f"  {count} of its addresses gave nothing, at last {url}: {why}")
    lines += [f"  it names the hub {one.hub}, which is not used: it is asked at intervals"] if one.hub else []
    return lines + [f"  alarm: {alarm}" for alarm in one.alarms]


def _when(moment: str | None, never: str) -> str:
    return f"{moment[:16].replace('T', ' ')} UTC" if moment else never
