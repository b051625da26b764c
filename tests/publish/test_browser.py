"""The site in a real browser, from a folder."""

import pytest


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


def test_a_quotation_leads_to_its_place(page, site_folder):
    """The link beneath a passage of the front page ends at the characters where it begins."""
    page.goto((site_folder / "index.html").as_uri())
    quotation = page.locator(".quotation").nth(1)
    words = quotation.locator("blockquote").inner_text()
    quotation.locator("figcaption a").first.click()
    anchor = page.evaluate("document.querySelector(':target').parentElement.textContent")
    assert page.url.partition("#")[2].startswith("at-")
    assert words[:20] in anchor
