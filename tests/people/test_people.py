"""One person or body, one entry; and two entries where it is not sure."""

import time

import pytest

from dateline.people import Rule
from dateline.records import Decision, DecisionKind
from tests.people.made import Press, names


@pytest.fixture
def press():
    return Press()


def test_three_outlets_one_entry(press):
    """A full name, a surname behind a courtesy, and an office that an article ties to the name."""
    press.prints("Courier", ("Jens Prentiss", "Pact chief"))
    herald = press.prints("Herald", "Prentiss", text="Mr Prentiss said so.")
    post = press.prints("Post", "the Pact chief")
    (one,) = press.people().all
    assert one.name == "Jens Prentiss"
    assert set(one.names) == {"Jens Prentiss", "Prentiss", "Pact chief"}
    assert {(join.known_as, join.article_id, join.rule) for join in one.joins} == {
        ("Prentiss", herald, Rule.SAME_STORY),
        ("Pact chief", post, Rule.OFFICE),
    }


def test_the_evidence_names_the_article_that_ties_the_name(press):
    """The one that says who the Pact's chief is, and not another one with him in it."""
    press.prints("Tribune", "Jens Prentiss", days=-1)
    courier = press.prints("Courier", ("Jens Prentiss", "Pact chief"))
    press.prints("Post", "the Pact chief")
    (one,) = press.people().all
    assert [join.by for join in one.joins] == [courier]


def test_a_spokesman_is_one_of_many(press):
    """Only an office that one at a time has is a name."""
    press.prints("Courier", ("Jens Prentiss", "navy spokesman"))
    press.prints("Herald", "the Navy spokesman")
    assert names(press.people()) == ["Jens Prentiss", "Navy spokesman"]


def test_two_of_one_surname_do_not_melt(press):
    """Where both are in the story, the surname alone stays alone."""
    press.prints("Courier", ("Jens Prentiss", "Pact chief"), ("Ida Prentiss", "lawyer"))
    press.prints("Herald", "Prentiss", text="Prentiss said so.")
    assert names(press.people()) == ["Ida Prentiss", "Jens Prentiss", "Prentiss"]


def test_a_role_tells_two_of_one_surname_apart(press):
    press.prints("Courier", ("Jens Prentiss", "Pact chief"), ("Ida Prentiss", "lawyer"))
    press.prints("Herald", ("Prentiss", "lawyer"))
    found = press.people()
    assert names(found) == ["Ida Prentiss", "Jens Prentiss"]
    assert [one.rule for one in found.called("Ida Prentiss")[0].joins] == [Rule.SAME_STORY]


def test_mrs_is_not_mr(press):
    press.prints("Courier", ("Jens Prentiss", "spokesman"))
    press.prints("Herald", "Prentiss", text="Mrs Prentiss said so.")
    assert names(press.people()) == ["Jens Prentiss", "Prentiss"]


def test_surnames_whose_full_names_nobody_was_read_under_stay_apart(press):
    """Each article has its own Dray in full, though what he says was read under the surname alone."""
    press.prints("Courier", "Dray", text="Osric Dray came. Dray said so.", story="rails")
    press.prints("Herald", "Dray", text="The singer Una Dray came. Dray said so.", story="opera")
    assert names(press.people()) == ["Dray", "Dray"]


def test_a_surname_of_another_story_stays_alone(press):
    """Without a role that both have, nothing ties it to the name."""
    press.prints("Courier", ("Jens Prentiss", "Pact chief"))
    press.prints("Herald", "Prentiss", text="Mr Prentiss said so.", story="football")
    assert names(press.people()) == ["Jens Prentiss", "Prentiss"]


@pytest.mark.parametrize(("days", "expected"), [(3, 1), (30, 2)])
def test_a_role_reaches_into_another_story_of_these_days(press, days, expected):
    press.prints("Courier", ("Jens Prentiss", "Pact chief"))
    press.prints("Herald", ("Prentiss", "Pact chief"), story="budget", days=days)
    assert len(press.people().all) == expected


