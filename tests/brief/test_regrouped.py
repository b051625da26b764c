"""What a person did with stories, done again to what is grouped."""

from dataclasses import replace
from datetime import date

from dateline import brief
from dateline.records import (
    Copy,
    CopySet,
    Decision,
    DecisionKind,
    Moment,
    Placement,
    Relation,
    Story,
    apart_id,
    ids_since,
    story_id,
)
from tests.brief.made import article

SEEN = "2031-05-07"


def on(day, name):
    return article(name, f"{name} was told.", published=Moment(date(2031, 5, day)))


PIER, CRANE, SMELT, LATER = on(6, "Pier"), on(6, "Crane"), on(7, "Smelt"), on(9, "Later")


def grouped(*articles, nearest=()):
    """A story of articles, each placed because of the one that `nearest` gives for it."""
    key = story_id(articles[0].id)
    days = [one.published.day for one in articles]
    like = dict(nearest)
    placed = tuple(
        Placement(article_id=one.id, story_id=key, day=one.published.day, nearest=like.get(one.id)) for one in articles
    )
    return Story(
        id=key,
        article_ids=tuple(one.id for one in articles),
        first_day=min(days),
        last_day=max(days),
        placements=placed,
    )


def decided(number, kind, subject, value, field=SEEN):
    when = "2031-05-07T08:00:00+00:00"
    return Decision(
        number=number, kind=kind, subject=subject, field=field, value=value, who="ann", when=when, why="by phone"
    )


def members(stories):
    return {story.id: story.article_ids for story in stories}


def again(decisions, *stories, copy_sets=None):
    """The stories after the decisions, of the articles that are in them."""
    known = {one.id: one for one in (PIER, CRANE, SMELT, LATER)}
    keys = [key for story in stories for key in story.article_ids]
    sets = copy_sets or [CopySet(original=key) for key in keys]
    return brief.regrouped(decisions, stories, known, sets)


def test_an_article_stays_where_a_person_put_it():
    """Whatever it is grouped with later; and why says who, when and why."""
    act = decided(1, DecisionKind.MOVE_ARTICLE, CRANE.id, story_id(SMELT.id))
    for stories in (
        (grouped(PIER, CRANE), grouped(SMELT)),
        (grouped(PIER), grouped(CRANE), grouped(SMELT, LATER)),
        (grouped(PIER, LATER, CRANE), grouped(SMELT)),
    ):
        made = again([act], *stories)
        home = next(one for one in made if CRANE.id in one.article_ids)
        assert home.id == story_id(SMELT.id)
        placed = next(one for one in home.placements if one.article_id == CRANE.id)
        assert placed.decided == "moved by ann on 2031-05-07: by phone"
        assert placed.came_from == next(one.id for one in stories if CRANE.id in one.article_ids)
    assert sum(len(one.article_ids) for one in made) == 4


def test_the_stories_that_are_left_have_their_own_days():
    made = again(
        [decided(1, DecisionKind.MOVE_ARTICLE, LATER.id, story_id(SMELT.id))], grouped(PIER, LATER), grouped(SMELT)
    )
    assert [(one.first_day.day, one.last_day.day) for one in made] == [(6, 6), (7, 9)]


def test_a_merged_story_takes_in_what_comes_later():
    """What is grouped with either of the two is in the one that is left."""
    act = decided(1, DecisionKind.MERGE, story_id(SMELT.id), story_id(PIER.id))
    for stories in ((grouped(PIER, CRANE), grouped(SMELT, LATER)), (grouped(PIER, CRANE, LATER), grouped(SMELT))):
        (made,) = again([act], *stories)
        assert (made.id, set(made.article_ids)) == (story_id(PIER.id), {PIER.id, CRANE.id, SMELT.id, LATER.id})


