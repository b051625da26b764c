"""What the commands share that can give a table in place of text."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from dateline import publish
from dateline.cli.ask.everybody import Asked


def table_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format` and `--out`: the text for a reader, or a table, which obeys the rights of the sources."""
    form = click.option(
        "--format",
        "form",
        default="text",
        show_default=True,
        type=click.Choice(["text", *publish.tables.FORMS]),
        help="For a reader, or as a table for programs; json is one object a line.",
    )
    out = click.option(
        "--out", type=click.Path(path_type=Path, dir_okay=False), help="The file of a table, in place of the output."
    )
    return form(out(command))


def check(form: str, out: Path | None) -> None:
    """Raises `click.UsageError` where the two options do not go together."""
    if form == "text" and out is not None:
        raise click.UsageError("--out is for a table: say --format csv, json or parquet")
    if form == "parquet" and out is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is no text for a terminal: name a file with --out")


def write(asked: Asked, kind: str, record_ids: Iterable[str], form: str, out: Path | None) -> None:
    """Write the records of `publish.tables.KINDS[kind]` as a table, and say on standard error what is in it."""
    table = publish.tables.table(kind, asked.contents, record_ids)
    made = publish.tables.as_file(table, form)
    if out is None:
        sys.stdout.buffer.write(made)
    else:
        out.write_bytes(made)
    told = [f"{len(table.rows)} {kind}"]
    told += [f"{table.unshown} without their words, as the rights of their sources say"] if table.unshown else []
    told += [f"{table.left_out} left out, since headlines alone may be shown"] if table.left_out else []
    click.echo("; ".join(told), err=True)
    if not asked.has_settings:
        click.echo(
            "no settings file was read, so sources have neither names nor rights; --settings names one", err=True
        )