def test_a_bare_title_reaches_into_no_other_story(press):
    """There is more than one king."""
    press.prints("Courier", ("Osric Dray", "King"))
    press.prints("Herald", ("Osric", "King"), story="budget")
    assert names(press.people()) == ["Osric", "Osric Dray"]


def test_two_spheres_of_life_are_two_people(press):
    """The goalkeeper and the minister of one name; each story's own are one."""
    press.prints("Courier", ("Jon Orr", "goalkeeper"), story="football")
    press.prints("Herald", ("Jon Orr", "Transport Minister"), story="ferries")
    press.prints("Post", "Jon Orr", story="ferries")
    found = press.people()
    assert sorted(len(one.article_ids) for one in found.all) == [1, 2]
    assert len({one.id for one in found.all}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruz", "Ana Rúz"),
        ("Ana-Maria Ruz", "Ana Maria Ruz"),
        ("Ana M. Ruz", "Ana Ruz"),
        ("Ana Maria Ruz", "Ana M. Ruz"),
        ("Olena Tarsky", "Olena Tarskyy"),
        ("Yusuf Khalov", "Jusuf Halov"),
    ],
)
def test_spellings_with_the_same_role_are_one(press, one, other):
    press.prints("Courier", (one, "Harbour Minister"))
    press.prints("Herald", (other, "harbour minister"), story="budget")
    assert len(press.people().all) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana M. Ruz", "Ana T. Ruz"), ("Ana Ruz", "Ada Ruz"), ("Kim Tol Sun", "Kim Var Sun")],
)
def test_other_people_with_the_same_role_are_two(press, one, other):
    press.prints("Courier", (one, "Harbour Minister"))
    press.prints("Herald", (other, "Harbour Minister"))
    assert len(press.people().all) == 2


def test_a_name_between_two_middle_names_joins_neither(press):
    press.prints("Courier", ("Ana M. Ruz", "president"), ("Ana T. Ruz", "president"))
    press.prints("Herald", ("Ana Ruz", "president"))
    assert len(press.people().all) == 3


def test_a_spelling_without_the_role_is_another(press):
    press.prints("Courier", ("Olena Tarsky", "Harbour Minister"))
    press.prints("Herald", "Olena Tarskyy", story="budget")
    assert len(press.people().all) == 2


def test_initials_that_an_article_spells_out(press):
    """Also under the article "the" and with a possessive; the article that spells them out is the evidence."""
    courier = press.prints("Courier", "World Fish Council", text="The World Fish Council (WFC) said so.")
    press.prints("Herald", "the WFC", text="The WFC said so.", story="budget")
    press.prints("Post", "World Fish Council’s", story="budget")
    (one,) = press.people().all
    assert [(join.rule, join.known_as, join.by) for join in one.joins] == [(Rule.INITIALS, "WFC", courier)]


def test_initials_of_two_bodies_are_nobodys(press):
    press.prints("Courier", "World Fish Council", text="The World Fish Council (WFC) said so.")
    press.prints("Herald", "Western Ferry Club", text="The Western Ferry Club (WFC) said so.")
    press.prints("Post", "WFC", text="The WFC said so.", story="budget")
    assert len(press.people().all) == 3


def test_a_ministry_of_one_story_is_not_that_of_another(press):
    """Every country has a Foreign Ministry; only one has the Kestrian government."""
    press.prints("Courier", "the Foreign Ministry", "the Kestrian government")
    press.prints("Herald", "the Foreign Ministry", "the Kestrian government", story="budget")
    assert names(press.people()) == ["Foreign Ministry", "Foreign Ministry", "Kestrian government"]


def test_a_place_is_not_a_person_of_that_name(press):
    press.prints("Courier", ("Ida Haldren", "lawyer"))
    press.prints("Herald", "Haldren", text="Haldren said so. There is snow in Haldren.")
    assert names(press.people()) == ["Haldren", "Ida Haldren"]