def test_what_was_merged_is_not_grouped_away_again():
    """An article that grouping took out of a merged story since stays; one that left before the merge has left."""
    act = decided(1, DecisionKind.MERGE, story_id(SMELT.id), story_id(PIER.id))
    left = grouped(CRANE)
    since = replace(left, placements=(replace(left.placements[0], came_from=story_id(PIER.id), day=date(2031, 5, 9)),))
    before = replace(left, placements=(replace(left.placements[0], came_from=story_id(PIER.id), day=date(2031, 5, 6)),))
    assert len(again([act], grouped(PIER), grouped(SMELT), since)) == 1
    assert len(again([act], grouped(PIER), grouped(SMELT), before)) == 2


def test_what_a_person_splits_off_is_a_story_that_others_may_join():
    """What came out since and is most like it goes with it; what was there and stayed, stays."""
    act = decided(1, DecisionKind.SPLIT_STORY, story_id(PIER.id), CRANE.id)
    like = {LATER.id: CRANE.id, SMELT.id: CRANE.id}
    made = again([act], grouped(PIER, CRANE, SMELT, LATER, nearest=like))
    assert members(made) == {story_id(PIER.id): (PIER.id, SMELT.id), apart_id([CRANE.id]): (CRANE.id, LATER.id)}
    follower = made[-1].placements[-1].decided
    assert follower == f"with {CRANE.id}, which was split off by ann on 2031-05-07: by phone"


def test_a_newer_version_is_what_the_older_one_was_put_to():
    """The agency replaced the article that was moved, and the one that named the story."""
    acts = [decided(1, DecisionKind.MOVE_ARTICLE, "a-old", "s-x"), decided(2, DecisionKind.NAME_STORY, "s-x", "Fish")]
    acts = [replace(one, value=story_id("a-first")) if one.value == "s-x" else one for one in acts]
    acts = [replace(one, subject=story_id("a-first")) if one.subject == "s-x" else one for one in acts]

    def version(new, old):
        earlier = Copy(article_id=old, relation=Relation.EARLIER, shared=1.0)
        return CopySet(original=new.id, copies=(earlier,))

    sets = [version(CRANE, "a-old"), version(SMELT, "a-first"), CopySet(original=PIER.id)]
    made = again(acts, grouped(PIER, CRANE), grouped(SMELT), copy_sets=sets)
    assert members(made) == {story_id(PIER.id): (PIER.id,), story_id(SMELT.id): (CRANE.id, SMELT.id)}
    assert made[-1].title == "Fish"
    assert made[-1].titled == "named by ann on 2031-05-07: by phone"


def test_a_name_goes_with_a_merge_unless_the_other_has_one():
    named = decided(1, DecisionKind.NAME_STORY, story_id(SMELT.id), "Fish")
    merge = decided(2, DecisionKind.MERGE, story_id(SMELT.id), story_id(PIER.id))
    (made,) = again([named, merge], grouped(PIER), grouped(SMELT))
    assert made.title == "Fish"
    other = decided(3, DecisionKind.NAME_STORY, story_id(PIER.id), "Harbour")
    (made,) = again([named, other, replace(merge, number=4)], grouped(PIER), grouped(SMELT))
    assert made.title == "Harbour"


def test_a_merged_story_is_the_one_it_went_into():
    """Also where the article that began it was split off before."""
    acts = [
        decided(1, DecisionKind.SPLIT_STORY, story_id(PIER.id), PIER.id),
        decided(2, DecisionKind.MERGE, story_id(PIER.id), story_id(SMELT.id)),
        decided(3, DecisionKind.NAME_STORY, story_id(PIER.id), "Harbour"),
    ]
    made = again(acts, grouped(PIER, CRANE), grouped(SMELT))
    assert {one.id: one.title for one in made} == {story_id(SMELT.id): "Harbour", apart_id([PIER.id]): None}


