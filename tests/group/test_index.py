"""The index of words against looking at all articles: the same ones are found, in whatever days they came in."""

import numpy as np
import pytest

from dateline.group.near import index as module
from dateline.group.near.index import Index
from dateline.group.near.likeness import none

WORDS = 60


def vectors(articles):
    """Articles as rows: each a mapping of words to weights, the heaviest first."""
    found = none()
    words, weights = (np.zeros((len(articles), one.shape[1]), one.dtype) for one in (found.words, found.weights))
    for row, article in enumerate(articles):
        ordered = sorted(article, key=lambda word: -article[word])
        words[row, : len(ordered)] = ordered
        weights[row, : len(ordered)] = [article[word] for word in ordered]
    return found._replace(words=words, weights=weights)


def made(seed, count):
    """Articles of some words of sixty, with weights of eighths, whose products and sums are exact."""
    dice = np.random.default_rng(seed)
    return [
        {int(word): int(dice.integers(1, 64)) / 8 for word in dice.choice(np.arange(1, WORDS), 9, replace=False)}
        for _ in range(count)
    ]


def added(index, articles, days):
    """What the index gives for each article, in the order it gives them, as articles come in day by day."""
    found, first = {}, 0
    for count in days:
        later, earlier = index.add(first, vectors(articles[first : first + count]))
        for one, other in zip(later.tolist(), earlier.tolist(), strict=True):
            found.setdefault(one, []).append(other)
        first += count
    return found


def most_alike(articles, place, among):
    """The same by looking at all earlier ones: those that share words, most first, of equals the earlier first."""
    shared = {
        other: sum(articles[place][word] * articles[other].get(word, 0) for word in articles[place]) for other in among
    }
    return sorted((other for other in shared if shared[other]), key=lambda other: (-shared[other], other))


@pytest.mark.parametrize("days", [(100,), (1, 0, 40, 59), (10,) * 10])
def test_those_that_share_most_of_those_before_are_found(days):
    """Also among the articles of one day, of which each sees those before it."""
    articles = made(3, 100)
    found = added(Index(), articles, days)
    assert found == {
        place: wanted[:16] for place in range(100) if (wanted := most_alike(articles, place, range(place)))
    }


def test_what_is_forgotten_is_not_found_and_the_rest_is():
    articles = made(5, 90)
    index = Index()
    added(index, articles, (30, 30))
    index.forget(25)
    later, earlier = index.add(60, vectors(articles[60:]))
    for place in range(60, 90):
        assert earlier[later == place].tolist() == most_alike(articles, place, range(25, place))[:16]


def test_an_article_without_words_has_none_and_stops_nothing():
    articles = [{1: 1.0}, {}, {1: 0.5, 2: 1.0}]
    assert added(Index(), articles, (1, 1, 1)) == {2: [0]}


def test_of_a_word_that_all_have_the_last_holders_are_looked_at(monkeypatch):
    """What it costs is bounded, and a rarer word of the article comes first, so its holders are found all the same."""
    monkeypatch.setattr(module, "_HOLDERS", 5)
    articles = [{1: 1.0, 2: 2.0}, *[{1: 1.0}] * 20, {1: 1.0, 2: 2.0}]
    index = Index()
    added(index, articles[:-1], (21,))
    index.forget(0)
    _, earlier = index.add(21, vectors(articles[-1:]))
    assert earlier.tolist() == [0, 17, 18, 19, 20]
