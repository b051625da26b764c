"""`dateline said`: everything that somebody said about something since a day."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline import path
from dateline.cli import card, common
from dateline.cli.ask import tables
from dateline.cli.ask.everybody import Asked, everything, the_one
from dateline.ledger import evidence
from dateline.path import Answer, Question
from dateline.records import Span, StatementKind
from dateline.text import attribution
from dateline.text.addresses import web_address

_DAY = click.DateTime(["%Y-%m-%d"])
_OURS = "dim"


@click.command(name="said")
@click.option("--by", default="", help="Who says it: any name of a person or body, its id, or a description.")
@click.option("--about", default="", help="Words that stand in what is said or in its sentence.")
@click.option("--since", type=_DAY, help="The first day of publication.")
@click.option("--until", type=_DAY, help="The last day of publication.")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in StatementKind]), help="Quoted wholly, partly or not at all."
)
@click.option("--sure", default=0.0, type=click.FloatRange(0, 1), help="The least confidence; without it any.")
@tables.table_options
@click.option("--limit", type=click.IntRange(1), help="The most to show; without it 50 as text, and all in a table.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def said(*, form: str, out: Path | None, limit: int | None, **given: Any) -> None:
    """Show everything that somebody said about something, the newest first.

    \b
    dateline said --by "Jens Prentiss" --about harbour --since 2031-05-01
    dateline said --about "herring quota" --kind direct --format csv --out quota.csv

    A name finds what is said under all names of that person. All words of --about must stand there; each finds longer
    ones too. What is less sure than an edition prints it is shown too, but for --sure. It looks through what the newest
    edition could show, up to its press time. A table leaves the house, and obeys the rights of the sources; the text is
    for you, and has all words.
    """
    tables.check(form, out)
    with everything(given["store"], given["settings_file"]) as asked:
        answers = path.answers(_question(asked, given), asked.contents, asked.store)
        found = [one for one in answers if one.statement.confidence >= given["sure"]]
        if form == "text":
            _show(found, limit or 50)
        else:
            tables.write(asked, "statements", [one.statement.id for one in found[:limit]], form, out)


def _question(asked: Asked, given: dict[str, Any]) -> Question:
    """What the options ask for. Raises `click.UsageError` where the name fits more than one person or body."""
    by = the_one(given["by"], asked.people) if given["by"] and asked.people.called(given["by"]) else None
    return Question(
        by=by,
        described="" if by else given["by"],
        about=given["about"],
        since=_day(given["since"]),
        until=_day(given["until"]),
        kind=StatementKind(given["kind"]) if given["kind"] else None,
    )


def _day(given: datetime | None) -> date | None:
    return None if given is None else given.date()


def _show(found: list[Answer], limit: int) -> None:
    console = Console(highlight=False)
    for one in found[:limit]:
        console.print(_who(one))
        rests_on = evidence(one.statement, one.article)
        console.print(Padding(card.marked(one.article.text, rests_on, (one.statement,)), (0, 0, 0, 2)))
        console.print(Padding(Text(common.plain(_where(one, rests_on)), style=_OURS), (0, 0, 0, 2)))
        console.print()
    if not found:
        click.echo("nothing found")
    elif len(found) > limit:
        click.echo(f"and {len(found) - limit} more; --limit shows more")


def _who(one: Answer) -> Text:
    said_by = attribution.speaker(one.statement)
    name = one.who[0].name if len(one.who) == 1 else said_by
    line = Text(common.plain(name), style="bold").append(common.plain(attribution.beside(one.statement)))
    printed = f", as {said_by}" if name != said_by else ""
    sure = f"sure to {one.statement.confidence * 100:.0f} percent"
    return line.append(common.plain(f"  {one.statement.kind}{printed}, {sure}"), style=_OURS)


def _where(one: Answer, rests_on: Span) -> str:
    article = one.article
    published = "day unknown" if article.published is None else article.published.iso()
    address = web_address(article.url) or "no address"
    place = f"{article.id}:{rests_on.start}-{rests_on.end}"
    return (
        f"{article.outlet or article.agency or 'unknown outlet'}, {published}  {address}  {place}  {one.statement.id}"
    )


COMMANDS = (said,)
