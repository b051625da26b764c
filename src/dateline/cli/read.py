"""`dateline read`: one page, paste or dispatch, read."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click
import msgspec

from dateline import collect, extract, path, settings
from dateline.cli import answers, card, common
from dateline.read import Reader, ReadRules
from dateline.records import Article, Moment, Page, Reading, Skipped, Source, skipped
from dateline.settings import Settings


def _moment(_context: click.Context, _option: click.Parameter, value: str | None) -> Moment | None:
    moment = None if value is None else Moment.parse(value)
    if value is not None and moment is None:
        raise click.BadParameter(f"{value!r} is no day; write it like 2023-06-16 or 2023-06-16T07:15+02:00")
    return moment


@click.command(name="read")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--published", callback=_moment, metavar="DATE", help="Day of publication, for what gives none itself.")
@click.option("--language", metavar="CODE", help="Language of what gives none itself, as in ISO 639-1.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a card.")
@click.option("--all", "everything", is_flag=True, help="All that was read, also what is unlikely, each with its why.")
@common.SETTINGS_OPTION
def read(
    inputs: tuple[str, ...],
    published: Moment | None,
    language: str | None,
    **given: Any,
) -> None:
    """Read pages, dispatches or pasted text: who said what, what was promised, what is coming up, who stands where.

    INPUT is a file, a folder, an address, or - for standard input (paste, then Ctrl-D), in any mix: saved HTML, plain
    text copied from a news site, agency files, mails, PDF, JSON lines of dispatches, each also as .gz.

    What is marked with a question mark is not sure enough to be printed in an edition.

    Without a day of publication, times such as "Friday" stay open: nothing is guessed from today's date.

    \b
    dateline read page.html https://harbourpost.example/ferry
    pbpaste | dateline read --published 2031-05-06 -
    dateline read --json wire/*.xml | jq .statements
    """
    as_json = given["as_json"]
    loaded = common.load_settings(given["settings_file"])
    reader = Reader(ReadRules(pipeline=loaded.text("pipeline")))
    sureness = None if as_json else card.Sureness(path.brief_rules(loaded), everything=given["everything"])
    faults: list[Skipped] = []
    told = Source(name="", location="", language=language, published=published)
    for page in given_pages(inputs, told, loaded):
        for found in [page] if isinstance(page, Skipped) else extract.articles(page):
            faults += _show(found, page, reader, sureness)
    if not as_json:
        common.tell_skipped(faults)
    if faults:
        sys.exit(common.SOMETHING_SKIPPED)


def given_pages(inputs: tuple[str, ...], told: Source, loaded: Settings) -> Iterator[Page | Skipped]:
    """The pages of the inputs of a command, in their order, and what could not be taken of them."""
    rules = path.collect_rules(loaded)
    for location in inputs:
        if not location:
            raise click.UsageError("an input without a name: name a file, a folder or an address")
        if location == "-":
            source = replace(told, name="standard input", location="-")
            yield from collect.page_from_bytes(sys.stdin.buffer.read(rules.max_bytes + 1), "-", source, rules)
        else:
            source = replace(settings.source_at(location), language=told.language, published=told.published)
            yield from collect.pages(source, rules)


def _show(
    found: Article | Skipped, page: Page | Skipped, reader: Reader, sureness: card.Sureness | None
) -> list[Skipped]:
    """Print one result, as a card or, without its sureness, as JSON; gives it back where it was not taken or read."""
    if isinstance(found, Skipped) or isinstance(page, Skipped):
        if sureness is None and isinstance(found, Skipped):
            _print_json(answers.skipped_object(found))
        return [found] if isinstance(found, Skipped) else []
    what = reader.read(found)
    reading = what if isinstance(what, Reading) else None
    skip = None if isinstance(what, Reading) else skipped(page, "read", what.reason, what.detail)
    if sureness is None:
        _print_json(answers.article_object(page.name, found, reading, skip))
    else:
        card.show(page.name, found, reading, skip, sureness)
    return [] if skip is None else [skip]


def _print_json(answer: dict[str, object]) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")


COMMANDS = (read,)
