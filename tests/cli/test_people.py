"""`dateline people`: who is who in the terminal, and a person's last word on it."""

import re
import shutil

import pytest

from tests import outlets


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    outlets.press(folder / "pages")
    outlets.make(folder)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    """A day that was run, to decide about."""
    return shutil.copytree(made, tmp_path / "day")


def told(folder, *arguments):
    made = outlets.run(folder, "people", *arguments)
    assert made.exit_code == 0, made.output
    return made.output


def refused(folder, *arguments):
    made = outlets.run(folder, "people", *arguments)
    assert made.exit_code != 0
    return str(made.exception) if made.exception and not made.output else made.output


def names(folder, *words):
    """By name, how many records name it."""
    lines = re.findall(r"^p-\w+ +(\d+)  ([^(\n]+?)(?: \(.*)?$", told(folder, "list", *words), re.MULTILINE)
    return {name: int(count) for count, name in lines}


def decide(folder, *arguments):
    return told(folder, *arguments, "--by", "ana", "--why", "she knows him")


def test_everybody_is_listed_with_counts(folder):
    """Who is named most often first; words narrow it down by any name."""
    found = names(folder)
    assert next(iter(found)) == "Jens Prentiss"
    assert found["Jens Prentiss"] > found["Ida Orr"] > 0
    assert list(names(folder, "pact", "chief")) == ["Jens Prentiss"]
    assert "nobody found" in told(folder, "list", "nobody", "here")


def test_a_long_list_says_that_there_is_more(folder):
    assert "more; --limit shows more" in told(folder, "list", "--limit", "1")


def test_a_person_is_shown_with_the_evidence(folder):
    """By any of the names: which article prints each, why it is the same, and which article ties it."""
    shown = told(folder, "show", "prentiss")
    assert "Jens Prentiss (Pact chief; also Prentiss, Pact chief)" in shown
    assert re.search(
        r"Prentiss: in 1 article, 2031-05-06\n"
        r"    because nobody else of that name is in the story; first in Veldt Herald, 2031-05-06T09:00Z \(a-\w+\), "
        r"tied to the name in Haldren Courier, 2031-05-06T09:00Z \(a-\w+\)\n",
        shown,
    )


def test_a_split_holds_through_a_new_run_and_is_undone(folder):
    """The surname has its own page until the decision is taken back."""
    assert decide(folder, "split", "Jens Prentiss", "Prentiss").startswith("1. split-people p-")
    made = outlets.make(folder)
    assert sum("Prentiss</h1>" in file.read_text("utf-8") for file in (made / "people").iterdir()) == 2
    assert {"Jens Prentiss", "Prentiss"} <= names(folder).keys()
    undone = outlets.run(folder, "decide", "undo", "1", "--why", "it is he after all")
    assert undone.exit_code == 0
    outlets.make(folder)
    assert "Prentiss" not in names(folder)


def test_a_merge_holds_and_says_who_decided(folder):
    """The name of the second is that of both."""
    decide(folder, "merge", "Ida Orr", "Jens Prentiss")
    made = outlets.make(folder)
    assert "Ida Orr" not in names(folder)
    (page,) = [text for file in (made / "people").iterdir() if "Ida Orr in" in (text := file.read_text("utf-8"))]
    assert re.search(r"because a person decided so \(ana, \d{4}-\d\d-\d\d: she knows him\)", page)
    assert "a person decided so; first in Tolle Post" in told(folder, "show", "Ida Orr")


def test_one_article_is_split_off(tmp_path):
    """Of a name that stands in two articles."""
    pages = outlets.press(tmp_path / "pages")
    herald = pages / "herald.example.html"
    herald.write_text(herald.read_text("utf-8").replace("Mr Prentiss", "Pact chief Jens Prentiss"), "utf-8")
    outlets.make(tmp_path)
    article = re.search(r"Veldt Herald\D+.*?(a-\w+)", outlets.run(tmp_path, "find", "shallow").output)
    article = article[1] if article else outlets.run(tmp_path, "find", "shallow").output.split()[0]
    before = names(tmp_path)["Jens Prentiss"]
    decide(tmp_path, "split", "Jens Prentiss", "--article", article)
    counts = [line.split()[1] for line in told(tmp_path, "list", "jens", "prentiss").splitlines()]
    assert len(counts) == 2
    assert sum(map(int, counts)) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "Nobody"), "nobody is called 'Nobody'"),
        (("merge", "Prentiss", "Pact chief", "--why", "w"), "are one already: Jens Prentiss"),
        (("split", "Jens Prentiss", "Orr", "--why", "w"), "is no single other name of Jens Prentiss; it has Prentiss"),
        (("split", "Ida Orr", "Orr", "--why", "w"), "Ida Orr has no other name"),
        (("split", "Jens Prentiss", "--why", "w"), "say what leaves"),
        (("split", "Jens Prentiss", "--article", "a-x", "--why", "w"), "no article 'a-x' names Jens Prentiss"),
        (("merge", "Ida Orr", "Jens Prentiss"), "Missing option '--why'"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_line(folder, arguments, words):
    assert words in refused(folder, *arguments)


def test_a_name_of_two_is_asked_back(folder):
    """With the ids to choose from."""
    both = refused(folder, "show", "of Dunmarrow")
    assert re.search(r"fits council of Dunmarrow \(p-\w+\), harbour of Dunmarrow \(p-\w+\): name one by its id", both)


def test_without_an_edition_it_says_what_to_do(tmp_path):
    made = outlets.run(tmp_path, "people", "list")
    assert "run `dateline day` first" in str(made.exception)
