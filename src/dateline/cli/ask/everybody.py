"""What the commands share that ask over all articles."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from dateline import path
from dateline.cli import common
from dateline.ledger import Least
from dateline.people import Identity, People
from dateline.publish import Contents
from dateline.store import Store

_MOST = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """An open store and all that its newest edition could show."""

    store: Store
    contents: Contents
    least: Least
    """From which confidence the settings want records to be printed."""
    has_settings: bool
    """Whether a file of settings was read; without one sources have neither the names nor the rights given there."""

    @property
    def people(self) -> People:
        """Everybody whom the articles name."""
        return self.contents.people


@contextmanager
def everything(store: str | None, settings_file: Path | None) -> Iterator[Asked]:
    """The store of the settings, closed when the block ends. Raises `click.UsageError` where it has no edition."""
    loaded = common.load_settings(settings_file, store=store)
    opened = common.open_existing(loaded)
    try:
        contents = path.stored_contents(common.edition_in(opened, None, None), loaded, opened)
        yield Asked(opened, contents, path.least(loaded), common.settings_at(settings_file) is not None)
    finally:
        opened.close()


def the_one(text: str, people: People) -> Identity:
    """The one person or body of a name or id. Raises `click.UsageError` where there is none or more than one."""
    found = people.called(text)
    if not found:
        raise click.UsageError(f"nobody is called {text!r}; `dateline people list` shows everybody")
    if len(found) > 1:
        listed = ", ".join(f"{one.name} ({one.id})" for one in found[:_MOST])
        more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise click.UsageError(common.plain(f"{text!r} fits {listed}{more}: name one by its id"))
    return found[0]
