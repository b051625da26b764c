"""NewsML-G2, field by field; and what an attacker or a broken line may send."""

import pytest

from dateline.records import Article, MediaType, SkipReason, WireState
from tests.extract.wire.made import article, extracted, paragraphs, skipped

KIND = MediaType.NEWSML_G2
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:tva:42" version="2" xml:lang="en">
<rightsInfo><copyrightHolder literal="TVA"/><copyrightNotice>(c) Tolle Views 2031</copyrightNotice>
<usageTerms>No archive</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:TVA"/>
<versionCreated>2031-05-08T08:00:00+02:00</versionCreated><firstCreated>2031-05-08T06:00:00+02:00</firstCreated>
<embargoed>2031-05-09T00:00:00+02:00</embargoed><pubStatus qcode="stat:usable"/>
<edNote>UPDATES with vote</edNote><edNote role="x:dpacontacts">Ana Ruz, +00 1</edNote>
<edNote role="n:private">call the desk</edNote><signal qcode="sig:update"/></itemMeta>
<contentMeta><urgency>2</urgency><language tag="en"/>
<subject qcode="medtop:11000000"><name>politics</name></subject>
<subject qcode="own:1"><name>Quay</name><sameAs qcode="medtop:20000763"/></subject>
<subject qcode="tvasubj:04005004"><name>Our own</name></subject>
<by>By Ana Ruz</by><slugline>Tolle-quay</slugline><headline>Tolle keeps its quay</headline>
<description role="drol:summary">The board voted.</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<header><p>Kicker</p></header><p>TOLLE, May 8 (TVA) - The board voted to keep the quay open.</p><h3>The piles</h3>
<p>"They will hold," Oru said.</p><p>arz/mlo</p></body></html></inlineXML></contentSet></newsItem>"""


def message(*items, sender="tva.example"):
    return (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sender>{sender}</sender></header>'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def test_every_field():
    """As the item has them, dates with their zones."""
    found = article(ITEM, KIND)
    assert (found.headline, found.standfirst, found.section) == ("Tolle keeps its quay", "The board voted.", "politics")
    assert (found.agency, found.authors, found.dateline) == ("TVA", ("Ana Ruz",), "TOLLE, May 8 (TVA)")
    assert (found.published.iso(), found.updated.iso()) == ("2031-05-08T06:00+02:00", "2031-05-08T08:00+02:00")
    assert (found.language, found.urgency, found.slug) == ("en", 2, "Tolle-quay")
    assert found.embargo.iso() == "2031-05-09T00:00+02:00"
    assert found.terms == "(c) Tolle Views 2031 No archive"
    assert (found.wire_item, found.wire_version, found.wire_state) == ("urn:tva:42", 2, WireState.UPDATE)


def test_subjects_are_those_of_the_iptc():
    """A code of the agency's own scheme is none, even where its figures look alike."""
    found = article(ITEM, KIND)
    assert found.subjects == ("medtop:11000000", "medtop:20000763")
    assert found.topic == "medtop:11000000"
    assert found.tags == ("politics", "Quay", "Our own")


def test_notes_for_nobody_outside_are_left_out():
    """Contacts and private notes would be printed beside a correction."""
    assert article(ITEM, KIND).wire_note == "UPDATES with vote"


def test_the_text_has_neither_head_nor_signature():
    """Kicker, dateline and initials are none of it."""
    assert paragraphs(article(ITEM, KIND)) == [
        "The board voted to keep the quay open.", "The piles", '"They will hold," Oru said.'
    ]  # fmt: skip


def test_a_message_gives_its_texts_and_names_the_rest():
    """A package and a picture are passed over by name, each with an id of its own."""
    picture = ITEM.replace("ninat:text", "ninat:picture")
    found = extracted(message("<packageItem/>", ITEM, picture), KIND)
    assert [isinstance(one, Article) for one in found] == [False, True, False]
    assert "packageitem" in found[0].detail
    assert found[2].detail == "a picture, not a text: Tolle keeps its quay"


@pytest.mark.parametrize(
    ("status", "state"),
    [("withheld", WireState.WITHHELD), ("canceled", WireState.CANCELED), ("usable", WireState.UPDATE)],
)
def test_its_status_is_believed(status, state):
    """Code or address."""
    assert article(ITEM.replace("stat:usable", f"stat:{status}"), KIND).wire_state is state
    place = ITEM.replace('qcode="stat:usable"', f'uri="http://cv.iptc.org/newscodes/pubstatusg2/{status}"')
    assert article(place, KIND).wire_state is state


