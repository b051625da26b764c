"""Nothing is lost: killed runs, days read again from their archives, archives that break off."""

import shutil
import subprocess
import sys
from datetime import date

import pytest

from dateline import collect, path
from dateline.collect.fetch import Answered, Done, answer_at, answers_from
from dateline.collect.fetch.keep import Keeper
from dateline.collect.fetch.orders import FetchRules, Order
from dateline.errors import BusyError
from dateline.records import Page, Source
from dateline.store import open_store
from tests.collect import kills
from tests.collect.test_gather import PAGES, paths
from tests.collect.web import article, rss


def test_a_killed_run_misses_nothing_and_fetches_nothing_twice():
    """But for what was on its way when it was killed: one request to a host."""
    found = kills.run(3, seed=2)
    assert found["killed"] == 3
    assert found["pages"] == found["wanted"]
    assert found["again"] <= found["at most"]


def test_a_day_is_read_again_without_the_web(web, desk):
    """Into an empty store it comes as it was, into one that has it nothing comes twice; no request is made."""
    web.pages |= {
        "/a": article("A"),
        "/moved": (301, {"Location": "/b"}, b""),
        "/b": article("B"),
        "/c": (404, {}, b""),
    }
    web.pages["/feed"] = rss(*(web.url(f"/{name}") for name in ("a", "moved", "c")))
    desk.add(web.url("/feed"))
    desk.collect()
    whole, asked = desk.rows("select * from page order by id"), len(web.asked)
    (folder,) = (desk.folder / "archive").iterdir()
    for new in (0, 2):
        store = open_store(desk.settings.text("store"))
        took = path.replay(store, path.taker_of(desk.settings), folder.parent, desk.now.date())
        store.close()
        assert took.new == new
        assert [row[:-2] for row in desk.rows("select * from page order by id")] == [row[:-2] for row in whole]
        assert len(web.asked) == asked
        for file in desk.folder.glob("day.sqlite*"):
            file.unlink()
    store = open_store(desk.settings.text("store"))
    path.replay(store, path.taker_of(desk.settings), folder.parent, desk.now.date())
    store.close()
    desk.collect()
    assert len(web.asked) == asked


def test_what_was_kept_and_not_taken_is_taken_by_the_next_run(web, desk):
    """From an archive of a run that was killed, though its last record is cut off."""
    web.pages |= {"/a": article("A"), "/b": article("B"), "/feed": rss(web.url("/a"), web.url("/b"))}
    desk.add(web.url("/feed"))
    desk.collect()
    (file,) = (desk.folder / "archive").glob("*/*.gz")
    records = list(answers_from(file))
    assert records[-1].answer.asked == web.url("/b")
    assert records[-1].end == file.stat().st_size
    cut = file.read_bytes()[: records[-1].offset + 200]
    file.write_bytes(cut)
    for one in desk.folder.glob("day.sqlite*"):
        one.unlink()
    asked = web.count()
    desk.later(minutes=1)
    assert desk.collect().new == 2
    assert paths(desk) == ["/a", "/b"]
    assert web.count()["/a"] == asked["/a"]
    assert web.count()["/feed"] == asked["/feed"]
    assert web.count()["/b"] == asked["/b"] + 1


def test_a_day_says_what_its_sites_reserve(web, desk):
    """Read again by itself, though the site said it the day before already, and is not asked on a condition."""

    def rules(handler):
        body = '[{"location": "/", "tdm-reservation": 1}]'
        known = handler.headers["If-None-Match"] == '"7"'
        handler.answer((304, {}, b"") if known else (200, {"ETag": '"7"'}, body))

    web.pages |= {"/.well-known/tdmrep.json": rules, "/a": article("A"), "/b": article("B"), "/c": article("C")}
    desk.now = desk.now.replace(hour=22)
    desk.set(tdm="note")
    desk.add(web.url("/feed"))
    web.pages["/feed"] = rss(web.url("/a"))
    desk.collect()
    web.pages["/feed"] = rss(web.url("/b"))
    desk.later(hours=1)
    desk.collect()
    assert web.count()["/.well-known/tdmrep.json"] == 1
    before = set(desk.folder.rglob("*.warc.gz"))
    web.pages["/feed"] = rss(web.url("/c"))
    desk.later(hours=2)
    desk.collect()
    assert web.count()["/.well-known/tdmrep.json"] == 2
    for file in before:
        file.unlink()
    desk.set(store=str(desk.folder / "new.sqlite"))
    replayed(desk)
    assert desk.rows("select name, reservation from page") == [(web.url("/c"), "reserved")]


