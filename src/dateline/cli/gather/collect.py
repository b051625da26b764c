"""`dateline collect` and `dateline replay`: fetch what is due, and read once more what was kept."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dateline import path
from dateline.cli import common
from dateline.path import Took, Until, Watch
from dateline.settings import Settings
from dateline.store import Store, open_store


@click.command(name="collect")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def collect(store: str | None, settings_file: Path | None) -> None:
    """Fetch what is due of all sources, and keep it. A source that fails stops none of the others.

    Stop it anywhere and run it again: nothing is missed, and nothing is fetched twice while it is fresh.
    """
    loaded, opened = _open(store, settings_file)
    until = Until()
    try:
        with _progress() as watch:
            seen, new = path.collect_pages(loaded, opened, watch, until)
    finally:
        opened.close()
    click.echo(f"{seen} pages and dispatches came in, {new} of them new")
    for lacking in until.details:
        click.echo(common.plain(f"missing: {lacking}"), err=True)
    if until.details:
        sys.exit(common.SOMETHING_SKIPPED)


@click.command(name="replay")
@click.argument("day", type=click.DateTime(["%Y-%m-%d"]))
@common.STORE_OPTION
@common.SETTINGS_OPTION
def replay(day: datetime, store: str | None, settings_file: Path | None) -> None:
    """Take all that was fetched on DAY (of UTC) once more from the web archives, without the web.

    With an empty store, the day is there again; with a later version of Dateline, as that one reads it.
    """
    loaded, opened = _open(store, settings_file)
    archive = Path(loaded.text("archive"))
    try:
        took: Took = path.replay(opened, path.taker_of(loaded), archive, day.date())
    finally:
        opened.close()
    if not any((archive / f"{day:%Y-%m-%d}").glob("*.warc.gz")):
        click.echo(common.plain(f"nothing was kept on {day:%Y-%m-%d} in {archive}"))
        return
    click.echo(f"{took.seen} pages and dispatches were kept, {took.new} of them new to the store")


COMMANDS = (collect, replay)


def _open(store: str | None, settings_file: Path | None) -> tuple[Settings, Store]:
    loaded = common.load_settings(settings_file, store=store)
    opened = open_store(loaded.text("store"))
    return path.with_added(loaded, opened), opened


@contextmanager
def _progress() -> Iterator[Watch]:
    columns = (TextColumn("collect"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not common.is_interactive(), transient=True) as bar:
        task = bar.add_task("collect", total=None)
        yield lambda _step, done, total: bar.update(task, completed=done, total=total)
