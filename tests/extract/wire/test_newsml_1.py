"""NewsML 1, field by field."""

from dateline.records import MediaType, SkipReason, WireState
from tests.extract.wire.made import article, extracted, paragraphs, skipped

KIND = MediaType.NEWSML_1


def item(body, status="Usable", more=""):
    return f"""<NewsItem xml:lang="en"><Identification><NewsIdentifier><NewsItemId>q42</NewsItemId>
<RevisionId>3</RevisionId></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>20310508T060000+0200</FirstCreated><ThisRevisionCreated>20310508T080000+0200</ThisRevisionCreated>
<Status FormalName="{status}"/><Urgency FormalName="4"/>{more}</NewsManagement><NewsComponent><NewsLines>
<HeadLine>Tolle keeps its quay</HeadLine><SubHeadLine>The board voted.</SubHeadLine><ByLine>By Ana Ruz</ByLine>
<DateLine>TOLLE, May 8, 2031 (TVA) -</DateLine><CopyrightLine>© 2031 TVA</CopyrightLine><SlugLine>Tolle-quay</SlugLine>
</NewsLines><AdministrativeMetadata><Provider><Party FormalName="TVA"/></Provider>
<Source><Party FormalName="Tolle Boats Inc."/></Source></AdministrativeMetadata><DescriptiveMetadata>
<Language FormalName="en"/><SubjectCode><SubjectMatter FormalName="04011000"/></SubjectCode>
<Property FormalName="Keyword" Value="Tolle"/></DescriptiveMetadata>{body}</NewsComponent></NewsItem>"""


def content(text, mime="text/vnd.IPTC.NITF", role=None):
    inner = f'<ContentItem><MimeType FormalName="{mime}"/><DataContent>{text}</DataContent></ContentItem>'
    return f'<NewsComponent><Role FormalName="{role}"/>{inner}</NewsComponent>' if role else inner


BODY = content(
    "<nitf><body><body.content><p>The board voted.</p><p>It met.</p><p>arz/mlo</p></body.content></body></nitf>"
)
ENVELOPE = "<NewsML><NewsEnvelope><SentFrom><Party FormalName='Tolle Relay'/></SentFrom></NewsEnvelope>{}</NewsML>"


def test_every_field():
    """The provider is the agency, not the company whose release it is."""
    found = article(ENVELOPE.format(item(BODY)), KIND)
    assert (found.headline, found.standfirst, found.authors) == (
        "Tolle keeps its quay",
        "The board voted.",
        ("Ana Ruz",),
    )
    assert (found.agency, found.dateline) == ("TVA", "TOLLE, May 8, 2031 (TVA)")
    assert (found.published.iso(), found.updated.iso()) == ("2031-05-08T06:00+02:00", "2031-05-08T08:00+02:00")
    assert (found.language, found.urgency, found.slug, found.terms) == ("en", 4, "Tolle-quay", "© 2031 TVA")
    assert (found.wire_item, found.wire_version, found.tags) == ("q42", 3, ("Tolle",))
    assert (found.subjects, found.topic) == (("subj:04011000",), "medtop:04000000")
    assert paragraphs(found) == ["The board voted.", "It met."]


def test_a_style_sheet_and_a_headline_are_no_text():
    """Releases come with parts for each."""
    parts = content(".b {color: red}", "text/css", "StyleSheet") + content("<p>Tolle</p>", "text/xhtml", "HeadLine")
    found = article(
        ENVELOPE.format(item(parts + content("<p>The board voted.</p><p>It met.</p>", "text/xhtml", "Body"))), KIND
    )
    assert paragraphs(found) == ["The board voted.", "It met."]


def test_html_that_was_escaped_is_read():
    """In capitals too; what holds the rights at the end is no text."""
    text = "<![CDATA[<P>The board voted.</P> <P> </P><P>It met.</P><P>© TVA. All rights.</P>]]>"
    found = article(ENVELOPE.format(item(content(text, "text/html"))), KIND)
    assert paragraphs(found) == ["The board voted.", "It met."]
    assert found.terms == "© 2031 TVA © TVA. All rights."


def test_when_its_status_changes_to_usable_the_embargo_ends():
    """What will be cancelled then is under none."""
    until = "<DateAndTime>20310509T000000Z</DateAndTime>"
    change = f'<StatusWillChange><FutureStatus FormalName="{{}}"/>{until}</StatusWillChange>'
    held = article(ENVELOPE.format(item(BODY, "Embargoed", change.format("Usable"))), KIND)
    assert (held.wire_state, held.embargo.iso()) == (WireState.WITHHELD, "2031-05-09T00:00Z")
    assert article(ENVELOPE.format(item(BODY, more=change.format("Canceled"))), KIND).embargo is None


def test_several_items_and_a_picture():
    """Each for itself."""
    picture = item('<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>')
    found = extracted(ENVELOPE.format(item(BODY) + picture), KIND)
    assert found[0].headline == "Tolle keeps its quay"
    assert found[1].reason is SkipReason.NOT_TEXT
    assert skipped("<NewsML/>", KIND).reason is SkipReason.MALFORMED
