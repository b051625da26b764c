"""Collecting from a web server of this machine: what is fetched, kept, and fetched again."""

import gzip
from dataclasses import replace
from datetime import timedelta

import pytest

from dateline.collect import answers
from dateline.store import sources
from tests.collect.web import article, rss

PAGES = "select name from page order by name"
SKIPPED = "select name, reason, detail from skipped order by name"


def paths(desk):
    return ["/" + name.split("/", 3)[3] for (name,) in desk.rows(PAGES)]


def test_what_a_feed_names_is_fetched_once(web, desk):
    """And nothing again while it is fresh; what is new in it later is fetched then."""
    web.pages |= {f"/{number}": article(f"Ferry {number}") for number in range(4)}
    web.pages["/feed"] = rss(*(web.url(f"/{number}") for number in range(3)))
    desk.add(web.url("/feed"))
    took = desk.collect()
    assert (took.seen, took.new) == (3, 3)
    assert paths(desk) == ["/0", "/1", "/2"]
    assert web.count() == {"/robots.txt": 1, "/feed": 1, "/.well-known/tdmrep.json": 1, "/0": 1, "/1": 1, "/2": 1}
    desk.collect()
    assert web.count()["/feed"] == 1
    web.pages["/feed"] = rss(*(web.url(f"/{number}") for number in range(1, 4)))
    desk.later(minutes=31)
    assert desk.collect().new == 1
    assert web.count()["/feed"] == 2
    assert web.count()["/3"] == web.count()["/1"] == 1


def test_every_request_says_who_asks(web, desk):
    """And whom to write to; no cookies, no referrer."""
    web.pages["/feed"] = rss()
    desk.add(web.url("/feed"))
    desk.collect()
    headers = web.headers("/feed")
    assert headers["User-Agent"].startswith("Dateline/")
    assert "desk@harbourpost.example" in headers["User-Agent"]
    assert not {"Cookie", "Referer", "From"} & set(headers)


def test_a_feed_that_has_not_changed_is_not_sent_again(web, desk):
    """It is asked for on the condition that it changed."""
    web.pages["/feed"] = (200, {"ETag": '"7"', "Last-Modified": "Tue, 06 May 2031 07:15:00 GMT"}, rss(web.url("/a")))
    web.pages["/a"] = article("Ferry")
    desk.add(web.url("/feed"))
    desk.collect()
    for _ in range(2):
        web.pages["/feed"] = (304, {}, b"")
        desk.later(hours=1)
        assert desk.collect().seen == 0
        told = web.headers("/feed")
        assert (told["If-None-Match"], told["If-Modified-Since"]) == ('"7"', "Tue, 06 May 2031 07:15:00 GMT")
    assert desk.rows("select trouble from address where role = 'listing'") == [(None,)]


def test_a_source_that_fails_stops_no_other(web, desk):
    """It is named with the reason, and tried again later and later."""
    web.pages |= {"/feed": rss(web.url("/a")), "/a": article("Ferry"), "/broken": (500, {}, b"")}
    for place in ("/broken", "/gone", "/feed"):
        desk.add(web.url(place), name=place)
    desk.add("http://nowhere.invalid/feed", name="nowhere")
    assert desk.collect().new == 1
    lacking = {detail.partition(":")[0]: detail for detail in desk.until.details}
    assert sorted(lacking) == ["source /broken", "source /gone", "source nowhere"]
    assert "500" in lacking["source /broken"]
    assert "404" in lacking["source /gone"]
    assert web.count()["/broken"] == 2
    desk.later(minutes=31)
    desk.collect()
    assert web.count()["/broken"] == 4
    desk.later(minutes=31)
    desk.collect()
    assert web.count()["/broken"] == 4


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_wants_to_be_left_alone_is(web, desk, status):
    """For as long as it says; the rest of its queue waits, and nothing is missed."""
    web.pages["/feed"] = rss(*(web.url(f"/{number}") for number in range(4)))
    web.pages |= {f"/{number}": article(f"Ferry {number}") for number in range(4)}
    web.pages["/1"] = (status, {"Retry-After": "600"}, b"")
    desk.add(web.url("/feed"))
    desk.collect()
    assert paths(desk) == ["/0"]
    web.pages["/1"] = article("Ferry 1")
    asked = web.count()
    desk.later(minutes=9)
    desk.collect()
    assert web.count() == asked
    desk.later(minutes=2)
    desk.collect()
    assert paths(desk) == ["/0", "/1", "/2", "/3"]
    assert web.count()["/1"] == 2


