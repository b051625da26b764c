"""`dateline due`, `agenda` and `positions`: what the articles of days tell of one promise, one event, one holder."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline import path
from dateline.cli import card, common
from dateline.cli.ask import tables
from dateline.cli.ask.everybody import Asked, everything
from dateline.ledger import Entry, Followed, Least, evidence
from dateline.records import AgendaItem, Commitment
from dateline.text.timex import in_words

_DAY = click.DateTime(["%Y-%m-%d"])
_OURS = "dim"


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    sure = click.option(
        "--sure",
        type=click.FloatRange(0, 1),
        help="The least confidence. Without it a table has what an edition would print, and the text marks the rest.",
    )
    for option in (common.SETTINGS_OPTION, common.STORE_OPTION, sure, tables.table_options):
        command = option(command)
    return command


_FROM = click.option("--date", "day", type=_DAY, help="The day to count from; without it that of the newest edition.")
_WITHIN = click.option("--within", default=6, show_default=True, type=click.IntRange(0), help="Days from there on.")


@click.command(name="due")
@_FROM
@_WITHIN
@click.option("--overdue", is_flag=True, help="Those whose day is over, and of which nothing was told since.")
@_options
def due(*, day: datetime | None, within: int, overdue: bool, **given: Any) -> None:
    """Show the promises that fall due, or with --overdue those of the last 30 days that nobody kept or ended.

    Each promise stands once, with every article that tells of it and what each changed: raised, cut, delayed, kept.
    What is marked with a question mark is not sure enough to be printed in an edition.
    """
    with everything(given["store"], given["settings_file"]) as asked:
        start = _start(asked, day)
        found = asked.contents.ledger.due(start, -30, -1) if overdue else asked.contents.ledger.due(start, 0, within)
        _say_from(start, given)
        _give(asked, "commitments", found, given)


@click.command(name="agenda")
@_FROM
@_WITHIN
@_options
def agenda(*, day: datetime | None, within: int, **given: Any) -> None:
    """Show the events that are coming up, each once, and whether it was moved or called off.

    What is marked with a question mark is not sure enough to be printed in an edition.
    """
    with everything(given["store"], given["settings_file"]) as asked:
        start = _start(asked, day)
        _say_from(start, given)
        _give(asked, "agenda", asked.contents.ledger.ahead(start, within), given)


@click.command(name="positions")
@click.argument("issue", nargs=-1)
@_options
def positions(issue: tuple[str, ...], **given: Any) -> None:
    """Show who stands where on an ISSUE, and who changed; without one, on all.

    The words of ISSUE must begin words of what a position is on, or of the sentence that tells of it. What is marked
    with a question mark is not sure enough to be printed in an edition.
    """
    with everything(given["store"], given["settings_file"]) as asked:
        _give(asked, "positions", path.positions_on(" ".join(issue), asked.contents), given)


def _start(asked: Asked, day: datetime | None) -> date:
    return day.date() if day else asked.contents.edition.day


def _say_from(start: date, given: dict[str, Any]) -> None:
    """On standard error, as it is no record."""
    if given["form"] == "text":
        click.echo(f"counted from {in_words(start.isoformat())}", err=True)


def _give(asked: Asked, kind: str, entries: Iterable[Entry], given: dict[str, Any]) -> None:
    tables.check(given["form"], given["out"])
    sure = given["sure"]
    least = asked.least if sure is None else Least(commitment=sure, agenda=sure, position=sure)
    if given["form"] == "text":
        _show(asked, list(entries), least, card.HARDLY if sure is None else sure)
    else:
        ids = [mention.record.id for one in entries if _is_sure(one, least) for mention in one.mentions]
        tables.write(asked, kind, ids, given["form"], given["out"])


def _is_sure(entry: Entry, least: Least) -> bool:
    return any(least.prints(mention.record) for mention in entry.mentions)


def _show(asked: Asked, entries: Sequence[Entry], least: Least, floor: float) -> None:
    """Print entries; one that an edition would not print is marked, one less sure than `floor` is counted only."""
    console = Console(highlight=False)
    found = [one for one in entries if any(mention.record.confidence >= floor for mention in one.mentions)]
    for entry in found:
        mark = "" if _is_sure(entry, least) else "? "
        console.print(Text(common.plain(f"{mark}{_title(entry)}"), style="bold"))
        for line in _lines(asked, entry):
            console.print(Padding(line, (0, 0, 0, 2)))
        console.print()
    if not found:
        click.echo("nothing found")
    if len(found) < len(entries):
        click.echo(f"{len(entries) - len(found)} more that are less sure than {floor:.0%}: --sure 0")


def _title(entry: Entry) -> str:
    record = entry.newest
    if isinstance(record, Commitment):
        return f"{in_words(entry.due or '')} · {card.told(replace(record, due=None, due_alternatives=()))}"
    if isinstance(record, AgendaItem) and not (record.when or record.when_alternatives):
        return card.told(replace(record, when=entry.when))
    return card.told(record)


def _lines(asked: Asked, entry: Entry) -> Iterator[Text]:
    for mention in entry.mentions:
        article = asked.contents.articles[mention.record.article_id]
        published = article.published.iso() if article.published else "day unknown"
        outlet = article.outlet or article.agency or "unknown outlet"
        yield Text(common.plain(f"{published}, {outlet}: {mention.told()}"), style=_OURS)
        yield Text(common.plain(" ".join(evidence(mention.record, article).of(article.text).split())))
        yield Text(common.plain(_place(mention.record)), style=_OURS)


def _place(record: Followed) -> str:
    return f"{record.id}  {record.article_id}:{record.span.start}-{record.span.end}, {card.why(record)}"


COMMANDS = (due, agenda, positions)
