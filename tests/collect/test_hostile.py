"""What the web may do to whoever fetches: each thing done by a server of this machine, with bounded time and memory."""

import gzip
import resource
import subprocess
import sys
import time
from functools import partial

import pytest

from dateline.collect import CollectRules, answers
from dateline.collect.fetch import Done, Fetcher, FetchRules, Order, answer_at
from dateline.collect.fetch.public import PrivateAddressError, guard, is_public
from dateline.collect.reservations import RESERVED, Rule, of_address
from dateline.records import MediaType, SkipReason, Source
from tests.collect.web import article, serving

LONGEST = 3_000_000
WHOLE = 6.0
SOURCE = Source(name="the source", location="http://127.0.0.1/")
PAGE = article("Ferry")


def endless(handler, *, chunked):
    handler.send_response(200)
    if chunked:
        handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for _ in range(100_000):
        handler.wfile.write(b"186A0\r\n" * chunked + b"x" * 100_000 + b"\r\n" * chunked)


def drip(handler, *, headers):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"\r\n" * (not headers))
    for number in range(300):
        handler.wfile.write(f"X-{number}: 1\r\n".encode())
        time.sleep(0.1)


def endless_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(3_000_000):
        handler.wfile.write(f"X-{number}: 1234567890123456789012345678901234567890\r\n".encode() * 10)


def silent(_handler):
    time.sleep(30)


def on_and_on(handler):
    number = int(handler.path.rpartition("/")[2])
    handler.answer((302, {"Location": f"/on/{number + 1}"}, b""))


def short(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + PAGE.encode())


def no_http(handler):
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n" * 10)


def bomb():
    packed = b""
    packer = gzip.zlib.compressobj(9, wbits=31)
    for _ in range(100):
        packed += packer.compress(b"<p>" * 3_000_000)
    return packed + packer.flush()


CASES = {
    "/endless": (partial(endless, chunked=False), "more than 3000000 bytes"),
    "/endless-chunked": (partial(endless, chunked=True), "more than 3000000 bytes"),
    "/drip": (partial(drip, headers=False), "more than 6 seconds in all"),
    "/drip-headers": (partial(drip, headers=True), "more than 6 seconds in all"),
    "/silent": (silent, "more than 6 seconds in all"),
    "/endless-headers": (endless_headers, ""),
    "/round": ((302, {"Location": "/round"}, b""), "more than 5 times"),
    "/on/0": (on_and_on, "more than 5 times"),
    "/nowhere": ((302, {"Location": "gopher://127.0.0.1/"}, b""), ""),
    "/file": ((302, {"Location": "file:///etc/passwd"}, b""), ""),
    "/bomb": ((200, {"Content-Encoding": "gzip"}, bomb()), "more than 3000000 bytes"),
    "/brotli": ((200, {"Content-Encoding": "br"}, b"\x0b\x02\x80hello\x03"), "packed as 'br'"),
    "/twice": ((200, {"Content-Encoding": "gzip, gzip"}, b"x"), "packed as 'gzip, gzip'"),
    "/not-packed": ((200, {"Content-Encoding": "gzip"}, PAGE), "gzip is broken"),
    "/cut-off": ((200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode() * 9)[:-30]), "gzip is cut off"),
    "/short": (short, ""),
    "/no-http": (no_http, ""),
    "/gone": ((410, {}, b""), "410 Gone"),
    "/empty": ((200, {}, b""), "it holds nothing"),
    "/film": ((200, {"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n" + bytes(5000)), "a PNG picture"),
}