def test_a_story_that_was_split_off_and_merged_is_found_by_its_id():
    """As it was printed when it was split off; who follows it then is known to the run and to lists alike."""
    apart = apart_id([CRANE.id])
    acts = [
        decided(1, DecisionKind.SPLIT_STORY, story_id(PIER.id), CRANE.id),
        decided(2, DecisionKind.MERGE, apart, story_id(SMELT.id)),
    ]
    made = again(acts, grouped(PIER, CRANE), grouped(SMELT))
    assert members(made) == {story_id(PIER.id): (PIER.id,), story_id(SMELT.id): (CRANE.id, SMELT.id)}
    check_found(acts, apart, story_id(SMELT.id), grouped(PIER, CRANE), grouped(SMELT))


def test_a_story_whose_first_article_was_moved_is_found_where_its_last_one_went():
    acts = [
        decided(1, DecisionKind.MOVE_ARTICLE, PIER.id, story_id(LATER.id)),
        decided(2, DecisionKind.MERGE, story_id(PIER.id), story_id(SMELT.id)),
    ]
    check_found(acts, story_id(PIER.id), story_id(SMELT.id), grouped(PIER, CRANE), grouped(SMELT), grouped(LATER))


def test_what_grouping_had_made_part_of_a_merged_story_is_found_too():
    """The merge is the reason of each placement then, and tells no more of where grouping had it before."""
    taken = grouped(PIER, CRANE)
    taken = replace(taken, placements=tuple(replace(one, came_from="s-before") for one in taken.placements))
    acts = [decided(1, DecisionKind.MERGE, story_id(PIER.id), story_id(SMELT.id))]
    check_found(acts, "s-before", story_id(SMELT.id), taken, grouped(SMELT))


def check_found(acts, key, now, *stories):
    """An id leads to a story in what is stored, and whoever follows it follows that one."""
    known = {one.id: one for one in (PIER, CRANE, SMELT, LATER)}
    sets = [CopySet(original=one) for one in known]
    made = again(acts, *stories)
    assert ids_since(made, sets)[key] == now
    follow = following(9, "ann", key)
    for found in (again([*acts, follow], *stories), brief.followed([*acts, follow], made, known, sets)):
        assert {one.id: one.followers for one in found if one.followers} == {now: ("ann",)}


def test_each_is_undone():
    stories = (grouped(PIER, CRANE), grouped(SMELT))
    acts = [
        decided(1, DecisionKind.MOVE_ARTICLE, CRANE.id, story_id(SMELT.id)),
        decided(2, DecisionKind.MERGE, story_id(SMELT.id), story_id(PIER.id)),
        decided(3, DecisionKind.SPLIT_STORY, story_id(PIER.id), CRANE.id),
        decided(4, DecisionKind.NAME_STORY, story_id(PIER.id), "Harbour"),
    ]
    undone = [decided(10 + one.number, DecisionKind.UNDO, str(one.number), None) for one in acts]
    assert again(acts, *stories) != stories
    assert again([*acts, *undone], *stories) == stories


def test_what_is_not_there_is_left_alone():
    stories = (grouped(PIER, CRANE), grouped(SMELT))
    acts = [
        decided(1, DecisionKind.MOVE_ARTICLE, "a-gone", story_id(SMELT.id)),
        decided(2, DecisionKind.MOVE_ARTICLE, CRANE.id, "s-gone"),
        decided(3, DecisionKind.MERGE, "s-gone", story_id(PIER.id)),
        decided(4, DecisionKind.SPLIT_STORY, story_id(PIER.id), "a-gone"),
        decided(5, DecisionKind.NAME_STORY, "s-gone", "Nothing"),
    ]
    assert again(acts, *stories) == stories


def test_what_is_followed_is_marked():
    """A story, through a merge, and the stories of words, also those that come later."""
    acts = [decided(1, DecisionKind.FOLLOW, story_id(SMELT.id), None), decided(2, DecisionKind.FOLLOW, "later", None)]
    made = again(acts, grouped(PIER, CRANE), grouped(SMELT), grouped(LATER))
    assert [one.followers for one in made] == [(), ("ann",), ("ann, for “later”",)]
    merge = decided(3, DecisionKind.MERGE, story_id(SMELT.id), story_id(PIER.id))
    for order in ([merge, *acts], [*acts, merge]):
        assert again(order, grouped(PIER, CRANE), grouped(SMELT))[0].followers == ("ann",)