def test_a_place_is_one_wherever_it_stands(press):
    press.prints("Courier", "Haldren")
    press.prints("Herald", "Haldren", story="budget", days=40)
    assert names(press.people()) == ["Haldren"]


@pytest.mark.parametrize("name", ["We", "Today’s", "Tuesday", "officials", "a Kestrian minister", "two Pact envoys"])
def test_who_is_nobody_in_particular_has_no_entry(press, name):
    press.prints("Courier", name)
    assert names(press.people()) == []


def test_two_who_speak_together_both_say_it(press):
    """The statement is each one's, and a body with "and" in its name is one."""
    courier = press.prints("Courier", "Jens Prentiss, Osric Dray and Ida Ruz", "Food and Fish Council")
    press.prints("Herald", "Ruz", text="Mrs Ruz said so.")
    found = press.people()
    assert names(found) == ["Food and Fish Council", "Ida Ruz", "Jens Prentiss", "Osric Dray"]
    together, _ = press.readings[courier].statements
    assert sorted(who.name for who in found.by_record[together.id]) == ["Ida Ruz", "Jens Prentiss", "Osric Dray"]


def test_a_surname_is_not_taken_for_a_pair(press):
    """Where only one of the two has a full name, the pair is an entry of its own."""
    press.prints("Courier", ("Prentiss and Ida Ruz", "leader"))
    press.prints("Herald", "Ruz", text="Mrs Ruz said so.")
    assert names(press.people()) == ["Prentiss and Ida Ruz", "Ruz"]


def test_a_name_behind_its_role_is_the_name(press):
    courier = press.prints("Courier", "the mayor of Tolle, Ana Ruz")
    press.prints("Herald", "Ana Ruz")
    found = press.people()
    (one,) = found.all
    assert (one.name, one.roles) == ("Ana Ruz", ("mayor of Tolle",))
    assert found.of(courier, "the mayor of Tolle, Ana Ruz") is one


def test_a_name_that_an_article_only_mentions_is_whoever_has_it_alone(press):
    """A participant of an event has no record under its name; where two have it, it is open who is meant."""
    courier = press.prints("Courier", "Ana Ruz")
    found = press.people()
    assert found.of("another article", "Ana Ruz") is found.of(courier, "Ana Ruz")
    press.prints("Herald", ("Jon Orr", "goalkeeper"), story="football")
    press.prints("Post", ("Jon Orr", "minister"), story="ferries")
    assert press.people().of("another article", "Jon Orr") is None


def test_ids_stay_as_days_come(press):
    """What comes later changes no id, and the id of a name that joined another one still leads to it."""
    press.prints("Courier", ("Jens Prentiss", "Pact chief"))
    press.prints("Herald", "Dray", text="Mr Dray said so.", story="rails")
    before = {one.name: one.id for one in press.people().all}
    press.prints("Post", ("Osric Dray", "engineer"), "Prentiss", story="rails", days=1)
    press.prints("Post", "Jens Prentiss", days=2)
    after = press.people()
    assert after.called("Jens Prentiss")[0].id == before["Jens Prentiss"]
    assert after.by_id[before["Dray"]].name == "Osric Dray"


def test_the_order_of_what_came_in_changes_nothing(press):
    other = Press()
    given = [
        ("Courier", ("Jens Prentiss", "Pact chief")), ("Herald", "Prentiss"), ("Post", "the Pact chief"),
        ("Globe", ("Jens A. Prentiss", "Pact chief")),
    ]  # fmt: skip
    for one in given:
        press.prints(*one)
    for one in reversed(given):
        other.prints(*one)
    other.stories["fishing"].reverse()
    assert press.people().all == other.people().all


def decision(number, kind, subject, value=None):
    return Decision(
        number=number, kind=kind, subject=subject, value=value, who="ana", when="2031-05-07T08:00:00Z", why="I know him"
    )


