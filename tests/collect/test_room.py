"""How much is kept in a day: what is held back, and that nothing is lost by it."""

import random

from dateline.store import open_store
from tests.collect.test_gather import paths
from tests.collect.web import article, rss


def noise_of(lines):
    """Words that cannot be packed small: seven or eight bytes a line."""
    chance = random.Random(1)
    return "".join(f"<p>{chance.getrandbits(48):x}</p>" for _ in range(lines))


def test_a_day_has_room_for_so_much(web, desk):
    """What is over waits for the next day, in a later run of the same day too, with a line; nothing of it is lost."""
    noise = noise_of(40_000)
    web.pages |= {f"/{number}": article(f"Ferry {number}") + noise for number in range(8)}
    web.pages["/feed"] = rss(*(web.url(f"/{number}") for number in range(8)))
    desk.add(web.url("/feed"))
    desk.set(daily_megabytes=1)
    assert 1 < desk.collect().new < 6
    (detail,) = desk.until.details
    assert "addresses of the web that were due: as much was fetched as may be in a day" in detail
    assert "`daily_megabytes` is 1" in detail
    assert "megabytes" not in desk.until.missing[0]
    asked = len(web.asked)
    assert desk.collect().new == 0
    assert len(web.asked) == asked
    desk.later(days=1)
    while desk.collect().new:
        desk.later(days=1)
    assert len(paths(desk)) == 8
    assert {web.count()[f"/{number}"] for number in range(8)} == {1}


def test_a_full_day_goes_on_asking_feeds(web, desk):
    """What they name waits in the store: no page is lost that has rolled off before the next day."""
    web.pages |= {"/feed": rss(web.url("/l0"), web.url("/l1"))}
    web.pages |= {f"/{number}": article(f"Ferry {number}") for number in range(3)}
    web.pages |= {f"/l{number}": article(f"Large {number}") + noise_of(80_000) for number in range(2)}
    desk.now = desk.now.replace(hour=8)
    desk.add(web.url("/feed"))
    desk.set(daily_megabytes=1)
    desk.collect()
    for number in range(3):
        desk.later(hours=1)
        web.pages["/feed"] = rss(web.url(f"/{number}"))
        assert desk.collect().new == 0
        assert "as much was fetched as may be in a day" in desk.until.details[0]
    assert web.count()["/feed"] == 4
    web.pages["/feed"] = rss()
    desk.later(days=1)
    desk.collect()
    assert sorted(paths(desk)) == ["/0", "/1", "/2", "/l0", "/l1"]


def with_a_large_site(web, desk):
    """A day with room for three pages of a large site and its small neighbour's, both collected once."""
    web.pages |= {"/large": rss(*(web.url(f"/l{number}", "127.0.0.2") for number in range(6)))}
    web.pages |= {f"/l{number}": article(f"Large {number}") + noise_of(40_000) for number in range(6)}
    web.pages |= {"/feed": rss(), "/first": article("Ferry")}
    desk.now = desk.now.replace(hour=8)
    desk.add(web.url("/large", "127.0.0.2"), name="Large")
    desk.add(web.url("/feed"), name="Small")
    desk.set(daily_megabytes=1)


def test_no_source_takes_the_room_of_the_others(web, desk):
    """However early it comes, and in however many runs of a day: what a small source names is fetched the same day."""
    with_a_large_site(web, desk)
    desk.collect()
    kept = [path for path in paths(desk) if path.startswith("/l")]
    assert 2 <= len(kept) < 6
    web.pages["/feed"] = rss(web.url("/first"))
    desk.later(hours=1)
    assert desk.collect().new == 1
    assert f"{6 - len(kept)} addresses of the web that were due" in desk.until.details[0]
    assert sorted(paths(desk)) == ["/first", *kept]


def test_a_share_is_counted_from_the_archive_where_a_run_was_killed(web, desk):
    """The run after it takes no more for a source than one that went through had taken."""
    with_a_large_site(web, desk)
    desk.collect()
    had = desk.rows("select source, bytes from kept order by source")
    assert [name for name, _ in had] == ["Large", "Small"]
    store = open_store(desk.settings.text("store"))
    with store.begin() as db:
        db.exec_driver_sql("delete from kept")
        db.exec_driver_sql("delete from archive")
    store.close()
    asked = len(web.asked)
    desk.collect()
    assert len(web.asked) == asked
    assert dict(desk.rows("select source, bytes from kept where source != ''")) == dict(had)


def test_no_feed_fills_the_disk(web, desk):
    """At twice the room of a day feeds wait as well, and it is said."""
    web.pages["/feed"] = rss() + f"<!-- {noise_of(100_000)} -->"
    desk.now = desk.now.replace(hour=8)
    desk.add(web.url("/feed"))
    desk.set(daily_megabytes=0.5)
    for _ in range(4):
        desk.collect()
        desk.later(hours=1)
    assert web.count()["/feed"] == 2
    assert "1 addresses of the web that were due: as much was fetched as may be in a day" in desk.until.details[0]
