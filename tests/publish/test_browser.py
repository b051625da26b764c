"""The site in a real browser, from a folder."""

import re
import unicodedata

import pytest

from dateline.publish.shelf import Shelf


@pytest.fixture
def page(browser):
    """A page that notes what it asks for and what it complains about."""
    opened = browser.new_page(viewport={"width": 360, "height": 800})
    opened.asked, opened.complaints = [], []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
    yield opened
    opened.close()


def test_the_front_page_has_its_style_from_a_folder(page, shipped_day):
    """The style applies from file://, nothing is asked of the net, and nothing is wider than a telephone."""
    page.goto(shipped_day.reports[-1].site.resolve().as_uri())
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px"
    assert all(url.startswith("file://") for url in page.asked)
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_reader_goes_from_the_front_page_to_the_marked_source(page, shipped_day):
    """A click on an outlet opens the article, with its statements marked."""
    page.goto(shipped_day.reports[-1].site.resolve().as_uri())
    page.click(".brief .from a >> nth=0")
    assert page.locator(".text .content").count() > 0
    assert page.locator("h1").count() == 1


def test_a_hostile_page_runs_nothing(page, shipped_day):
    """Its headline is shown as the words that it is; no script but ours, no picture, no dialog, no request."""
    hostile = shipped_day.by_name("port-website.html")
    for file in (shipped_day.folder / "site" / "2031-05-08" / "articles" / f"{hostile.id}.html",):
        page.goto(file.resolve().as_uri())
        assert "<script>alert('high tide')</script>" in page.inner_text("h1")
        scripts = page.evaluate("[...document.scripts].map((script) => [script.src, script.textContent])")
        assert scripts == [[(file.parent.parent / "site.js").resolve().as_uri(), ""]]
        assert page.evaluate("document.images.length + document.querySelectorAll('iframe, object, embed').length") == 0
        assert page.complaints == []
        assert all(url.startswith("file://") for url in page.asked)
        assert page.locator("a[href^='javascript'], [onclick], [onload], [onerror], [onfocus]").count() == 0


OUT_OF_PLACE = """() => {
  const serif = getComputedStyle(document.documentElement).getPropertyValue('--serif').split(',')[0].trim();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement;
    const quoted = holder.closest('.quoted, .ours')?.classList.contains('quoted') ?? false;
    const drawn = getComputedStyle(holder).fontFamily.startsWith(serif);
    if (texts.currentNode.data.trim() && quoted !== drawn) found.push(texts.currentNode.data.trim().slice(0, 80));
  }
  return found;
}"""


def test_serif_is_quoted_and_sans_serif_is_ours(page, site_folder):
    """On every kind of page, by the type that is drawn; and every headline of a source is quoted."""
    kinds = [*sorted(site_folder.glob("*.html")), site_folder.parent / "index.html"]
    kinds += [
        max((site_folder / name).iterdir(), key=lambda file: file.stat().st_size) for name in ("stories", "people")
    ]
    kinds += sorted((site_folder / "articles").iterdir())[:12]
    for file in kinds:
        page.goto(file.resolve().as_uri())
        assert page.evaluate(OUT_OF_PLACE) == [], file.name


def test_no_story_leaves_a_hole_beside_it(page, site_folder):
    """Stories of one column come in pairs; in the browser each pair begins at the same height."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site_folder / "index.html").as_uri())
    narrow = page.locator(".brief:not(.across)")
    tops = [narrow.nth(at).bounding_box()["y"] for at in range(narrow.count())]
    assert tops
    assert tops[::2] == tops[1::2]


def test_people_are_filed_under_their_letter(page, site_folder, contents):
    """Without their articles: "the Kestrian coastguard" stands under K. None is missing."""
    page.goto((site_folder / "people.html").as_uri())
    assert page.locator(".index li").count() == len(Shelf(contents).actors)
    for section in page.locator(".index section").all():
        letter = section.locator("h2").inner_text()
        for name in section.locator("li a").all_inner_texts():
            bare = re.sub("^(the|an|a) ", "", name, flags=re.IGNORECASE)
            assert unicodedata.normalize("NFD", bare)[0].upper() == letter


def test_a_quotation_leads_to_its_place(page, site_folder):
    """The link beneath a passage of the front page ends at the characters where it begins."""
    page.goto((site_folder / "index.html").as_uri())
    quotation = page.locator(".quotation").nth(1)
    words = quotation.locator("blockquote").inner_text()
    quotation.locator("figcaption a").first.click()
    page.wait_for_selector(":target", state="attached")
    anchor = page.evaluate("document.querySelector(':target').parentElement.textContent")
    assert page.url.partition("#")[2].startswith("at-")
    assert words[:20] in anchor