def test_a_withdrawal_needs_no_text():
    """It is an article, so that what it withdraws is found."""
    bare = ITEM.replace("stat:usable", "stat:canceled").replace('"They will hold," Oru said.', "")
    assert article(bare.replace("The board voted to keep the quay open.", ""), KIND).wire_state is WireState.CANCELED


def test_a_headline_that_begins_with_kill_is_no_notice():
    """Only in capitals, or before a colon or stroke."""
    crowd = ITEM.replace("Tolle keeps its quay", "Kill the bill, crowds shout")
    assert article(crowd, KIND).wire_state is WireState.UPDATE
    for notice in ("KILL Tolle quay", "Kill: Tolle quay", "Withdrawal - Tolle quay"):
        assert article(ITEM.replace("Tolle keeps its quay", notice), KIND).wire_state is WireState.CANCELED


def test_who_sends_it_names_the_agency_where_nothing_better_does():
    """A host is no name."""
    nameless = ITEM.replace(' qcode="nprov:TVA"', "").replace('<copyrightHolder literal="TVA"/>', "")
    nameless = nameless.replace(" (TVA)", "")
    assert article(message(nameless), KIND).agency is None
    assert article(message(nameless, sender="Tolle Views"), KIND).agency == "Tolle Views"


def test_what_is_missing_is_none():
    """Nothing is filled in."""
    found = article(
        "<newsItem><contentSet><inlineData>The board of Tolle met.</inlineData></contentSet></newsItem>", KIND
    )
    assert found.text == "The board of Tolle met."
    assert {found.headline, found.agency, found.published, found.urgency, found.embargo, found.terms} == {None}
    assert found.wire_state is WireState.USABLE


def test_a_notice_in_brackets_is_the_correction():
    """And the byline above the text is the author's."""
    told = ITEM.replace(
        "<p>TOLLE, ", "<p>(In May 7 story, corrects the vote in first paragraph)</p><p>By Ben Lund</p><p>TOLLE, "
    )
    found = article(told, KIND)
    assert found.correction == "(In May 7 story, corrects the vote in first paragraph)"
    assert found.wire_state is WireState.CORRECTION
    assert found.authors == ("Ana Ruz", "Ben Lund")
    assert found.text.startswith("The board voted")


def test_hard_wrapped_lines_become_paragraphs():
    """An indented line begins one; a lone `<p>` around them all is none."""
    text = "  (TVA) - Tolle, May 8 - The board voted\nto keep the quay.\n   It will meet again\nin June."
    lines = f"<![CDATA[<p>\n{text}\n</p>]]>"
    plain = ITEM[: ITEM.index("<contentSet>")] + f"<contentSet><inlineData>{lines}</inlineData></contentSet></newsItem>"
    found = article(plain, KIND)
    assert found.dateline == "(TVA) - Tolle, May 8"
    assert paragraphs(found) == ["The board voted to keep the quay.", "It will meet again in June."]


def test_a_lying_charset_is_not_believed():
    """Valid UTF-8 is UTF-8, whatever it says; what is none is read as its bytes tell."""
    text = ITEM.replace("Oru", "Örü")
    for declared in ("iso-8859-1", "utf-8", "windows-1252"):
        assert "Örü" in article(f'<?xml version="1.0" encoding="{declared}"?>{text}'.encode(), KIND).text
    assert "Örü" in article(f'<?xml version="1.0" encoding="utf-8"?>{text}'.encode("latin-1"), KIND).text
    assert "Örü" in article(f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'.encode("latin-1"), KIND).text


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><newsItem><headline>&i;</headline></newsItem>"
)


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        '<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/hostname">]><newsItem><headline>&x;</headline></newsItem>',
        ITEM[:-200],
        "<newsItem>" * 100_000,
        "",
        "\x00\x01",
    ],
)
def test_bombs_and_what_breaks_off_are_malformed(content):
    """Named, without an exception and without the file that an entity names."""
    assert skipped(content, KIND).reason is SkipReason.MALFORMED


def test_hostile_values_stay_words():
    """Markup and new lines in a headline are its characters on one line; figures too long are no version."""
    bad = ITEM.replace("Tolle keeps its quay", "&lt;script&gt;alert(1)&lt;/script&gt;&#10;Bcc: x@y.example")
    bad = bad.replace('version="2"', f'version="{"9" * 5000}"').replace("<urgency>2", "<urgency>-7")
    found = article(bad, KIND)
    assert found.headline == "<script>alert(1)</script> Bcc: x@y.example"
    assert (found.wire_version, found.urgency) == (None, None)
