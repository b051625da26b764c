"""`dateline init` and `dateline check`: the settings file of a desk, written and validated."""

import sys
from importlib.resources import files
from pathlib import Path

import click

from dateline import brief, mail
from dateline.cli import common
from dateline.errors import SettingsError
from dateline.records import Article, Profile
from dateline.settings import Settings
from dateline.store import articles, open_store


@click.command(name="init")
@click.argument("file", default="dateline.toml", type=click.Path(path_type=Path, dir_okay=False))
def init(file: Path) -> None:
    """Write a settings FILE with a comment on every key, to be filled in. A file that is there is left as it is."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(files("dateline.cli").joinpath("dateline.toml").read_text("utf-8"))
    except FileExistsError:
        raise click.UsageError(f"{file} is there already; name another file, or edit it") from None
    click.echo(f"{file} is written. Fill it in, then run: dateline check")


@click.command(name="check")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def check(store: str | None, settings_file: Path | None) -> None:
    """Say whether the settings can be used: every key, query and source; and what each watch finds in the store."""
    loaded = common.load_settings(settings_file, store=store)
    missing = [
        source for source in loaded.sources if "://" not in source.location and not Path(source.location).exists()
    ]
    for source in missing:
        click.echo(common.plain(f"source {source.name}: there is no {source.location}"), err=True)
    if settings_file is None and not Path("dateline.toml").exists():
        click.echo("there is no dateline.toml here, so the defaults hold; `dateline init` writes one")
    click.echo(f"{len(loaded.sources)} sources, {len(missing)} of them not there")
    _tell_profile(loaded)
    if not _tell_mail(loaded) or missing:
        sys.exit(3)


def _tell_profile(loaded: Settings) -> None:
    found = loaded.profile
    length = "no limit of length" if found.minutes is None else f"{found.minutes} minutes of reading"
    click.echo(f"{len(found.sections)} sections of the profile, {len(found.leave_out)} left out by query, {length}")
    hours = f"editions at {', '.join(f'{hour:%H:%M}' for hour in found.hours)}" if found.hours else "one edition a day"
    languages = ", ".join(found.languages) or "all that are read"
    click.echo(
        f"{hours}; the first covers {found.covers} {'day' if found.covers == 1 else 'days'}; languages: {languages}"
    )
    known = _known(loaded)
    if known is None:
        click.echo(
            f"{len(found.watches)} watches; no store at {loaded.text('store')} yet, so what they find is not known"
        )
        return
    outlets = {article.outlet for article in known}
    for name in sorted(set(found.outlets) - outlets):
        click.echo(common.plain(f"outlet {name}: no article in the store is of it"))
    for watch in found.watches:
        only = brief.Watched(Profile(watches=(watch,)))
        count = sum(bool(only.seen([article])) for article in known)
        click.echo(common.plain(f"watch {watch.name}: {count} of {len(known)} articles in the store"))


def _tell_mail(loaded: Settings) -> bool:
    """Say to how many the edition goes; whether every reader can be read."""
    if loaded.mail is None:
        click.echo("no mail: the settings have no [mail] table")
        return True
    try:
        addresses, wrong = mail.recipients(loaded.mail.recipients)
    except SettingsError as error:
        click.echo(common.plain(str(error)), err=True)
        return False
    for line in wrong:
        click.echo(common.plain(f"recipients: {line!r} is no address and gets nothing"), err=True)
    click.echo(f"{len(addresses)} readers, by {loaded.mail.host}:{loaded.mail.port}")
    return not wrong


def _known(loaded: Settings) -> list[Article] | None:
    place = loaded.text("store")
    if "://" not in place and not Path(place).exists():
        return None
    store = open_store(place)
    try:
        with store.begin() as db:
            return articles.all_articles(db)
    finally:
        store.close()


COMMANDS = (init, check)
