"""What an editor can take instead of a passage."""

from dataclasses import replace
from datetime import UTC, date

from dateline import brief
from dateline.records import Moment
from tests.brief.made import article, edition, material

RULES = brief.BriefRules(zone=UTC)
LONG = article("Post Long", "\n".join(f"The quay number {n} at Dunmarrow was closed on day {n}." for n in range(40)))


def test_what_is_new_is_offered_first():
    """An old article of the story has its sentences after those of the day."""
    old = replace(LONG, id="a-old", published=Moment(date(2031, 5, 6)))
    new = article(
        "Echo New", "The quay at Dunmarrow opens on Friday.\nThe town pays for it.\nDivers saw all its piles."
    )
    day = material([old, new])
    (section,) = edition(day).sections
    offered = brief.alternatives(section.briefs[0], day, RULES)
    keys = [one.article_id for one in offered]
    assert keys == sorted(keys, key=lambda key: key != new.id)
    assert "a-old" in keys


def test_any_whole_sentence_of_the_story_can_be_taken():
    """Also one that is not offered, so that a swap holds when later articles push it off the list; no half of one."""
    day = material([LONG])
    (story,) = day.stories
    start = LONG.text.index("The quay number 39")
    taken = brief.passage_at(f"{LONG.id}:{start}-{len(LONG.text)}", story.id, day, RULES)
    assert taken.text == "The quay number 39 at Dunmarrow was closed on day 39."
    wrong = (f"{LONG.id}:{start}-{start + 9}", f"{LONG.id}:0-999999", f"{LONG.id}:9-3", "a-other:0-10", "", "x>y")
    assert [brief.passage_at(place, story.id, day, RULES) for place in wrong] == [None] * len(wrong)
