"""Mails by a real SMTP server that has faults: none lost, none twice."""

import time
from email.message import EmailMessage

import pytest
from aiosmtpd.smtp import AuthResult

from dateline.deliver import Outcome, Server, deliver
from tests.office import Office, running

READERS = [f"reader{number}@paper.example" for number in range(8)]


@pytest.fixture
def office(request):
    with running(Office(getattr(request, "param", ()))) as opened:
        yield opened


def mails(readers=READERS):
    for number, reader in enumerate(readers):
        made = EmailMessage()
        made["From"], made["To"], made["Subject"] = "press@embassy.example", reader, "Briefing"
        made["Message-ID"] = f"<{number}@embassy.example>"
        made.set_content("Good morning.")
        yield made


def send(office, readers=READERS, **given):
    server = Server(host="127.0.0.1", port=office.port, security="none", wait=0.01, **given)
    noted = []
    told = list(deliver(mails(readers), "press@embassy.example", server, lambda mail: noted.append(mail["To"])))
    return told, noted


def test_each_reader_gets_the_mail_once(office):
    """One mail a reader, to nobody else, and each is noted."""
    told, noted = send(office)
    assert office.readers() == READERS == noted
    assert {one.outcome for one in told} == {Outcome.SENT}


def test_a_name_that_is_not_ascii_is_for_the_header_only():
    """A server without SMTPUTF8 gets the bare address, and the reader the mail with the name."""
    with running(Office(utf8=False)) as office:
        told, _ = send(office, ["José Ruiz <jose@paper.example>"])
    assert told[0].outcome is Outcome.SENT, told
    assert office.addressed == ["jose@paper.example"]
    assert office.readers() == ["José Ruiz <jose@paper.example>"]


FAULTS = [("rcpt", "451 later"), ("data", "452 full"), ("data", "hang up"), ("rcpt", "450 greylisted")]


@pytest.mark.parametrize("office", [FAULTS], indirect=True)
def test_what_is_not_taken_at_once_is_tried_again(office):
    """A greylisting, a full disk, a line that breaks: none lost, none twice."""
    told, noted = send(office, tries=5)
    assert office.readers() == READERS
    assert noted == READERS
    assert all(one.outcome is Outcome.SENT for one in told)


@pytest.mark.parametrize("office", [[("rcpt", "550 no such reader"), ("data", "554 no")]], indirect=True)
def test_what_is_refused_is_named_and_the_others_go_out(office):
    """A refusal for good is not tried again."""
    told, noted = send(office)
    assert [one.outcome for one in told][:2] == [Outcome.REFUSED, Outcome.REFUSED]
    assert "no such reader" in told[0].detail
    assert noted == READERS[2:]


@pytest.mark.parametrize("office", [[("rcpt", "451 later")] * 3], indirect=True)
def test_what_fails_to_the_end_is_named_for_the_next_run(office):
    """Three tries, then the next reader's turn."""
    told, noted = send(office, READERS[:2])
    assert [one.outcome for one in told] == [Outcome.FAILED, Outcome.SENT]
    assert "3 tries" in told[0].detail
    assert noted == READERS[1:2]


@pytest.mark.parametrize("office", [[("after", "hang up")]], indirect=True)
def test_a_line_that_breaks_before_the_answer_sends_the_same_mail_again(office):
    """It may stand there twice, then with one Message-ID: a mail must not be lost."""
    send(office, READERS[:1])
    assert {one["Message-ID"] for one in office.taken} == {"<0@embassy.example>"}


def test_a_server_that_is_not_there_loses_nothing():
    """All are named as failed."""
    server = Server(host="127.0.0.1", port=1, security="none", tries=2, wait=0.01)
    told = list(deliver(mails(), "press@embassy.example", server, lambda _: None))
    assert [one.outcome for one in told] == [Outcome.FAILED] * len(READERS)


def test_a_server_that_is_gone_is_not_waited_for_a_thousand_times():
    """Three mails in a row that do not reach it are enough; all are named, so the next run has them."""
    server = Server(host="127.0.0.1", port=1, security="none", tries=3, wait=0.1)
    started = time.monotonic()
    told = list(deliver(mails([f"r{number}@paper.example" for number in range(50)]), "p@x.example", server, print))
    assert time.monotonic() - started < 3
    assert [one.outcome for one in told] == [Outcome.FAILED] * 50
    assert "not tried after: " in told[-1].detail


class Closed:
    """Lets nobody in."""

    def __init__(self):
        self.asked = 0

    def __call__(self, *_):
        self.asked += 1
        return AuthResult(success=False, handled=False)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_tried_once():
    """No reader was refused, and no account is locked by trying it for each of them."""
    door = Closed()
    with running(Office(), authenticator=door, auth_require_tls=False) as office:
        told, noted = send(office, user="press", password="wrong")
    assert door.asked <= 2  # smtplib tries each of the two ways that the server offers
    assert [one.outcome for one in told] == [Outcome.FAILED] * len(READERS)
    assert told[0].detail.startswith("535")
    assert noted == []


@pytest.mark.parametrize("office", [[("after", "hang up"), ("rcpt", "451 later"), ("after", "hang up")]], indirect=True)
def test_a_server_that_hangs_up_is_still_there(office):
    """What breaks in the middle of a mail does not give up the others."""
    told, _ = send(office, tries=1)
    assert [one.outcome for one in told] == [Outcome.FAILED] * 3 + [Outcome.SENT] * (len(READERS) - 3)
