"""`dateline export` and `dateline send`: the edition leaves the house."""

import os
import sys
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import click

from dateline import deliver, mail, path
from dateline.cli import common
from dateline.deliver import Outcome, Server
from dateline.errors import ApprovalError
from dateline.mail import MailSettings
from dateline.publish import documents
from dateline.publish.documents import Envelope, Outline
from dateline.settings import Settings
from dateline.store import Store, deliveries, open_store

_DATE = click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the edition.")
_PASSWORD = "DATELINE_MAIL_PASSWORD"  # noqa: S105  the name of the variable that holds it
_NOT_SENT = 9


@click.command(name="export")
@click.argument("forms", nargs=-1, type=click.Choice([*documents.FORMS, "eml"]))
@_DATE
@click.option(
    "--out",
    default=".",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the files.",
)
@common.STORE_OPTION
@common.SETTINGS_OPTION
def export(forms: tuple[str, ...], on: datetime, out: Path, store: str | None, settings_file: Path | None) -> None:
    """Write the edition of a day as files: in each of FORMS, or in all of them.

    `eml` is the mail as it would be sent, to nobody; `ics` the agenda for a calendar.
    """
    loaded = common.load_settings(settings_file, store=store)
    opened = open_store(loaded.text("store"))
    try:
        contents = path.stored_contents(on.date(), loaded, opened)
    finally:
        opened.close()
    out.mkdir(parents=True, exist_ok=True)
    for form in forms or (*documents.FORMS, "eml"):
        file = out / f"{on.date().isoformat()}.{form}"
        if form == "eml":
            found = documents.edition_outline(contents)
            file.write_bytes(documents.edition_mail(found, _nobody(on.date(), loaded)).as_bytes())
        else:
            file.write_bytes(documents.document(contents, form))
        click.echo(str(file))


@click.command(name="send")
@_DATE
@click.option("--dry-run", is_flag=True, help="Say who would get the edition, and send nothing.")
@common.STORE_OPTION
@common.SETTINGS_OPTION
def send(on: datetime, store: str | None, settings_file: Path | None, *, dry_run: bool) -> None:
    """Mail the edition of a day to the recipients of the settings.

    Whoever has it already does not get it again: run the command again after a fault and it goes on from there. Where
    something was withdrawn of an edition that was sent, a correction goes out first. The server's password is taken
    from DATELINE_MAIL_PASSWORD.
    """
    loaded = common.load_settings(settings_file, store=store)
    addresses, wrong = mail.recipients(_mail_settings(loaded).recipients)
    for line in wrong:
        click.echo(common.plain(f"recipients: {line!r} is no address and gets nothing"), err=True)
    opened = open_store(loaded.text("store"))
    try:
        failed = _send(on.date(), addresses, loaded, opened, dry_run=dry_run)
    finally:
        opened.close()
    if failed or wrong:
        sys.exit(_NOT_SENT)


def _send(day: date, addresses: list[str], loaded: Settings, store: Store, *, dry_run: bool) -> int:
    """Send what is not yet sent; how many mails were not taken."""
    post = _mail_settings(loaded)
    contents = path.stored_contents(day, loaded, store)
    if loaded.profile.approval and not path.is_approved(contents.edition, store):
        raise ApprovalError(f"the edition of {day} is not approved as it stands: dateline desk --date {day}")
    with store.begin() as db:
        done = deliveries.delivered(db, day)
        corrects = any(deliveries.was_sent(db, one.day) for one in contents.edition.withdrawn)
    found = documents.edition_outline(contents)
    mails = _mails(found, addresses, post, with_correction=corrects)
    waiting = [one for one in mails if one["Message-ID"] not in done]
    if dry_run:
        for one in waiting:
            click.echo(common.plain(f"{one['To']}: {one['Subject']}"))
        return 0

    def taken(one: EmailMessage) -> None:
        with store.begin() as db:
            deliveries.add_delivery(db, one["Message-ID"], day, one["To"], _now().isoformat(timespec="seconds"))

    failed = 0
    for told in deliver.deliver(waiting, mail.address(post.sender), _server(post), taken):
        failed += told.outcome is not Outcome.SENT
        click.echo(common.plain(f"{told.recipient}: {told.outcome}{f': {told.detail}' if told.detail else ''}"))
    click.echo(f"{len(waiting) - failed} sent, {len(mails) - len(waiting)} sent before, {failed} not sent")
    return failed


def _mails(found: Outline, addresses: list[str], post: MailSettings, *, with_correction: bool) -> list[EmailMessage]:
    envelopes = [Envelope(post.sender, one, post.list_name, post.reply_to, _now()) for one in addresses]
    corrections = [documents.correction_mail(found, envelope) for envelope in envelopes] if with_correction else []
    return [*corrections, *(documents.edition_mail(found, envelope) for envelope in envelopes)]


def _nobody(day: date, loaded: Settings) -> Envelope:
    """For the mail as a file: to nobody, on the edition's day."""
    post = loaded.mail
    sender = post.sender if post else "briefing@localhost.invalid"
    list_id = post.list_name if post else "briefing.localhost.invalid"
    sent = datetime.combine(day, datetime.min.time(), UTC)
    return Envelope(sender, "undisclosed-recipients:;", list_id, post.reply_to if post else None, sent)


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
