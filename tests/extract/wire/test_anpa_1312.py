"""ANPA 1312, field by field."""

from dateline.records import MediaType, ParagraphKind, SkipReason, WireState
from tests.extract.wire.made import article, extracted, paragraphs, skipped

KIND = MediaType.ANPA_1312
MESSAGE = (
    "\x16\x16\x01W2607\x1f_tolle\r\nr a\x13\x11 BC-Tolle--Quay 1stLd-Writethru   05-08 0140\r\n"
    "\x02^BC-Tolle--Quay, 1st Ld-Writethru,140<\r\n^Tolle keeps its quay open<\r\n^AP Photo TOL101, TOL102<\r\n"
    "^Eds: Adds vote. With AP Photos.<\r\n^A summary of what the board of Tolle voted for on Thursday<\r\n"
    "^By ANA RUZ=\r\n^Associated Press=\r\n"
    "\t   TOLLE (AP) _ The harbour board voted to keep the quay\r\nopen through the winter. \r\n \r\n"
    "\t   ``The piles will hold,'' said Maren Oru.\r\n \r\n\t   ___\r\n \r\n"
    "\t   Ben Lund contributed from Sorvale.\r\n\r\n\t   \x03AP-WF-05-08-31 1626GMT<\r\n\r\n\x0c\r\n\x04"
)


def test_every_field():
    """The header, the lines above the text, the text, the time after it."""
    found = article(MESSAGE, KIND)
    assert found.headline == "Tolle keeps its quay open"
    assert found.standfirst == "A summary of what the board of Tolle voted for on Thursday"
    assert (found.agency, found.dateline, found.urgency, found.authors) == ("AP", "TOLLE (AP)", 4, ("ANA RUZ",))
    assert found.slug == "BC-Tolle--Quay, 1st Ld-Writethru"
    assert found.published.iso() == "2031-05-08T16:26Z"
    assert found.wire_state is WireState.UPDATE
    assert found.wire_note == "Eds: Adds vote. With AP Photos."


def test_lines_are_joined_and_strokes_are_quotation_marks():
    """A rule is no paragraph."""
    assert paragraphs(article(MESSAGE, KIND)) == [
        "The harbour board voted to keep the quay open through the winter.",
        "“The piles will hold,” said Maren Oru.",
        "Ben Lund contributed from Sorvale.",
    ]


def test_an_hour_has_the_zone_that_it_names():
    """Names of RFC 5322; another one is no zone."""
    assert article(MESSAGE.replace("GMT", "EDT"), KIND).published.iso() == "2031-05-08T16:26-04:00"
    assert article(MESSAGE.replace("GMT", "XYZ"), KIND).published.iso() == "2031-05-08T16:26"


def test_a_table_is_rows():
    """Each row one paragraph, with the lines that head it."""
    rows = "^TOLLE LEAGUE=\r\n\x08^;W;L;Pct\r\n\x08Tolle\x10 United;3;1;.750\r\n\t   ___=\r\n"
    found = article(MESSAGE.replace("\t   Ben Lund contributed from Sorvale.\r\n", rows), KIND)
    assert [(one.kind, one.span.of(found.text)) for one in found.paragraphs][2:] == [
        (ParagraphKind.SUBHEAD, "TOLLE LEAGUE"),
        (ParagraphKind.TABLE, "; W ; L ; Pct"),
        (ParagraphKind.TABLE, "Tolle United ; 3 ; 1 ; .750"),
    ]


def test_a_line_below_the_byline_that_names_no_agency_belongs_to_the_text():
    """Nothing is lost."""
    found = article(MESSAGE.replace("^Associated Press=", "^EASTERN LEAGUE="), KIND)
    assert paragraphs(found)[0] == "EASTERN LEAGUE"


def test_an_unknown_priority_is_no_urgency():
    """The letters have their figures; others have none."""
    assert [article(MESSAGE.replace("\r\nr a", f"\r\n{one} a"), KIND).urgency for one in "fbudz"] == [1, 2, 3, 5, None]


def test_several_messages_and_one_that_breaks_off():
    """Each is given; the one without an end is named."""
    found = extracted(MESSAGE[: MESSAGE.index("\x03")] + MESSAGE, KIND)
    assert found[0].reason is SkipReason.MALFORMED
    assert found[1].headline == "Tolle keeps its quay open"
    assert skipped(b"\x16\x16\x01W1\x1f_x\r\nno header\x02text\x03\x04", KIND).reason is SkipReason.MALFORMED
