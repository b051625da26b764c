"""`dateline day` and `dateline demo`: sources, all the way to a site."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from dateline import day as the_day
from dateline import demo as shipped
from dateline import settings
from dateline.cli import common
from dateline.day import Report
from dateline.path import Watch
from dateline.settings import Settings
from dateline.store import open_store

_STEPS = ("collect", "extract", "fold", "read", "group", "brief", "publish")


@click.command(name="day")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the edition.")
@click.option("--site", help="The folder of the site, in place of the setting.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def day(
    sources: tuple[str, ...], on: datetime, site: str | None, store: str | None, settings_file: Path | None
) -> None:
    """Take a day's pages and dispatches all the way to a site.

    SOURCE is a folder, a file or an address; without any, the sources of dateline.toml are taken. The edition covers
    what is dated up to --date; what is later does not exist for it.

    Stop it anywhere and run it again: the day is complete, once. Running it twice changes nothing.
    """
    loaded = common.load_settings(settings_file, site=site, store=store)
    if sources:
        loaded = replace(loaded, sources=tuple(settings.source_at(location) for location in sources))
    if not loaded.sources:
        raise click.UsageError("no source: name a folder, a file or an address, or list them in dateline.toml")
    report = run_day(on.date(), loaded)
    if any(common.is_fault(skip) for skip in report.skipped):
        sys.exit(common.SOMETHING_SKIPPED)


@click.command(name="demo")
@click.option(
    "--out",
    default="dateline-demo",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the store and the site.",
)
def demo(out: Path) -> None:
    """Run the day that ships with Dateline: three days of invented news, 6 to 8 May 2031, and say where to look."""
    loaded = settings.load(shipped.folder() / "dateline.toml", {})
    values = {**loaded.values, "store": str(out / "day.sqlite"), "site": str(out / "site")}
    for on in shipped.DAYS:
        report = run_day(on, replace(loaded, values=values))
    click.echo(f"\nOpen {report.site.resolve()} in a browser.")
    click.echo("The broken pages among them are meant: a day of real news has some too.")


COMMANDS = (day, demo)


def run_day(on: date, loaded: Settings) -> Report:
    """Run a day with a progress bar where a person watches, and print what it did."""
    store = open_store(loaded.text("store"))
    try:
        with _progress() as watch:
            report = the_day.run(on, loaded, store, watch)
    finally:
        store.close()
    _tell(report)
    return report


@contextmanager
def _progress() -> Iterator[Watch]:
    columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not common.is_interactive(), transient=True) as bar:
        tasks: dict[str, TaskID] = {step: bar.add_task(step, total=None, start=False) for step in _STEPS}

        def watch(step: str, done: int, total: int | None) -> None:
            bar.start_task(tasks[step])
            bar.update(tasks[step], completed=done, total=total)

        yield watch


def _tell(report: Report) -> None:
    click.echo(f"{report.day:%A, %d %B %Y}")
    click.echo(f"  came in    {report.seen} pages and dispatches, {report.new} of them new")
    click.echo(
        f"  up to the day  {report.articles} articles, {report.copies} of them folded as copies, {report.read} read"
    )
    click.echo(f"  stories    {report.stories}, {report.on_front_page} with something new today")
    reasons = report.reasons()
    counted = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    click.echo(f"  skipped    {sum(reasons.values())}{': ' + counted if counted else ''}")
    click.echo(f"  site       {report.site}")
    common.tell_skipped(skip for skip in report.skipped if common.is_fault(skip))