@pytest.fixture(scope="module")
def met(tmp_path_factory):
    """What came of each case: all are asked for at once, each of a host of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    rules = FetchRules(
        folder=str(folder), agent="Dateline", max_bytes=LONGEST, timeout=2, whole=WHOLE, delay=0, allow_private=True
    )
    found, started = {}, time.monotonic()
    with serving() as web, Fetcher(rules) as fetcher:
        web.pages |= {path: case for path, (case, _) in CASES.items()}
        web.pages |= {f"/on/{number}": on_and_on for number in range(1, 10_001)}
        web.pages["/lying"] = (200, {"Content-Type": "image/png; charset=ebcdic"}, "\ufeff" + PAGE)
        paths = {web.url(path, f"127.0.0.{number}"): path for number, path in enumerate([*CASES, "/lying"], 1)}
        for url in paths:
            fetcher.order(Order(url=url, source="the source", role="page"))
        while len(found) < len(paths) and time.monotonic() < started + 120:
            for done in fetcher.done(5):
                if done.file:
                    came = answers.came(answer_at(folder, done), SOURCE, CollectRules(max_bytes=LONGEST))
                else:
                    came = answers.failed(done.url, SOURCE, done.trouble, too_large=done.too_large)
                found[paths[done.url]] = came
        asked = web.count()
    size = sum(file.stat().st_size for file in folder.rglob("*.gz"))
    return found, time.monotonic() - started, size, asked


@pytest.mark.parametrize("path", CASES)
def test_nothing_is_taken_of_it_and_the_reason_is_told(met, path):
    """In words."""
    came = met[0][path]
    assert not came.pages
    assert came.skipped
    assert CASES[path][1] in came.skipped[0].detail
    assert came.skipped[0].detail.strip()


def test_all_of_it_costs_little(met):
    """Time: that of one answer, for a retry twice. Memory and disk: a small multiple of the largest answer."""
    _, seconds, size, asked = met
    assert seconds < 60
    assert size < 3 * LONGEST
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 700_000
    assert sum(count for path, count in asked.items() if path.startswith("/on/")) < 15


def test_what_a_server_calls_its_page_is_not_believed(met):
    """A page that says it is a picture in EBCDIC is a page."""
    (page,) = met[0]["/lying"].pages
    assert page.media_type is MediaType.HTML


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "localhost"),
        *("::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "::"),
        *("2002:7f00:1::", "ff02::1", ""),
        *("fec0::1", "::7f00:1", "::ffff:0:7f00:1", "64:ff9b:1::7f00:1"),
    ],
)
def test_an_address_of_a_private_network_is_not_connected_to(address):
    """Whatever way a request got there: the check is where connections are made."""

    class Reactor:
        def connectTCP(self, *_):  # noqa: N802
            raise AssertionError

    reactor = Reactor()
    guard(reactor, 1.0, allow_private=False)
    assert not is_public(address)
    with pytest.raises(PrivateAddressError):
        reactor.connectTCP(address, 80, None)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"])
def test_a_public_address_is(address):
    """Also where it is one of IPv4 inside one of IPv6."""
    assert is_public(address)


def test_no_name_leads_to_this_machine(tmp_path):
    """Nor a number in another form; the server hears of none."""
    rules = FetchRules(folder=str(tmp_path), agent="Dateline", max_bytes=LONGEST, timeout=2, whole=WHOLE, delay=0)
    names = ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0")
    found = {}
    with serving() as web, Fetcher(rules) as fetcher:
        for name in names:
            fetcher.order(Order(url=web.url("/page", name), source="the source", role="page"))
        ends = time.monotonic() + 60
        while len(found) < len(names) and time.monotonic() < ends:
            found |= {done.url: done for done in fetcher.done(5)}
    assert not web.asked
    assert len(found) == len(names)
    for done in found.values():
        assert not done.file
    assert "private network" in found[web.url("/page", "localhost")].trouble


def test_no_redirect_and_no_name_leads_from_a_public_address_to_a_private_one(tmp_path):
    """A server that is taken for a public one here sends on to others that are not; they hear of nothing."""
    code = (
        "from dateline.collect.fetch import child, public\nknown = public.is_public\n"
        "public.is_public = lambda address: address == '127.0.0.9' or known(address)\nchild.main()"
    )
    rules = FetchRules(folder=str(tmp_path), agent="Dateline", max_bytes=LONGEST, timeout=2, whole=WHOLE, delay=0)
    away = ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433")
    troubles = {}
    with (
        serving() as web,
        subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process,
    ):
        process.stdin.write(rules.line())
        for number, host in enumerate(away):
            web.pages[("127.0.0.9", f"/{number}")] = (302, {"Location": web.url("/secret", host)}, b"")
            process.stdin.write(Order(url=web.url(f"/{number}", "127.0.0.9"), source="s", role="page").line())
        process.stdin.flush()
        for _ in away:
            done = Done.read(process.stdout.readline())
            troubles[done.url] = done
        process.stdin.close()
    assert not any(done.file for done in troubles.values())
    assert {host for _, host, *_ in web.asked} == {"127.0.0.9"}
    assert web.count()["/secret"] == 0
    assert len(troubles) == len(away)


def test_no_reservation_takes_for_ever():
    """A site may name a thousand patterns, and addresses that almost fit them."""
    rules = (Rule("*a" * 500 + "b", RESERVED),) * 1000
    started = time.process_time()
    assert of_address(rules, "https://harbourpost.example/" + "a" * 1900) is None
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("location", "fits"),
    [
        *(("/", True), ("/news", True), ("/new", True), ("/News", False), ("*", True), ("/*/a", True), ("", True)),
        *(("/news/a.html$", True), ("/news$", False), ("/*.html$", True), ("/*.htm$", False), ("*/*/*", True)),
        *(("/news/a*a.html$", False), ("/*/*/*", False), ("/news/*.html*", True), ("/news/a.html*$", True)),
    ],
)
def test_a_location_fits_as_in_robots_txt(location, fits):
    """From the beginning; a star is anything, a dollar the end."""
    assert bool(of_address((Rule(location, RESERVED),), "https://harbourpost.example/news/a.html")) is fits


def test_what_is_too_large_is_told_as_that(met):
    """Apart from what could not be had."""
    reasons = {path: came.skipped[0].reason for path, came in met[0].items() if came.skipped}
    assert reasons["/endless"] is reasons["/bomb"] is SkipReason.TOO_LARGE
    assert reasons["/drip"] is SkipReason.UNREADABLE