def test_a_person_merges_and_a_person_splits(press):
    """Each in its turn; a split name is joined to nobody until it is merged again."""
    press.prints("Courier", ("Jens Prentiss", "Pact chief"))
    press.prints("Herald", "Prentiss", text="Mr Prentiss said so.")
    press.prints("Post", "Pontifex", story="opera")
    before = press.people()
    jens, singer = before.called("Jens Prentiss")[0], before.called("Pontifex")[0]
    surname = next(join.child for join in jens.joins)
    merge = decision(1, DecisionKind.MERGE_PEOPLE, singer.id, jens.id)
    merged = press.people(merge)
    assert [len(one.groups) for one in merged.all] == [3]
    assert [join.told for join in merged.all[0].joins if join.rule is Rule.DECISION] == ["ana, 2031-05-07: I know him"]
    split = decision(2, DecisionKind.SPLIT_PEOPLE, surname)
    assert names(press.people(merge, split)) == ["Jens Prentiss", "Prentiss"]
    again = decision(3, DecisionKind.MERGE_PEOPLE, surname, jens.id)
    assert names(press.people(merge, split, again)) == ["Jens Prentiss"]


def test_one_article_is_taken_out_of_a_name(press):
    """Two of the same name whom nothing tells apart but a person; the decision holds as articles come."""
    courier = press.prints("Courier", "Jon Orr", story="football")
    press.prints("Herald", "Jon Orr", story="ferries", days=1)
    one = press.people().called("Jon Orr")[0]
    split = decision(1, DecisionKind.SPLIT_PEOPLE, one.id, courier)
    press.prints("Post", "Jon Orr", story="ferries", days=2)
    found = press.people(split)
    assert [sorted(map(len, (one.article_ids for one in found.all)))] == [[1, 2]]
    assert found.of(courier, "Jon Orr") is not found.by_id[one.id]


def test_a_decision_about_nobody_does_nothing(press):
    press.prints("Courier", "Ana Ruz")
    unknown = decision(1, DecisionKind.MERGE_PEOPLE, "p-unknown", "p-other")
    assert press.people(unknown, decision(2, DecisionKind.SPLIT_PEOPLE, "p-unknown")).all == press.people().all


def test_ten_times_the_articles_take_about_ten_times_as_long():
    """No rule looks at every pair of people."""

    def seconds(count):
        many = Press()
        for at in range(count):
            first, last = f"{chr(65 + at % 26)}ana{at % 97}", f"R{chr(97 + at % 26)}z{at % 389}"
            many.prints("Courier", (f"{first} {last}", "minister"), last, story=str(at // 3), days=at // 100)
        start = time.process_time()
        many.people()
        return time.process_time() - start

    seconds(50)
    assert seconds(4000) < 25 * max(seconds(400), 0.02)


@pytest.mark.parametrize("text", ["a" * 300_000, "a-" * 150_000, "Mr A" * 75_000, "Mr de " * 50_000, "Mr Aa " * 50_000])
def test_no_page_takes_for_ever(press, text):
    """A hostile page without an end costs no more than another of its length."""
    press.prints("Courier", "Ana Ruz", text=text)
    start = time.process_time()
    press.people()
    assert time.process_time() - start < 2


def test_a_country_is_no_name_of_its_prime_minister(press):
    """In "X of PLACE" the last name is that of X; the place is somebody of its own."""
    press.prints("Courier", ("Tessa Morvane of Kestria", "Prime Minister"), "Kestria")
    press.prints("Herald", ("Morvane", "Prime Minister"), "Kestria", text="Ms Morvane said so. Kestria said so.")
    press.prints("Post", ("Tessa Morvane", "Prime Minister"))
    found = press.people()
    assert len(found.all) == 2
    (kestria,) = found.called("Kestria")
    (morvane,) = found.called("Tessa Morvane")
    assert kestria.names == ("Kestria",)
    assert set(morvane.names) == {"Tessa Morvane", "Tessa Morvane of Kestria", "Morvane"}
