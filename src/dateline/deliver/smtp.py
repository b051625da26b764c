"""Sends mails by SMTP, one recipient at a time."""

import smtplib
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import getaddresses
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a mail."""

    SENT = "sent"
    REFUSED = "refused"
    """The server says that it will never take it."""
    FAILED = "failed"
    """Not taken this time; the next run tries again."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one recipient's mail, and what the server said."""

    recipient: str
    outcome: Outcome
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server and how to speak with it."""

    host: str
    port: int
    security: str = "starttls"
    """"starttls", "tls" or "none"."""
    user: str | None = None
    password: str | None = None
    tries: int = 3
    wait: float = 2.0
    """Seconds before the second try; twice as many before each further one."""
    timeout: float = 30.0


def deliver(
    mails: Iterable[EmailMessage], sender: str, server: Server, taken: Callable[[EmailMessage], None]
) -> Iterator[Told]:
    """Send each mail to the one recipient that it names; `taken` is called at once when the server has taken it.

    A mail of which the server may or may not have taken hold, since the line broke before its answer, is sent again
    with the Message-ID that it had: a mail must not be lost, and whoever receives it twice can tell.
    """
    for mail in mails:
        told = _sent(mail, sender, server)
        if told.outcome is Outcome.SENT:
            taken(mail)
        yield told


def _sent(mail: EmailMessage, sender: str, server: Server) -> Told:
    recipient, said = str(mail["To"]), ""
    # The name stays in the header: as an address it could not be sent where it is not ASCII.
    address = getaddresses([recipient])[0][1]
    for turn in range(server.tries):
        if turn:
            time.sleep(server.wait * 2 ** (turn - 1))
        try:
            with _connection(server) as line:
                line.send_message(mail, from_addr=sender, to_addrs=[address])
        except smtplib.SMTPRecipientsRefused as error:
            code, reason = next(iter(error.recipients.values()))
            said = f"{code} {_plain(reason)}"
            if code >= 500:
                return Told(recipient, Outcome.REFUSED, said)
        except smtplib.SMTPResponseException as error:
            said = f"{error.smtp_code} {_plain(error.smtp_error)}"
            if error.smtp_code >= 500:
                return Told(recipient, Outcome.REFUSED, said)
        except smtplib.SMTPException as error:
            said = f"{_plain(str(error))} ({type(error).__name__})"
        except OSError as error:
            said = f"the server cannot be reached: {error.strerror or error}; check `host` and `port` under [mail]"
        else:
            return Told(recipient, Outcome.SENT, "")
    return Told(recipient, Outcome.FAILED, f"{said} ({server.host}:{server.port}, {server.tries} tries)")


@contextmanager
def _connection(server: Server) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    if server.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        if server.security == "starttls":
            line.starttls(context=context)
        if server.user is not None:
            line.login(server.user, server.password or "")
        yield line
        _leave(line)
    finally:
        line.close()


def _leave(line: smtplib.SMTP) -> None:
    """Say goodbye; a server that hangs up first has taken the mail all the same."""
    try:
        line.quit()
    except (smtplib.SMTPException, OSError):
        line.close()


def _plain(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words
