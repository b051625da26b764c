"""`dateline stories show`, `follow` and `followed`: the course of a story in the terminal."""

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
from dateline.records import Article, CourseDay, Decision, DecisionKind, Passage, Story
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
@click.argument("story", nargs=-1, required=True)
@click.option("--who", default=getpass.getuser, show_default="your user name", help="Who follows it.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def follow(story: tuple[str, ...], who: str, **places: Any) -> None:
    """Follow a STORY, by its id, or every story one of whose headlines has the words that you give.

    It is marked in lists at once. From the next run on a story with something new ranks higher in the edition,
    which says who follows it. `dateline stories followed` shows what is followed and what is new in it.
    """
    with everything(**places) as asked:
        told, follower = (" ".join(common.plain(one).split()) for one in (" ".join(story), who))
        if told.startswith("s-"):
            found = [regroup.the_story(asked, told)]
            told = found[0].id
        else:
            found = regroup.with_words(asked, story)
        if any(told == one.subject and follower == one.who for one in _followings(asked)):
            raise click.UsageError(f"{follower} follows {told!r} already")
        decide.keep(asked.store, decide.decision(DecisionKind.FOLLOW, told, follower, "to follow it"))
        headings = asked.contents.headings()
        for one in found:
            click.echo(common.plain(line(one, headings.get(one.id))))
        if not found:
            click.echo("no story has these words yet; those that come with them will be followed")


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Show what was new from this day on.")
@click.option("--who", help="Show only what this person follows.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def followed(since: datetime | None, who: str | None, **places: Any) -> None:
    """Print what is followed and what is new in it since the edition before.

    Each is told with its number, by which `dateline stories undo` ends it.
    """
    with everything(**places) as asked:
        for one in _followings(asked):
            if who in {None, one.who}:
                click.echo(common.plain(f"{one.number}. {one.subject} ({one.who}, {one.when[:10]})"))
        edition = asked.contents.edition
        start = since.date() if since else edition.since.day if edition.since else edition.day
        found = [one for one in asked.contents.stories.values() if _is_followed(one, who) and one.last_day >= start]
        console = Console(highlight=False)
        for story in sorted(found, key=lambda one: (-one.last_day.toordinal(), one.id)):
            console.print()
            _print_story(console, asked, story, start)
        if not found:
            click.echo(f"nothing new since {start} in what is followed")


def line(story: Story, heading: Article | None) -> str:
    """A story in one line: its id, how many articles it has, its days, its name."""
    headline = story.title or (heading.headline if heading else None) or "no headline"
    span = f"{story.first_day}" if story.first_day == story.last_day else f"{story.first_day} to {story.last_day}"
    followers = f"  (followed by {'; '.join(story.followers)})" if story.followers else ""
    return f"{story.id}  {len(story.article_ids):>4}  {span}  {headline}{followers}"


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


def _followings(asked: Asked) -> list[Decision]:
    """What is followed, by whom, oldest first."""
    with asked.store.begin() as db:
        made = brief.standing(decisions.all_decisions(db))
    return [one for one in made if one.kind is DecisionKind.FOLLOW]


def _is_followed(story: Story, who: str | None) -> bool:
    """Whether anybody follows a story, or this person does."""
    return any(who in {None, told} or told.startswith(f"{who}, for “") for told in story.followers)


def _print_story(console: Console, asked: Asked, story: Story, start: date) -> None:
    contents = asked.contents
    console.print(Text(common.plain(line(story, contents.headings().get(story.id))), style="bold"), soft_wrap=True)
    latest = contents.latest().get(story.id)
    if latest is not None:
        console.print(Text(common.plain(f"latest: {latest.headline} ({_place(latest)})")), soft_wrap=True)
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


COMMANDS = (show, follow, followed)
