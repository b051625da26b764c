"""`dateline people`: who is who, and putting it right."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dateline.cli import common, decide
from dateline.cli.ask.everybody import everything, the_one
from dateline.people import Identity, Join
from dateline.records import Article, DecisionKind

_SHOWN_NAMES = 4


@click.group(name="people")
def people() -> None:
    """Show who is who over all articles, and put it right.

    Each person and body has one entry, whatever the articles call it, and an id that stays. A merge or a split is kept,
    with who and why, and done again with each new run; `dateline decide undo NUMBER` takes it back. Run `dateline day`
    again to see the effect on the site.
    """


@people.command(name="list")
@click.argument("words", nargs=-1)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="The most to show.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def list_(words: tuple[str, ...], limit: int, store: str | None, settings_file: Path | None) -> None:
    """List everybody, or those one of whose names has all the WORDS; who is named most often first.

    Each line has the id, how many statements, commitments and positions name it, the name, roles and other names.
    """
    with everything(store, settings_file) as asked:
        found = asked.people.called(" ".join(words)) if words else list(asked.people.all)
    for one in sorted(found, key=lambda one: (-len(one.records), one.name, one.id))[:limit]:
        click.echo(common.plain(_line(one)))
    if len(found) > limit:
        click.echo(f"and {len(found) - limit} more; --limit shows more")
    if not found:
        click.echo("nobody found")


@people.command()
@click.argument("name")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def show(name: str, store: str | None, settings_file: Path | None) -> None:
    """Show the person or body of a NAME or id: every name, and why it is taken for one."""
    with everything(store, settings_file) as asked:
        one = the_one(name, asked.people)
    articles = asked.contents.articles
    click.echo(common.plain(_line(one)))
    for group in one.groups:
        days = sorted({seen.at[0].isoformat() for seen in group.sightings})
        span = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
        count = len({seen.article_id for seen in group.sightings})
        told = f"  {group.id}  {group.name}: in {count} {'article' if count == 1 else 'articles'}, {span}"
        click.echo(common.plain(told))
        for join in one.joins:
            if join.child == group.id:
                click.echo(common.plain(f"    because {_why(join, articles)}"))


@people.command()
@click.argument("name")
@click.argument("into")
@decide.with_reason
def merge(name: str, into: str, **options: Any) -> None:
    """Make the person or body NAME one with INTO, under whose name it stands then."""
    with everything(options["store"], options["settings_file"]) as asked:
        one, other = the_one(name, asked.people), the_one(into, asked.people)
        if one is other:
            raise click.UsageError(common.plain(f"{name!r} and {into!r} are one already: {one.name} ({one.id})"))
        made = decide.decision(
            DecisionKind.MERGE_PEOPLE, one.id, options["who"], options["why"], value=other.groups[0].id
        )
        decide.keep(asked.store, made)


@people.command()
@click.argument("name")
@click.argument("other", required=False)
@click.option("--article", help="The id of the article whose sayings are another one's.")
@decide.with_reason
def split(name: str, other: str | None, article: str | None, **options: Any) -> None:
    """Take a name out of the person or body NAME: OTHER, one of its names; or what one --article says under it.

    What is taken out is an entry of its own, and no rule joins it to anybody again.
    """
    if (other is None) == (article is None):
        raise click.UsageError("say what leaves: one of its names, or --article with the id of an article")
    with everything(options["store"], options["settings_file"]) as asked:
        one = the_one(name, asked.people)
        group = _of_article(one, article) if article else _of_name(one, str(other))
        value = {"value": article} if article else {}
        made = decide.decision(DecisionKind.SPLIT_PEOPLE, group, options["who"], options["why"], **value)
        decide.keep(asked.store, made)


def _of_name(one: Identity, name: str) -> str:
    """The id of the group that a name, or the group's own id, means in an identity."""
    known = ", ".join(f"{group.name} ({group.id})" for group in one.groups[1:])
    if not known:
        raise click.UsageError(common.plain(f"{one.name} has no other name; --article takes one article out of it"))
    found = [group for group in one.groups[1:] if name == group.id or group.is_called(name)]
    if len(found) != 1:
        raise click.UsageError(common.plain(f"{name!r} is no single other name of {one.name}; it has {known}"))
    return found[0].id


def _of_article(one: Identity, article: str) -> str:
    """The id of the group that has an article, which it must not be alone in."""
    for group in one.groups:
        inside = {seen.article_id for seen in group.sightings}
        if article in inside and len(inside) > 1:
            return group.id
        if article in inside:
            raise click.UsageError(
                common.plain(f"{group.name} stands in that article alone: split the name {group.id}")
            )
    raise click.UsageError(f"no article {article!r} names {common.plain(one.name)}")


def _line(one: Identity) -> str:
    others = ", ".join(one.names[1 : 1 + _SHOWN_NAMES])
    about = "; ".join(part for part in (", ".join(one.roles[:2]), f"also {others}" if others else "") if part)
    return f"{one.id}  {len(one.records):>4}  {one.name}{f' ({about})' if about else ''}"


def _why(join: Join, articles: Mapping[str, Article]) -> str:
    printed = f"{join.rule}; first in {_told(articles[join.article_id])}"
    if join.by is None:
        return f"{printed} ({join.told})"
    return f"{printed}, tied to the name in {_told(articles[join.by])}"


def _told(article: Article) -> str:
    published = "day unknown" if article.published is None else article.published.iso()
    return f"{article.outlet or article.agency or 'an unknown outlet'}, {published} ({article.id})"


COMMANDS = (people,)
