"""A page that ends whatever process extracts it: the run that meets it ends, the next one is complete."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline import extract, path
from dateline.errors import ProcessError
from dateline.extract.article import tried
from dateline.records import MediaType, Page, SkipReason
from dateline.store import articles, open_store, pages

RUN = """
import sys
sys.path.insert(0, {here!r})
from dateline import extract, path
from dateline.store import open_store
from tests.test_deadly_pages import deadly
extract.tried = deadly
if __name__ == "__main__":
    path.extract_articles(open_store({store!r}), lambda *_: None, path.Until())
"""
BAD = "the bridge of Halvern"


def deadly(page):
    """As what a reader of ours does with a page, but for one over which its process ends."""
    if BAD.encode() in page.content:
        os.kill(os.getpid(), signal.SIGKILL)
    return tried(page)


def unable(*_):
    """As a process for which there is no memory."""
    os._exit(1)


def came_in(number, what):
    text = f"Ferry sails again\n\n6 May 2031\n\nThe ferry passed {what} at noon on trip {number}, the port said.\n"
    content = text.encode()
    return Page(id=f"p-{number:02}", name=f"{number}.txt", source="post", media_type=MediaType.TEXT, content=content)


@pytest.fixture
def place(tmp_path):
    """A store of twenty pages, the fifth of them deadly."""
    store = open_store(tmp_path / "day.sqlite")
    with store.begin() as db:
        for number in range(20):
            pages.add_page(db, came_in(number, BAD if number == 4 else "the lighthouse"))
    store.close()
    return tmp_path / "day.sqlite"


def run(place):
    file = place.parent / "run.py"
    file.write_text(RUN.format(here=str(Path(__file__).parent.parent), store=str(place)))
    return subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=False)


def stored(place):
    """The pages that are waiting, those of articles, those that were passed over, and those that are under way."""
    store = open_store(place)
    with store.begin() as db:
        waiting = pages.pages_to_extract(db, extract.VERSION)
        found = sorted(one.page_id for one in articles.articles_up_to(db, date(2031, 5, 6)))
        skips, begun = pages.all_skipped(db), pages.begun_pages(db)
    store.close()
    return waiting, found, skips, begun


def test_the_run_after_the_one_that_it_ended_is_complete(place):
    """It is done by other processes, named, and tried again by each run: another day the machine may bear it."""
    others = [f"p-{number:02}" for number in range(20) if number != 4]
    assert run(place).returncode == -signal.SIGKILL
    assert "p-04" in stored(place)[3]
    done = run(place)
    assert done.returncode == 0, done.stderr
    waiting, found, skips, begun = stored(place)
    assert (waiting, found, begun) == (["p-04"], others, {"p-04"})
    assert [(one.name, one.reason) for one in skips] == [("4.txt", SkipReason.FAILED)]
    assert "two processes ended over it by themselves (-9)" in skips[0].detail
    assert run(place).returncode == 0
    assert stored(place) == (waiting, found, skips, begun)


def test_a_page_over_which_the_machine_failed_is_not_lost(place):
    """What ended two processes is an article as soon as it ends none."""
    run(place)
    run(place)
    store = open_store(place)
    path.extract_articles(store, lambda *_: None, path.Until())
    store.close()
    assert stored(place) == ([], [f"p-{number:02}" for number in range(20)], (), set())


def test_where_no_process_can_be_started_a_run_that_must_be_out_says_what_it_lacks(place, monkeypatch):
    """It goes out with what there is; without such a time the run ends in one line."""
    run(place)
    monkeypatch.setattr("dateline.pool._serve", unable)
    store = open_store(place)
    with pytest.raises(ProcessError, match="could not be started"):
        path.extract_articles(store, lambda *_: None, path.Until())
    until = path.Until(left=lambda: 1000.0)
    path.extract_articles(store, lambda *_: None, until)
    store.close()
    assert until.missing == ["20 pages that came in: they could not be read"]
