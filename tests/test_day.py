"""The main job on the shipped day, end to end."""

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dateline import day, demo
from dateline.records import Completeness, PressTime, SkipReason, WireState
from dateline.store import editions, open_store
from tests import shipped
from tests.kills import STEPS, made
from tests.publish.walk import broken_links, walk

HARNESS = Path(__file__).parent / "kills.py"


def front_page(run, on):
    return (run.folder / "site" / on / "index.html").read_text("utf-8")


def reasons(report):
    return dict(report.reasons())


def test_every_passage_of_the_site_leads_back_to_its_source(shipped_day):
    """Whole sentences, attribution included, on every page of every edition."""
    assert walk(shipped_day.folder / "site", shipped_day.articles, shipped_day.readings, shipped_day.withdrawn()) > 1000


def test_every_link_of_the_site_leads_somewhere(shipped_day):
    """No page links to a page or an anchor that is not there."""
    assert not list(broken_links(shipped_day.folder / "site"))


def test_what_is_not_taken_is_named_with_its_reason(shipped_day):
    """The PDF, the broken page, the front page, the picture, the German page, the embargo and the kill are counted."""
    assert reasons(shipped_day.reports[-1]) == {
        SkipReason.EMBARGOED: 1,
        SkipReason.LANGUAGE_NOT_READ: 1,
        SkipReason.MALFORMED: 1,
        SkipReason.NO_ARTICLE: 1,
        SkipReason.NOT_TEXT: 1,
        SkipReason.UNDATED: 1,
        SkipReason.WITHDRAWN: 4,
    }


def test_what_is_later_does_not_exist(shipped_day):
    """The edition of Tuesday knows nothing of Wednesday, though all pages were there when it was made."""
    site = shipped_day.folder / "site" / "2031-05-06"
    everything = "".join(file.read_text("utf-8") for file in sorted(site.rglob("*.html")))
    assert "Dunmarrow at a standstill" not in everything
    assert "forged" not in everything


def test_a_withdrawn_story_is_in_no_edition_after_its_kill(shipped_day):
    """The agency's item and its two copies stand in Tuesday's edition and in no later one; the report on it stays."""
    assert "refinery" in front_page(shipped_day, "2031-05-06")
    for on in ("2031-05-07", "2031-05-08"):
        site = shipped_day.folder / "site" / on
        pages = "".join(file.read_text("utf-8") for file in sorted((site / "articles").iterdir()))
        assert "Caldrey to shut Tarrick" not in pages
        assert "Police look into forged statement" in pages


def test_an_embargoed_dispatch_is_in_no_edition(shipped_day):
    """What is embargoed until Friday is not on a page, only in the list of what was skipped."""
    for file in sorted((shipped_day.folder / "site").rglob("*.html")):
        if file.name != "sources.html":
            assert "unemployment falls" not in file.read_text("utf-8"), file


def test_copies_are_folded_into_their_original(shipped_day):
    """The copies that docs/shipped-day.md lists are copies of the agency's items, and own reports are not."""
    with shipped_day.store.begin() as db:
        sets = editions.load_copy_sets(db, PressTime(demo.DAYS[-1]))
    original = {copy.article_id: one.original for one in sets for copy in one.copies}
    copies = {
        "haldrencourier/2031-05-06-brennick-summit.html": "nsp/2031-05-06-summit-brennick.xml",
        "radiokestria/2031-05-06-ferry-sinks.html": "nsp/2031-05-06-ferry-eider-v2.xml",
        "tidewatergazette/2031-05-06-herring-clash.html": "dispatches.jsonl#1",
        "sorvaleledger/2031-05-07-ostrell-boats.html": "dispatches.jsonl#3",
        "harbourpost/2031-05-07-port-at-a-standstill.html": "dispatches.jsonl#4",
        "radiokestria/2031-05-07-interest-rate.html": "nsp/2031-05-07-bank-rate.xml",
        "pasted/2031-05-08-selmory-chair.txt": "nsp/2031-05-08-summit-held.xml",
    }
    for copy, of in copies.items():
        assert original.get(shipped_day.by_name(Path(copy).name).id) == shipped_day.by_name(Path(of).name).id, copy
    for own in ("tvelund-herring.html", "trask-hask-lowe.html", "rate-rise.html", "half-a-loaf.html"):
        assert shipped_day.by_name(own).id not in original, own


def test_the_pages_that_want_care(shipped_day):
    """Paywall, wrong charset, dates in words only, a correction, an agency credited under the text."""
    paid = shipped_day.by_name("fifth-vote-analysis.html")
    assert paid.completeness is Completeness.PAYWALLED
    assert paid.headline == "Why Adelmar needed the fifth vote"
    assert shipped_day.by_name("kerivel-packs.html").text.startswith("Agnès Kérivel has three speeches")
    assert shipped_day.by_name("nether-pell.html").published.iso() == "2031-05-06"
    assert shipped_day.by_name("thirty-four-ships.html").published.iso() == "2031-05-07"
    assert shipped_day.by_name("search-ends.html").correction.startswith("Correction: On Tuesday we reported")
    assert shipped_day.by_name("ferry-sinks.html").agency == "NSP"
    assert shipped_day.by_name("trask-trial-correction.json").wire_state is WireState.CORRECTION


