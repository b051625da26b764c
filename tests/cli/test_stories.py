"""`dateline stories`: which there are in the terminal, and why an article is in one."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.store import articles, editions, open_store
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


FAIR = """<p>The fair of Ostrell opened on Thursday with sixty stalls, two brass bands and a queue for eel pies.</p>
<p>Mayor Ilse Brandt cut the ribbon and said that the town had not seen such a crowd since the bridge was built.</p>"""


@pytest.fixture
def week(tmp_path):
    """The three outlets on a Tuesday, and a fair."""
    outlets.press(tmp_path / "pages")
    page = outlets.PAGE.format(
        headline="Fair of Ostrell opens",
        outlet="Ostrell Echo",
        at="2031-05-06T10:00:00+00:00",
        host="e.example",
        text=FAIR,
    )
    (tmp_path / "pages" / "fair.html").write_text(page, "utf-8")
    outlets.make(tmp_path)
    return tmp_path


def decide(folder, *arguments):
    made = outlets.run(folder, "stories", *arguments, "--who", "ann", "--why", "by phone")
    assert made.exit_code == 0, made.output
    return made.output


def by_headline(folder):
    """The members of each story, by its id, as headlines."""
    store = open_store(str(folder / "day.sqlite"))
    with store.begin() as db:
        found = editions.load_stories(db, editions.press_times(db)[0])
        known = {one.id: one for one in articles.all_articles(db)}
    store.close()
    return {one.id: [(key, known[key].headline) for key in one.article_ids] for one in found}


def of(folder, word):
    """The story and the article whose headline has a word."""
    return next((story, key) for story, inside in by_headline(folder).items() for key, told in inside if word in told)


def test_a_person_moves_merges_splits_names_and_takes_it_back(week):
    """Each stays through a new run, `why` says who did it, and undone all is as it was grouped."""
    grouped = by_headline(week)
    (pact, _), (fair, opening) = of(week, "Pact"), of(week, "Fair")
    assert pact != fair
    decide(week, "move", opening, pact)
    outlets.make(week)
    assert of(week, "Fair")[0] == pact
    assert told(week, "why", opening) == f"in {pact}, moved by ann on {today()}: by phone; it was grouped with {fair}\n"

    number = decide(week, "split", pact, opening).partition(".")[0]
    outlets.make(week)
    assert of(week, "Fair")[0] not in {pact, fair}
    decide(week, "name", pact, "The ships of Dunmarrow")
    outlets.make(week)
    assert "The ships of Dunmarrow" in told(week, "list", "ships", "dunmarrow")

    decide(week, "undo", number)
    decide(week, "undo", "1")
    outlets.make(week)
    decide(week, "merge", fair, pact)
    outlets.make(week)
    assert len(by_headline(week)) == len(grouped) - 1
    decide(week, "undo", "6")
    outlets.make(week)
    assert by_headline(week) == grouped


def test_what_cannot_be_done_with_a_story_is_refused(week):
    (pact, ships), (fair, opening) = of(week, "Pact"), of(week, "Fair")
    for arguments in (
        ("move", ships, pact),
        ("move", "a-nobody", pact),
        ("move", ships, "s-nobody"),
        ("merge", pact, pact),
        ("split", fair, opening),
        ("split", fair, ships),
        ("name", pact, " "),
    ):
        assert outlets.run(week, "stories", *arguments, "--why", "x").exit_code == 2, arguments
    assert outlets.run(week, "decide", "list").output == "no decisions yet\n"


def today():
    return datetime.now(UTC).date().isoformat()


def test_a_story_is_called_what_a_person_calls_it(week):
    """On its page and in the edition, beside the headline it was published under; the news keeps its own."""
    pact, _ = of(week, "Pact")
    decide(week, "name", pact, "The ships of Dunmarrow")
    site = outlets.make(week)
    page = (site / "stories" / f"{pact}.html").read_text("utf-8")
    assert '<h1 class="ours">The ships of Dunmarrow</h1>' in page
    assert f"named by ann on {today()}: by phone" in page
    assert "Pact ships stay in harbour" in page
    front = (site / "index.html").read_text("utf-8")
    assert "Story: The ships of Dunmarrow" in front
    assert front.count("Pact ships stay in harbour") >= 1


def test_stories_since_a_day(made):
    assert told(made, "list", "--since", "2031-05-06") == told(made, "list")
    assert told(made, "list", "--since", "2031-05-07") == "no story found\n"


def test_the_course_of_a_story_in_the_terminal(week):
    """By its id or by words of a headline: the day, its sentences with their places, its articles."""
    fair, opening = of(week, "Fair")
    shown = told(week, "show", "fair", "OSTRELL")
    assert shown == told(week, "show", fair)
    assert "2031-05-06" in shown.splitlines()
    together = " ".join(shown.split())
    assert (
        "The fair of Ostrell opened on Thursday with sixty stalls, two brass bands and a queue for eel pies."
        in together
    )
    assert re.search(rf"Ostrell Echo, 2031-05-06T10:00\S* +{opening}:0-", together)
    assert "- Fair of Ostrell opens" in together
    for words in (["nowhereatall"], ["s-nobody"], ["o"]):
        assert outlets.run(week, "stories", "show", *words).exit_code == 2


def test_a_followed_story_is_named_in_the_edition(week):
    """Followed by words or by its id, until that is undone."""
    assert told(week, "followed") == "nothing new since 2031-05-06 in what is followed\n"
    number = told(week, "follow", "fair", "ostrell", "--who", "ann").partition(".")[0]
    front = (outlets.make(week) / "index.html").read_text("utf-8")
    assert "followed by ann, for “fair ostrell”" in front
    listed = told(week, "followed")
    assert listed.startswith(f"{number}. fair ostrell (ann, ")
    assert "sixty stalls" in listed
    assert "Pact" not in listed
    assert "nothing new since 2031-05-07" in told(week, "followed", "--since", "2031-05-07")

    decide(week, "undo", number)
    told(week, "follow", of(week, "Pact")[0], "--who", "ben")
    front = (outlets.make(week) / "index.html").read_text("utf-8")
    assert "Why here: followed by ben; " in front
    assert "followed by ann" not in front
    assert outlets.run(week, "stories", "follow", "s-nobody").exit_code == 2


def test_following_shows_at_once_and_several_may_follow(week):
    """Without a run between; what was undone is gone at once too."""
    fair, _ = of(week, "Fair")
    answer = told(week, "follow", "fair", "--who", "ann").splitlines()
    assert answer[0].startswith("1. ")
    assert answer[1].startswith(fair)
    told(week, "follow", fair, "--who", "bo")
    assert "(followed by bo; ann, for “fair”)" in told(week, "list", "fair")
    again = outlets.run(week, "stories", "follow", fair, "--who", "bo")
    assert (again.exit_code, f"bo follows '{fair}' already" in again.output) == (2, True)
    assert "sixty stalls" in told(week, "followed", "--who", "ann")
    assert "nothing new" in told(week, "followed", "--who", "cy")
    decide(week, "undo", "1")
    assert "(followed by bo)" in told(week, "list", "fair")
    assert "no story has these words yet" in told(week, "follow", "nowhereatall", "--who", "ann")
    front = (outlets.make(week) / "index.html").read_text("utf-8")
    assert "Why here: followed by bo; " in front


def test_what_was_never_decided_or_is_undone_is_not_undone(week):
    """One clear line, and nothing is kept."""
    decide(week, "name", of(week, "Pact")[0], "Ships")
    for command in ("stories", "decide"):
        refused = outlets.run(week, command, "undo", "99", "--who", "ann", "--why", "x")
        assert (refused.exit_code, "there is no decision 99" in refused.output) == (2, True)
    decide(week, "undo", "1")
    refused = outlets.run(week, "stories", "undo", "1", "--who", "ann", "--why", "x")
    assert (refused.exit_code, "decision 1 is undone already" in refused.output) == (2, True)
    decide(week, "undo", "2")
    outlets.make(week)
    assert "Ships" in told(week, "list")
    assert len(outlets.run(week, "decide", "list").output.splitlines()) == 3


def test_the_old_word_for_a_merge_is_the_same_command(week):
    """With the same checks: a story that is not there is refused, and nothing is kept."""
    (pact, _), (fair, _) = of(week, "Pact"), of(week, "Fair")
    assert outlets.run(week, "decide", "merge", "s-nobody", pact, "--who", "ann", "--why", "x").exit_code == 2
    assert outlets.run(week, "decide", "merge", fair, pact, "--who", "ann", "--why", "x").exit_code == 0
    outlets.make(week)
    assert list(by_headline(week)) == [pact]


def test_the_last_article_takes_the_name_of_its_story_along(week):
    """The move says so, and the id that the story had is understood."""
    (pact, _), (fair, opening) = of(week, "Pact"), of(week, "Fair")
    decide(week, "name", fair, "Eel pies")
    outlets.make(week)
    assert f"nothing is left of {fair}" in decide(week, "move", opening, pact)
    outlets.make(week)
    assert "Eel pies" in told(week, "list")
    assert told(week, "show", fair) == told(week, "show", pact)


def test_a_merge_that_grouping_made_is_named(week):
    """Of what came along with its story it is said through which article."""
    pact, ships = of(week, "Pact")
    others = [key for key, _ in by_headline(week)[pact] if key != ships]
    store = open_store(str(week / "day.sqlite"))
    with store.begin() as db:
        press = editions.press_times(db)[0]
        (story,) = (one for one in editions.load_stories(db, press) if one.id == pact)
        carried = [
            replace(one, came_from="s-gone", through=others[0], nearest=ships, chance=0.7, names=("dunmarrow",))
            for one in story.placements
        ]
        rest = [one for one in editions.load_stories(db, press) if one.id != pact]
        editions.replace_stories(db, press, [replace(story, placements=tuple(carried)), *rest])
    store.close()
    why = told(week, "why", others[-1])
    assert f"in {pact} since 2031-05-06, moved from s-gone with all of that story: {others[0]} " in why
    assert f"is most like {ships} " in why
    assert "moved from s-gone with all of that story: it is most like" in told(week, "why", others[0])


def test_a_headline_stays_over_days_until_its_article_goes(tmp_path):
    """On the story's page and in the list; the edition of the second day has its own news beneath it."""
    outlets.press(tmp_path / "pages", days=("2031-05-06", "2031-05-07", "2031-05-08"))
    for day in ("2031-05-06", "2031-05-07", "2031-05-08"):
        site = outlets.make(tmp_path, on=day)
        (story,) = by_headline(tmp_path)
        assert "says the Courier" in first_heading(site, story)
        assert "says the Courier" in told(tmp_path, "list")
    front = (site / "index.html").read_text("utf-8")
    assert re.search(r"Story: <span[^>]*>Pact ships stay in harbour of Dunmarrow, says the Courier<", front)
    assert re.search(r"<h3.*says the Post<", front)

    made = outlets.run(tmp_path, "decide", "remove", of(tmp_path, "Courier")[1], "--who", "ann", "--why", "a hoax")
    assert made.exit_code == 0
    site = outlets.make(tmp_path, on="2031-05-08")
    (story,) = by_headline(tmp_path)
    assert "says the Courier" not in first_heading(site, story)


def first_heading(site, story):
    page = (site / "stories" / f"{story}.html").read_text("utf-8")
    return page[page.index("<h1") : page.index("</h1>")]