def following(number, who, subject):
    return replace(decided(number, DecisionKind.FOLLOW, subject, None), who=who)


def test_several_follow_a_story_each_once():
    """Who named the story first, then who follows its words, and through a merge all of both."""
    acts = [
        following(1, "bo", "later"),
        following(2, "ann", story_id(LATER.id)),
        following(3, "bo", story_id(LATER.id)),
        following(4, "cy", "later"),
        following(5, "dee", story_id(SMELT.id)),
    ]
    made = again(acts, grouped(SMELT), grouped(LATER))
    assert [one.followers for one in made] == [("dee",), ("ann", "bo", "cy, for “later”")]
    merge = decided(6, DecisionKind.MERGE, story_id(SMELT.id), story_id(LATER.id))
    (one,) = again([*acts, merge], grouped(SMELT), grouped(LATER))
    assert one.followers == ("ann", "bo", "dee", "cy, for “later”")
    (one,) = again([*acts, merge, decided(7, DecisionKind.UNDO, "2", None)], grouped(SMELT), grouped(LATER))
    assert one.followers == ("bo", "dee", "cy, for “later”")


def test_who_follows_a_story_is_known_without_grouping_again():
    """What was made of the stories stays, and who follows no more is gone."""
    known = {one.id: one for one in (PIER, CRANE, SMELT, LATER)}
    stories = (replace(grouped(SMELT), title="Fish", followers=("gone",)), grouped(LATER))
    sets = [CopySet(original=SMELT.id), CopySet(original=LATER.id)]
    made = brief.followed([following(1, "ann", "smelt")], stories, known, sets)
    assert made == (replace(stories[0], followers=("ann, for “smelt”",)), stories[1])
    assert brief.followed([], stories, known, sets)[0].followers == ()


def test_a_name_goes_with_the_last_article_of_a_story():
    """And who follows it, and its id; with that moved back the story has both again."""
    acts = [
        decided(1, DecisionKind.NAME_STORY, story_id(SMELT.id), "Fish"),
        following(2, "ann", story_id(SMELT.id)),
        decided(3, DecisionKind.MOVE_ARTICLE, SMELT.id, story_id(PIER.id)),
    ]
    (made,) = again(acts, grouped(PIER), grouped(SMELT))
    assert (made.id, made.title, made.followers) == (story_id(PIER.id), "Fish", ("ann",))
    (made,) = again(
        [*acts, decided(4, DecisionKind.NAME_STORY, story_id(SMELT.id), "Quay")], grouped(PIER), grouped(SMELT)
    )
    assert made.title == "Quay"
    pier, fish = again([*acts, decided(4, DecisionKind.UNDO, "3", None)], grouped(PIER), grouped(SMELT))
    assert (pier.title, fish.title, fish.followers) == (None, "Fish", ("ann",))
    pier, smelt = again(acts, grouped(PIER), grouped(SMELT, LATER))
    assert (pier.title, smelt.title) == (None, "Fish")


def test_what_only_came_along_does_not_go_where_its_guide_was_put():
    """A story was merged through one of its articles: what was said of that one is not said of the others."""
    act = decided(1, DecisionKind.SPLIT_STORY, story_id(PIER.id), CRANE.id)
    story = grouped(PIER, CRANE, LATER, nearest={LATER.id: CRANE.id})
    carried = replace(story, placements=(*story.placements[:2], replace(story.placements[2], through="a-other")))
    assert members(again([act], story))[apart_id([CRANE.id])] == (CRANE.id, LATER.id)
    assert members(again([act], carried))[apart_id([CRANE.id])] == (CRANE.id,)
