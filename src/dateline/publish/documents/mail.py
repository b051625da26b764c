"""The edition as a mail."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from dateline.publish import environment
from dateline.publish.documents.outline import Outline
from dateline.publish.documents.page import mail_page
from dateline.publish.documents.text import text
from dateline.records import Withdrawal


@dataclass(frozen=True, slots=True)
class Envelope:
    """From whom, to whom and when."""

    sender: str
    """As in a From header: "Press section <press@embassy.example>"."""
    recipient: str
    list_id: str
    """As in RFC 2919, without the brackets: "briefing.embassy.example"."""
    reply_to: str | None
    sent: datetime
    message_id: str
    """In angle brackets; the same where the same mail is sent again after a fault."""


def edition_mail(found: Outline, envelope: Envelope) -> EmailMessage:
    """The mail of an edition: plain text and HTML that say the same."""
    made = _mail(found.title, envelope)
    plain, page = text(found), mail_page(found)
    made.set_content(plain)
    made.add_alternative(page, subtype="html")
    # The library takes a word by chance. This one depends on all that is said, so nothing that is said can hold it.
    made.set_boundary(f"=_{hashlib.sha256((plain + page).encode()).hexdigest()}")
    return made


def correction_mail(found: Outline, withdrawn: Iterable[Withdrawal], envelope: Envelope) -> EmailMessage:
    """What editions that the reader was sent told, and what was withdrawn since."""
    made = _mail(f"Correction: {found.title}", envelope)
    lines = [
        f"{one.headline or 'a story without a headline'} (edition of {environment.press(one.press)})"
        for one in withdrawn
    ]
    opening = f"{found.name}: a correction. These stories were withdrawn by their agency. Please do not use them."
    made.set_content("\n\n".join([opening, *lines]) + "\n")
    return made


def _mail(subject: str, envelope: Envelope) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"] = envelope.sender
    made["To"] = envelope.recipient
    # A line end in a headline must not begin a header of its own.
    made["Subject"] = " ".join(subject.split())
    made["Date"] = format_datetime(envelope.sent)
    made["Message-ID"] = envelope.message_id
    made["List-Id"] = f"<{envelope.list_id}>"
    made["Auto-Submitted"] = "auto-generated"
    if envelope.reply_to:
        made["Reply-To"] = envelope.reply_to
        made["List-Unsubscribe"] = f"<mailto:{envelope.reply_to.rpartition('<')[2].rstrip('>')}?subject=unsubscribe>"
    return made
