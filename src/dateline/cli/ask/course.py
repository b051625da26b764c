"""`dateline stories show` and `follow`: the course of a story in the terminal."""

import getpass
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline import brief
from dateline.cli import common, decide
from dateline.cli.ask import regroup
from dateline.cli.ask.everybody import Asked, everything
from dateline.records import Article, CourseDay, DecisionKind, Passage, Story
from dateline.store import decisions

_OURS = "dim"


@click.command()
@click.argument("story", nargs=-1, required=True)
@common.STORE_OPTION
@common.SETTINGS_OPTION
def show(story: tuple[str, ...], **places: Any) -> None:
    """Print the course of a STORY, by its id or by words of one of its headlines: what was new on which day."""
    with everything(**places) as asked:
        one = _the_one(asked, story)
        console = Console(highlight=False)
        _print_story(console, asked, one, date.min)


@click.command()
@click.argument("story", nargs=-1)
@click.option("--who", default=getpass.getuser, show_default="your user name", help="Who follows it.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Show what was new from this day on.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def follow(story: tuple[str, ...], who: str, since: datetime | None, **places: Any) -> None:
    """Follow a STORY, by its id, or every story one of whose headlines has the words that you give.

    When something new comes, its story ranks higher in the edition, which says who follows it. Without an argument:
    what is followed, each with its number for `dateline stories undo`, and what is new since the edition before.
    """
    with everything(**places) as asked:
        if not story:
            _print_followed(asked, since.date() if since else None)
            return
        words = " ".join(common.plain(" ".join(story)).split())
        if words.startswith("s-"):
            regroup.the_story(asked, words)
        decide.keep(asked.store, decide.decision(DecisionKind.FOLLOW, words, who, "to follow it"))


def line(story: Story, heading: Article | None) -> str:
    """A story in one line: its id, how many articles it has, its days, its name."""
    headline = story.title or (heading.headline if heading else None) or "no headline"
    span = f"{story.first_day}" if story.first_day == story.last_day else f"{story.first_day} to {story.last_day}"
    followed = f"  (followed by {story.followed})" if story.followed else ""
    return f"{story.id}  {len(story.article_ids):>4}  {span}  {headline}{followed}"


def _the_one(asked: Asked, given: tuple[str, ...]) -> Story:
    if len(given) == 1 and given[0].startswith("s-"):
        return regroup.the_story(asked, given[0])
    found = regroup.with_words(asked, given)
    if len(found) == 1:
        return found[0]
    told = " ".join(given)
    listed = ", ".join(story.id for story in found[:5])
    raise click.UsageError(
        f"{len(found)} stories fit {told!r}: name one by its id ({listed} …)" if found else f"no story fits {told!r}"
    )


def _print_followed(asked: Asked, since: date | None) -> None:
    with asked.store.begin() as db:
        made = brief.standing(decisions.all_decisions(db))
    for one in made:
        if one.kind is DecisionKind.FOLLOW:
            click.echo(common.plain(f"{one.number}. {one.subject} ({one.who}, {one.when[:10]})"))
    edition = asked.contents.edition
    start = since or (edition.since.day if edition.since else edition.day)
    found = [one for one in asked.contents.stories.values() if one.followed and one.last_day >= start]
    console = Console(highlight=False)
    for story in sorted(found, key=lambda one: (-one.last_day.toordinal(), one.id)):
        console.print()
        _print_story(console, asked, story, start)
    if not found:
        click.echo(f"nothing new since {start} in what is followed")


def _print_story(console: Console, asked: Asked, story: Story, start: date) -> None:
    contents = asked.contents
    console.print(Text(common.plain(line(story, contents.headings().get(story.id))), style="bold"), soft_wrap=True)
    carried = {one.original: len(one.copies) for one in contents.copy_sets}
    for one in contents.course(story):
        if one.day is None or one.day >= start:
            console.print(Text(str(one.day or "day unknown"), style="bold"))
            for told in _lines(one, contents.articles, carried):
                console.print(Padding(told, (0, 0, 0, 2)))


def _lines(day: CourseDay, articles: Mapping[str, Article], carried: Mapping[str, int]) -> Iterator[Text]:
    for passage in day.new:
        yield Text(common.plain(_words(passage)))
        yield Text(f"{_place(articles[passage.article_id])}  {passage.place}", style=_OURS)
    if not day.new:
        yield Text("nothing that was not told before, or that can stand alone", style=_OURS)
    for key in day.article_ids:
        article = articles[key]
        also = f"; also in {carried[key]} {'other' if carried[key] == 1 else 'others'}" if carried.get(key) else ""
        yield Text(common.plain(f"- {article.headline or 'no headline'} ({_place(article)}{also})  {key}"), style=_OURS)


def _words(passage: Passage) -> str:
    """The passage, with the names of ours in their brackets."""
    told, cut = "", 0
    for name in passage.names:
        told += f"{passage.text[cut : name.place]} [{name.name}]"
        cut = name.place
    return " ".join((told + passage.text[cut:]).split())


def _place(article: Article) -> str:
    published = article.published.iso() if article.published else "day unknown"
    return common.plain(f"{article.outlet or article.agency or 'unknown outlet'}, {published}")


COMMANDS = (show, follow)
