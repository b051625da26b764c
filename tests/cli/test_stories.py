"""`dateline stories`: which there are in the terminal, and why an article is in one."""

import re

import pytest

from dateline.store import editions, open_store
from tests import outlets


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    outlets.press(folder / "pages")
    outlets.make(folder)
    return folder


def told(folder, *arguments):
    made = outlets.run(folder, "stories", *arguments)
    assert made.exit_code == 0, made.output
    return made.output


def test_stories_are_listed_and_found_by_a_word_of_a_headline(made):
    listed = told(made, "list").splitlines()
    assert listed
    assert all(re.match(r"s-\w+ +\d+  \d{4}-\d\d-\d\d", line) for line in listed)
    word = listed[0].split()[-1]
    assert listed[0] in told(made, "list", word).splitlines()
    assert told(made, "list", "nowhereatall") == "no story found\n"


def test_what_is_no_article_of_a_story_is_refused(made):
    refused = outlets.run(made, "stories", "why", "a-nobody")
    assert refused.exit_code != 0


def test_an_article_is_in_its_story_for_a_reason_in_one_line(made):
    store = open_store(str(next(made.rglob("*.sqlite"))))
    with store.begin() as db:
        found = editions.load_stories(db, editions.press_times(db)[0])
    store.close()
    key = found[0].article_ids[-1]
    assert re.fullmatch(rf"in {found[0].id} since \d{{4}}-\d\d-\d\d.*: .+\n", told(made, "why", key))
