"""The search page: everything that X said about Y since Z, from a folder, in a real browser."""

import json

import pytest

from tests import outlets

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
STRANGE = f"""<p>The council of Dunmarrow said “{HOSTILE.replace("<", "&lt;")} is how we feel about the harbour”, and
that its members would meet again on Friday to speak of the herring boats.</p><p>The ships of the alliance have been in
the harbour since March, and the fishermen of the town have asked for room at the quay.</p><p>Jens Prentiss and Ida Orr
said that the lighthouse would be painted white.</p>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Three outlets, and a fourth that would like to run something on the reader's machine."""
    folder = tmp_path_factory.mktemp("search")
    pages = outlets.press(folder / "pages", days=("2031-05-04", "2031-05-05", "2031-05-06"))
    page = outlets.PAGE.format(
        headline="Council speaks", outlet="Quay Gazette", at="2031-05-06", host="gazette.example", text=STRANGE
    )
    (pages / "gazette.example.html").write_text(page, "utf-8")
    return outlets.make(folder)


@pytest.fixture
def page(browser, site):
    """The search page, with what it asks for and complains about."""
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    opened.asked, opened.complaints = [], []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
    opened.goto((site / "search.html").as_uri())
    yield opened
    assert opened.complaints == []
    assert all(url.startswith("file://") for url in opened.asked)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    opened.close()


def answered(page):
    """Wait until the page says how many statements there are."""
    page.wait_for_function("/^\\d+ statement/.test(document.getElementById('told').textContent)")


def ask(page, **given):
    """Fill the form and send it; the outlets that answer, the first first."""
    for name in ("by", "about", "since", "until"):
        page.fill(f"#{name}", given.get(name, ""))
    page.select_option("#kind", given.get("kind", ""))
    page.click("#search button")
    answered(page)
    return [line.split(",")[0] for line in page.locator("#found figcaption").all_inner_texts()]


def test_any_name_finds_what_all_of_them_said(page):
    """The surname finds what the Post's "Pact chief" said too; the newest first."""
    found = ask(page, by="prentiss")
    assert list(dict.fromkeys(found)) == ["Tolle Post", "Quay Gazette", "Veldt Herald", "Haldren Courier"]
    assert page.inner_text("#told") == f"{len(found)} statements, the newest first."
    assert ask(page, by="pact chief") == found


def test_words_days_and_kind_narrow_it_down(page):
    """All at once; a word finds longer ones; what nobody said is said to be nothing."""
    assert set(ask(page, by="Prentiss", about="harbour", since="2031-05-05")) == {"Tolle Post", "Veldt Herald"}
    assert set(ask(page, by="Prentiss", until="2031-05-04")) == {"Haldren Courier"}
    assert ask(page, by="Prentiss", about="herr", kind="indirect") == ["Tolle Post"]
    assert set(ask(page, by="Prentiss", kind="direct")) == {"Veldt Herald", "Haldren Courier"}
    assert ask(page, by="Prentiss", about="submarine") == []
    assert page.inner_text("#told") == "0 statements, the newest first."


def test_what_two_say_together_each_of_them_says(page):
    """Also where the search comes from the page of one of them."""
    assert (
        ask(page, by="prentiss", about="lighthouse") == ask(page, by="Ida Orr", about="lighthouse") == ["Quay Gazette"]
    )
    ask(page, by="Ida Orr", about="berth")
    page.locator("#found .who a").first.click()
    page.click("text=Search in what was said")
    page.get_by_text("2 statements, the newest first.").wait_for()
    assert "Quay Gazette" in page.inner_text("#found")


def test_an_answer_leads_to_its_place_and_its_person(page):
    """The outlet's link ends at the sentence in the article, the name's at the person's page."""
    ask(page, by="prentiss", about="spring")
    words = page.locator("#found blockquote").first.inner_text()
    page.locator("#found figcaption a").first.click()
    page.wait_for_selector(":target", state="attached")
    assert words[:20] in page.evaluate("document.querySelector(':target').parentElement.textContent")
    page.go_back()
    answered(page)
    page.locator("#found .who a").first.click()
    assert page.inner_text("h1") == "Jens Prentiss"


def test_a_search_is_kept_in_the_address(page):
    """From a person's page, and from the address of a search made before."""
    ask(page, by="Ida Orr", about="boats")
    address = page.url
    assert address.endswith("#by=Ida+Orr&about=boats")
    page.goto("about:blank")
    page.goto(address)
    answered(page)
    assert (page.input_value("#by"), page.input_value("#about")) == ("Ida Orr", "boats")
    page.locator("#found .who a").first.click()
    page.click("text=Search in what was said")
    page.get_by_text("2 statements, the newest first.").wait_for()
    assert page.input_value("#by") == "Ida Orr"
    assert page.locator("#found blockquote").count() == 2


def test_what_is_hostile_is_shown_as_words(page):
    """Nothing of it runs, and nothing of it is an element."""
    ask(page, by="council", about="feel")
    assert HOSTILE in page.locator("#found blockquote").first.inner_text()
    assert page.evaluate("document.images.length") == 0
    assert {script.rpartition("/")[2] for script in page.evaluate("[...document.scripts].map((one) => one.src)")} == {
        "site.js", "search.js", "said.js",
    }  # fmt: skip


def test_an_answer_says_where_it_stands(page, site):
    """Its characters are those of the article, and it can be copied with its source."""
    ask(page, by="prentiss")
    data = json.loads((site / "said.js").read_text("utf-8").removeprefix("datelineSaid(").removesuffix(");\n"))
    rows = {row[9]: row[8] for row in data["said"]}
    for quoted in page.locator("#found blockquote").all():
        words = quoted.text_content()
        assert quoted.get_attribute("data-span") == f"{rows[words]}-{rows[words] + len(words)}"
    assert page.locator("#found .copy").count() == page.locator("#found blockquote").count()


def test_more_are_shown_when_asked_for(page, site_folder):
    """Fifty at once of the shipped day's; the keyboard goes on at the first of the new ones."""
    page.goto((site_folder / "search.html").as_uri())
    ask(page)
    assert page.locator("#found blockquote").count() == 50
    page.focus("#more")
    page.keyboard.press("Enter")
    assert page.locator("#found blockquote").count() == 100
    assert page.evaluate("document.querySelectorAll('#found > li')[50].contains(document.activeElement)")


def test_without_the_script_the_newest_are_read(browser, site):
    """No form that does nothing; the statements stand there, and where the others are."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search.html").as_uri())
    assert not page.locator("#search").is_visible()
    assert "each person’s page has all" in page.inner_text("#told")
    assert page.locator("blockquote").count() > 5
    context.close()


def test_a_missing_index_is_said(browser, site, tmp_path):
    """The page alone, sent by mail, says what it lacks."""
    for name in ("search.html", "search.js", "site.js", "site.css"):
        (tmp_path / name).write_bytes((site / name).read_bytes())
    page = browser.new_page()
    page.goto((tmp_path / "search.html").as_uri())
    page.fill("#by", "Prentiss")
    page.click("#search button")
    page.wait_for_function("document.getElementById('told').textContent.includes('could not be loaded')")
    page.close()
