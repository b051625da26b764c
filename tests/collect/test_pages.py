"""What a folder, a stream or an address gives, and how what cannot be taken is named."""

import gzip
import os
import tempfile
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


@pytest.mark.parametrize("address", ["http://127.0.0.1:99999/", "http://[::1/", "http:///", "http://\u0000/"])
def test_an_address_that_is_none_is_named(address):
    """It stops nothing."""
    assert one(address, allow_private=True).reason is SkipReason.UNREADABLE
