"""`dateline add`, `sources`, `collect`: from an address to pages, and how it goes."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from dateline import path, settings
from dateline.cli.main import dateline
from dateline.path.gather import run as gathering
from dateline.store import open_store, sources
from dateline.store.sources import Address
from tests.collect.web import article, rss, serving

OPML = """<opml version="2.0"><body><outline text="Press"><outline text="North">
<outline type="rss" text="Harbour Post" xmlUrl="https://harbourpost.example/feed"/></outline>
<outline type="rss" text="Ledger" xmlUrl="https://ledger.example/feed"/></outline></body></opml>"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dateline.toml").write_text("allow_private = true\ndelay = 0.0\ntimeout = 3.0\n")
    return lambda *words: CliRunner().invoke(dateline, words)


def test_a_site_is_added_by_its_address(run):
    """The feed that it names is its source; it is collected, and told of."""
    with serving() as web:
        web.pages["/"] = (
            '<html><head><link rel="alternate" type="application/rss+xml" title="Post" href="/feed"></head>'
        )
        web.pages |= {"/feed": rss(web.url("/a"), web.url("/gone")), "/a": article("A")}
        added = run("add", web.url("/"), "--outlet", "Harbour Post")
        assert added.exit_code == 0, added.output
        assert added.stdout == f"added Post: {web.url('/feed')}\n"
        collected = run("collect")
        assert collected.stdout == "1 pages and dispatches came in, 1 of them new\n"
        told = run("sources").stdout
        assert "1 taken, 0 waiting, 1 skipped: 1 unreadable" in told
        assert f"1 of its addresses gave nothing, at last {web.url('/gone')}: it answered 404 Not Found" in told
        assert "never" not in told
        web.pages["/feed"] = (410, {}, b"")
        assert "no feed" in run("add", web.url("/a")).output
    assert run("add", "nowhere").exit_code == 2
    assert run("add", " ").exit_code == 2


def test_a_day_collects_what_was_added_and_names_what_failed(run, tmp_path):
    """The articles stand on the site, and so does the source that could not be fetched."""
    with serving() as web:
        web.pages |= {"/feed": rss(web.url("/a")), "/a": article("The ferry sails again"), "/broken": rss()}
        assert run("add", web.url("/feed"), "--name", "Post").exit_code == 0
        assert run("add", web.url("/broken"), "--name", "Ledger").exit_code == 0
        web.pages["/broken"] = (410, {}, b"")
        made = run("day", "--date", "2031-05-06")
    assert made.exit_code == 7, made.output
    assert "1 articles" in made.stdout
    assert "missing: source Ledger: it could not be fetched (it answered 410 Gone)" in made.stderr
    pages = {page.name: page.read_text() for page in (tmp_path / "site").rglob("*.html")}
    assert any("The ferry sails again" in text for text in pages.values())
    assert any("source Ledger: it could not be fetched" in text for text in pages.values())


def test_a_day_is_replayed_by_command(run, tmp_path):
    """Into an empty store, with the web gone."""
    with serving() as web:
        web.pages |= {"/feed": rss(web.url("/a"), web.url("/b")), "/a": article("A"), "/b": article("B")}
        assert run("add", web.url("/feed")).exit_code == 0
        assert run("collect").exit_code == 0
    (day,) = (tmp_path / "archive").iterdir()
    told = run("replay", day.name, "--store", "new.sqlite").stdout
    assert told == "2 pages and dispatches were kept, 2 of them new to the store\n"
    assert "0 of them new" in run("replay", day.name, "--store", "new.sqlite").stdout
    assert run("replay", "2001-01-01").stdout == "nothing was kept on 2001-01-01 in archive\n"


def test_feeds_of_one_title_are_sources_of_their_own(run):
    """The second is called by its address, and no title is longer than a name, or more than one line."""
    title = "Post \ud800\n" + "x" * 5000
    with serving() as web:
        web.pages |= {"/north": rss(), "/south": rss()}
        web.pages["/json"] = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": []})
        for path in ("/north", "/south", "/south", "/json"):
            assert run("add", web.url(path)).exit_code == 0
        told = run("sources").stdout
        assert told.splitlines()[0] == "Harbour Post"
        assert web.url("/north") in told
        assert told.count(web.url("/south")) == 2
        assert max(map(len, told.splitlines())) < 250


