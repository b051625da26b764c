"""`dateline day` and `dateline demo`: sources, all the way to a site."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from dateline import day as the_day
from dateline import demo as shipped
from dateline import settings
from dateline.cli import common, send
from dateline.day import Report
from dateline.path import Until, Watch, with_added
from dateline.records import PressTime
from dateline.settings import Settings
from dateline.store import open_store

_LATE = timedelta(hours=1)
_HALF_A_DAY = timedelta(hours=12)
_STEPS = ("collect", "extract", "fold", "read", "group", "brief", "publish")


@click.command(name="day")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the edition. Without it, today.")
@click.option(
    "--hour",
    type=click.DateTime(["%H:%M"]),
    help="Up to when the edition covers the day. Without it, the next of the profile's hours, or the one just over.",
)
@click.option(
    "--by",
    type=click.DateTime(["%H:%M"]),
    help="Be out by this time of today whatever happened, and name what is missing.",
)
@click.option("--send", "sends", is_flag=True, help="Mail the edition when it is made, as `dateline send` does.")
@click.option("--site", help="The folder of the site, in place of the setting.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def day(sources: tuple[str, ...], *, sends: bool, **given: Any) -> None:
    """Take a day's pages and dispatches all the way to a site.

    SOURCE is a folder, a file or an address; without any, the sources of dateline.toml are taken. The edition covers
    what is dated up to --date and --hour; what is later does not exist for it. Both count in the time zone of the
    settings.

    Stop it anywhere and run it again: the day is complete, once. Running it twice changes nothing.
    """
    loaded = common.load_settings(given["settings_file"], site=given["site"], store=given["store"])
    if sources:
        named = tuple(settings.source_at(location) for location in sources)
        loaded = replace(loaded, sources=named, elsewhere=loaded.sources)
    else:
        store = open_store(loaded.text("store"))
        loaded = with_added(loaded, store)
        store.close()
    if not loaded.sources:
        raise click.UsageError(
            "no source: name a folder, a file or an address, or list them in dateline.toml, or use `dateline add`"
        )
    now = datetime.now(loaded.zone)
    by = None if given["by"] is None else _next(given["by"].time(), now)
    until = Until() if by is None else Until(partial(_seconds_until, by))
    press = _press(given["on"], given["hour"], by or now, loaded)
    report = run_day(press, loaded, until)
    if sends:
        _send(press, loaded)
    if report.missing or any(common.is_fault(skip) for skip in report.skipped):
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
        report = run_day(PressTime(on), replace(loaded, values=values), Until())
    click.echo(f"\nOpen {report.site.resolve()} in a browser.")
    click.echo("The broken pages among them are meant: a day of real news has some too.")
    click.echo(f"Then ask it: dateline stories list --store {out / 'day.sqlite'}")


COMMANDS = (day, demo)


def run_day(press: PressTime, loaded: Settings, until: Until) -> Report:
    """Run a day with a progress bar where a person watches, and print what it did."""
    store = open_store(loaded.text("store"))
    try:
        with _progress() as watch:
            report = the_day.run(press, loaded, store, watch, until)
    finally:
        store.close()
    _tell(report)
    return report


def _press(on: datetime | None, hour: datetime | None, when: datetime, loaded: Settings) -> PressTime:
    """The press time to run: the hour that is asked for, else the profile's at `when`, now or the time of --by."""
    day = on.date() if on else when.date()
    hours = loaded.profile.hours
    if hour is not None and hours and hour.time() not in hours:
        listed = ", ".join(f"{one:%H:%M}" for one in hours)
        raise click.UsageError(f"{hour:%H:%M} is none of the profile's hours: {listed}")
    if hour is not None or not hours:
        return PressTime(day, hour.time() if hour else None)
    if day != when.date():
        return PressTime(day, hours[-1])
    # A run at 07:15:01, or once more after a fault at 07:40, is that of 07:15.
    late = (when.replace(tzinfo=None) - _LATE).time() if when.hour else time.min
    return PressTime(day, next((one for one in hours if one >= late), hours[-1]))


def _next(by: time, now: datetime) -> datetime:
    """The time of day that is meant: today's, or tomorrow's where today's is over by half a day."""
    meant = datetime.combine(now.date(), by, now.tzinfo)
    if now - meant > _HALF_A_DAY:
        meant = datetime.combine(now.date() + timedelta(days=1), by, now.tzinfo)
    return meant


def _seconds_until(by: datetime) -> float:
    # In UTC, since a night may have an hour more or less.
    return (by.astimezone(UTC) - datetime.now(UTC)).total_seconds()


def _send(press: PressTime, loaded: Settings) -> None:
    store = open_store(loaded.text("store"))
    try:
        all_sent = send.send_edition(press, loaded, store)
    finally:
        store.close()
    if not all_sent:
        sys.exit(send.NOT_SENT)


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
    hour = f", {report.press.hour:%H:%M}" if report.press.hour else ""
    click.echo(f"{report.press.day:%A, %d %B %Y}{hour}")
    click.echo(f"  came in    {report.seen} pages and dispatches, {report.new} of them new")
    click.echo(
        f"  up to the day  {report.articles} articles, {report.copies} of them folded as copies, {report.read} read"
    )
    click.echo(f"  stories    {report.stories}, {report.on_front_page} with something new today")
    reasons = report.reasons()
    counted = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    click.echo(f"  skipped    {sum(reasons.values())}{': ' + counted if counted else ''}")
    click.echo(f"  site       {report.site}")
    for lacking in report.missing:
        click.echo(common.plain(f"missing: {lacking}"), err=True)
    common.tell_skipped(skip for skip in report.skipped if common.is_fault(skip))
