"""IPTC 7901, field by field, and bytes that are none of it."""

from hypothesis import given
from hypothesis import strategies as st

from dateline import extract
from dateline.records import Article, MediaType, Page, SkipReason, WireState
from tests.extract.wire.made import article, extracted, paragraphs, skipped

KIND = MediaType.IPTC_7901
MESSAGE = (
    "\x01tva0042 3 i 93  dpa 061\r\n\r\nTolle/harbour/\r\n"
    "\x02REFILE\r\n1ST LEAD\r\nTolle keeps its quay open\r\n"
    "against engineers' advice\r\nBy dpa correspondents =\r\n\r\n"
    "   Tolle (dpa) - The harbour board of Tolle voted on Thursday to keep\r\n"
    "the north quay open through the winter.\r\n"
    '\r\n   "The piles will hold," said Maren Oru, who chairs\r\nthe board.\r\n\r\n'
    "# Notebook\r\n\r\n## Note to editors\r\n- adds Oru in graf 2\r\n\r\n"
    "* * * *\r\nThe following information is not for publication\r\n- Reporting by: Ana Ruz\r\n\r\ndpa arz mlo\r\n"
    "\x03081137 GMT May 31\r\n\x7f\r\n\x7f\x04"
)


def test_every_field():
    """The header, the lines above the text, the text, the notes below it, the time after it."""
    found = article(MESSAGE, KIND)
    assert found.headline == "Tolle keeps its quay open against engineers' advice"
    assert (found.agency, found.dateline, found.slug, found.urgency) == ("DPA", "Tolle (dpa)", "Tolle/harbour", 3)
    assert found.published.iso() == "2031-05-08T11:37Z"
    assert found.wire_state is WireState.UPDATE
    assert found.wire_note == "Note to editors adds Oru in graf 2"
    assert paragraphs(found) == [
        "The harbour board of Tolle voted on Thursday to keep the north quay open through the winter.",
        '"The piles will hold," said Maren Oru, who chairs the board.',
    ]


def test_what_is_not_for_publication_is_nowhere():
    """Neither in the text nor in the note."""
    found = article(MESSAGE, KIND)
    assert "Ana Ruz" not in f"{found.text} {found.wire_note}"


def test_a_message_without_a_title_has_none():
    """The first paragraph is no headline; a first line that stands alone and is no sentence is one."""
    text = "\x02The quay of Tolle is shut, the\r\nboard said.\r\n\r\nIt met.\r\n\x03"
    plain = f"\x01tva0042 4 i 93\r\nTolle\r\n{text}081137 GMT May 31\x04"
    assert article(plain, KIND).headline is None
    assert article(plain, KIND).agency is None
    titled = plain.replace("\x02", "\x02Quay of Tolle shut\r\n\r\n")
    assert article(titled, KIND).headline == "Quay of Tolle shut"


def test_a_kill_and_a_correction_are_told_by_the_line_above():
    """In capitals above the title."""
    assert article(MESSAGE.replace("REFILE", "KILL"), KIND).wire_state is WireState.CANCELED
    assert article(MESSAGE.replace("REFILE", "CORRECTION"), KIND).wire_state is WireState.CORRECTION


def test_a_time_without_its_month_is_no_date():
    """Nothing is guessed from today's."""
    assert article(MESSAGE.replace("081137 GMT May 31", "081137"), KIND).published is None
    assert article(MESSAGE.replace("081137 GMT", "391137 GMT"), KIND).published is None


def test_a_file_of_several_messages_gives_each():
    """Those that break off are named, and the rest is there."""
    cut = MESSAGE[: MESSAGE.index("\x03")]
    found = extracted(MESSAGE + cut + MESSAGE.replace("keeps", "shuts"), KIND)
    assert [one.headline.split()[1] for one in found if isinstance(one, Article)] == ["keeps", "shuts"]
    assert len({one.id for one in found}) == 3
    assert found[1].reason is SkipReason.MALFORMED
    assert "message 2 (tva0042) breaks off" in found[1].detail


def test_another_charset_is_read():
    """ISO 8859-1, as these lines were sent."""
    found = article(MESSAGE.replace("Oru", "Ör\xfc").encode("latin-1"), KIND)
    assert "Maren Örü" in found.text


def test_what_keeps_no_form_is_malformed():
    """A frame without a header, a header without a text."""
    assert skipped(b"\x01\x02text\x03\x04", KIND).reason is SkipReason.MALFORMED
    assert skipped(b"no frame at all", KIND).reason is SkipReason.MALFORMED
    assert skipped(b"\x01tva0042 4 i 93 no text at all\x04", KIND).reason is SkipReason.MALFORMED


@given(st.binary(max_size=400), st.integers(0, len(MESSAGE)))
def test_no_bytes_raise(noise, place):
    """A message with noise in it gives something or is named, and has no control characters."""
    content = MESSAGE[:place].encode() + noise + MESSAGE[place:].encode()
    for one in extract.articles(Page(id="g-1", name="x", source="w", media_type=KIND, content=content)):
        words = one.text if isinstance(one, Article) else one.detail
        assert not any(letter < " " and letter not in "\t\n" for letter in words)
