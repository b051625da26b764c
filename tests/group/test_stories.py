"""Every original in one story: day by day, seeing only the past, under ids that stay."""

import random
from datetime import date, timedelta
from itertools import product

import pytest

from dateline.group import GroupRules, stories
from dateline.records import Article, CopySet, Moment

WORDS = ["".join(parts) for parts in product("bdfgkmpt", ("ara", "elo", "inu", "oso"), ("ta", "mo", "vi", "re", "lu"))]
FIRE = "Kelmar harbour fire. Flames destroyed warehouses in Kelmar harbour, mayor Ilse Brandt said."
FLOOD = "Toska river flood. Water from the Toska river reached Lower Varn, governor Piet Oort said."


def article(key, text, day=1, headline=None):
    published = None if day is None else Moment(date(2031, 5, 1) + timedelta(days=day - 1))
    return Article(id=key, page_id="p", headline=headline, text=text, paragraphs=(), published=published)


def grouped(articles, **rules):
    sets = [CopySet(original=one.id, copies=(), agency=None) for one in articles]
    return stories(sets, {one.id: one for one in articles}, GroupRules(**rules))


def members(articles, **rules):
    return [story.article_ids for story in grouped(articles, **rules).stories]


def made(seed, count=160):
    """Articles about a handful of things each, over 20 days, one in ten undated."""
    dice = random.Random(seed)
    topics = [dice.sample(WORDS, 8) for _ in range(25)]
    for number in range(count):
        text = " ".join(dice.choices(dice.choice(topics), k=12) + dice.choices(WORDS, k=dice.randrange(20)))
        yield article(f"a{number:03}", text, dice.randrange(1, 21) if dice.random() < 0.9 else None)


def two_events():
    return [
        article("fire-1", FIRE + " Two people were hurt.", 1),
        article("flood-1", FLOOD + " Two people were hurt.", 1),
        article("fire-2", FIRE + " Police in Kelmar look for the cause.", 2),
        article("flood-2", FLOOD + " The dam of Lower Varn broke.", 2),
    ]


def test_two_events_that_share_words_are_two_stories():
    assert members(two_events()) == [("fire-1", "fire-2"), ("flood-1", "flood-2")]


@pytest.mark.parametrize("seed", range(4))
def test_every_article_is_in_one_story_whatever_order_they_are_given_in(seed):
    """The same stories from the same articles, shuffled."""
    articles = list(made(seed))
    found = grouped(articles)
    assert sorted(key for story in found.stories for key in story.article_ids) == [one.id for one in articles]
    assert 5 < len(found.stories) < len(articles)
    random.Random(seed).shuffle(articles)
    assert grouped(articles) == found


@pytest.mark.parametrize("seed", range(4))
def test_what_comes_later_changes_nothing_of_what_was_known_before(seed):
    """The placements of the first ten days are the same whether the other days have come in or not."""
    articles = [one for one in made(seed) if one.published is not None]
    cut = date(2031, 5, 10)
    early = grouped([one for one in articles if one.published.day <= cut]).placements
    assert early == tuple(one for one in grouped(articles).placements if one.day <= cut)


@pytest.mark.parametrize("seed", range(4))
def test_the_last_placement_of_an_article_tells_where_it_is(seed):
    found = grouped(list(made(seed)))
    last = {one.article_id: one.story_id for one in found.placements}
    assert last == {key: story.id for story in found.stories for key in story.article_ids}


@pytest.mark.parametrize("seed", range(4))
def test_a_move_says_which_story_it_comes_from(seed):
    where = {}
    for one in grouped(list(made(seed))).placements:
        assert one.came_from == where.get(one.article_id)
        assert one.story_id != one.came_from
        where[one.article_id] = one.story_id


def test_a_placement_says_what_both_articles_share():
    placed = {one.article_id: one for one in grouped(two_events()).placements}
    assert placed["fire-2"].nearest == "fire-1"
    assert placed["fire-2"].chance > 0.5
    assert "kelmar" in placed["fire-2"].names
    assert "harbour" in placed["fire-2"].words


def test_a_story_without_news_for_long_is_closed():
    again = article("fire-3", FIRE + " Police in Kelmar look for the cause.", 30)
    assert members([*two_events(), again])[-1] == ("fire-3",)
    assert members([*two_events(), again], quiet_days=60)[0] == ("fire-1", "fire-2", "fire-3")


def test_a_story_keeps_its_id_as_it_grows():
    first = grouped(two_events()[:2]).stories
    assert {story.id for story in first} == {story.id for story in grouped(two_events()).stories}


def test_a_story_says_how_each_of_its_articles_came_into_it():
    for story in grouped(two_events()).stories:
        assert tuple(one.article_id for one in story.placements) == story.article_ids
        assert {one.story_id for one in story.placements} == {story.id}
