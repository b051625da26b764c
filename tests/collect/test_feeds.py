"""Feeds, sitemaps, list pages and OPML: what pages they name."""

import gzip
import json
import time
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.collect import feeds
from dateline.collect.feeds.listing import MOST_ENTRIES, moment
from dateline.collect.feeds.opml import Outline, read_opml, write_opml
from dateline.collect.feeds.xml import XmlError

HERE = "https://harbourpost.example/news/"
MAY = datetime(2031, 5, 6, 7, 15, tzinfo=UTC)

RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">
<rss version="0.91"><channel><title>Harbour Post</title><link>https://harbourpost.example/</link>
<item><title>Ferry sails</title><link>https://harbourpost.example/ferry</link></item></channel></rss>"""
RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title></channel>
<item><title>Ferry sails</title><link>https://harbourpost.example/ferry</link><dc:date>2031-05-06T09:15:00+02:00</dc:date>
</item></rdf:RDF>"""
RSS_2 = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbour Post</title><ttl>45</ttl>
<atom:link rel="self" href="https://harbourpost.example/feed"/><atom:link rel="hub" href="https://hub.example/"/>
<image><title>Logo</title><link>https://harbourpost.example/</link></image>
<item><title>Ferry &amp; pilots</title><link>https://harbourpost.example/ferry?utm_source=rss&amp;id=7#top</link>
<pubDate>Tue, 06 May 2031 07:15:00 GMT</pubDate></item>
<item><guid>https://harbourpost.example/dues</guid></item>
<item><guid isPermaLink="false">https://harbourpost.example/not-this</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title>Ferry sails</title><link rel="enclosure" href="film.mp4"/><link href="../ferry"/>
<published>2031-05-06T06:00:00Z</published><updated>2031-05-06T07:15:00Z</updated></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "items": [
            {"id": "1", "url": "https://harbourpost.example/ferry", "date_published": "2031-05-06T07:15:00Z"},
            {"id": "2"},
            "no item",
        ],
    }
)
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image>
<image:loc>https://harbourpost.example/ferry.jpg</image:loc><image:title>A picture</image:title></image:image>
<loc>https://harbourpost.example/ferry</loc><news:news><news:publication_date>2031-05-06T07:15:00+00:00
</news:publication_date><news:title>Ferry sails</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://harbourpost.example/news-1.xml.gz</loc><lastmod>2031-05-06</lastmod></sitemap></sitemapindex>"""


def listed(text, url=HERE):
    return feeds.listing(text if isinstance(text, bytes) else text.encode(), url)


@pytest.mark.parametrize(
    ("text", "kind", "changed"),
    [
        (RSS_091, "RSS", None),
        (RSS_1, "RSS 1.0", MAY),
        (ATOM, "Atom", MAY),
        (JSON_FEED, "JSON Feed", MAY),
        (NEWS, "sitemap", MAY),
    ],
)
def test_every_format_gives_the_same_entry(text, kind, changed):
    """Its address made whole, and when it last changed."""
    found = listed(text)
    assert (found.kind, found.fault) == (kind, None)
    assert [(entry.url, entry.changed) for entry in found.entries] == [("https://harbourpost.example/ferry", changed)]


def test_an_rss_feed_says_more():
    """Its hub, how long it stays as it is, and entries whose address is their guid."""
    found = listed(RSS_2)
    assert (found.title, found.hub, found.fresh) == ("Harbour Post", "https://hub.example/", 45)
    assert [(entry.url, entry.title) for entry in found.entries] == [
        ("https://harbourpost.example/ferry?id=7", "Ferry & pilots"),
        ("https://harbourpost.example/dues", None),
    ]


def test_an_index_names_further_sitemaps():
    """They are no pages."""
    found = listed(INDEX)
    assert not found.entries
    assert [(entry.url, entry.changed) for entry in found.more] == [
        ("https://harbourpost.example/news-1.xml.gz", datetime(2031, 5, 6, tzinfo=UTC))
    ]
    assert listed(feeds.unzipped(gzip.compress(NEWS.encode()), 10_000)).kind == "sitemap"


@pytest.mark.parametrize(
    "broken",
    [
        RSS_2.replace("&amp; pilots", "& pilots"),
        RSS_2.replace("&amp; pilots", "&nbsp;pilots &hellip;"),
        RSS_2.replace("Ferry", "F\x0berry"),
        '<?xml version="1.0" encoding="utf-16"?>' + RSS_2,
        ('<?xml version="1.0" encoding="utf-8"?>' + RSS_2.replace("pilots", "pilotös")).encode("latin-1"),
        RSS_2[: RSS_2.index("</channel>")],
        "\ufeff \n" + RSS_2,
    ],
)
def test_what_is_a_little_broken_is_read(broken):
    """Stray ampersands, entities of HTML, control characters, lying charsets, an end that is missing."""
    assert len(listed(broken).entries) == 2


def test_what_breaks_off_gives_what_stands_before():
    """With the fault in words."""
    found = listed(RSS_2[: RSS_2.index("<item><guid>")] + "<item><guid>https")
    assert len(found.entries) == 1
    assert "no whole XML" in found.fault


@pytest.mark.parametrize("text", ["<html><body>Hello</body></html>", "{}", "[]", "plain", "", "<nitf/>", "<", "\x00"])
def test_what_is_no_listing_is_none(text):
    """It may be a page, and others say so."""
    assert listed(text) is None


