"""Groups of articles by the chances of pairs: the likeliest two are joined first."""

import random

import pytest

from dateline.group.joining import joined


def test_what_nothing_ties_stays_alone():
    assert joined(range(3), {}, 0.4, 12) == [[0], [1], [2]]


def test_a_pair_is_joined_from_the_likeness_on():
    assert joined(range(2), {(0, 1): 0.4}, 0.4, 12) == [[0, 1]]
    assert joined(range(2), {(0, 1): 0.39}, 0.4, 12) == [[0], [1]]


def test_one_echo_alone_joins_no_two_stories():
    """Two groups that are sure of themselves, and one likely pair between them."""
    inside = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.9, (3, 5): 0.9, (4, 5): 0.9}
    assert joined(range(6), inside | {(2, 3): 0.7}, 0.4, 12) == [[0, 1, 2], [3, 4, 5]]


def test_a_course_of_events_that_moves_on_is_one():
    """Each is like the next four, the less the later they are; the first and the last have nothing in common."""
    chain = {(at, at + step): 1 - step / 10 for at in range(8) for step in range(1, 5) if at + step < 8}
    assert joined(range(8), chain, 0.4, 12) == [list(range(8))]


def test_an_article_between_two_stories_joins_them_if_it_is_like_both():
    inside = {(0, 1): 0.9, (2, 3): 0.9}
    assert joined(range(5), inside, 0.4, 12) == [[0, 1], [2, 3], [4]]
    bridge = inside | {(at, 4): 0.9 for at in range(4)}
    assert joined(range(5), bridge, 0.4, 12) == [[0, 1, 2, 3, 4]]


def test_a_large_story_asks_no_more_ties_of_an_article_than_an_article_can_have():
    """Tied to four of forty: four ties are all that are kept of any article, so the others count nothing."""
    size, most = 40, 4
    inside = {(one, other): 0.9 for one in range(size) for other in range(one + 1, min(one + 1 + most, size))}
    tied = inside | {(at, size): 0.6 for at in range(most)}
    assert joined(range(size + 1), tied, 0.4, most) == [list(range(size + 1))]
    assert [size] in joined(range(size + 1), tied, 0.4, size)


@pytest.mark.parametrize("seed", range(6))
def test_each_is_in_one_group_whatever_order_the_pairs_are_given_in(seed):
    """And no two groups that are left are alike enough to be one."""
    dice = random.Random(seed)
    chances = {(one, other): dice.random() for one in range(30) for other in range(one + 1, 30) if dice.random() < 0.25}
    found = joined(range(30), chances, 0.4, 12)
    assert sorted(place for group in found for place in group) == list(range(30))
    assert 1 < len(found) < 30
    shuffled = list(chances.items())
    dice.shuffle(shuffled)
    assert joined(range(30), dict(shuffled), 0.4, 12) == found
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            ties = [chances[pair] for a in one for b in other if (pair := (min(a, b), max(a, b))) in chances]
            pairs = min(len(one), len(other)) * min(max(len(one), len(other)), 12)
            assert not ties or 0.3 * max(ties) + 0.7 * sum(ties) / pairs < 0.4
