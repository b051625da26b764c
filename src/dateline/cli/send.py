"""`dateline export` and `dateline send`: the edition leaves the house."""

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import click

from dateline import deliver, mail, path
from dateline.cli import common, letters
from dateline.cli.letters import Letter
from dateline.deliver import Outcome, Server
from dateline.errors import ApprovalError
from dateline.mail import MailSettings
from dateline.publish import documents
from dateline.publish.documents import Envelope, Outline
from dateline.records import PressTime
from dateline.settings import Settings
from dateline.store import Store, deliveries

_PASSWORD = "DATELINE_MAIL_PASSWORD"  # noqa: S105  the name of the variable that holds it
NOT_SENT = 9


@click.command(name="export")
@click.argument("forms", nargs=-1, type=click.Choice([*documents.FORMS, "eml"]))
@common.DATE_OPTION
@common.HOUR_OPTION
@click.option(
    "--out",
    default=".",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the files.",
)
@common.STORE_OPTION
@common.SETTINGS_OPTION
def export(forms: tuple[str, ...], out: Path, **given: Any) -> None:
    """Write an edition as files: in each of FORMS, or in all of them.

    `eml` is the mail as it would be sent, to nobody; `ics` the agenda for a calendar.
    """
    loaded = common.load_settings(given["settings_file"], store=given["store"])
    opened = common.open_existing(loaded)
    try:
        press = common.edition_in(opened, given["on"], given["hour"])
        contents = path.stored_contents(press, loaded, opened)
    finally:
        opened.close()
    out.mkdir(parents=True, exist_ok=True)
    for form in forms or (*documents.FORMS, "eml"):
        file = out / f"{press.key}.{form}"
        if form == "eml":
            found = documents.edition_outline(contents)
            file.write_bytes(documents.edition_mail(found, _nobody(press, loaded)).as_bytes())
        else:
            file.write_bytes(documents.document(contents, form))
        click.echo(str(file))


@click.command(name="send")
@common.DATE_OPTION
@common.HOUR_OPTION
@click.option("--dry-run", is_flag=True, help="Say who would get the edition, and send nothing.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def send(*, dry_run: bool, **given: Any) -> None:
    """Mail an edition to the recipients of the settings.

    Whoever has it already does not get it again: run the command again after a fault and it goes on from there. Where
    something was withdrawn of an edition that a reader was sent, a correction goes out first. While one `send` is under
    way another one on the same store does nothing. The server's password is taken from DATELINE_MAIL_PASSWORD.
    """
    loaded = common.load_settings(given["settings_file"], store=given["store"])
    opened = common.open_existing(loaded)
    try:
        press = common.edition_in(opened, given["on"], given["hour"])
        all_sent = send_edition(press, loaded, opened, dry_run=dry_run)
    finally:
        opened.close()
    if not all_sent:
        sys.exit(NOT_SENT)


def send_edition(press: PressTime, loaded: Settings, store: Store, *, dry_run: bool = False) -> bool:
    """Mail an edition to whoever does not have it, and say so line by line; whether every mail was taken.

    Raises `ApprovalError` where the profile wants an approval that the edition lacks, and `BusyError` where another
    process is sending.
    """
    post = _mail_settings(loaded)
    addresses, wrong = mail.recipients(post.recipients)
    for line in wrong:
        click.echo(common.plain(f"recipients: {line!r} is no address and gets nothing"), err=True)
    with nullcontext() if dry_run else store.alone("send"):
        contents = path.stored_contents(press, loaded, store)
        if loaded.profile.approval and not path.is_approved(contents.edition, store):
            raise ApprovalError(
                f"the edition of {press} is not approved as it stands: dateline desk --date {press.day}"
            )
        due = letters.due(contents.edition, addresses, store)
        found = documents.edition_outline(contents)
        if dry_run:
            for one in due:
                click.echo(common.plain(f"{one.to}: {_mail(found, one, post)['Subject']}"))
            return not wrong
        failed = _send_all(due, found, post, store)
    before = len(addresses) - sum(one.kind == deliveries.EDITION for one in due)
    click.echo(f"{len(due) - failed} sent, {before} sent before, {failed} not sent")
    return not failed and not wrong


def _send_all(due: list[Letter], found: Outline, post: MailSettings, store: Store) -> int:
    """Send the mails and say of each what became of it; how many were not taken."""
    press, failed = PressTime.parse(found.key), 0
    under_way: dict[str, Letter] = {}

    def mails() -> Iterator[EmailMessage]:
        for one in due:
            made = _mail(found, one, post)
            with store.begin() as db:
                sent = made["Message-ID"], one.told
                first = deliveries.start(db, press, one.kind, mail.reader(one.to), sent)
            made.replace_header("Message-ID", first)
            under_way[first] = one
            yield made

    def taken(made: EmailMessage) -> None:
        one = under_way[made["Message-ID"]]
        with store.begin() as db:
            deliveries.add_delivery(db, press, one.kind, mail.reader(one.to), _now().isoformat(timespec="seconds"))

    for told in deliver.deliver(mails(), mail.address(post.sender), _server(post), taken):
        failed += told.outcome is not Outcome.SENT
        click.echo(common.plain(f"{told.recipient}: {told.outcome}{f': {told.detail}' if told.detail else ''}"))
    return failed


def _mail(found: Outline, one: Letter, post: MailSettings) -> EmailMessage:
    words = (found.name, mail.reader(one.to), *one.told)
    message_id = mail.message_id(found.key, one.kind, words, post.list_name)
    envelope = Envelope(post.sender, one.to, post.list_name, post.reply_to, _now(), message_id)
    if one.kind == deliveries.EDITION:
        return documents.edition_mail(found, envelope)
    return documents.correction_mail(found, one.withdrawn, envelope)


def _nobody(press: PressTime, loaded: Settings) -> Envelope:
    """For the mail as a file: to nobody, on the edition's day."""
    post = loaded.mail
    sender = post.sender if post else "briefing@localhost.invalid"
    list_id = post.list_name if post else "briefing.localhost.invalid"
    sent = datetime.combine(press.day, press.hour or datetime.min.time(), loaded.zone)
    message_id = mail.message_id(press.key, deliveries.EDITION, (loaded.text("name"),), list_id)
    return Envelope(sender, "undisclosed-recipients:;", list_id, post.reply_to if post else None, sent, message_id)


def _mail_settings(loaded: Settings) -> MailSettings:
    if loaded.mail is None:
        raise click.UsageError("there is no [mail] table in the settings; see docs/settings.md")
    return loaded.mail


def _server(post: MailSettings) -> Server:
    return Server(
        host=post.host, port=post.port, security=post.security, user=post.user, password=os.environ.get(_PASSWORD)
    )


def _now() -> datetime:
    return datetime.now(UTC)


COMMANDS = (export, send)
