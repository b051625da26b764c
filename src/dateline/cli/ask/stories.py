"""`dateline stories`: which there are, why an article is in its story, and what a person does about it."""

from collections.abc import Mapping
from pathlib import Path

import click

from dateline.cli import common, decide
from dateline.cli.ask import regroup
from dateline.cli.ask.everybody import everything
from dateline.records import Article, Placement, Story


@click.group(name="stories")
def stories() -> None:
    """List the stories of the newest edition, say why an article is in one, and put it right.

    What you move, merge, split or name is kept, with who and why, and done again with each new run; `dateline stories
    undo NUMBER` takes it back. Run `dateline day` again to see the effect.
    """


for _command in regroup.COMMANDS:
    stories.add_command(_command)
stories.add_command(decide.undo)


@stories.command(name="list")
@click.argument("words", nargs=-1)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="The most to show.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def list_(words: tuple[str, ...], limit: int, store: str | None, settings_file: Path | None) -> None:
    """List the stories, or those one of whose headlines has all the WORDS; the newest and largest first."""
    with everything(store, settings_file) as asked:
        articles, found = asked.contents.articles, list(asked.contents.stories.values())
        headings = asked.contents.headings()
    wanted = [word.casefold() for word in words]
    fitting = [story for story in found if _fits(story, wanted, articles)]
    for story in sorted(fitting, key=lambda one: (-one.last_day.toordinal(), -len(one.article_ids), one.id))[:limit]:
        click.echo(common.plain(_line(story, headings.get(story.id))))
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


def _fits(story: Story, wanted: list[str], articles: Mapping[str, Article]) -> bool:
    headlines = [(articles[key].headline or "").casefold() for key in story.article_ids if key in articles]
    headlines.append((story.title or "").casefold())
    return not wanted or any(all(word in headline for word in wanted) for headline in headlines)


def _line(story: Story, heading: Article | None) -> str:
    headline = story.title or (heading.headline if heading else None) or "no headline"
    span = f"{story.first_day}" if story.first_day == story.last_day else f"{story.first_day} to {story.last_day}"
    return f"{story.id}  {len(story.article_ids):>4}  {span}  {headline}"


def _why(placed: Placement, articles: Mapping[str, Article]) -> str:
    if placed.decided is not None:
        grouped = f"; it was grouped with {placed.came_from}" if placed.came_from else "; it is grouped there too"
        return f"in {placed.story_id}, {placed.decided}{grouped}"
    moved = f", moved from {placed.came_from}" if placed.came_from else ""
    where = f"in {placed.story_id} since {placed.day or 'a day unknown'}{moved}"
    if placed.nearest is None:
        return f"{where}: nothing is like it"
    near = articles.get(placed.nearest)
    headline = "" if near is None or near.headline is None else f" {near.headline!r}"
    shared = "; ".join(
        f"{name} {', '.join(words)}" for name, words in (("names", placed.names), ("words", placed.words)) if words
    )
    return f"{where}: most like {placed.nearest}{headline}, chance {placed.chance:.2f}, {shared or 'nothing shared'}"


COMMANDS = (stories,)
