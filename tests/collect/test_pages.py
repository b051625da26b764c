"""What a folder, a stream or an address gives, and how what cannot be taken is named."""

import contextlib
import gzip
import http.server
import os
import socket
import tempfile
import threading
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import collect
from dateline.collect import CollectRules
from dateline.errors import SourceError
from dateline.records import MediaType, Page, Skipped, SkipReason, Source

PAGE = b"<!doctype html><html><head><title>Ferry</title></head><body><p>The ferry sails.</p></body></html>"
LINE = b'{"id": "1", "title": "Ferry", "text": "The ferry sails again."}'


def collected(location, **rules):
    source = Source(name="the source", location=str(location))
    return list(collect.pages(source, replace(CollectRules(), **rules)))


def one(location, **rules):
    (found,) = collected(location, **rules)
    return found


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PAGE, MediaType.HTML),
        (b"\xef\xbb\xbf" + PAGE, MediaType.HTML),
        (PAGE.decode().encode("utf-16"), MediaType.HTML),
        (b"World\n\nFerry sails\n\nThe ferry sails again.", MediaType.TEXT),
        (LINE, MediaType.DISPATCH),
        (b'{"uri": "nsp:1", "type": "text", "headline": "Ferry"}', MediaType.NINJS),
        (b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', MediaType.NEWSML_G2),
        (b'<?xml version="1.0"?><NewsML/>', MediaType.NEWSML_1),
        (b"<nitf><body/></nitf>", MediaType.NITF),
        (b"\x01opa0042 4 i 211  opa 061\r\n\r\nTolle/\r\n\x02Quay =", MediaType.IPTC_7901),
        (b"\x16\x16\x01W2607\x1f_tolle\r\nr a\x13\x11 BC-Quay 05-08 0100\r\n\x02^BC-Quay<", MediaType.ANPA_1312),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", MediaType.FEED),
        (b"<RBNews><content/></RBNews>", MediaType.RITZAU),
        (b"%PDF-1.7 ...", MediaType.PDF),
        (b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Quay\r\n\r\nThe quay is shut.", MediaType.MAIL),
        (b"From: Ana Ruz\nTo: the board\n\nThe quay is shut, I wrote.", MediaType.TEXT),
    ],
)
def test_a_kind_is_found_by_looking_at_the_bytes(tmp_path, content, media_type):
    """A file's name is never believed."""
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    assert one(file).media_type is media_type


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        (b"", SkipReason.EMPTY, "it holds nothing"),
        (b" \n\t ", SkipReason.EMPTY, "it holds nothing"),
        (b"\x01no header\x02text\x03\x04", SkipReason.UNKNOWN_FORMAT, "a header of neither"),
        (b"PK\x03\x04rest", SkipReason.UNKNOWN_FORMAT, "ZIP archive"),
        (b"<?xml version='1.0'?><invoice/>", SkipReason.UNKNOWN_FORMAT, "its root is <invoice>"),
        (bytes(range(5, 32)) * 8, SkipReason.UNKNOWN_FORMAT, "binary data"),
        (gzip.compress(LINE * 200)[:-20], SkipReason.MALFORMED, "gzip is cut off"),
    ],
)
def test_what_is_no_page_is_named_with_the_reason(tmp_path, content, reason, detail):
    """One result that says what was seen."""
    file = tmp_path / "page.html"
    file.write_bytes(content)
    found = one(file)
    assert isinstance(found, Skipped)
    assert found.reason is reason
    assert detail in found.detail


def test_a_packed_file_is_unpacked(tmp_path):
    """Gzip is found by its first bytes too."""
    file = tmp_path / "page.html"
    file.write_bytes(gzip.compress(PAGE))
    assert one(file).content == PAGE


def test_a_packed_file_may_not_grow_without_end(tmp_path):
    """Unpacking stops at the limit."""
    file = tmp_path / "bomb.gz"
    file.write_bytes(gzip.compress(b"x" * 3_000_000))
    assert one(file, max_bytes=100_000).reason is SkipReason.TOO_LARGE


def test_a_line_cut_in_half_costs_only_itself(tmp_path):
    """Its neighbours are taken, and it is named by its line."""
    file = tmp_path / "wire.jsonl"
    file.write_bytes(LINE + b"\n" + LINE[:30] + b"\n\n" + LINE.replace(b"1", b"2"))
    first, cut, last = collected(file)
    assert (first.name, last.name) == (f"{file}#1", f"{file}#4")
    assert (cut.name, cut.reason) == (f"{file}#2", SkipReason.MALFORMED)


def test_a_line_that_is_too_long_costs_only_itself(tmp_path):
    """It is passed over without being held."""
    file = tmp_path / "wire.jsonl"
    file.write_bytes(LINE + b"\n" + b'{"text": "' + b"x" * 500_000 + b'"}\n' + LINE)
    first, long, last = collected(file, max_bytes=100_000)
    assert isinstance(first, Page)
    assert long.reason is SkipReason.TOO_LARGE
    assert isinstance(last, Page)


def test_one_endless_line_is_too_large(tmp_path):
    """A file of one line above the limit is named."""
    file = tmp_path / "line.txt"
    file.write_bytes(b"x" * 200_001)
    assert one(file, max_bytes=200_000).reason is SkipReason.TOO_LARGE


def test_a_folder_is_walked_in_the_order_of_names(tmp_path):
    """Hidden files and links that lead out are left out."""
    outside = tmp_path / "outside.html"
    outside.write_bytes(PAGE)
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    for name in ("z.html", "a.html", "b/c.html", ".hidden.html"):
        (folder / name).write_bytes(PAGE)
    (folder / "link.html").symlink_to(outside)
    assert [page.name for page in collected(folder)] == ["a.html", "b/c.html", "z.html"]