def test_no_answer_of_one_host_costs_the_others(web, desk):
    """A time to come back that no calendar has is none."""
    web.pages["/feed"] = rss(web.url("/a"))
    web.pages["/busy"] = (503, {"Retry-After": "Thu, 08 May 99999999999 06:00:00 GMT"}, b"")
    web.pages["/a"] = article("A")
    desk.add(web.url("/busy", "127.0.0.2"))
    desk.add(web.url("/feed"))
    desk.collect()
    assert paths(desk) == ["/a"]
    assert "503" in str(desk.rows(SKIPPED))


def test_a_fault_of_ours_costs_one_answer(web, desk, monkeypatch):
    """It is named, and asked for again later."""
    came = answers.came

    def faulty(answer, *given):
        if answer.url.endswith("/b"):
            raise ArithmeticError("of ours")
        return came(answer, *given)

    web.pages |= {"/feed": rss(web.url("/a"), web.url("/b")), "/a": article("A"), "/b": article("B")}
    desk.add(web.url("/feed"))
    with monkeypatch.context() as patched:
        patched.setattr(answers, "came", faulty)
        desk.collect()
    assert paths(desk) == ["/a"]
    assert "ArithmeticError: of ours" in str(desk.rows(SKIPPED))
    desk.later(minutes=31)
    desk.collect()
    assert paths(desk) == ["/a", "/b"]


def test_what_a_source_left_behind_is_its_successors(web, desk):
    """A source that has another name now goes on where the one of before was: with what waits, and with its parts."""
    part = f"<urlset><url><loc>{web.url('/a')}</loc></url><url><loc>{web.url('/b')}</loc></url></urlset>"
    web.pages["/map.xml"] = f"<sitemapindex><sitemap><loc>{web.url('/part.xml')}</loc></sitemap></sitemapindex>"
    web.pages |= {"/part.xml": part, "/a": article("A"), "/b": (503, {"Retry-After": "5400"}, b"")}
    desk.add(web.url("/map.xml"), name="Post")
    desk.collect()
    assert paths(desk) == ["/a"]
    web.pages["/b"] = article("B")
    desk.settings = replace(desk.settings, sources=())
    desk.add(web.url("/map.xml"), name="Harbour Post")
    desk.later(days=2)
    desk.collect()
    assert paths(desk) == ["/a", "/b"]
    assert desk.rows("select distinct source from address where role = 'part' or url like '%/b'") == [("Harbour Post",)]


def test_robots_txt_is_obeyed(web, desk):
    """What it forbids is never asked for, and the page that was not taken says so."""
    web.pages["/robots.txt"] = "User-agent: *\nDisallow: /closed/\n"
    web.pages["/feed"] = rss(web.url("/closed/a"), web.url("/open"))
    web.pages |= {"/closed/a": article("Closed"), "/open": article("Open")}
    desk.add(web.url("/feed"))
    desk.collect()
    assert paths(desk) == ["/open"]
    assert web.count()["/closed/a"] == 0
    assert ("reserved", "Forbidden by robots.txt") in [row[1:] for row in desk.rows(SKIPPED)]


def test_a_host_whose_robots_txt_fails_is_not_asked(web, desk):
    """RFC 9309: whatever it would have said."""
    web.pages |= {"/robots.txt": (500, {}, b"Oops"), "/feed": rss()}
    desk.add(web.url("/feed"))
    desk.collect()
    assert web.count()["/feed"] == 0
    assert "robots.txt" in desk.until.details[0]


def hung_up(handler):
    """Close the connection without a word."""
    handler.close_connection = True


