"""What several commands share: finding the settings, and saying what was not taken."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import click

from dateline import settings
from dateline.errors import StoreError
from dateline.records import PressTime, Skipped, SkipReason
from dateline.settings import Settings
from dateline.store import Store, editions, open_store

SOMETHING_SKIPPED = 7
# These are faults of what came in; the others are how a day of news is.
_FAULTS = frozenset(
    {
        SkipReason.EMPTY,
        SkipReason.TOO_LARGE,
        SkipReason.UNREADABLE,
        SkipReason.UNKNOWN_FORMAT,
        SkipReason.MALFORMED,
        SkipReason.FAILED,
    }
)
# Tab and line feed stay; the others of C0, DEL and all of C1 can steer a terminal.
_CONTROL = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "�")

SETTINGS_OPTION = click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The settings file. Without it, dateline.toml of this folder where there is one.",
)
DATE_OPTION = click.option(
    "--date",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the edition. Without it, the newest edition of the store.",
)
HOUR_OPTION = click.option(
    "--hour",
    type=click.DateTime(["%H:%M"]),
    help="The hour of the edition, where a day has several. Without it, the newest of the day.",
)
STORE_OPTION = click.option("--store", help="The store's file or database address, in place of the setting.")


def settings_at(file: Path | None) -> Path | None:
    """The file of settings that is read: this one, else ./dateline.toml; None where there is neither."""
    own = Path("dateline.toml")
    return own if file is None and own.is_file() else file


def load_settings(file: Path | None, **instead: str | None) -> Settings:
    """The settings of a file, else of ./dateline.toml, else the defaults; what is not None in `instead` wins."""
    loaded = settings.load(settings_at(file), os.environ)
    values = {name: value for name, value in instead.items() if value is not None}
    return replace(loaded, values=MappingProxyType({**loaded.values, **values}))


def open_existing(loaded: Settings) -> Store:
    """The store of the settings. Raises `StoreError` where there is none: who only looks makes none."""
    place = loaded.text("store")
    if "://" not in place and not Path(place).exists():
        raise StoreError(
            f"there is no store at {place}: run `dateline day` first, or name it with --store or --settings"
        )
    return open_store(place)


def open_at(store: str | None, settings_file: Path | None) -> Store:
    """The store that is named, else that of the settings. Raises as `open_existing` does."""
    return open_existing(load_settings(settings_file, store=store))


def edition_in(store: Store, on: datetime | None, hour: datetime | None) -> PressTime:
    """The press time of the edition that is asked for: where that leaves several of the store, the newest of them."""
    with store.begin() as db:
        made = editions.press_times(db)
    fitting = [
        press
        for press in made
        if (on is None or press.day == on.date()) and (hour is None or press.hour == hour.time())
    ]
    if fitting:
        return fitting[0]
    if on is None:
        raise click.UsageError("the store has no such edition: run `dateline day` first, or name the day with --date")
    return PressTime(on.date(), hour.time() if hour else None)


def is_fault(skip: Skipped) -> bool:
    """Whether what was skipped was bad input, not only something an edition has no use for."""
    return skip.reason in _FAULTS


def tell_skipped(skips: Iterable[Skipped]) -> None:
    """One line on standard error for each thing that was not taken."""
    for skip in skips:
        click.echo(plain(f"skipped {skip.name}: {skip.reason}: {skip.detail}"), err=True)


def plain(words: str) -> str:
    """Words from the web without the control characters that could move a terminal's cursor or colour it."""
    return words.translate(_CONTROL)


def is_interactive() -> bool:
    """Whether a person watches standard error."""
    return sys.stderr.isatty()
