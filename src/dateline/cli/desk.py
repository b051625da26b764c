"""`dateline desk` and `dateline edit`: an editor's last word, on a page or in the terminal."""

import getpass
from pathlib import Path
from typing import Any

import click

from dateline.cli import common
from dateline.desk import DeskServer, Draft, WrongAct
from dateline.records import Decision, DecisionKind

_WHO = click.option("--who", default=getpass.getuser, show_default="your user name", help="Who decides.")
_ACTS = ("show", "drop", "pin", "place", "move", "retitle", "swap", "remark", "approve", "reject", "correct", "undo")


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
    opened = common.open_existing(loaded)
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
    dateline edit                              the draft, with ids
    dateline edit show s-abc                   a story whole, and other sentences of it with their places
    dateline edit drop s-abc --why "not ours"
    dateline edit place s-abc 2                second in its section
    dateline edit move s-abc Security          into another section
    dateline edit retitle s-abc "The Pact waits"
    dateline edit swap s-abc "OUT>IN"          places as `show` has them
    dateline edit remark edition "Short day"
    dateline edit reject c-abc --why "no promise"
    dateline edit correct c-abc "Ana Ruz" --field actor --why "read again"
    dateline edit undo 3
    dateline edit approve
    """
    loaded = common.load_settings(given["settings_file"], store=given["store"])
    opened = common.open_existing(loaded)
    try:
        draft = Draft(common.edition_in(opened, given["on"], given["hour"]), loaded, opened)
        if act is None:
            _show(draft)
            return
        if act == "show":
            _show_story(draft, subject or "")
            return
        subject = draft.edition.id if subject in {None, "edition"} else subject
        done = _do(draft, (act, subject or "", value), given)
        draft.publish_site()
        click.echo(common.plain(_line(draft, done)))
    except WrongAct as wrong:
        raise click.UsageError(str(wrong)) from wrong
    finally:
        opened.close()


def _do(draft: Draft, wanted: tuple[str, str, str | None], given: dict[str, Any]) -> Decision:
    act, subject, value = wanted
    who, why = given["who"], given["why"]
    if act == "undo":
        if not (subject.isascii() and subject.isdigit()):
            raise WrongAct(f"{subject!r} is no number of an act: `dateline edit` shows them")
        return draft.undo(int(subject), who, why)
    if act == "reject":
        return draft.reject(subject, why, who)
    if act == "correct":
        return draft.correct(subject, (given["field"] or "", value or ""), why, who)
    return draft.act(DecisionKind(act), subject, value, who, why)


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
    for lacking in draft.edition.missing:
        click.echo(common.plain(f"not in this edition: {lacking}"))
    for act in draft.acts():
        click.echo(common.plain(f"done {_line(draft, act)}"))
    click.echo("approved as it stands" if draft.is_approved() else "not approved")


def _show_story(draft: Draft, story_id: str) -> None:
    offered = draft.offered(story_id)
    brief = next(one for one in draft.briefs() if one.story_id == story_id)
    click.echo(common.plain(brief.title or (brief.headline.text if brief.headline else "without a headline")))
    if brief.remark:
        click.echo(common.plain(f"  the editor: {brief.remark}"))
    for heading, passages in (("shown", brief.passages), ("other sentences", offered)):
        click.echo(heading)
        for passage in passages:
            click.echo(common.plain(f"  {passage.place}\n      {' '.join(passage.text.split())}"))
    click.echo("what was read")
    for reading in draft.contents().readings.values():
        told = [(one.id, f"{one.actor}: {one.action}") for one in reading.commitments if one.id in brief.commitments]
        told += [(one.id, one.what) for one in reading.agenda if one.id in brief.agenda]
        for key, words in told:
            click.echo(common.plain(f"  {key}  {words}"))


def _line(draft: Draft, act: Decision) -> str:
    words = f" “{act.value}”" if act.value and act.kind is not DecisionKind.APPROVE else ""
    why = "" if act.why == "at the desk" else f"; {act.why}"
    return f"{act.number}. {act.kind}{words}: {draft.title_of(act.subject)} ({act.who}, {act.when}{why})"


COMMANDS = (desk, edit)
