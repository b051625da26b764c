"""`dateline stories`: which there are, why an article is in its story, and what a person does about it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli import common, decide
from dateline.cli.ask import course, regroup
from dateline.cli.ask.everybody import everything
from dateline.records import Article, Placement


@click.group(name="stories")
def stories() -> None:
    """List, show and follow the stories of the newest edition, say why an article is in one, and put it right.

    What you move, merge, split or name is kept, with who and why, and done again with each new run; `dateline stories
    undo NUMBER` takes it back. Run `dateline day` again to see the effect.
    """


for _command in (*regroup.COMMANDS, *course.COMMANDS, decide.undo):
    stories.add_command(_command)
# The old word for it.
decide.decide.add_command(regroup.merge)


@stories.command(name="list")
@click.argument("words", nargs=-1)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Those with an article of this day or later.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="The most to show.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def list_(words: tuple[str, ...], since: datetime | None, limit: int, **places: Any) -> None:
    """List the stories, or those one of whose headlines has all the WORDS; the newest and largest first."""
    with everything(**places) as asked:
        found = regroup.with_words(asked, words)
        headings = asked.contents.headings()
    fitting = [story for story in found if since is None or story.last_day >= since.date()]
    for story in sorted(fitting, key=lambda one: (-one.last_day.toordinal(), -len(one.article_ids), one.id))[:limit]:
        click.echo(common.plain(course.line(story, headings.get(story.id))))
    if len(fitting) > limit:
        click.echo(f"and {len(fitting) - limit} more; --limit shows more")
    if not fitting:
        click.echo("no story found")


@stories.command()
@click.argument("article")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def why(article: str, store: str | None, settings_file: Path | None) -> None:
    """Say in one line why an ARTICLE, by its id, is in its story."""
    with everything(store, settings_file) as asked:
        original = regroup.original_of(asked, article)
        articles, found = asked.contents.articles, asked.contents.stories.values()
    placed = next((one for story in found for one in story.placements if one.article_id == original), None)
    if placed is None:
        raise click.UsageError(f"nothing is kept of how {article!r} came into its story")
    click.echo(common.plain(_why(placed, articles)))


def _why(placed: Placement, articles: Mapping[str, Article]) -> str:
    if placed.decided is not None:
        grouped = f"; it was grouped with {placed.came_from}" if placed.came_from else "; it is grouped there too"
        return f"in {placed.story_id}, {placed.decided}{grouped}"
    moved = f", moved from {placed.came_from}" if placed.came_from else ""
    where = f"in {placed.story_id} since {placed.day or 'a day unknown'}{moved}"
    if placed.nearest is None:
        return f"{where}: nothing is like it"
    shared = "; ".join(
        f"{name} {', '.join(words)}" for name, words in (("names", placed.names), ("words", placed.words)) if words
    )
    like = f"most like {_named(placed.nearest, articles)}, chance {placed.chance:.2f}, {shared or 'nothing shared'}"
    if placed.through is None:
        return f"{where}: {like}"
    its = "it" if placed.through == placed.article_id else _named(placed.through, articles)
    return f"{where} with all of that story: {its} is {like}"


def _named(key: str, articles: Mapping[str, Article]) -> str:
    """An article by its id and headline."""
    article = articles.get(key)
    return key if article is None or article.headline is None else f"{key} {article.headline!r}"


COMMANDS = (stories,)
