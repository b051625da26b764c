"""`dateline decide`: what a person decides about what the program made."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from dateline import brief
from dateline.cli import common
from dateline.records import Decision, DecisionKind
from dateline.store import Store, decisions, readings


@click.group(name="decide")
def decide() -> None:
    """Remove or correct what the program made. Each decision is kept, with who and why, through every new run.

    Ids stand on the pages of the site and in `dateline read --json`. Run `dateline day` again to see the effect.
    """


def with_reason(command: Callable[..., Any]) -> Callable[..., Any]:
    """Ask for who decides and why, and for the store."""
    for option in (
        common.SETTINGS_OPTION,
        common.STORE_OPTION,
        click.option(
            "--who", "--by", "who", default=getpass.getuser, show_default="your user name", help="Who decides."
        ),
        click.option("--why", required=True, help="The reason, kept with the decision."),
    ):
        command = option(command)
    return command


@decide.command()
@click.argument("subject")
@with_reason
def remove(subject: str, why: str, who: str, store: str | None, settings_file: Path | None) -> None:
    """Show an article or a record, by its id SUBJECT, nowhere."""
    _decide(store, settings_file, decision(DecisionKind.REMOVE, subject, who, why))


@decide.command()
@click.argument("subject")
@click.argument("field")
@click.argument("value")
@with_reason
def correct(subject: str, field: str, value: str, **options: Any) -> None:
    """Give FIELD of the record SUBJECT another VALUE; the site shows it as the editor's."""
    opened = common.open_at(options["store"], options["settings_file"])
    with opened.begin() as db:
        record = readings.find_record(db, subject)
    opened.close()
    if record is None:
        raise click.UsageError(f"there is no record {subject!r} in the store")
    if wrong := brief.check_correction(record, field, value):
        raise click.UsageError(wrong)
    made = decision(DecisionKind.CORRECT, subject, options["who"], options["why"], field=field, value=value)
    _decide(options["store"], options["settings_file"], made)


@decide.command()
@click.argument("number", type=click.IntRange(1))
@with_reason
def undo(number: int, why: str, who: str, store: str | None, settings_file: Path | None) -> None:
    """Let the decision NUMBER count no longer; it stays on record."""
    opened = common.open_at(store, settings_file)
    try:
        with opened.begin() as db:
            made = decisions.all_decisions(db)
        if not brief.counts(number, made):
            known = any(one.number == number for one in made)
            raise click.UsageError(
                f"decision {number} is undone already" if known else f"there is no decision {number}"
            )
        keep(opened, decision(DecisionKind.UNDO, str(number), who, why))
    finally:
        opened.close()


@decide.command(name="list")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def list_(store: str | None, settings_file: Path | None) -> None:
    """Show every decision, oldest first."""
    opened = common.open_at(store, settings_file)
    with opened.begin() as db:
        made = decisions.all_decisions(db)
    opened.close()
    for one in made:
        click.echo(common.plain(_line(one)))
    if not made:
        click.echo("no decisions yet")


def decision(kind: DecisionKind, subject: str, who: str, why: str, **values: str) -> Decision:
    """A decision of this moment, not kept yet."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Decision(number=0, kind=kind, subject=subject, who=who, when=now, why=why, **values)


def keep(opened: Store, made: Decision) -> None:
    """Keep a decision in the store and say its number."""
    with opened.begin() as db:
        kept = decisions.add_decision(db, made)
    click.echo(common.plain(_line(kept)))


def _decide(store: str | None, settings_file: Path | None, made: Decision) -> None:
    opened = common.open_at(store, settings_file)
    keep(opened, made)
    opened.close()


def _line(made: Decision) -> str:
    is_correction = made.kind is DecisionKind.CORRECT
    change = f" {made.field} = {made.value}" if is_correction else f" {made.value}" if made.value else ""
    return f"{made.number}. {made.kind} {made.subject}{change} ({made.who}, {made.when}: {made.why})"


COMMANDS = (decide,)
