"""Stories keep their ids through what joins, merges and splits them."""

import random

import pytest

from dateline.group.shelves import Moved, Shelves


def shelves():
    return Shelves(lambda place, again: f"s{place}" + "'" * again)


def test_a_story_is_named_after_its_first_article_and_keeps_the_name():
    held = shelves()
    assert held.put([[0, 1], [2]]) == [Moved(0, "s0", None), Moved(1, "s0", None), Moved(2, "s2", None)]
    assert held.put([[1, 3]]) == [Moved(3, "s0", None)]
    assert held.members == {"s0": [0, 1, 3], "s2": [2]}


def test_of_stories_that_become_one_the_oldest_goes_on():
    """What was not looked at again goes with its story."""
    held = shelves()
    held.put([[0], [1, 2, 3]])
    assert held.put([[0, 2, 3, 4]]) == [Moved(place, "s0", "s1") for place in (1, 2, 3)] + [Moved(4, "s0", None)]
    assert held.members == {"s0": [0, 1, 2, 3, 4]}


def test_what_is_parted_goes_on_where_most_of_it_is_and_the_rest_is_new():
    held = shelves()
    held.put([[0, 1, 2, 3, 4]])
    assert held.put([[0, 1], [2, 3, 4]]) == [Moved(0, "s1", "s0"), Moved(1, "s1", "s0")]
    assert held.members == {"s0": [2, 3, 4], "s1": [0, 1]}


def test_a_name_that_was_given_is_not_given_to_another_story():
    held = shelves()
    held.put([[0, 1, 2]])
    assert held.put([[0], [1, 2]]) == [Moved(0, "s0'", "s0")]
    held.put([[0, 3, 4], [1, 2]])
    held.put([[0], [3, 4], [1], [2]])
    assert sorted(held.members.values()) == [[0], [1], [2], [3, 4]]
    assert len(held.members) == 4


@pytest.mark.parametrize("seed", range(6))
def test_every_article_is_in_one_story_whatever_happens(seed):
    """What is told as moved is what changed, and the groups of a turn are together."""
    dice = random.Random(seed)
    held, known = shelves(), {}
    for turn in range(30):
        places = [*dice.sample(range(turn * 3), dice.randrange(turn * 3 + 1)), *range(turn * 3, turn * 3 + 3)]
        groups = {}
        for place in places:
            groups.setdefault(dice.randrange(6), []).append(place)
        moved = held.put([sorted(group) for group in groups.values()])
        assert [(one.place, one.before) for one in moved] == [
            (place, known.get(place)) for place in sorted(held.story_of) if known.get(place) != held.story_of[place]
        ]
        known = dict(held.story_of)
        assert {place: story for story, places in held.members.items() for place in places} == known
        assert sum(map(len, held.members.values())) == len(known) == turn * 3 + 3
        for group in groups.values():
            assert len({known[place] for place in group}) == 1
