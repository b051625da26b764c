"""What a person does with stories: move, merge, split, name, and take it back."""

from collections.abc import Iterable
from typing import Any

import click

from dateline.cli import common, decide
from dateline.cli.ask.everybody import Asked, everything
from dateline.records import DecisionKind, Story, apart_id, ids_since
from dateline.text.words import has_all

_LONGEST = 200
"""Characters of the name of a story."""


@click.command()
@click.argument("article")
@click.argument("story")
@decide.with_reason
def move(article: str, story: str, **given: Any) -> None:
    """Put an ARTICLE into another STORY, where it stays."""
    with everything(given["store"], given["settings_file"]) as asked:
        original, into = original_of(asked, article), the_story(asked, story)
        if original in into.article_ids:
            raise click.UsageError(f"{article} is in {story} already")
        _keep(asked, DecisionKind.MOVE_ARTICLE, original, into.id, given)
        for one in asked.contents.stories.values():
            if one.article_ids == (original,):
                click.echo(f"nothing is left of {one.id}: its name, if you gave it one, and who follows it go along")


@click.command()
@click.argument("story")
@click.argument("into")
@decide.with_reason
def merge(story: str, into: str, **given: Any) -> None:
    """Make the STORY one with another, INTO, under whose id it stands then; what comes in later may join it."""
    with everything(given["store"], given["settings_file"]) as asked:
        one, other = the_story(asked, story), the_story(asked, into)
        if one is other:
            raise click.UsageError(f"{story} and {into} are one already")
        _keep(asked, DecisionKind.MERGE, one.id, other.id, given)


@click.command()
@click.argument("story")
@click.argument("article", nargs=-1, required=True)
@decide.with_reason
def split(story: str, article: tuple[str, ...], **given: Any) -> None:
    """Make each ARTICLE that is named, all of one STORY, a story of their own; its id is printed."""
    with everything(given["store"], given["settings_file"]) as asked:
        one = the_story(asked, story)
        leaving = list(dict.fromkeys(original_of(asked, key) for key in article))
        foreign = [key for key in leaving if key not in one.article_ids]
        if foreign:
            raise click.UsageError(f"{story} has no article {', '.join(foreign)}")
        if len(leaving) == len(one.article_ids):
            raise click.UsageError(f"these are all articles of {story}: nothing would be left of it")
        _keep(asked, DecisionKind.SPLIT_STORY, one.id, " ".join(leaving), given)
        click.echo(f"they are {apart_id(leaving)} then")


@click.command()
@click.argument("story")
@click.argument("words")
@decide.with_reason
def name(story: str, words: str, **given: Any) -> None:
    """Call a STORY by WORDS of yours, shown as such; it keeps them until you name it again."""
    told = " ".join(words.split())
    if not told or len(told) > _LONGEST or not told.isprintable():
        raise click.UsageError(f"the name of a story has 1 to {_LONGEST} characters")
    with everything(given["store"], given["settings_file"]) as asked:
        _keep(asked, DecisionKind.NAME_STORY, the_story(asked, story).id, told, given)


def the_story(asked: Asked, key: str) -> Story:
    """The story that has an id, or had it. Raises `click.UsageError` where the newest edition has none such."""
    stories = asked.contents.stories
    now = ids_since(tuple(stories.values()), asked.contents.copy_sets).get(key)
    if now is None:
        raise click.UsageError(f"there is no story {key!r}; `dateline stories list` shows them")
    return stories[now]


def with_words(asked: Asked, words: Iterable[str]) -> list[Story]:
    """The stories one of whose headlines, or whose name, has all of some words."""
    articles, wanted = asked.contents.articles, " ".join(words)

    def fits(story: Story) -> bool:
        headlines = [articles[key].headline for key in story.article_ids if key in articles]
        return any(has_all(told, wanted) for told in (*headlines, story.title))

    return [story for story in asked.contents.stories.values() if fits(story)]


def original_of(asked: Asked, article: str) -> str:
    """The original of an article's text, which is the one that is in a story. Raises `click.UsageError`."""
    sets = asked.contents.copy_sets
    original = next((one.original for one in sets if article in one.members()), article)
    if not any(original in story.article_ids for story in asked.contents.stories.values()):
        raise click.UsageError(f"no story has an article {article!r}")
    return original


def _keep(asked: Asked, kind: DecisionKind, subject: str, value: str, given: dict[str, Any]) -> None:
    seen = asked.contents.edition.day.isoformat()
    made = decide.decision(kind, subject, common.plain(given["who"]), given["why"], field=seen, value=value)
    decide.keep(asked.store, made)
    click.echo("it shows from the next run on: `dateline day`")


COMMANDS = (move, merge, split, name)
