"""Characters that would break a calendar, a feed or the store do not get past the extract step."""

import json
from dataclasses import fields
from enum import StrEnum

import pytest

from dateline import extract
from dateline.extract import wire
from dateline.records import Article, MediaType, Page, Picture, Skipped, SkipReason

BAD = "Quay \x0b shut\x08 \ud800now\x85"
GOOD = "Quay \ufffd shut\ufffd \ufffdnow\ufffd"


def strings(value):
    """Every text of a record, those inside its lists too; a name of ours is none."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, Article | Picture):
        for one in fields(value):
            yield from strings(getattr(value, one.name))


def taken(content, media_type):
    page = Page(id="g-1", name="x", source="wire", media_type=media_type, content=json.dumps(content).encode())
    (found,) = extract.articles(page)
    return found


@pytest.fixture
def everywhere(monkeypatch):
    """The article of a page that puts such characters into every field."""
    texts = {
        one.name: BAD
        for one in fields(Article)
        if one.type in {"str", "str | None", str, str | None} and one.name not in {"id", "page_id", "topic"}
    }
    picture = Picture(url="https://a.example/x\r\ny", caption=BAD, credit=BAD)
    article = Article(id="a-1", page_id="g-1", **texts, authors=(BAD,), tags=(BAD,), pictures=(picture,))
    skip = Skipped(id="k-1", name="x", source="wire", step="extract", reason=SkipReason.NOT_TEXT, detail=BAD)
    monkeypatch.setattr(wire, "articles", lambda _: [article, skip])
    return extract.articles(Page(id="g-1", name="x", source="s", media_type=MediaType.NINJS, content=b""))


def test_no_field_keeps_such_a_character(everywhere):
    """One for one, so that spans hold; what was an address is none."""
    article, skip = everywhere
    found = list(strings(article))
    assert found.count(GOOD) >= 18
    assert set(found) == {GOOD, "a-1", "g-1"}
    assert skip.detail == GOOD


def test_what_has_nothing_of_it_stays_as_it_is():
    """Tab and line feed are characters of a text."""
    found = taken({"id": "N1", "agency": "N", "date": "2031-05-08", "title": "Quay shut",
                   "text": "The quay is shut.\n\nThe board met."}, MediaType.DISPATCH)  # fmt: skip
    assert (found.headline, found.text) == ("Quay shut", "The quay is shut.\n\nThe board met.")


def test_half_a_surrogate_pair_in_a_title_can_be_stored():
    """UTF-8 has no bytes for it, and the day would end there on every run."""
    found = taken({"id": "N1", "agency": "N", "date": "2031-05-08", "title": "Quay \ud800 is shut now",
                   "text": "The quay is shut."}, MediaType.DISPATCH)  # fmt: skip
    assert found.headline == "Quay \ufffd is shut now"
    assert found.text.encode()


@pytest.mark.parametrize("end", ["\r\nATTENDEE:mailto:x", " y", "\tz", "\x85", "\ud800"])
def test_an_address_with_a_line_of_its_own_is_none(end):
    """It would begin a line in the calendar and in the text of a mail."""
    given = {"uri": "x:1", "type": "text", "language": "en", "versioncreated": "2031-05-08T06:00:00Z",
             "headline": "Talks", "body_text": "The talks will be held in Tolle on 12 May 2031."}  # fmt: skip
    assert taken({**given, "canonicalurl": f"https://a.example/x{end}"}, MediaType.NINJS).url in {
        None, "https://a.example/x"
    }  # fmt: skip
    assert taken({**given, "canonicalurl": "https://a.example/x"}, MediaType.NINJS).url == "https://a.example/x"