def test_what_is_there_is_said_to_be_there(run):
    """Whether it is named by its site or by its own address, and the web is not asked for that; what is told anew of it
    is taken, but a name that stands for something already.
    """
    with serving() as web:
        web.pages["/"] = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head>'
        web.pages |= {"/feed": rss(), "/other": rss()}
        feed = web.url("/feed")
        assert run("add", web.url("/"), "--name", "Post").stdout == f"added Post: {feed}\n"
        assert run("add", web.url("/")).stdout == f"already there: Post: {feed}\n"
        asked = len(web.asked)
        assert run("add", feed).stdout == f"already there: Post: {feed}\n"
        assert run("add", feed, "--outlet", "Harbour Post").stdout == f"changed Post: {feed}\n"
        assert run("add", feed, "--outlet", "Harbour Post").stdout == f"already there: Post: {feed}\n"
        assert "it is there as 'Post'" in run("add", feed, "--name", "Ledger").output
        assert len(web.asked) == asked
        assert "another source is called 'Post'" in run("add", web.url("/other"), "--name", "Post").output
    assert run("add", ".").stdout.startswith("added .: ")
    assert run("add", ".").stdout.startswith("already there: .: ")
    told = run("sources").stdout
    assert told.count("Post") == 1
    assert web.url("/other") not in told


def test_what_stands_in_the_settings_is_there_as_well(run, tmp_path):
    """An address or a folder; and is changed there."""
    address = "https://harbourpost.example/feed"
    (tmp_path / "pages").mkdir()
    with (tmp_path / "dateline.toml").open("a") as file:
        file.write(f'[[source]]\nname = "Post"\nurl = "{address}"\n[[source]]\nname = "Cuttings"\npath = "pages"\n')
    assert run("add", address).stdout == f"already there: Post: {address}\n"
    assert "change it there" in run("add", address, "--outlet", "Harbour Post").output
    for name in ("pages", str(tmp_path / "pages")):
        assert run("add", name).stdout == f"already there: Cuttings: {tmp_path / 'pages'}\n"
    assert "change it there" in run("add", "pages", "--outlet", "Harbour Post").output


def test_opml_leaves_what_stands_in_the_settings_where_it_stands(run, tmp_path):
    """And adds the rest; where it is refused, nothing is said to be added."""
    (tmp_path / "feeds.opml").write_text(OPML)
    with (tmp_path / "dateline.toml").open("a") as file:
        file.write('[[source]]\nname = "Ledger"\nurl = "https://ledger.example/feed"\n')
    refused = run("add", "feeds.opml", "--outlet", "Harbour Post")
    assert "change it there" in refused.output
    assert "added" not in refused.output
    assert "harbourpost" not in run("sources").stdout
    added = run("add", "feeds.opml")
    assert added.exit_code == 0, added.output
    assert added.stdout == (
        "added Harbour Post: https://harbourpost.example/feed\nalready there: Ledger: https://ledger.example/feed\n"
    )
    assert "https://harbourpost.example/feed" in run("sources").stdout


def test_only_what_is_given_up_and_gave_nothing_is_said_to(run, tmp_path):
    """Not a page whose update failed, nor one that is asked for again."""
    first, second = (f"Tue, 06 May 2031 0{hour}:15:00 GMT" for hour in (7, 8))
    with serving() as web:
        web.pages |= {"/feed": rss(web.url("/a"), web.url("/later"), changed=first), "/a": article("A")}
        web.pages["/later"] = (500, {}, b"")
        (tmp_path / "dateline.toml").write_text("allow_private = true\ndelay = 0.0\nfresh = 0\n")
        assert run("add", web.url("/feed")).exit_code == 0
        run("collect")
        web.pages |= {"/feed": rss(web.url("/a"), changed=second), "/a": (404, {}, b"")}
        run("collect")
        assert web.count()["/a"] == 2
    told = run("sources").stdout
    assert "1 taken" in told
    assert "gave nothing" not in told


