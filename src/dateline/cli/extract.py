"""`dateline extract`: pages to articles, and why each paragraph was taken or left."""

import sys
from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

import click
import msgspec

from dateline import extract as step
from dateline.cli import answers, common, explained
from dateline.cli.read import given_pages
from dateline.pool import in_order
from dateline.records import Article, MediaType, Page, ParagraphKind, Skipped, SkipReason, Source

_MARKS = {ParagraphKind.SUBHEAD: "### ", ParagraphKind.QUOTE: "> ", ParagraphKind.LIST_ITEM: "- "}


@click.command(name="extract")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Text, Markdown, or one JSON object a line with every field, and the rules that gave most of them.",
)
@click.option("--all", "everything", is_flag=True, help="Also pages that are no articles: lists, shops.")
@click.option(
    "--explain",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Write a page for each input into this folder that shows what was taken, what was left, and why.",
)
@common.SETTINGS_OPTION
def extract(
    inputs: tuple[str, ...], form: str, *, everything: bool, explain: Path | None, settings_file: Path | None
) -> None:
    """Extract the articles of pages: headline, standfirst, text, people, agency, dates, section, pictures.

    INPUT is a file, a folder, an address, or - for standard input, in any mix, each also as .gz: saved HTML, plain
    text, NewsML, NITF, ninjs, IPTC 7901, ANPA 1312, RSS and Atom with whole texts, PDF, mails (.eml, mbox), web
    archives (WARC), JSON lines of dispatches.

    \b
    dateline extract page.html
    dateline extract --format json pages/ crawl.warc.gz > articles.jsonl
    dateline extract --explain why/ https://harbourpost.example/ferry
    """
    loaded = common.load_settings(settings_file)
    faults: list[Skipped] = []
    parted = "" if form == "json" else "---\n\n"
    before = ""
    given = given_pages(inputs, Source(name="", location=""), loaded)
    with closing(in_order(_tried, given, _failed)) as made:
        for number, (page, extracted) in enumerate(made, 1):
            for found in _shown(extracted, everything=everything):
                if isinstance(found, Skipped):
                    faults.append(found)
                elif isinstance(page, Page):
                    sys.stdout.buffer.write(f"{before}{_written(page, found, extracted.kind, form)}\n".encode())
                    before = parted
            if explain is not None and isinstance(page, Page) and _is_explained(page, extracted):
                click.echo(f"explained {page.name} in {explained.write(page, explain, number)}", err=True)
    common.tell_skipped(faults)
    if faults:
        sys.exit(common.SOMETHING_SKIPPED)


def _tried(page: Page | Skipped) -> step.Extracted:
    return step.Extracted([page]) if isinstance(page, Skipped) else step.tried(page)


def _failed(page: Page | Skipped, fault: str) -> step.Extracted:
    return step.Extracted([page]) if isinstance(page, Skipped) else step.ended(page, fault)


def _is_explained(page: Page, made: step.Extracted) -> bool:
    """Whether it can be shown why: what a page of the web failed by would be met again."""
    is_failed = any(isinstance(one, Skipped) and one.reason is SkipReason.FAILED for one in made.found)
    return page.media_type is MediaType.HTML and not is_failed


def _shown(made: step.Extracted, *, everything: bool) -> Sequence[Article | Skipped]:
    return [made.article] if everything and made.article else made.found


def _written(page: Page, article: Article, kind: str | None, form: str) -> str:
    if form == "json":
        return msgspec.json.encode({**answers.extracted_object(page.name, article), "kind": kind}).decode()
    lines = []
    if article.headline:
        lines.append(f"# {article.headline}" if form == "markdown" else article.headline)
    published = article.published.iso() if article.published else None
    beside = [", ".join(article.authors), article.agency, article.outlet, published, article.url]
    if told := " | ".join(part for part in beside if part):
        lines.append(f"*{told}*" if form == "markdown" else told)
    if article.standfirst:
        lines.append(f"**{article.standfirst}**" if form == "markdown" else article.standfirst)
    embeds = {after: list(some) for after, some in groupby(article.embeds, key=lambda one: one.after)}
    for place, one in enumerate([None, *article.paragraphs]):
        if one is not None:
            lines.append((_MARKS.get(one.kind, "") if form == "markdown" else "") + one.span.of(article.text))
        if form == "markdown":
            lines += [f"[{embed.service}](<{embed.url}>)" for embed in embeds.get(place, [])]
    return common.plain("\n\n".join(lines)) + "\n"


COMMANDS = (extract,)
