"""Pages broken at random: no exception, no endless page, no markup, every place stays.

A minute in a run of the tests; an hour by hand with DATELINE_FUZZ_SECONDS=3600, which prints what it did.
"""

import os
import random
import re
import time
from importlib.resources import files

from dateline import extract
from dateline.records import Article, MediaType, Page

SECONDS = float(os.environ.get("DATELINE_FUZZ_SECONDS", "60"))
LONGEST = 20.0
"""Seconds of the processor for a page: a hang, not a slow machine."""
HOSTILE = [
    b"<div>" * 3000, b"</div>" * 3000, b"<ul><li>" * 1500, b"<b><p>" * 1500, b"<table><tr><td>" * 800,
    b"<a><i><b>" * 1500, b"<!--", b"-->", b"<script>", b"<style>", b"<title><script>alert(1)</script>", b"<plaintext>",
    b"<textarea>", b"<svg><math>", b"&#x202e;", b"&#0;", b"&#xd800;", b"\xff\xfe\x00", b"\xc3\x28", b"<p title='",
    b'<p title="a>b', b"<meta charset=utf-16>", b"<meta http-equiv=refresh content=0>", b"<select><option>" * 500,
    b"<figure>" * 500, b'<script type="application/ld+json">' + b"[" * 5000 + b"</script>", b"<h1></h1>" * 200,
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":["x"],"author":[[[{}]]],"image":3}</script>',
    b"<br>" * 2000, b"<img src='javascript:alert(1)'>", b"<iframe src=x>", b"<span class=author>" * 500,
    b"<p>" + b"a" * 100_000, "<p>漢字かな交じり文。</p>".encode() * 50, "<p>ภาษาไทย</p>".encode("tis-620") * 50,
    "<p dir=rtl>العربية \u202e</p>".encode(),
]  # fmt: skip
NOT_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def broken(chance, pages):
    """A page cut, doubled, mixed with another, or with something hostile in it."""
    content = bytearray(chance.choice(pages))
    for _ in range(chance.randint(1, 6)):
        here, there = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        what = chance.randrange(5)
        if what == 0:
            del content[here : min(there, here + 3000)]
        elif what == 1:
            content[here:here] = content[here : min(there, here + 3000)]
        elif what == 2:
            other = chance.choice(pages)
            content[here:here] = other[len(other) // 3 : len(other) // 2]
        elif what == 3:
            content[here:here] = chance.choice(HOSTILE)
        else:
            content[here : here + 3] = bytes(chance.randrange(256) for _ in range(3))
    return bytes(content)


def check(content):
    page = Page(id="p", name="p", source="s", media_type=MediaType.HTML, content=content)
    for found in extract.articles(page):
        if isinstance(found, Article):
            spans = [one.span.of(found.text) for one in found.paragraphs]
            assert "\n\n".join(spans) == found.text
            assert all(span.strip() for span in spans)
            shown = [found.text, found.headline, found.standfirst, found.section, *found.authors, *found.tags]
            assert not any(NOT_IN_TEXT.search(text) for text in shown if text)


def test_broken_pages():
    """Prints how many pages were read and the slowest of them."""
    pages = [one.read_bytes() for folder in files("dateline.demo").joinpath("day").iterdir() if folder.is_dir()
             for one in folder.iterdir() if one.name.endswith(".html")]  # fmt: skip
    seed = int(os.environ.get("DATELINE_FUZZ_SEED", "1"))
    chance, until = random.Random(seed), time.monotonic() + SECONDS
    count, slowest = 0, 0.0
    while time.monotonic() < until:
        content = broken(chance, pages)
        began = time.process_time()
        check(content)
        slowest = max(slowest, time.process_time() - began)
        count += 1
    print(f"{count} broken pages in {SECONDS:.0f} s, the slowest took {slowest * 1000:.0f} ms of the processor")
    assert count > 0
    assert slowest < LONGEST