def replayed(desk):
    """All that lies in the archive, read once more into the store of the settings."""
    store = open_store(desk.settings.text("store"))
    for folder in (desk.folder / "archive").iterdir():
        path.replay(store, path.taker_of(desk.settings), folder.parent, date.fromisoformat(folder.name))
    store.close()


@pytest.mark.parametrize(("tdm", "kept"), [("note", ["reserved", "reserved"]), ("obey", [])])
def test_what_a_redirect_leads_to_is_its_own_sites(web, desk, tdm, kept):
    """Where that site was heard to reserve it; also when the day is read again."""
    there = web.url("/there", "127.0.0.2")
    web.pages |= {"/first": rss(web.url("/a", "127.0.0.2")), "/a": article("A"), "/there": article("B")}
    web.pages |= {("127.0.0.2", "/.well-known/tdmrep.json"): '[{"location": "/", "tdm-reservation": 1}]'}
    web.pages |= {"/feed": rss(web.url("/short")), "/short": (302, {"Location": there}, b"")}
    desk.set(tdm=tdm)
    desk.add(web.url("/first", "127.0.0.2"))
    desk.collect()
    desk.add(web.url("/feed"))
    desk.collect()
    assert [told for (told,) in desk.rows("select reservation from page")] == kept
    desk.set(store=str(desk.folder / "new.sqlite"))
    replayed(desk)
    assert [told for (told,) in desk.rows("select reservation from page")] == kept


def test_what_leads_on_is_no_answer(web, desk):
    """Not even where a run was killed before it came to what it leads to: the next run goes there at once."""
    web.pages |= {"/old": (308, {"Location": web.url("/a")}, b""), "/a": article("A"), "/feed": rss(web.url("/old"))}
    desk.add(web.url("/feed"))
    desk.collect()
    (file,) = desk.folder.rglob("*.warc.gz")
    moved = next(one for one in answers_from(file) if one.answer.status == 308)
    file.write_bytes(file.read_bytes()[: moved.end])
    for one in desk.folder.glob("day.sqlite*"):
        one.unlink()
    desk.later(minutes=1)
    assert desk.collect().new == 1


def test_a_day_is_not_read_again_while_a_run_collects(desk):
    """Its archive is not whole yet."""
    store, other = (open_store(desk.settings.text("store")) for _ in range(2))
    with store.alone("collect"), pytest.raises(BusyError):
        path.replay(other, path.taker_of(desk.settings), desk.folder / "archive", desk.now.date())


def test_a_record_that_the_disk_had_no_room_for_spoils_no_other(tmp_path):
    """Nor does a header that has no name in ASCII."""
    answer = Answered(
        "https://post.example/", 200, "OK", (("X-\xe9", "1"),), b"<p>1", "https://post.example/", "page", ""
    )
    keeper = Keeper(tmp_path)
    first = keeper.keep(answer)
    with (tmp_path / first.file).open("ab") as file:
        file.write(b"half a record")
    second = keeper.keep(answer)
    assert answer_at(tmp_path, Done(url="", file=second.file, offset=second.offset)).body == b"<p>1"
    assert len(list(answers_from(tmp_path / first.file))) == 2


def test_an_archive_is_one_that_others_read(web, desk, tmp_path):
    """As a source of its own, it gives the same pages."""
    web.pages |= {"/a": (200, {"Content-Type": "text/html"}, article("A")), "/feed": rss(web.url("/a"))}
    desk.add(web.url("/feed"))
    desk.collect()
    shutil.copytree(desk.folder / "archive", tmp_path / "copy")
    whole = desk.rows(PAGES)
    source = Source(name="archive", location=str(tmp_path / "copy"))
    found = [page for page in collect.pages(source, collect.CollectRules()) if isinstance(page, Page)]
    assert [(page.url,) for page in found if page.url.endswith("/a")] == whole


def test_who_fetches_ends_with_who_wants_it(web, tmp_path):
    """At once, with a hundred orders left to do, so that the next run is the only one."""
    web.pages |= {f"/{number}": article(f"Ferry {number}") for number in range(100)}
    rules = FetchRules(
        folder=str(tmp_path), agent="test", delay=30.0, timeout=5.0, whole=5.0, max_bytes=10_000, allow_private=True
    )
    command = [sys.executable, "-m", "dateline.collect.fetch.child"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        orders = (Order(url=web.url(f"/{number}"), source="paper", role="page") for number in range(100))
        process.stdin.write(rules.line() + b"".join(order.line() for order in orders))
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdin.close()
        assert process.wait(timeout=20) == 0