def test_a_host_that_says_nothing_about_robots_is_not_asked(web, desk):
    """RFC 9309 takes it for one that forbids all; the reason is told as it was."""
    web.pages |= {"/robots.txt": hung_up, "/feed": rss()}
    desk.add(web.url("/feed"))
    desk.collect()
    assert web.count()["/robots.txt"] >= 1
    assert web.count()["/feed"] == 0
    assert len(desk.until.details) == 1


def test_a_host_is_asked_one_thing_at_a_time_and_as_slowly_as_it_says(web, desk):
    """Hosts beside it are not slowed down."""
    web.pages[("127.0.0.1", "/robots.txt")] = "User-agent: *\nCrawl-delay: 0.5\n"
    web.pages |= {f"/{number}": article(f"Ferry {number}") for number in range(4)}
    for host in ("127.0.0.1", "127.0.0.2"):
        web.pages[(host, "/feed")] = rss(*(web.url(f"/{number}", host) for number in range(4)))
        desk.add(web.url("/feed", host))
    desk.collect()
    times = {host: [at for at, asked, *_ in web.asked if asked == host] for host in ("127.0.0.1", "127.0.0.2")}
    # The server hears of single requests late where the machine is busy, but never of the last one early.
    slow = times["127.0.0.1"]
    assert slow[-1] - slow[0] > 0.5 * (len(slow) - 1) - 0.2
    assert times["127.0.0.2"][-1] < slow[-1]


RESERVED = '<meta name="tdm-reservation" content="1"><meta name="tdm-policy" content="https://harbourpost.example/tdm">'


def reserving(web):
    rules = '[{"location": "/tdm/*", "tdm-reservation": 1}, {"location": "/tdm/open", "tdm-reservation": 0}]'
    web.pages |= {"/.well-known/tdmrep.json": rules, "/tdm/closed": article("A"), "/tdm/open": article("B")}
    web.pages |= {"/header": (200, {"TDM-Reservation": "1"}, article("C")), "/meta": article("D", head=RESERVED)}
    web.pages["/feed"] = rss(*(web.url(path) for path in ("/tdm/closed", "/tdm/open", "/header", "/meta")))


def test_a_reservation_of_text_and_data_mining_is_obeyed(web, desk):
    """Of a header, of a page's metadata, and of the site's file: that one before the page is asked for."""
    reserving(web)
    desk.add(web.url("/feed"))
    desk.collect()
    assert paths(desk) == ["/tdm/open"]
    assert web.count()["/tdm/closed"] == 0
    assert [reason for _, reason, _ in desk.rows(SKIPPED)] == ["reserved"] * 3
    assert any("https://harbourpost.example/tdm" in detail for *_, detail in desk.rows(SKIPPED))


def test_a_reservation_is_noted_where_the_settings_say_so(web, desk):
    """It stays with the page."""
    reserving(web)
    desk.set(tdm="note")
    desk.add(web.url("/feed"))
    desk.collect()
    noted = dict(desk.rows("select url, reservation from page"))
    assert noted[web.url("/header")] == "reserved"
    assert noted[web.url("/meta")] == "https://harbourpost.example/tdm"
    assert noted[web.url("/tdm/closed")] == "reserved"
    assert noted[web.url("/tdm/open")] is None


def test_a_reader_who_is_logged_in_shows_the_key_to_the_own_host_only(web, desk, monkeypatch):
    """From the environment or a cookies file; nothing of it is kept."""
    monkeypatch.setenv("HARBOUR_LOGIN", "X-Reader: s3cr3t")
    cookies = desk.folder / "cookies.txt"
    cookies.write_text("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tc00kie\n")
    away = web.url("/away", "127.0.0.2")
    web.pages[("127.0.0.1", "/moved")] = (302, {"Location": away, "Set-Cookie": "key=k3y"}, b"")
    web.pages |= {"/feed": rss(web.url("/a"), web.url("/moved")), "/a": article("A"), "/away": article("B")}
    desk.add(web.url("/feed"), header="HARBOUR_LOGIN", cookies=str(cookies))
    desk.collect()
    assert web.headers("/a")["X-Reader"] == "s3cr3t"
    assert web.headers("/a")["Cookie"] == "session=c00kie"
    assert not {"X-Reader", "Cookie"} & set(web.headers("/away"))
    kept = b"".join(gzip.decompress(file.read_bytes()) for file in desk.folder.rglob("*.warc.gz"))
    assert b"Location" in kept
    assert not any(word in kept for word in (b"s3cr3t", b"c00kie", b"k3y"))


