"""Which story an id means by now, whatever became of the one that had it."""

from dataclasses import replace
from datetime import date

from dateline.records import Copy, CopySet, Placement, Relation, Story, apart_id, ids_since, story_id

DAY = date(2031, 5, 6)


def story(key, *articles, came_from=None):
    """A story; `came_from` has the story that an article was in before."""
    placed = [
        Placement(article_id=one, story_id=key, day=DAY, came_from=(came_from or {}).get(one)) for one in articles
    ]
    return Story(id=key, article_ids=articles, first_day=DAY, last_day=DAY, placements=tuple(placed))


def since(*stories):
    return ids_since(stories, [CopySet(original=key) for one in stories for key in one.article_ids])


def test_an_id_that_a_story_has_is_that_story():
    """Also where the article that gave it its name left it and began a second one."""
    runs_on, second = story(story_id("a-1"), "a-2", "a-3"), story(story_id("a-1", 1), "a-1")
    found = since(runs_on, second)
    assert (found[story_id("a-1")], found[story_id("a-1", 1)]) == (runs_on.id, second.id)


def test_a_story_that_was_named_anew_is_found_by_the_article_that_named_it():
    """An older article came in, a newer version replaced the first one, or it was the second of a name."""
    older = story(story_id("a-0"), "a-0", "a-1")
    assert since(older)[story_id("a-1")] == older.id
    assert since(older)[story_id("a-1", 1)] == older.id
    versions = [CopySet(original="a-1", copies=(Copy(article_id="a-v", relation=Relation.EARLIER, shared=1.0),))]
    assert ids_since([older], versions)[story_id("a-v")] == older.id


def test_a_story_that_is_no_more_is_where_most_of_its_articles_are():
    """Though the one that named it went elsewhere; also one that a person had split off."""
    gone = story_id("a-1")
    left = story("s-left", "a-1", came_from={"a-1": gone})
    took = story("s-took", "a-9", "a-2", "a-3", came_from={"a-2": gone, "a-3": gone})
    assert since(left, took)[gone] == "s-took"
    apart = apart_id(["a-2"])
    assert since(story("s-took", "a-9", "a-2", came_from={"a-2": apart}))[apart] == "s-took"


def test_what_none_ever_had_is_none():
    assert "s-nobody" not in since(story("s-1", "a-1"))
    assert since() == {}


def test_a_story_of_an_edition_may_have_moved_on_twice():
    """Then the article that named it tells where it is."""
    first = story("s-3", "a-0", "a-1", came_from={"a-1": "s-2"})
    assert since(first)[story_id("a-1")] == "s-3"
    assert since(replace(first, placements=()))[story_id("a-1")] == "s-3"
