"""Sends mails by SMTP, one recipient at a time."""

import smtplib
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import getaddresses
from enum import StrEnum

_ENOUGH = 3
"""Mails in a row for which the server cannot be reached, before the others are given up for this run."""


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


class _NoServer(Exception):  # noqa: N818  it is told as an outcome
    """The server cannot be reached or does not let us in; `mails` is for how many this counts."""

    def __init__(self, said: str, mails: int) -> None:
        super().__init__(said)
        self.mails = mails


def deliver(
    mails: Iterable[EmailMessage], sender: str, server: Server, taken: Callable[[EmailMessage], None]
) -> Iterator[Told]:
    """Send each mail to the one recipient that it names; `taken` is called at once when the server has taken it.

    A mail of which the server may or may not have taken hold, since the line broke before its answer, is sent again
    with the Message-ID that it had: a mail must not be lost, and whoever receives it twice can tell. Where the server
    cannot be reached for some mails in a row, or refuses the password, the others are failed without a try.
    """
    missed, said = 0, ""
    for mail in mails:
        if missed >= _ENOUGH:
            yield Told(str(mail["To"]), Outcome.FAILED, f"not tried after: {said}")
            continue
        try:
            told, missed = _sent(mail, sender, server), 0
        except _NoServer as error:
            said = str(error)
            told, missed = Told(str(mail["To"]), Outcome.FAILED, said), missed + error.mails
        if told.outcome is Outcome.SENT:
            taken(mail)
        yield told


def _sent(mail: EmailMessage, sender: str, server: Server) -> Told:
    recipient = str(mail["To"])
    # The name stays in the header: as an address it could not be sent where it is not ASCII.
    address = getaddresses([recipient])[0][1]
    last: Exception | None = None
    for turn in range(server.tries):
        if turn:
            time.sleep(server.wait * 2 ** (turn - 1))
        try:
            with _connection(server) as line:
                line.send_message(mail, from_addr=sender, to_addrs=[address])
        except _NoServer as error:
            if error.mails >= _ENOUGH:
                raise
            last = error
        except (smtplib.SMTPException, OSError) as error:
            if _code(error) >= 500:
                return Told(recipient, Outcome.REFUSED, _said(error))
            last = error
        else:
            return Told(recipient, Outcome.SENT, "")
    tried = f"({server.host}:{server.port}, {server.tries} tries)"
    if isinstance(last, _NoServer):
        raise _NoServer(f"{last} {tried}", last.mails) from last
    return Told(recipient, Outcome.FAILED, f"{_said(last)} {tried}")


@contextmanager
def _connection(server: Server) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    with ExitStack() as opened:
        try:
            if server.security == "tls":
                line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
            else:
                line = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
            opened.callback(line.close)
            if server.security == "starttls":
                line.starttls(context=context)
            if server.user is not None:
                line.login(server.user, server.password or "")
        except (smtplib.SMTPException, OSError) as error:
            if 400 <= _code(error) < 500:
                # It is there and has too much to do, which the next mail may find otherwise.
                raise
            # A password that is wrong stays wrong, and a server may lock whoever tries it time and again.
            answered = isinstance(error, smtplib.SMTPException)
            hung_up = isinstance(error, smtplib.SMTPServerDisconnected)
            raise _NoServer(_said(error), _ENOUGH if answered and not hung_up else 1) from error
        yield line
        _leave(line)


def _code(error: Exception) -> int:
    """The code of the server's answer, 0 where there was none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return int(next(iter(error.recipients.values()))[0])
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0


def _said(error: Exception | None) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, reason = next(iter(error.recipients.values()))
        return f"{code} {_plain(reason)}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_plain(error.smtp_error)}"
    if isinstance(error, OSError) and not isinstance(error, smtplib.SMTPException):
        return f"the server cannot be reached: {error.strerror or error}; check `host` and `port` under [mail]"
    return f"{error} ({type(error).__name__})"


def _leave(line: smtplib.SMTP) -> None:
    """Say goodbye; a server that hangs up first has taken the mail all the same."""
    try:
        line.quit()
    except (smtplib.SMTPException, OSError):
        line.close()


def _plain(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words
