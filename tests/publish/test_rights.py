"""What each page shows obeys the rights of its source."""

import re
from dataclasses import replace

import pytest

from dateline import day, demo
from dateline.records import PressTime, Rights
from dateline.store import articles, open_store, readings
from tests import shipped
from tests.publish.walk import broken_links, parsed, walk

MOST = 400


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The first shipped day, with the agency's texts as extracts and one outlet's as headlines."""
    folder = tmp_path_factory.mktemp("rights")
    given = shipped.loaded(folder)
    rights = {"Narrow Seas Press": (Rights.EXTRACT, MOST), "The Harbour Post": (Rights.HEADLINE, 0)}
    sources = []
    for source in given.sources:
        kind, most = rights.get(source.name, (source.rights, source.extract))
        sources.append(replace(source, rights=kind, extract=most))
    store = open_store(given.text("store"))
    report = day.run(PressTime(demo.DAYS[0]), replace(given, sources=tuple(sources)), store, lambda *_: None)
    with store.begin() as db:
        kept = {article.id: article for article in articles.articles_up_to(db, demo.DAYS[-1])}
        read = readings.load_readings(db, kept)
    store.close()
    return report.site.parent, kept, read


def quoted(site, article):
    """The spans of an article's text that stand on any page."""
    found = set()
    for file in sorted(site.rglob("*.html")):
        for given, _ in parsed(file).found:
            if given["data-source"] == article.id and given["data-field"] == "text":
                found.add(tuple(map(int, given["data-span"].split("-"))))
    return found


def of_outlet(articles, outlet):
    return [article for article in articles.values() if article.outlet == outlet]


def test_extracts_stay_within_their_length_on_all_pages_together(run):
    """Every character that stands on some page counts once."""
    site, kept, _ = run
    shown = [quoted(site, article) for article in of_outlet(kept, "Narrow Seas Press")]
    assert any(shown)
    for spans in shown:
        assert len({place for start, end in spans for place in range(start, end)}) <= MOST


def test_a_headline_is_all_that_is_shown_where_the_rights_say_so(run):
    """No text, no standfirst, no record; the headline and the way to the outlet."""
    site, kept, _ = run
    for article in of_outlet(kept, "The Harbour Post"):
        assert not quoted(site, article)
        page = site / "articles" / f"{article.id}.html"
        if page.exists():
            text = re.sub(r"<[^>]+>", "", page.read_text("utf-8"))
            assert "let us show its headline only" in text
            assert article.text[:60] not in text


def test_the_site_still_holds(run):
    """Every passage is what its source says, and every link leads somewhere."""
    site, kept, read = run
    assert walk(site, kept, read) > 200
    assert not list(broken_links(site))
