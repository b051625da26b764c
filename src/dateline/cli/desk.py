"""`dateline desk` and `dateline edit`: an editor's last word, on a page or in the terminal."""

import getpass
from pathlib import Path
from typing import Any

import click

from dateline.cli import common
from dateline.desk import DeskServer, Draft, WrongAct
from dateline.records import Decision, DecisionKind
from dateline.store import open_store

_WHO = click.option("--who", default=getpass.getuser, show_default="your user name", help="Who decides.")
_ACTS = ("drop", "pin", "place", "move", "retitle", "swap", "remark", "approve", "reject", "correct", "undo")


@click.command(name="desk")
@common.DATE_OPTION
@common.HOUR_OPTION
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="The port; without it, a free one.")
@_WHO
@common.STORE_OPTION
@common.SETTINGS_OPTION
def desk(port: int, who: str, **given: Any) -> None:
    """Open the draft of an edition on a page of this machine: drop, pin, order, move, retitle, swap, remark, approve.

    The page answers on 127.0.0.1 only, to whoever has the address that is printed. Everything done is kept with who and
    when, survives every new run, and can be undone. End it with Ctrl-C.
    """
    loaded = common.load_settings(given["settings_file"], store=given["store"])
    opened = open_store(loaded.text("store"))
    try:
        draft = Draft(common.edition_in(opened, given["on"], given["hour"]), loaded, opened)
        with DeskServer(draft, Path(loaded.text("site")) / draft.press.key, who, port) as server:
            click.echo(f"Open {server.address}")
            click.echo("Ctrl-C ends it; everything done is kept.")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                click.echo("\nclosed")
        draft.publish_site()
    finally:
        opened.close()


@click.command(name="edit")
@click.argument("act", type=click.Choice(_ACTS), required=False)
@click.argument("subject", required=False)
@click.argument("value", required=False)
@common.DATE_OPTION
@common.HOUR_OPTION
@click.option("--field", help="For a correction, the field of the record.")
@click.option("--why", default="", help="The reason, kept with the act.")
@_WHO
@common.STORE_OPTION
@common.SETTINGS_OPTION
def edit(act: str | None, subject: str | None, value: str | None, **given: Any) -> None:
    """Do in the terminal what the desk does: ACT on SUBJECT, a story's or record's id; without ACT, show the draft.

    \b
    dateline edit --date 2031-05-08                             the draft, with ids
    dateline edit drop s-abc --date 2031-05-08
    dateline edit place s-abc 2 --date 2031-05-08               second in its section
    dateline edit retitle s-abc "The Pact waits" --date 2031-05-08
    dateline edit swap s-abc "OUT>IN" --date 2031-05-08         places as the draft shows them
    dateline edit remark edition "Short day" --date 2031-05-08
    dateline edit approve --date 2031-05-08
    """
    loaded = common.load_settings(given["settings_file"], store=given["store"])
    opened = open_store(loaded.text("store"))
    try:
        draft = Draft(common.edition_in(opened, given["on"], given["hour"]), loaded, opened)
        if act is None:
            _show(draft)
            return
        subject = draft.edition.id if subject in {None, "edition"} else subject
        done = _do(draft, (act, subject or "", value), given)
        draft.publish_site()
        click.echo(common.plain(f"{done.number}. {done.kind} {done.subject} ({done.who}, {done.when})"))
    except WrongAct as wrong:
        raise click.UsageError(str(wrong)) from wrong
    finally:
        opened.close()


def _do(draft: Draft, wanted: tuple[str, str, str | None], given: dict[str, Any]) -> Decision:
    act, subject, value = wanted
    who = given["who"]
    if act == "undo":
        return draft.undo(int(subject) if subject.isdigit() else 0, who)
    if act == "reject":
        return draft.reject(subject, given["why"], who)
    if act == "correct":
        return draft.correct(subject, (given["field"] or "", value or ""), given["why"], who)
    return draft.act(DecisionKind(act), subject, value, who)


def _show(draft: Draft) -> None:
    for section in draft.edition.sections:
        click.echo(common.plain(f"{section.name}"))
        for place, brief in enumerate(section.briefs, 1):
            title = brief.title or (brief.headline.text if brief.headline else "without a headline")
            click.echo(common.plain(f"  {place}. {brief.story_id}  {title}{'  (pinned)' if brief.pinned else ''}"))
            for passage in brief.passages:
                click.echo(common.plain(f"       {passage.place}  {passage.text[:90]}"))
    for brief in draft.edition.further:
        click.echo(common.plain(f"  in brief: {brief.story_id}  {brief.headline.text if brief.headline else ''}"))
    for act in draft.acts():
        click.echo(
            common.plain(f"done {act.number}. {act.kind} {act.subject} {act.value or ''} ({act.who}, {act.when})")
        )
    click.echo("approved as it stands" if draft.is_approved() else "not approved")


COMMANDS = (desk, edit)
