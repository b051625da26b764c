"""A real SMTP server on this machine that keeps what it takes, and has the faults that it is given."""

import email
import socket
from contextlib import contextmanager
from email.policy import default

from aiosmtpd.controller import Controller


class Office:
    """Answers the first turns with its faults, each a pair of where it happens and what is answered."""

    def __init__(self, faults=(), *, utf8=True):
        self.faults, self.taken, self.later, self.port = list(faults), [], set(), 0
        self.utf8, self.addressed = utf8, []

    def next_fault(self, where):
        if self.faults and self.faults[0][0] == where:
            return self.faults.pop(0)[1]
        return None

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802, ARG002
        answer = "451 try later" if address in self.later else self.next_fault("rcpt")
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802, ARG002
        answer = self.next_fault("data")
        if answer == "hang up":
            server.transport.close()
            return "421 gone"
        if answer:
            return answer
        self.addressed += envelope.rcpt_tos
        self.taken.append(email.message_from_bytes(envelope.content, policy=default))
        if self.next_fault("after") == "hang up":
            server.transport.close()
        return "250 OK"

    def readers(self):
        """To whom each mail that was taken is addressed, in order."""
        return [one["To"] for one in self.taken]


@contextmanager
def running(office, **more):
    """The office, open at `office.port` of 127.0.0.1; `more` is as aiosmtpd takes it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        office.port = free.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=office.port, enable_SMTPUTF8=office.utf8, **more)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
