"""Copy with source: what the button beside a quotation puts on the clipboard."""

import pytest

from dateline.publish import environment
from dateline.text.addresses import web_address

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture(params=["clipboard", "the older way"])
def page(browser, request):
    """A page of a telephone's width, with what `navigator.clipboard` gives and without it."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    if request.param != "clipboard":
        context.add_init_script(NO_CLIPBOARD)
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    yield opened
    assert opened.complaints == []
    context.close()


def pasted(page):
    """What the clipboard holds, as a person finds it: by pasting."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))")
    page.focus("#paste")
    page.keyboard.press("Control+V")
    return page.input_value("#paste")


def test_the_quotation_is_copied_with_who_says_it_and_where_it_stands(page, contents, site_folder):
    """Text, speaker with role, outlet, date and link, by the keyboard alone, and a listener is told."""
    shelf_of = [one for one in contents.readings.values() if web_address(contents.articles[one.article_id].url)]
    statement, article = next(
        (one, contents.articles[one.article_id])
        for reading in shelf_of
        for one in reading.statements
        if one.speaker and one.role and len(one.spans.all()) > 2
    )
    page.goto((site_folder / "articles" / f"{article.id}.html").as_uri())
    who = f"{statement.speaker}, {statement.role}"
    quoted = page.locator(f'blockquote[data-who="{who}"]').first
    button = page.locator(".quotation", has=page.locator(f'blockquote[data-who="{who}"]')).first.get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert page.text_content("[role=status]") == "Copied with its source."
    where = f"{environment.publication(article)}, {environment.moment(article.published)}, {article.url}"
    assert pasted(page) == f"“{quoted.text_content()}” — {who} ({where})"


def test_names_of_ours_stay_in_their_brackets(page, site_folder):
    """Whoever pastes it sees which words are not the source's."""
    first = next(
        file for file in sorted(site_folder.parent.rglob("index.html")) if "ours name" in file.read_text("utf-8")
    )
    page.goto(first.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    named = page.locator(".quotation", has=page.locator("blockquote .name")).first
    name = named.locator(".name").first.text_content()
    assert name.startswith(" [")
    named.get_by_role("button").click()
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert name in pasted(page)


def test_every_quotation_has_its_button(page, site_folder):
    """None is forgotten, each says what it copies, and each is large enough for a finger."""
    page.goto((site_folder / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    buttons = page.get_by_role("button", name="Copy with source: ")
    assert buttons.count() == page.locator("blockquote").count() > 10
    sizes = [buttons.nth(at).bounding_box() for at in range(buttons.count())]
    assert min(min(size["width"], size["height"]) for size in sizes) >= 24


def test_without_a_script_there_is_no_dead_button(browser, site_folder):
    """The page is whole, and nothing on it needs what is not there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site_folder / "index.html").as_uri())
    assert page.locator("blockquote").count() > 10
    assert page.locator("button").count() == 0
    context.close()