def test_a_folder_without_permission_is_named(as_nobody):
    """It is skipped with its name; what stands beside it is taken."""
    locked = as_nobody / "locked"
    locked.mkdir(mode=0)
    (as_nobody / "page.html").write_bytes(PAGE)
    denied, page = collected(as_nobody)
    assert (denied.name, denied.reason) == ("locked", SkipReason.UNREADABLE)
    assert isinstance(page, Page)


@pytest.fixture
def as_nobody():
    """A folder of a user who may not open everything; root may, so for root it is another user's."""
    nobody, me = 65534, os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        folder.mkdir()
        if me == 0:
            Path(name).chmod(0o755)
            os.chown(folder, nobody, -1)
            os.seteuid(nobody)
        try:
            yield folder
        finally:
            os.seteuid(me)


def test_a_source_that_is_not_there_is_an_error(tmp_path):
    """A wrong path is the user's to mend, and nothing to skip."""
    with pytest.raises(SourceError, match="there is no"):
        collected(tmp_path / "nowhere")


@given(content=st.binary(max_size=3000))
def test_no_bytes_stop_the_step(content):
    """Whatever comes, there is a result."""
    source = Source(name="any", location="-")
    assert list(collect.page_from_bytes(content, "-", source, CollectRules()))


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with a page, a redirect, a refusal, too much or too slowly."""

    def do_GET(self):
        slow = {"/slow": self.drip, "/slow-headers": self.drip_headers, "/slow-redirect": self.drip_redirect}
        if self.path in slow:
            with contextlib.suppress(OSError):
                slow[self.path]()
        else:
            self.answer()

    def drip(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"<p>x</p>")
            time.sleep(0.1)

    def drip_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(f"X-{number}: 1\r\n".encode())
            time.sleep(0.1)

    def drip_redirect(self):
        time.sleep(0.4)
        self.send_response(302)
        self.send_header("Location", "/slow-redirect")
        self.end_headers()

    def answer(self):
        status = {"/gone": 410, "/moved": 302, "/moved-on": 302, "/round": 302}.get(self.path, 200)
        body = b"x" * 50_000 if self.path == "/large" else PAGE
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/round" if self.path == "/round" else "/page")
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip, gzip")
        self.send_header("Content-Length", str(10**12 if self.path == "/moved-on" else len(body)))
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/moved-on":
            with contextlib.suppress(OSError):
                for _ in range(3000):
                    self.wfile.write(b"x" * 100_000)

    def log_message(self, *_):
        """Nothing on the terminal."""


@pytest.fixture(scope="module")
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


def test_an_address_gives_its_page(server):
    """With the address that it came from in the end."""
    page = one(f"{server}/moved", allow_private=True)
    assert page.content == PAGE
    assert page.url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "reason", "detail"),
    [
        ("/gone", SkipReason.UNREADABLE, "410"),
        ("/large", SkipReason.TOO_LARGE, "more than 20000 bytes"),
        ("/packed", SkipReason.UNREADABLE, "packed as 'gzip, gzip'"),
        ("/round", SkipReason.UNREADABLE, "more than 5 times"),
    ],
)
def test_an_address_that_gives_nothing_is_named(server, path, reason, detail):
    """Errors and floods are results."""
    found = one(server + path, allow_private=True, max_bytes=20_000)
    assert found.reason is reason
    assert detail in found.detail


@pytest.mark.parametrize("path", ["/slow", "/slow-headers", "/slow-redirect"])
def test_an_address_takes_only_so_long_in_all(server, path):
    """Though something comes all the time: of the page, of its headers, or one redirect after another."""
    started = time.monotonic()
    found = one(server + path, allow_private=True, timeout=0.5, whole=1.0)
    assert time.monotonic() - started < 3
    assert found.reason is SkipReason.UNREADABLE
    assert "more than 1 seconds in all" in found.detail


def test_all_of_an_address_is_five_times_the_wait(server):
    """Where nothing else is said."""
    assert "more than 1.5 seconds in all" in one(server + "/slow", allow_private=True, timeout=0.3).detail


def test_what_comes_with_a_redirect_is_not_read(server):
    """However much it is."""
    tracemalloc.start()
    page = one(f"{server}/moved-on", allow_private=True)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert page.content == PAGE
    assert most < 20_000_000


def test_a_name_of_which_only_the_second_address_answers(server, monkeypatch):
    """IPv6 may come first where the machine has none: the next address is tried."""
    port = int(server.rpartition(":")[2])
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("127.0.0.9", "127.0.0.1")]
    real = socket.getaddrinfo

    def looked_up(host, *rest, **given):
        return entries if host == "two.example" else real(host, *rest, **given)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    assert one(f"http://two.example:{port}/page", allow_private=True).content == PAGE


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:99999/", "http://[::1/", "http://x..y/", "http:///", "http://\u0000/"]
)
def test_an_address_that_is_none_is_named(address):
    """It stops nothing."""
    assert one(address, allow_private=True).reason is SkipReason.UNREADABLE


def test_a_private_address_is_refused(server):
    """Not this machine, not its network, whatever name leads there."""
    for address in (server, server.replace("127.0.0.1", "localhost"), "http://169.254.169.254/", "http://[::1]/"):
        found = one(address)
        assert found.reason is SkipReason.UNREADABLE
        assert "private network" in found.detail
