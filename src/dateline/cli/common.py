"""What several commands share: finding the settings, and saying what was not taken."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import click

from dateline import settings
from dateline.records import Skipped, SkipReason
from dateline.settings import Settings

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
STORE_OPTION = click.option("--store", help="The store's file or database address, in place of the setting.")


def load_settings(file: Path | None, **instead: str | None) -> Settings:
    """The settings of a file, else of ./dateline.toml, else the defaults; what is not None in `instead` wins."""
    if file is None and Path("dateline.toml").is_file():
        file = Path("dateline.toml")
    loaded = settings.load(file, os.environ)
    values = {name: value for name, value in instead.items() if value is not None}
    return replace(loaded, values=MappingProxyType({**loaded.values, **values}))


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
