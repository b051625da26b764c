"""The headline of a story stays: through new articles, a new id, a merge; and goes with its article."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.records import Copy, CopySet, Moment, Placement, PressTime, Relation, story_id
from tests.brief import made


def day(number):
    return Moment(date(2031, 5, number))


SINKS = made.article("Ferry sinks", "The ferry Eider sank off Tolle.", published=day(6))
FOUND = made.article("Wreck found", "Divers found the wreck of the ferry Eider off Tolle.", published=day(7))
TRIAL = made.article("Captain charged", "The captain of the ferry Eider was charged.", published=day(8))
EARLY = made.article("Storm warning", "A storm was coming to Tolle and its ferry Eider.", published=day(5))


def edition(number, before, *stories, **given):
    press = PressTime(date(2031, 5, number))
    return made.edition(made.material(*stories, press=press, earlier=(before,) if before else (), **given))


def heading(found):
    return dict(found.headings)


def test_a_story_keeps_the_headline_it_was_first_published_under():
    """The edition of each day has the headline of its news; the story the first one."""
    first = edition(6, None, [SINKS])
    second = edition(7, first, [SINKS, FOUND])
    third = edition(8, second, [SINKS, FOUND, TRIAL])
    assert [heading(one) for one in (first, second, third)] == [{story_id(SINKS.id): SINKS.id}] * 3
    assert [one.briefs()[0].headline.text for one in (first, second, third)] == [
        "Ferry sinks", "Wreck found", "Captain charged"
    ]  # fmt: skip


def test_it_is_the_one_of_the_edition_and_not_of_the_oldest_article():
    """An archive that came in before it was published under another headline."""
    other = replace(SINKS, published=day(7))
    carried = made.article("Ferry Eider lost off Tolle", "The ferry Eider sank off Tolle at dawn.", published=day(7))
    found = made.material([other, carried], press=PressTime(date(2031, 5, 7)))
    copies = tuple(Copy(article_id=f"a-{n}", relation=Relation.COPY, shared=1.0) for n in range(2))
    found = replace(found, copy_sets=(CopySet(original=other.id), CopySet(original=carried.id, copies=copies)))
    assert heading(made.edition(found)) == {story_id(other.id): carried.id}


def test_an_older_article_that_comes_late_changes_the_id_and_not_the_headline():
    first = edition(6, None, [SINKS])
    assert heading(edition(7, first, [EARLY, SINKS, FOUND])) == {story_id(EARLY.id): SINKS.id}


def test_of_two_stories_that_become_one_each_kept_its_own():
    """The one whose id is left keeps its headline; and one that is parted again has one of its own."""
    first = edition(6, None, [SINKS], [EARLY])
    merged = edition(7, first, [EARLY, SINKS, FOUND])
    assert heading(merged) == {story_id(EARLY.id): EARLY.id}
    assert heading(edition(8, merged, [EARLY], [SINKS, FOUND])) == {
        story_id(EARLY.id): EARLY.id,
        story_id(SINKS.id): SINKS.id,
    }


def test_it_goes_when_its_article_was_withdrawn():
    first = edition(6, None, [SINKS, replace(EARLY, published=day(6))])
    (lead,) = heading(first).values()
    left = FOUND if lead == SINKS.id else SINKS
    assert lead in {SINKS.id, EARLY.id}
    assert heading(edition(7, first, [left, TRIAL])) == {story_id(left.id): left.id}


def test_a_newer_version_leaves_the_headline_as_it_was():
    """The agency sent the story again under another one."""
    first = edition(6, None, [SINKS])
    found = made.material([FOUND], press=PressTime(date(2031, 5, 7)), earlier=(first,))
    earlier = Copy(article_id=SINKS.id, relation=Relation.EARLIER, shared=1.0)
    found = replace(
        found,
        articles={SINKS.id: SINKS, FOUND.id: FOUND},
        copy_sets=(CopySet(original=FOUND.id, copies=(earlier,)),),
    )
    assert heading(made.edition(found)) == {story_id(FOUND.id): SINKS.id}


def with_guest(story, guest):
    """A story into which a person moved an article."""
    placed = Placement(article_id=guest.id, story_id=story.id, day=None, came_from="s-old", decided="moved by ann")
    return replace(story, placements=(*story.placements, placed))


@pytest.mark.parametrize("before", [[[FOUND]], [[FOUND], [SINKS]], []])
def test_a_story_that_an_article_is_moved_into_keeps_its_own(before):
    """Also where it is younger than the article, or stood in no edition yet, and the article's own story did."""
    first = edition(7, None, *before) if before else None
    found = made.material([FOUND, TRIAL], press=PressTime(date(2031, 5, 8)), earlier=(first,) if first else ())
    found = replace(found, stories=(with_guest(found.stories[0], FOUND),))
    assert list(heading(made.edition(found)).values()) == [TRIAL.id]


def test_a_story_all_of_which_a_person_put_there_is_named_by_its_articles():
    found = made.material([FOUND], press=PressTime(date(2031, 5, 8)))
    found = replace(found, stories=(with_guest(found.stories[0], FOUND),))
    assert list(heading(made.edition(found)).values()) == [FOUND.id]
