"""The page of one person whom three outlets name in three ways."""

import re

import pytest

from dateline.publish.shelf import Shelf
from tests import outlets


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("outlets")
    outlets.press(made / "pages")
    return made


def pages_of(folder):
    return {file.stem: file.read_text("utf-8") for file in sorted((folder / "people").iterdir())}


def test_three_outlets_lead_to_one_page(folder):
    """What each of them says he said stands on it, and the names that they use lead to it."""
    made = outlets.make(folder)
    (page,) = [page for page in pages_of(made).values() if '<h1 class="ours">Jens Prentiss</h1>' in page]
    said = page.partition("Who said what")[2]
    assert {"Haldren Courier", "Veldt Herald", "Tolle Post"} <= set(re.findall(r'html#[^"]*">([^<]+)</a>', said))
    key = re.search(r'people/(p-[a-z0-9]+)\.html">Jens Prentiss<', (made / "people.html").read_text("utf-8"))[1]
    linked = {
        name
        for file in (made / "articles").iterdir()
        for name in re.findall(rf'people/{key}\.html">([^<]+)<', file.read_text("utf-8"))
    }
    assert linked == {"Jens Prentiss", "Prentiss", "the Pact chief"}


def test_the_page_says_why(folder):
    """Each other name with the article that prints it, the reason, and the article that ties it to the name."""
    made = outlets.make(folder)
    (page,) = [page for page in pages_of(made).values() if "Also known as" in page]
    told = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page))
    day = "Tuesday 6 May 2031, 09:00 UTC"
    assert "Also known as Prentiss, Pact chief" in told
    assert (
        f"Prentiss in Veldt Herald, {day}, because nobody else of that name is in the story: Haldren Courier, {day}"
        in told
    )
    assert (
        f"Pact chief in Tolle Post, {day}, because an article gives the name with that role, and nobody else has it: "
        f"Haldren Courier, {day}" in told
    )


def test_a_name_of_an_article_that_may_not_be_shown_is_not_shown(tmp_path):
    """Of the Herald only headlines may be shown: its "Prentiss" is no word of the page."""
    pages = outlets.press(tmp_path / "pages")
    (tmp_path / "herald").mkdir()
    (pages / "herald.example.html").rename(tmp_path / "herald" / "herald.html")
    settings = tmp_path / "dateline.toml"
    settings.write_text(
        f'[[source]]\npath = "{pages}"\n[[source]]\npath = "{tmp_path / "herald"}"\nrights = "headline"\n', "utf-8"
    )
    made = outlets.run(
        tmp_path, "day", "--date", "2031-05-06", "--site", str(tmp_path / "site"), "--settings", str(settings)
    )
    assert made.exit_code == 0, made.output
    pages = pages_of(tmp_path / "site" / "2031-05-06")
    (page,) = [page for page in pages.values() if '<h1 class="ours">Jens Prentiss</h1>' in page]
    assert "Also known as Pact chief" in page
    assert "Veldt Herald" not in page


def test_a_role_before_a_name_is_no_part_of_it(contents):
    """Where an article is read as naming "the first minister of Selmory, Agnès Kérivel", the page is hers."""
    shelf = Shelf(contents)
    named = [
        (record.article_id, record.speaker, record.id)
        for reading in contents.readings.values()
        for record in reading.statements
        if ", Agnès Kérivel" in (record.speaker or "")
    ]
    assert named
    for article_id, name, record_id in named:
        assert shelf.actors[shelf.actor_id(name, article_id)].name == "Agnès Kérivel"
        assert [who.name for who in contents.people.by_record[record_id]] == ["Agnès Kérivel"]


def test_what_another_statement_passes_on_is_listed_once(contents):
    """ "Oru said the union wanted more" is one line of its article, and the union's page has what the union wants."""
    shelf = Shelf(contents)
    inner = [one for reading in contents.readings.values() for one in reading.statements if one.within in shelf.shown]
    assert inner
    listed = {one.record.id for key in contents.readings for one in shelf.of_article(key)["statements"]}
    assert listed.isdisjoint(one.id for one in inner)
    on_pages = {one.record.id for actor in shelf.actors.values() for one in actor.statements}
    assert on_pages & {one.id for one in inner}
    assert on_pages.isdisjoint(one.id for one in inner if shelf.is_repeated(one))