def test_entities_are_off():
    """A billion laughs, and a file of the machine: neither is unfolded, neither is fetched."""
    laughs = (
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    )
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'
    assert listed(laughs) is listed(outside) is None


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<item><link>https://a.example/x</link></item>" * 100_000 + "</channel></rss>",
        "<rss><channel>" + "<a/>" * 1_000_000 + "</channel></rss>",
        "<rss><channel><item>" + "<a/>" * 1_000_000 + "</item></channel></rss>",
        "<a>" * 1_000_000,
        "<rss>" + "<a b='" * 500_000,
    ],
    ids=["items", "elements", "in one item", "nested", "open"],
)
def test_a_feed_of_4_million_bytes_costs_little(text):
    """Bounded entries, memory and time."""
    content = text.encode()
    tracemalloc.start()
    started = time.process_time()
    found = listed(content)
    seconds = time.process_time() - started
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is None or len(found.entries) <= MOST_ENTRIES
    assert seconds < 15
    assert most < 60_000_000


@given(content=st.binary(max_size=2000))
def test_no_bytes_stop_the_reading(content):
    """Whatever comes, it is a listing or it is none."""
    feeds.listing(b"<rss><channel><item>" + content, HERE)
    feeds.listing(b'{"version": "https://jsonfeed.org/version/1", "items": ' + content, HERE)
    feeds.list_page(content, HERE)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Tue, 06 May 2031 09:15:00 +0200", "2031-05-06T07:15:00+00:00"),
        ("2031-05-06T07:15Z", "2031-05-06T07:15:00+00:00"),
        ("Tue, 06 May 2031 09:15:00", None),
        ("2031-05-06T07:15", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_without_a_zone_are_not_guessed(text, iso):
    """Nor are others that say nothing."""
    found = moment(text)
    assert (found and found.isoformat()) == iso


PAGE = """<html><head><link rel="alternate" type="application/rss+xml" title="All" href="/feed?x=1&amp;y=2">
<link rel="alternate" hreflang="de" href="/de"><link rel=canonical href='https://www.harbourpost.example/news/'>
</head><body><!-- <a href="/2031/05/06/commented-out-news">No</a> --><script>'<a href="/2031/05/06/scripted">'</script>
<a href="/2031/05/06/ferry"><img src="x.jpg"></a><a href="/2031/05/06/ferry?utm_medium=x#c">The <b>ferry</b> sails</a>
<a href="/harbour-dues-to-rise-again">Dues</a><a href="/story-1234567">The harbour master speaks today</a>
<a href="/tag/2031/05/06/ferry">Tag</a><a href="/about-us-and-our-paper.css">x</a><a href="/sport">Sport</a>
<a href="https://elsewhere.example/2031/05/06/advert">Advert</a><a href="javascript:void(0)">x</a>
<a href="http://[bad/2031/05/06/x">bad</a></body></html>"""


def test_a_list_page_gives_the_links_to_articles():
    """Each once, with its words; what is commented out or scripted is none."""
    found = feeds.list_page(PAGE.encode(), HERE)
    assert [(entry.url, entry.title) for entry in found.entries] == [
        ("https://harbourpost.example/2031/05/06/ferry", "The ferry sails"),
        ("https://harbourpost.example/harbour-dues-to-rise-again", "Dues"),
        ("https://harbourpost.example/story-1234567", "The harbour master speaks today"),
    ]


def test_a_page_names_its_feeds_and_its_own_address():
    """As it should be asked for."""
    assert [feed.url for feed in feeds.feeds_of(PAGE.encode(), HERE)] == ["https://harbourpost.example/feed?x=1&y=2"]
    assert feeds.canonical(PAGE.encode(), HERE) == "https://www.harbourpost.example/news/"


@pytest.mark.parametrize(
    "page", ["<a " * 1_000_000, "<a href=x>" * 100_000, "<!--" * 1_000_000, "<script>" * 500_000, "<a href='" * 400_000]
)
def test_no_page_takes_for_ever(page):
    """Whatever stays open."""
    started = time.process_time()
    feeds.list_page(page.encode(), HERE)
    assert time.process_time() - started < 20


def test_opml_keeps_its_outlines():
    """What is read, written and read again is the same; a feed counts once."""
    outlines = (
        Outline(url="https://a.example/feed", title="A"),
        Outline(url="https://b.example/feed", title="B & C", folders=("Press", "North"), site="https://b.example/"),
        Outline(url="https://d.example/feed", title="D", folders=("Press",)),
    )
    text = write_opml((*outlines, outlines[0]), "Sources")
    assert read_opml(text) == outlines
    assert b'<outline text="North"' in text


def test_opml_holds_no_character_that_xml_cannot():
    """A name may come from anywhere."""
    text = write_opml([Outline(url="https://b.example/feed", title="B\x00\x1b[2J", folders=("No\x08rth",))], "Day\x07")
    (found,) = read_opml(text)
    assert (found.title, found.folders) == ("B\ufffd\ufffd[2J", ("No\ufffdrth",))


def test_opml_that_is_none_says_so():
    """With what it is."""
    with pytest.raises(XmlError, match="its root is <rss>"):
        read_opml(b"<rss/>")
    assert (
        read_opml(b'<opml><body><outline text="A & B" xmlUrl="https://a.example/feed"/></body></opml>')[0].title
        == "A & B"
    )