def test_a_sitemap_leads_to_its_parts(web, desk):
    """Packed or not; what is dated long ago is the archive of the site, not news."""

    def page(path, on):
        return f"<url><loc>{web.url(path)}</loc><lastmod>{on}</lastmod></url>"

    today = desk.now.date().isoformat()
    part = f"<urlset>{page('/new', today)}{page('/old', '2001-01-01')}</urlset>".encode()
    web.pages["/map.xml"] = f"<sitemapindex><sitemap><loc>{web.url('/part.xml.gz')}</loc></sitemap></sitemapindex>"
    web.pages |= {"/part.xml.gz": gzip.compress(part), "/new": article("New"), "/old": article("Old")}
    desk.add(web.url("/map.xml"))
    desk.collect()
    assert paths(desk) == ["/new"]


def test_a_list_page_is_followed_where_its_source_says_so(web, desk):
    """Else it is a page like any other."""
    links = "".join(f'<p><a href="/2031/05/06/ferry-{number}">Ferry {number}</a></p>' for number in range(3))
    web.pages["/"] = f"<html><body>{links}<a href='/about'>About</a></body></html>"
    web.pages |= {f"/2031/05/06/ferry-{number}": article(f"Ferry {number}") for number in range(3)}
    desk.add(web.url("/"), follow=True)
    assert desk.collect().new == 3
    assert web.count()["/about"] == 0


def test_a_calendar_is_no_trap(web, desk):
    """Each of its pages names the next day for ever; a list is followed one step."""

    def day(number):
        return f'<a href="/2031/05/{number % 28 + 1:02}/{number}">the next day of the calendar</a>' * 3

    def endless(handler):
        handler.answer((200, {}, day(int(handler.path.rpartition("/")[2]) + 1)))

    web.pages |= {f"/2031/05/{number % 28 + 1:02}/{number}": endless for number in range(100)}
    web.pages["/"] = day(0)
    desk.add(web.url("/"), follow=True)
    for _ in range(3):
        desk.collect()
        desk.later(hours=1)
    assert {path for path in web.count() if path.startswith("/2031")} == {"/2031/05/01/0"}


def test_what_is_given_up_stays_noted(web, desk):
    """Though its feed names it no more, comes empty, or names it again: a page that is gone, one that is reserved."""
    web.pages["/.well-known/tdmrep.json"] = '[{"location": "/closed", "tdm-reservation": 1}]'
    whole = rss(web.url("/closed"), web.url("/gone"))
    desk.add(web.url("/feed"))
    for listed in (whole, rss(), "<rss><channel><item>", whole):
        web.pages["/feed"] = listed
        desk.collect()
        assert [row[:2] for row in desk.rows(SKIPPED) if row[0] != web.url("/feed")] == [
            (web.url("/closed"), "reserved"),
            (web.url("/gone"), "unreadable"),
        ]
        desk.later(hours=1)
    assert (web.count()["/closed"], web.count()["/gone"]) == (0, 1)


def test_what_was_given_up_long_ago_is_no_news_of_a_day(web, desk):
    """A week after, while the web is asked; for an edition of that time it is, and it is counted for good."""
    web.pages |= {"/feed": rss(web.url("/gone"), web.url("/a")), "/a": article("A")}
    desk.add(web.url("/feed"), name="Post")
    desk.collect()
    first = desk.now.date()
    desk.later(days=9)
    assert desk.ask(sources.long_given_up, desk.now.date()) == set()
    desk.collect()
    assert desk.ask(sources.long_given_up, desk.now.date()) == {web.url("/gone")}
    assert desk.ask(sources.long_given_up, first + timedelta(days=6)) == set()
    assert desk.ask(sources.reasons, "Post") == {"unreadable": 1}