def test_the_pasted_text_is_told_apart_from_what_stood_around_it(shipped_day):
    """Section, caption, credit, author box and newsletter line are no text, and the end is known to be missing."""
    pasted = shipped_day.by_name("selmory-chair.txt")
    assert (pasted.section, pasted.agency, pasted.completeness) == ("World", "NSP", Completeness.CUT)
    assert [(one.caption, one.credit) for one in pasted.pictures] == [
        ("Selmory flag Customs House Haldren", "NSP/Gerd Ilvan")
    ]
    assert "Newsletter" not in pasted.text
    assert "1893" not in pasted.text


def test_a_picture_has_its_caption_and_its_credit_apart(shipped_day):
    """Caption and credit of the lead picture, without the word that introduces the credit."""
    picture = shipped_day.by_name("eider-collision.html").pictures[0]
    assert picture.caption == (
        "Survivors of the Eider come ashore at the Halvern Line terminal in Dunmarrow early on Tuesday."
    )
    assert picture.credit == "Lucas Hembry / Harbour Post"


def test_a_promise_and_its_slipping_are_both_on_record(shipped_day):
    """Colliss binds himself on Tuesday to pay by Thursday; on Thursday the promise and its day are still shown."""
    promised = [
        one
        for reading in shipped_day.readings.values()
        for one in reading.commitments
        if one.actor == "Bram Colliss" and (one.due or "").startswith("2031-05-08")
    ]
    assert promised
    assert any(one.amount and one.amount.value == 5000 for one in promised)


def test_unnamed_sources_stay_unnamed(shipped_day):
    """Who asked not to be named is shown as the story describes him, never as a name."""
    reading = shipped_day.readings[shipped_day.by_name("dispatches.jsonl#3").id]
    unnamed = {statement.speaker for statement in reading.statements if statement.anonymous}
    assert any("officials" in speaker for speaker in unnamed)


def test_a_page_in_another_language_is_taken_and_not_read(shipped_day):
    """It has its page and says that it was not read."""
    german = shipped_day.by_name("wellhausen-zoegert.html")
    page = shipped_day.folder / "site/2031-05-08/articles" / f"{german.id}.html"
    assert german.id not in shipped_day.readings
    assert "Not read: its language is &#39;de&#39;" in page.read_text("utf-8")


def test_running_a_day_again_changes_nothing(shipped_day):
    """Not a row of the store and not a byte of the site."""
    before = made(shipped_day.folder)
    for on in demo.DAYS:
        day.run(PressTime(on), shipped.loaded(shipped_day.folder), shipped_day.store, lambda *_: None)
    assert made(shipped_day.folder) == before


def test_days_may_be_run_in_any_order(shipped_day, tmp_path):
    """A day that was made before those before it is, made again after them, the day that it would have been."""
    given = shipped.loaded(tmp_path)
    store = open_store(given.text("store"))
    for on in (*reversed(demo.DAYS), *demo.DAYS):
        day.run(PressTime(on), given, store, lambda *_: None)
    store.close()
    for on in demo.DAYS:
        late, then = tmp_path / "site" / on.isoformat(), shipped_day.folder / "site" / on.isoformat()
        assert made_pages(late) == made_pages(then)


def made_pages(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.*"))}


def test_a_day_without_news_is_an_edition_that_says_so(tmp_path):
    """An empty day is made, with the reason, and is no error."""
    given = shipped.loaded(tmp_path)
    store = open_store(given.text("store"))
    report = day.run(PressTime(date(2031, 4, 1)), given, store, lambda *_: None)
    store.close()
    assert (report.articles, report.on_front_page) == (0, 0)
    assert "Nothing that came in is dated Tuesday 1 April 2031" in report.site.read_text("utf-8")


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """What the harness prints: seven pages of the shipped day, killed again and again."""
    folder, out = tmp_path_factory.mktemp("pages"), tmp_path_factory.mktemp("killed")
    for file in (
        *sorted((demo.folder() / "nsp").glob("2031-05-06-*")),
        *(demo.folder() / "radiokestria").glob("*-06-*"),
    ):
        (folder / file.name).write_bytes(file.read_bytes())
    command = [sys.executable, str(HARNESS), str(folder), "2031-05-07", str(out), "--kills", "63", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_killed_day_is_the_same_day(killed):
    """Killed at 50 or more seeded moments and run again, store and site are those of an undisturbed run."""
    assert killed["different"] == []


def test_the_kills_hit_every_step(killed):
    """Some in every step, and 50 or more of a run that was under way."""
    hits = Counter(killed["killed"])
    assert all(hits[step] for step in STEPS)
    assert sum(hits[step] for step in STEPS) >= 50


def test_the_front_page_names_who_carried_a_story(shipped_day):
    """Ten papers with one agency's copy are one source, and all of them are named."""
    page = front_page(shipped_day, "2031-05-08")
    assert re.search(r"Carried by [^<]*Haldren Courier[^<]*Narrow Seas Press", page)
