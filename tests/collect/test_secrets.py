"""What a reader who is logged in entrusts to Dateline: where it goes, and where it does not."""

import pytest
from scrapy import Request

from dateline.collect.fetch import FetchRules
from dateline.collect.fetch.manners import Secrets
from dateline.errors import SettingsError
from dateline.path.gather.rules import fetch_rules
from dateline.records import Source


def headers(rules, url):
    """What a request brings along from a redirect is taken out as well."""
    request = Request(url, headers={"X-Reader": "of another"})
    Secrets(rules).process_request(request)
    return request.headers.get("X-Reader")


@pytest.fixture
def rules(desk, monkeypatch):
    def made(url, **told) -> FetchRules:
        monkeypatch.setenv("HARBOUR_LOGIN", "X-Reader: s3cr3t")
        return fetch_rules(desk.settings, [Source(name="Post", location=url, header="HARBOUR_LOGIN", **told)])

    return made


def test_what_is_meant_for_https_is_not_sent_in_the_clear(rules):
    """A redirect or a link of the same host may lead to http; the other way round is safe."""
    secure = rules("https://HarbourPost.example:443/feed")
    assert headers(secure, "https://harbourpost.example/a") == b"s3cr3t"
    assert headers(secure, "http://harbourpost.example/a") is None
    assert headers(secure, "https://harbourpost.example:8443/a") is None
    plain = rules("http://harbourpost.example/feed")
    assert headers(plain, "http://harbourpost.example/a") == b"s3cr3t"
    assert headers(plain, "https://harbourpost.example/a") == b"s3cr3t"


def test_a_cookies_file_that_is_none_is_named(rules, tmp_path):
    """Whatever stands in it."""
    for content in (b"\xff\xfe\x00", b"no cookies", b"# Netscape HTTP Cookie File\nx\ty\n"):
        (tmp_path / "cookies.txt").write_bytes(content)
        with pytest.raises(SettingsError, match="cookies"):
            rules("https://harbourpost.example/", cookies=str(tmp_path / "cookies.txt"))
