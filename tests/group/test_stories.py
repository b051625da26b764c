"""Every original in one story: the index finds what comparing each with all finds."""

import random
from datetime import date, timedelta
from itertools import product

import pytest

from dateline.group import GroupRules, stories
from dateline.group.likeness import cosine, vectors
from dateline.records import Article, CopySet, Moment

RULES = GroupRules()
WORDS = ["".join(parts) for parts in product("bdfgkmpt", ("ara", "elo", "inu", "oso"), ("ta", "mo", "vi", "re", "lu"))]


def made(seed, count=120):
    """Articles about a handful of things each, over 20 days, one in ten undated."""
    dice = random.Random(seed)
    topics = [dice.sample(WORDS, 8) for _ in range(25)]
    for number in range(count):
        text = " ".join(dice.choices(dice.choice(topics), k=8) + dice.choices(WORDS, k=dice.randrange(30)))
        day = Moment(date(2031, 5, 1) + timedelta(days=dice.randrange(20))) if dice.random() < 0.9 else None
        yield Article(id=f"a{number:03}", page_id="p", headline=None, text=text, paragraphs=(), published=day)


def ordered(articles):
    return sorted(
        articles, key=lambda one: (one.published is None, one.published.order() if one.published else (), one.id)
    )


def is_open(story, article):
    last = story[-1].published
    return last is None or article.published is None or (article.published.day - last.day).days <= RULES.quiet_days


def each_with_all(articles):
    """The stories by the rule as it is told, each article compared with every article of every story."""
    weighted = vectors(ordered(articles))
    found = []
    for article in ordered(articles):
        likeness = []
        for place, story in enumerate(found):
            alike = [cosine(weighted[article.id], weighted[other.id]) for other in story]
            average = sum(alike) / len(alike)
            if is_open(story, article):
                likeness.append(((average + max(alike)) / 2 if average >= 0.03 else average, place))
        best = max(likeness, default=(0.0, 0))
        if best[0] >= RULES.alike:
            found[best[1]].append(article)
        else:
            found.append([article])
    return [tuple(one.id for one in story) for story in found]


@pytest.mark.parametrize("seed", range(8))
def test_the_index_leaves_out_no_story_that_an_article_belongs_to(seed):
    """The same stories as without it, in the same order."""
    articles = list(made(seed))
    sets = [CopySet(original=article.id, copies=(), agency=None) for article in articles]
    found = stories(sets, {article.id: article for article in articles}, RULES)
    expected = each_with_all(articles)
    assert [story.article_ids for story in found] == expected
    assert len(expected) > 5
