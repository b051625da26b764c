"""`dateline records`: what people say of the records, and how far they agree."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dateline import path
from dateline.cli import common, decide
from dateline.records import DecisionKind


@click.group(name="records")
def records() -> None:
    """Correct what was read, and make a gold of it.

    Rejecting and editing are kept apart from what was read, with who, when and why, and outlive every new run. An
    article that you have read through is checked: what you let stand there is right, and goes into the gold.
    """


# The same deeds as `dateline decide remove` and `correct`, under the names of those who code texts.
records.add_command(decide.remove, "reject")
records.add_command(decide.correct, "edit")


@records.command()
@click.argument("article")
@decide.with_reason
def check(article: str, why: str, who: str, **places: Any) -> None:
    """Say that you read the records of ARTICLE, its id, through: what you did not reject or edit is right."""
    opened = common.open_at(**places)
    decide.keep(opened, decide.decision(DecisionKind.CHECK, article, who, why))
    opened.close()


def _places(command: Callable[..., Any]) -> Callable[..., Any]:
    return common.STORE_OPTION(common.SETTINGS_OPTION(command))


@records.command()
@click.option("--who", help="Only what this person checked and decided; without it, everybody.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file, in place of the output.")
@_places
def export(who: str | None, out: Path | None, **places: Any) -> None:
    """Write the records of the checked articles as a gold: JSON by article, with the sentence of each record.

    It has what the reader found: what it missed is in no such gold, which measures precision and not recall.
    """
    opened = common.open_at(**places)
    made = path.gold(opened, who)
    opened.close()
    told = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if out is None:
        click.echo(told, nl=False)
    else:
        out.write_text(told, "utf-8")
    click.echo(f"{len(made)} checked articles", err=True)


@records.command()
@click.argument("who")
@click.argument("other")
@_places
def agreement(who: str, other: str, **places: Any) -> None:
    """Print how far two people, WHO and OTHER, agree on the articles that both checked."""
    opened = common.open_at(**places)
    both = path.checked_by(opened, who) & path.checked_by(opened, other)
    found = path.agreement(opened, who, other)
    opened.close()
    click.echo(common.plain(f"{len(both)} articles checked by both {who} and {other}"))
    for one in found:
        agreed = "no records" if one.f1 is None else f"F1 {one.f1:.3f}"
        click.echo(f"{one.kind}: {agreed}; kept by one {one.one}, by the other {one.other}, by both {one.both}")
        for name, count in one.same.items():
            click.echo(f"  {name}: the same to both in {count} of {one.both}")


COMMANDS = (records,)