def test_one_page_has_one_address(web, desk):
    """Whatever leads to it: tracking, forms for telephones and printers, a canonical link, a redirect."""
    own = f'<link rel="canonical" href="{web.url("/2031/ferry")}">'
    web.pages |= {"/2031/ferry": article("Ferry", head=own), "/f?id=7": article("Ferry", "Once more.", head=own)}
    web.pages |= {"/short": (301, {"Location": "/2031/ferry"}, b""), "/2031/ferry?x=1": article("Ferry", head=own)}
    same = ("/2031/ferry?utm_source=a", "/2031/ferry/", "/2031/ferry/amp", "/2031/ferry?print=1#top")
    web.pages["/feed"] = rss(
        web.url("/2031/ferry"), *(web.url(path) for path in same), web.url("/f?id=7"), web.url("/short")
    )
    desk.add(web.url("/feed"))
    desk.collect()
    assert desk.rows("select url from page") == [(web.url("/2031/ferry"),)]
    assert sum(web.count()[path] for path in same) == 0
    assert {reason for _, reason, _ in desk.rows(SKIPPED)} == {"same-address"}


def test_entries_without_an_address_are_named(web, desk):
    """Their words are not fetched from anywhere; who wants them drops the file into a folder."""
    item = "<item><title>The ferry sails</title><description>It sails again.</description></item>"
    web.pages |= {"/feed": rss(web.url("/a")).replace("</channel>", f"{item * 3}</channel>"), "/a": article("A")}
    desk.add(web.url("/feed"))
    assert desk.collect().new == 1
    ((name, reason, detail),) = desk.rows(SKIPPED)
    assert (name, reason) == (web.url("/feed"), "malformed")
    assert detail.startswith("3 entries of this RSS name no address")


def test_a_million_entries_cost_what_two_thousand_do(web, desk):
    """Packed, they are small; those after the first are as if they were not there."""
    entry = f"<url><loc>{web.url('/n')}%d</loc><lastmod>2001-01-01</lastmod></url>"
    packer = gzip.zlib.compressobj(1, wbits=31)
    body = packer.compress(b"<urlset>")
    for start in range(0, 1_000_000, 10_000):
        body += packer.compress("".join(entry % number for number in range(start, start + 10_000)).encode())
    web.pages["/map"] = (200, {"Content-Encoding": "gzip"}, body + packer.compress(b"</urlset>") + packer.flush())
    desk.set(max_bytes=100_000_000)
    desk.add(web.url("/map"))
    desk.collect()
    assert desk.rows("select count(*) from address where role = 'page'") == [(2000,)]
    assert desk.rows("select listed from visit") == [(2000,)]
    assert len(web.asked) == 2
    desk.set(max_bytes=50_000_000)
    desk.later(hours=1)
    desk.collect()
    assert "more than 50000000 bytes" in desk.until.details[0]


def test_a_page_that_changed_is_fetched_again(web, desk):
    """Where its feed says so: another page under the same address, and none where nothing changed."""
    web.pages |= {"/a": article("Ferry"), "/feed": rss(web.url("/a"), changed="Tue, 06 May 2031 07:15:00 GMT")}
    desk.now = desk.now.replace(year=2031, month=5, day=6, hour=8, minute=0)
    desk.add(web.url("/feed"))
    desk.collect()
    web.pages |= {
        "/a": article("Ferry", "Now it does not."),
        "/feed": rss(web.url("/a"), changed="Tue, 06 May 2031 08:30:00 GMT"),
    }
    for _ in range(3):
        desk.later(hours=1)
        desk.collect()
    assert web.count()["/a"] == 2
    assert desk.rows("select count(*), count(distinct id), count(distinct url) from page") == [(2, 2, 1)]


def test_a_feed_dated_in_the_future_is_no_trap(web, desk):
    """A clock that is wrong does not make its pages new for ever."""
    web.pages |= {"/a": article("Ferry"), "/feed": rss(web.url("/a"), changed="Tue, 06 May 2999 07:15:00 GMT")}
    desk.add(web.url("/feed"))
    for _ in range(4):
        desk.collect()
        desk.later(hours=1)
    assert web.count()["/a"] == 1
