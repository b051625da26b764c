"""Articles in mails: newsletters and alerts."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import extract
from dateline.records import MediaType, Page, SkipReason
from tests.extract.wire.made import article, paragraphs, skipped

KIND = MediaType.MAIL
PLAIN = (
    "The harbour board of Tolle voted on Thursday to keep\nthe quay open, café owners said.\n\n"
    "It meets again in June.\n\n"
    "https://t.example/click?u=1\n\nTo leave: https://harbourpost.example/leave\n\n-- \nHarbour Post, Quay 1, Tolle\n"
)
RICH = """<html><head><title>x</title></head><body><div style="display:none">Read it in your browser</div>
<img src="https://t.example/pixel.gif?u=1" width="1" height="1"><table><tr><td><h1>Tolle keeps its quay open</h1>
<p>The harbour board of Tolle voted on Thursday to keep the north quay open through the winter, it said.</p>
<p>The engineers who inspected its piles in August had recommended that it be closed until they were replaced.</p>
<p>“We cannot send forty boats to sea from a single quay,” said Maren Oru, who chairs the board of the harbour.</p>
</td></tr></table><img src="https://t.example/open.gif?u=1"></body></html>"""


def mail(plain=PLAIN, rich=None, charset="utf-8", **headers):
    made = EmailMessage()
    given = {
        "From": "Harbour Post Morning <morning@harbourpost.example>", "To": "desk@ministry.example",
        "Subject": "Tolle keeps its quay open", "Date": "Thu, 08 May 2031 07:15:00 +0200",
        "List-Id": "The Morning <morning.harbourpost.example>",
        "List-Unsubscribe": "<https://harbourpost.example/leave>, <mailto:leave@harbourpost.example>",
    }  # fmt: skip
    for name, value in {**given, **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
        if value is not None:
            made[name] = value
    if plain is not None:
        made.set_content(plain, charset=charset)
    if rich is not None and plain is not None:
        made.add_alternative(rich, subtype="html")
    elif rich is not None:
        made.set_content(rich, subtype="html")
    return made.as_bytes()


def test_every_field_of_a_plain_mail():
    """Sender, subject, the moment with its zone, the list; lines joined, without links, way out and signature."""
    found = article(mail(), KIND)
    assert (found.outlet, found.headline) == ("Harbour Post Morning", "Tolle keeps its quay open")
    assert found.published.iso() == "2031-05-08T07:15+02:00"
    assert found.mailing_list == "morning.harbourpost.example"
    assert dict(found.found_by) == {"*": "mail/text"}
    assert paragraphs(found) == [
        "The harbour board of Tolle voted on Thursday to keep the quay open, café owners said.",
        "It meets again in June.",
    ]


@pytest.mark.parametrize("plain", [None, "Read this mail in a browser."])
def test_of_a_mail_with_html_the_article_is_taken(plain):
    """And of its pictures none: without a caption they count readers."""
    found = article(mail(plain=plain, rich=RICH), KIND)
    assert [one.split()[0] for one in paragraphs(found)] == ["The", "The", "“We"]
    assert (found.headline, found.pictures) == ("Tolle keeps its quay open", ())
    assert dict(found.found_by) == {"*": "mail/html"}
    assert "//t.example" not in repr(found)


def test_a_list_of_teasers_falls_back_on_its_words():
    """HTML that is no article: the plain part, or the paragraphs there are."""
    teasers = "<ul>" + "".join(f"<li><a href='/{n}'>Storm {n} shuts the bridge</a></li>" for n in range(9)) + "</ul>"
    assert paragraphs(article(mail(rich=teasers), KIND))[1] == "It meets again in June."
    assert paragraphs(article(mail(plain=None, rich=teasers), KIND))[0] == "Storm 0 shuts the bridge"


def test_encoded_and_folded_headers_are_words():
    """A header that hides a line of its own stays one line."""
    found = article(mail(Subject="Tölle hält den Kai für die Boote bis in den Winter hinein offen, sagt der Rat"), KIND)
    assert found.headline == "Tölle hält den Kai für die Boote bis in den Winter hinein offen, sagt der Rat"
    hidden = b"Subject: =?utf-8?q?Tolle=0D=0ABcc=3A_x=40y=2Eexample?=\r\nFrom: a@b.example\r\nTo: c\r\n\r\nThe quay."
    assert article(hidden, KIND).headline == "Tolle Bcc: x@y.example"


def test_a_moment_without_a_zone_or_sense():
    """RFC 5322 writes -0000 where the zone is not told."""
    assert article(mail(Date="Thu, 08 May 2031 07:15:00 -0000"), KIND).published.iso() == "2031-05-08T07:15"
    assert article(mail().replace(b"Thu, 08 May", b"Thu, 78 May"), KIND).published is None
    assert article(mail(Date=None), KIND).published is None


def test_without_a_name_the_sender_is_its_host():
    """And a charset that nobody knows is read by its bytes."""
    assert article(mail(From="morning@harbourpost.example"), KIND).outlet == "harbourpost.example"
    odd = mail(charset="iso-8859-1").replace(b'charset="iso-8859-1"', b'charset="x-none"')
    assert "café" in article(odd, KIND).text


def test_what_is_no_mail_of_words_is_named():
    """Nothing in it, or too many parts."""
    assert skipped(mail(plain="", rich=None), KIND).reason is SkipReason.NOT_TEXT
    parts = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhello\n" * 5_000
    assert skipped(parts, KIND).reason is SkipReason.MALFORMED
    nested = b"From: a@b.example\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1_500)
    )
    assert skipped(nested, KIND).reason is SkipReason.MALFORMED


@given(st.binary(max_size=300), st.integers(0, 900))
def test_no_bytes_raise(noise, place):
    """A mail with noise in it."""
    content = mail(rich=RICH)
    page = Page(id="g", name="x", source="w", media_type=KIND, content=content[:place] + noise + content[place:])
    assert len(extract.articles(page)) == 1
