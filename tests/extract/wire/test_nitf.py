"""NITF, field by field."""

from dateline.records import MediaType, WireState
from tests.extract.wire.made import article, paragraphs

KIND = MediaType.NITF
ITEM = """<nitf baselang="en"><head><title>QUAY</title><meta name="anpa-keyword" content="Tolle Quay"/>
<tobject tobject.type="News"><tobject.subject tobject.subject.refnum="11003000" tobject.subject.matter="Elections"/>
</tobject><docdata management-status="usable"><du-key key="TVA-Quay" version="3"/><urgency ed-urg="2"/>
<date.issue norm="20310508T060000+0200"/><date.release norm="20310508T060000+0200"/><ed-msg info="Adds vote"/>
<doc.copyright holder="Tolle Views" year="2031"/><del-list><from-src src-name="TVA"/></del-list>
<key-list><keyword key="Quay"/></key-list></docdata></head><body><body.head><hedline><hl1>Tolle keeps its quay</hl1>
</hedline><byline>By<person>Ana Ruz</person><byttl>Correspondent</byttl></byline><dateline>TOLLE</dateline>
<abstract><p>The board voted.</p></abstract></body.head><body.content><p>The board <b>voted</b> on <br/>Thursday.</p>
<hl2>The piles</hl2><p>They will hold.</p><p>&lt;div id="map"&gt;&lt;/div&gt;</p><hl2>Embed:</hl2><p>ends</p>
<media media-type="image"><media-reference source="https://tva.example/q.jpg"/><media-caption>The quay</media-caption>
</media></body.content></body></nitf>"""


def test_every_field():
    """As the document has them."""
    found = article(ITEM, KIND)
    assert (found.headline, found.standfirst, found.authors) == (
        "Tolle keeps its quay",
        "The board voted.",
        ("Ana Ruz",),
    )
    assert (found.agency, found.dateline, found.section) == ("TVA", "TOLLE", None)
    assert (found.published.iso(), found.language, found.urgency) == ("2031-05-08T06:00+02:00", "en", 2)
    assert (found.slug, found.wire_note, found.terms) == ("Tolle Quay", "Adds vote", "© 2031 Tolle Views")
    assert (found.wire_item, found.wire_version) == ("TVA-Quay", 3)
    assert (found.subjects, found.topic) == (("subj:11003000",), "medtop:11000000")
    assert found.tags == ("Quay", "Elections")
    assert [(one.url, one.caption) for one in found.pictures] == [("https://tva.example/q.jpg", "The quay")]


def test_the_text_is_words_alone():
    """Code sent as a paragraph, a subhead over nothing, and the mark of the end are none."""
    assert paragraphs(article(ITEM, KIND)) == ["The board voted on Thursday.", "The piles", "They will hold."]


def test_a_release_after_the_issue_is_an_embargo():
    """At the same moment it is none."""
    later = ITEM.replace('date.release norm="20310508T060000', 'date.release norm="20310509T000000')
    assert article(ITEM, KIND).embargo is None
    assert article(later, KIND).embargo.iso() == "2031-05-09T00:00+02:00"


def test_its_status():
    """In whatever words the agency puts around it."""
    held = ITEM.replace('management-status="usable"', 'management-status="Status: withheld"')
    assert article(held, KIND).wire_state is WireState.WITHHELD
