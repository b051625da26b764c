"""The nearest of each article, and how far two have the same ones."""

import math

import numpy as np
import pytest

from dateline.group.near.neighbours import NEAREST, Neighbours


def met(pairs, articles=40):
    """Articles that were told of some pairs, each with how like they are."""
    known = Neighbours()
    known.add(articles)
    meet(known, pairs)
    return known


def meet(known, pairs):
    one, other, like = (np.array(column) for column in zip(*pairs, strict=True))
    known.meet(one, other, like.astype(np.float32))


def common(known, one, other):
    return float(known.common(np.array([one]), np.array([other]))[0])


def cosine(one, other):
    lengths = (math.sqrt(sum(like**2 for like in near.values())) for near in (one, other))
    return sum(like * other.get(place, 0.0) for place, like in one.items()) / math.prod(lengths)


def test_two_with_the_same_neighbours_have_all_in_common_and_two_strangers_nothing():
    known = met([(0, 1, 0.5), (2, 3, 0.5)])
    assert common(known, 0, 1) == pytest.approx(1)
    assert common(known, 0, 2) == 0


def test_what_is_common_is_the_cosine_of_the_likenesses_each_nearest_to_itself():
    known = met([(0, 1, 0.5), (0, 2, 0.25), (1, 2, 0.75), (1, 3, 0.125)])
    one, other = {0: 0.5, 1: 0.5, 2: 0.25}, {0: 0.5, 1: 0.75, 2: 0.75, 3: 0.125}
    assert common(known, 0, 1) == common(known, 1, 0) == pytest.approx(cosine(one, other))


def test_only_the_nearest_count_whenever_they_were_met():
    """An article that meets thirty, in one go or by and by, has the twelve that are most like it."""
    pairs = [(0, place, (place * 7 % 31 + 1) / 32) for place in range(1, 31)]
    whole, slowly = met(pairs), met(pairs[:10])
    meet(slowly, pairs[10:11])
    meet(slowly, pairs[11:])
    likes = {place: like for _, place, like in pairs}
    nearest = sorted(likes, key=likes.get)[-NEAREST:]
    around = {place: likes[place] for place in nearest} | {0: max(likes.values())}
    for place, like in likes.items():
        wanted = cosine({0: like, place: like}, around)
        assert common(whole, 0, place) == pytest.approx(wanted)
        assert common(slowly, 0, place) == pytest.approx(wanted)


def test_one_that_is_forgotten_stays_the_neighbour_of_others():
    pairs = [(0, 2, 0.5), (0, 3, 0.5), (1, 2, 0.25)]
    known = met(pairs)
    before = common(known, 2, 3)
    known.forget(2)
    assert before == common(known, 2, 3) > 0
    known.add(1)
    meet(known, [(40, 2, 0.5)])
    assert common(known, 40, 2) > 0
