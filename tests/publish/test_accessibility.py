"""WCAG 2.2 AA on every kind of page, as far as axe-core can tell, and a walk by keyboard and by ear."""

import itertools
import re
import shutil
import threading
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.desk import DeskServer, Draft
from dateline.publish import documents
from dateline.records import PressTime
from dateline.store import open_store
from tests import shipped

DAY = PressTime(date(2031, 5, 8))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    "front page", "story", "article", "agenda", "commitments", "positions", "people", "search", "actor", "sources",
    "editions", "mail", "desk",
]  # fmt: skip


@pytest.fixture(scope="module")
def places(shipped_day, contents, site_folder, tmp_path_factory):
    """The address of a page of each kind; of stories, articles and actors the one with the most on it."""
    folder = tmp_path_factory.mktemp("accessible")
    (folder / "mail.html").write_bytes(documents.document(contents, "html"))
    shutil.copytree(shipped_day.folder / "site", folder / "site")
    shutil.copy(shipped_day.folder / "day.sqlite", folder / "day.sqlite")
    given = shipped.loaded(folder)
    store = open_store(given.text("store"))
    found = {name: site_folder / f"{name}.html" for name in KINDS[3:8]} | {"sources": site_folder / "sources.html"}
    for kind, under in (("story", "stories"), ("article", "articles"), ("actor", "people")):
        found[kind] = max((site_folder / under).iterdir(), key=lambda file: (file.stat().st_size, file.name))
    found |= {"front page": site_folder / "index.html", "editions": site_folder.parent / "index.html"}
    found["mail"] = folder / "mail.html"
    with DeskServer(Draft(DAY, given, store), folder / "site" / DAY.key, "ana") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {kind: file.as_uri() for kind, file in found.items()} | {"desk": server.address}
        server.shutdown()
    store.close()


def opened(browser, address, width, scheme):
    """The page with all its details open."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    return page


def violations(found):
    return [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found["violations"]]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser, places, kind, width):
    """No violation with all details open, and nothing wider than the screen."""
    page = opened(browser, places[kind], width, "light")
    found = Axe().run(page, options={"runOnly": TAGS}).response
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert violations(found) == []
    assert len(found["passes"]) > 15
    assert wide <= width


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_read_in_the_dark(browser, places, kind):
    """The dark colours have contrast enough; nothing else of a page depends on them."""
    page = opened(browser, places[kind], 1280, "dark")
    found = Axe().run(page, options={"runOnly": {"type": "rule", "values": ["color-contrast"]}}).response
    page.close()
    assert violations(found) == []
    assert len(found["passes"]) == 1


FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  return {
    name: one.tagName + ' ' + (one.getAttribute('aria-label') || one.textContent).trim().slice(0, 60),
    href: one.href || '',
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= 0,
    body: one === document.body,
  };
}"""


def tabbed(page):
    """Everything that the Tab key reaches, in its order."""
    found = []
    while len(found) < 2000:
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["body"] or (found and here == found[0]):
            return found
        found.append(here)
    raise AssertionError("the Tab key never leaves the page")


@pytest.mark.parametrize("kind", ["front page", "story", "article", "actor"])
def test_the_tab_key_reaches_everything_in_order(browser, places, kind):
    """Every link, button and fold of the page, top to bottom, each in sight and with a ring around it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(places[kind])
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    reached = tabbed(page)
    expected = page.locator("a[href], summary, button").count()
    page.close()
    assert len(reached) == expected
    assert [one["name"] for one in reached if not one["ring"] or not one["inside"]] == []
    assert reached[0]["name"] == "A To the text"


def test_the_first_link_leads_past_the_masthead(browser, places):
    """Enter on it, and the next Tab stands in the text."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(places["front page"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.close()


def test_a_fold_opens_by_key(browser, places):
    """Enter on "Who said what" shows who said what."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(places["front page"])
    fold = page.locator("details:not([open]) > summary").first
    fold.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open] blockquote").first.is_visible()
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_headings_are_in_order(browser, places, kind):
    """One first heading, and no level is skipped on the way down."""
    page = browser.new_page()
    page.goto(places[kind])
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName[1]))")
    page.close()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", ["front page", "story", "article", "mail"])
def test_a_listener_hears_who_and_where(browser, places, kind):
    """Each quotation is announced as one, and its outlet and day are heard with it."""
    page = browser.new_page()
    page.goto(places[kind])
    heard = page.locator("main, [role=main]").aria_snapshot()
    page.close()
    lines = [line.strip(" -") for line in heard.splitlines()]
    quotes = [at for at, line in enumerate(lines) if line.startswith("blockquote")]
    assert len(quotes) > 3
    for at in quotes:
        around = " ".join(lines[max(0, at - 1) : at + 6])
        assert re.search(r"\d{4}|day unknown", around), around


def test_a_chart_is_heard(browser, places):
    """As an image with a name, and with what it shows in words."""
    page = browser.new_page()
    page.goto(places["story"])
    assert page.get_by_role("img", name="The texts over time").count() == 1
    told = page.locator("svg[role=img] desc").first.text_content()
    page.close()
    assert re.search(r"6 May 2031 to Thursday 8 May 2031: \d+ copy or other version, \d+ text of its own", told)


def test_words_in_another_language_are_marked_as_such(shipped_day, site_folder):
    """A voice reads a German headline in German, on the story's page too."""
    german = next(one for one in shipped_day.articles.values() if one.language == "de")
    pages = [file.read_text("utf-8") for file in site_folder.rglob("*.html")]
    spots = [spot for page in pages for spot in re.findall(rf'<[^>]*data-source="{german.id}"[^>]*>', page)]
    assert len(spots) > 2
    assert all('lang="de"' in spot for spot in spots)