def test_skipped_means_the_same_in_sources_and_in_a_day(run):
    """What no edition could use is counted alike; the day adds what its own edition had no use for."""
    german = article("Die Faehre", "Die Faehre faehrt wieder, sagte die Hafenmeisterin am Dienstag in der Stadt.")
    with serving() as web:
        names = ("/a", "/b", "/gone")
        web.pages |= {"/feed": rss(*map(web.url, names)), "/a": article("Ferry"), "/b": german.replace("=en", "=de")}
        run("add", web.url("/feed"), "--name", "Post")
        made = run("day", "--date", "2031-05-06")
    assert "skipped    2: 1 language-not-read, 1 unreadable" in made.stdout
    assert "2 skipped: 1 language-not-read, 1 unreadable" in run("sources").stdout


def test_a_day_tells_nothing_of_what_was_gone_long_before(run, monkeypatch):
    """It is counted for good all the same."""
    with serving() as web:
        web.pages |= {"/feed": rss(web.url("/a"), web.url("/gone")), "/a": article("Ferry")}
        run("add", web.url("/feed"), "--name", "Post")
        with monkeypatch.context() as patched:
            patched.setattr(gathering, "now", lambda: datetime.now(UTC) - timedelta(days=9))
            assert "1 unreadable" in run("day", "--date", "2031-05-06").stdout
        made = run("day", "--date", "2031-05-06")
    assert "unreadable" not in made.stdout
    assert made.exit_code == 0, made.output
    assert "1 skipped: 1 unreadable" in run("sources").stdout


@pytest.mark.parametrize(
    ("headers", "feed"),
    [
        ([("Link", '<https://hub.example/>; rel="hub", <https://x.example/>; rel=self')], rss()),
        ([("Link", "<https://x.example/>; rel=self"), ("Link", '<https://hub.example/>; rel="hub"')], rss()),
        ([], rss().replace("<title>", '<link rel="hub" href="https://hub.example/" /><title>')),
    ],
)
def test_a_hub_is_named_and_said_not_to_be_used(run, headers, feed):
    """Whether the feed or its headers name it."""
    with serving() as web:
        web.pages["/feed"] = (200, headers, feed)
        assert "https://hub.example/" in run("add", web.url("/feed")).stderr
        run("collect")
    assert "it names the hub https://hub.example/, which is not used" in run("sources").stdout


def test_opml_goes_in_and_out_with_its_outlines(run, tmp_path):
    """And a source can be forgotten."""
    (tmp_path / "feeds.opml").write_text(OPML)
    assert run("add", "feeds.opml").exit_code == 0
    out = run("sources", "--opml").stdout
    assert out.index('text="Press"') < out.index('text="North"') < out.index("https://harbourpost.example/feed")
    assert "https://ledger.example/feed" in out
    assert "due now, last success never" in run("sources").stdout
    assert run("remove", "Ledger").exit_code == 0
    assert run("remove", "Ledger").exit_code == 2
    assert "Ledger" not in run("sources").stdout


def test_a_list_page_is_one_still_after_its_way_through_opml(run, tmp_path):
    """Its links are followed where the list is read again; a feed beside it is no list page."""
    with serving() as web:
        web.pages["/news"] = "".join(f'<p><a href="/2031/05/06/ferry-sails-again-{n}">Ferry</a></p>' for n in range(6))
        web.pages |= {f"/2031/05/06/ferry-sails-again-{n}": article(f"Ferry {n}") for n in range(6)}
        web.pages["/feed"] = rss()
        assert run("add", web.url("/news"), "--name", "Post").exit_code == 0
        assert run("add", web.url("/feed"), "--name", "Ledger").exit_code == 0
        out = run("sources", "--opml").stdout
        assert out.count(":follow=") == 1
        (tmp_path / "mine.opml").write_text(out)
        assert run("add", "mine.opml", "--store", "new.sqlite").exit_code == 0
        assert run("sources", "--opml", "--store", "new.sqlite").stdout == out
        assert "6 pages" in run("collect", "--store", "new.sqlite").stdout


