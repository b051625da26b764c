"""Feeds of agencies with whole texts, and Ritzau's XML."""

from dateline.records import Article, MediaType, SkipReason, WireState
from tests.extract.wire.made import article, extracted, paragraphs, skipped

RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tolle Views</title><language>en-gb</language>
<copyright>(c) TVA</copyright>
<item><title>Tolle keeps its quay</title><link>https://tva.example/42</link><guid isPermaLink="false">tva-42</guid>
<pubDate>Thu, 08 May 2031 06:00:00 +0200</pubDate><dc:creator>Ana Ruz</dc:creator><category>Politics</category>
<category>medtop:20000763</category><description>The board voted.</description>
<content:encoded><![CDATA[<p>TOLLE (Reuters) - The board voted.</p><p>It met. <img src="https://t.example/p.gif"></p>]]></content:encoded>
</item>{}</channel></rss>"""
TEASER = (
    "<item><title>Only a teaser</title><link>https://tva.example/43</link><description>Read on.</description></item>"
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tolle Views</title><entry><id>tva-42</id>
<title>Tolle keeps its quay</title><link rel="self" href="https://tva.example/self"/><link href="https://tva.example/42"/>
<published>2031-05-08T06:00:00+02:00</published><updated>2031-05-08T08:00:00+02:00</updated>
<author><name>Ana Ruz</name><email>a@tva.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The board voted.</p><p>It met.</p></div></content>
</entry></feed>"""


def test_every_field_of_rss():
    """The text is that of content:encoded, the description its standfirst; the feed is the outlet."""
    found = article(RSS.format(""), MediaType.FEED)
    assert (found.headline, found.standfirst, found.section) == ("Tolle keeps its quay", "The board voted.", "Politics")
    assert (found.outlet, found.agency, found.authors) == ("Tolle Views", "Reuters", ("Ana Ruz",))
    assert (found.published.iso(), found.language) == ("2031-05-08T06:00+02:00", "en")
    assert (found.url, found.wire_item, found.terms) == ("https://tva.example/42", "tva-42", "(c) TVA")
    assert (found.subjects, found.dateline) == (("medtop:20000763",), "TOLLE (Reuters)")
    assert paragraphs(found) == ["The board voted.", "It met."]


def test_every_field_of_atom():
    """Markup of its own in the content."""
    found = article(ATOM, MediaType.FEED)
    assert (found.url, found.authors, found.outlet) == ("https://tva.example/42", ("Ana Ruz",), "Tolle Views")
    assert (found.published.iso(), found.updated.iso()) == ("2031-05-08T06:00+02:00", "2031-05-08T08:00+02:00")
    assert paragraphs(found) == ["The board voted.", "It met."]


def test_a_teaser_is_no_article():
    """It is named, and how to get what it leads to."""
    found = extracted(RSS.format(TEASER), MediaType.FEED)
    assert isinstance(found[0], Article)
    assert found[1].reason is SkipReason.NO_ARTICLE
    assert "Only a teaser" in found[1].detail


def test_a_feed_without_entries_and_a_bad_date():
    """A date that cannot be is none."""
    assert skipped("<rss><channel/></rss>", MediaType.FEED).reason is SkipReason.NO_ARTICLE
    assert article(RSS.format("").replace("08 May", "38 May"), MediaType.FEED).published is None


RITZAU = """<RBNews><NewsID>n-1</NewsID><PublishDate>2031-05-08T06:00:00.397</PublishDate>
<strapline>NU/TOLLE</strapline>
<headline>Tolle holder kajen</headline><town>Tolle</town><origin>/ritzau/</origin><section>Udland</section>
<version>2</version>
<content>&lt;p&gt;Havnen sagde ja.&lt;/p&gt;&lt;p&gt;Den m&amp;oslash;des igen. /ritzau/&lt;/p&gt;</content>
<Priority>3</Priority><IPTCList xmlns:a="x"><a:int>11000000</a:int></IPTCList><Annuleret>false</Annuleret>
<Korrektion>false</Korrektion><NyVersion>true</NyVersion><byLine>Ana Ruz</byLine></RBNews>"""


def test_ritzau():
    """Field by field; a moment without a zone has none."""
    found = article(RITZAU, MediaType.RITZAU)
    assert (found.headline, found.agency, found.dateline) == ("Tolle holder kajen", "Ritzau", "Tolle")
    assert (found.published.iso(), found.urgency, found.slug) == ("2031-05-08T06:00", 3, "NU/TOLLE")
    assert (found.topic, found.wire_state, found.wire_version) == ("medtop:11000000", WireState.UPDATE, 2)
    assert paragraphs(found) == ["Havnen sagde ja.", "Den mødes igen."]
    gone = RITZAU.replace("<Annuleret>false", "<Annuleret>true")
    assert article(gone, MediaType.RITZAU).wire_state is WireState.CANCELED
