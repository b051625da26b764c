"""`dateline find`: articles by their words."""

from pathlib import Path

import click

from dateline.cli import common
from dateline.store import articles


@click.command(name="find")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help="The most to show.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def find(words: tuple[str, ...], limit: int, store: str | None, settings_file: Path | None) -> None:
    """Find the articles of the store that hold all the WORDS, best first."""
    loaded = common.load_settings(settings_file, store=store)
    opened = common.open_existing(loaded)
    try:
        with opened.begin() as db:
            found = articles.find_articles(db, " ".join(words), limit)
    finally:
        opened.close()
    for article in found:
        published = "date unknown" if article.published is None else article.published.iso()
        line = f"{article.id}  {published}  {article.outlet or 'outlet unknown'}  {article.headline or 'no headline'}"
        click.echo(common.plain(line))
    if not found:
        click.echo("nothing found")


COMMANDS = (find,)