def test_headlines_alone_stay_so_through_opml(run, tmp_path):
    """A list that asks for more than extracts is not heeded; who adds it says more."""
    with serving() as web:
        web.pages["/feed"] = rss()
        assert run("add", web.url("/feed"), "--name", "Ledger", "--rights", "headline").exit_code == 0
    out = run("sources", "--opml").stdout
    assert out.count(':rights="headline"') == 1
    (tmp_path / "mine.opml").write_text(out)
    assert run("add", "mine.opml", "--store", "new.sqlite").exit_code == 0
    assert run("sources", "--opml", "--store", "new.sqlite").stdout == out
    (tmp_path / "wide.opml").write_text(out.replace(':rights="headline"', ':rights="full"'))
    for name, told, rights in (("wide", (), None), ("mine", ("--rights", "full"), "full")):
        assert run("add", f"{name}.opml", *told, "--store", f"{name}.sqlite").exit_code == 0
        with open_store(f"{name}.sqlite").begin() as db:
            assert [one.get("rights") for one in sources.added_sources(db)] == [rights]


def test_public_feeds_to_start_from_are_opml(run, tmp_path):
    """As any other list: it can be cut down and added."""
    (tmp_path / "public.opml").write_text(run("sources", "--public").stdout)
    added = run("add", "public.opml")
    assert added.exit_code == 0, added.output
    assert added.stdout.count(": https://") == added.stdout.count("\n") >= 10
    assert 'text="Broadcasters"' in run("sources", "--opml").stdout


def test_a_password_does_not_fit_into_the_settings(run):
    """Only the name of the variable that holds it does."""
    with serving() as web:
        web.pages["/feed"] = rss()
        refused = run("add", web.url("/feed"), "--header", "Authorization: Basic c2VjcmV0")
    assert refused.exit_code == 2 or refused.exception
    assert "c2VjcmV0" not in run("sources").stdout


def health_of(visits, pages):
    """How a source is whose feed had so many entries, and whose pages gave articles and are laid out so."""
    store = open_store("day.sqlite")
    with store.begin() as db:
        sources.add_source(db, "Post", {"name": "Post", "url": "https://harbourpost.example/feed"})
        row = Address(key="listing:x", source="Post", role="listing", url="https://harbourpost.example/feed", tries=0)
        sources.save_addresses(db, [row])
        for number, listed in enumerate(visits):
            sources.add_visit(db, row, f"2031-05-06T07:{number:02}:00+00:00", (listed, 0))
        for number, (gives, layout) in enumerate(pages):
            db.exec_driver_sql(
                "insert into page (id, source, name, media_type, content, extractor)"
                " values (?, ?, '', 'html', '', '1')",
                (f"p-{number}", "Post"),
            )
            if gives:
                db.exec_driver_sql(
                    "insert into article (id, page_id, record) values (?, ?, ?)",
                    (f"a-{number}", f"p-{number}", json.dumps({})),
                )
            at = f"2031-05-06T08:{number:02}:00+00:00"
            page = Address(
                key=f"page:{number}",
                source="Post",
                role="page",
                url="x",
                fetched=at,
                page_id=f"p-{number}",
                told=layout,
            )
            sources.save_addresses(db, [page])
    (found,) = path.health(path.with_added(settings.load(None, {}), store), store)
    store.close()
    return found


@pytest.mark.parametrize(
    ("visits", "pages", "alarm"),
    [
        ([20] * 8, [(True, "a b c d")] * 30, None),
        ([20] * 7 + [3], [], "it lists 3 pages, usually 20"),
        ([20, 3], [], None),
        ([20] * 8, [(True, "a b c d")] * 20 + [(False, "a b c d")] * 10, "0 of its last 10 pages gave an article"),
        ([20] * 8, [(True, "a b c d")] * 20 + [(True, "x y z d")] * 6, None),
        ([20] * 8, [(True, "a b c d")] * 20 + [(True, "x y z w")] * 6, None),
        ([20] * 8, [(True, "a b c d")] * 20 + [(True, "x y z w")] * 5, "laid out in another way"),
    ],
)
def test_an_alarm_tells_what_is_not_as_usual(tmp_path, monkeypatch, visits, pages, alarm):
    """And none is told where too little is known of what is usual."""
    monkeypatch.chdir(tmp_path)
    found = health_of(visits, pages)
    assert found.alarms == () if alarm is None else alarm in found.alarms[0]
