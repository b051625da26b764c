"""Every original in one story: day by day, seeing only the past, under ids that stay."""

import random
from datetime import date, timedelta
from itertools import product

import pytest

from dateline.group import GroupRules, stories
from dateline.group.near import Open
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
    return [story.article_ids for story in grouped(articles, **rules)]


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
    assert sorted(key for story in found for key in story.article_ids) == [one.id for one in articles]
    assert 5 < len(found) < len(articles)
    random.Random(seed).shuffle(articles)
    assert grouped(articles) == found


def placed(stories):
    return {one.article_id: one for story in stories for one in story.placements}


@pytest.mark.parametrize("seed", range(4))
def test_what_comes_later_changes_nothing_of_what_was_known_before(seed):
    """Whom no later article moved is placed as it was when the other days had not come in."""
    articles = [one for one in made(seed) if one.published is not None]
    cut = date(2031, 5, 10)
    early = placed(grouped([one for one in articles if one.published.day <= cut]))
    stayed = {key: one for key, one in placed(grouped(articles)).items() if one.day <= cut}
    assert len(stayed) > 20
    assert stayed == {key: early[key] for key in stayed}


@pytest.mark.parametrize("seed", range(4))
def test_a_move_says_which_story_it_comes_from(seed):
    """Day by day, each article that was placed anew was in another story the day before, or had not come in."""
    articles = [one for one in made(seed) if one.published is not None]
    before = {}
    for day in sorted({one.published.day for one in articles}):
        now = placed(grouped([one for one in articles if one.published.day <= day]))
        for key, one in now.items():
            if one.day == day:
                assert one.came_from == before.get(key)
                assert one.story_id != one.came_from
            else:
                assert one.story_id == before[key]
        before = {key: one.story_id for key, one in now.items()}


def test_a_placement_says_what_both_articles_share():
    fire = placed(grouped(two_events()))["fire-2"]
    assert (fire.nearest, fire.through) == ("fire-1", None)
    assert fire.chance > 0.5
    assert "kelmar" in fire.names
    assert "harbour" in fire.words


def test_a_story_without_news_for_long_is_closed():
    again = article("fire-3", FIRE + " Police in Kelmar look for the cause.", 30)
    assert members([*two_events(), again])[-1] == ("fire-3",)
    assert members([*two_events(), again], quiet_days=60)[0] == ("fire-1", "fire-2", "fire-3")


def test_a_story_keeps_its_id_as_it_grows():
    first = grouped(two_events()[:2])
    assert {story.id for story in first} == {story.id for story in grouped(two_events())}


def test_a_story_says_how_each_of_its_articles_came_into_it():
    for story in grouped(two_events()):
        assert tuple(one.article_id for one in story.placements) == story.article_ids
        assert {one.story_id for one in story.placements} == {story.id}


def test_what_a_merge_brings_along_names_the_article_that_brought_it():
    """Two stories run beside each other until an article is about both."""
    apart = [
        article("quay-1", "Quay of Selm. Dockers in Selm laid down work at the quay, Arno Vick said.", 1),
        article("quay-2", "Quay of Selm. Dockers in Selm stay away from the quay, Arno Vick said again.", 2),
        article("ferry-1", "Ferry line Tarn. Captain Bea Holt kept the Tarn ferry in port on Monday.", 1),
        article("ferry-2", "Ferry line Tarn. Captain Bea Holt keeps the Tarn ferry in port for a week.", 2),
    ]
    both = (
        "Quay of Selm, ferry line Tarn. Arno Vick and captain Bea Holt: dockers at the quay of Selm and the Tarn ferry."
    )
    filler = [article(f"f-{at}", " ".join(random.Random(at).sample(WORDS, 12)), 1) for at in range(30)]
    bridges = [article(f"both-{at}", f"{both} {word}.", 3) for at, word in enumerate(("Talks", "Vote", "Deal"))]
    before, after = grouped([*apart, *filler]), grouped([*apart, *filler, *bridges])
    were, are = placed(before), placed(after)
    assert were["quay-1"].story_id == were["quay-2"].story_id != were["ferry-1"].story_id == were["ferry-2"].story_id
    assert len({are[key].story_id for key in ("quay-1", "quay-2", "ferry-1", "ferry-2", "both-0")}) == 1
    carried = [one for key, one in are.items() if one.through is not None]
    assert {one.article_id for one in carried} in ({"quay-1", "quay-2"}, {"ferry-1", "ferry-2"})
    assert {one.through for one in carried} <= {one.article_id for one in carried}
    for one in carried:
        assert one.came_from == were[one.article_id].story_id
        assert one.nearest.startswith(("both", "quay", "ferry"))
        assert one.nearest not in {other.article_id for other in carried}


def test_an_article_without_a_day_is_taken_with_the_last_day():
    """It was there by then: it joins what runs, and not what is quiet for long. Days unknown, nothing parts them."""
    undated = article("fire-3", FIRE + " Police in Kelmar look for the cause.", None)
    flood = article("flood-9", FLOOD + " The dam of Lower Varn broke again.", 12)
    assert members([*two_events(), undated])[0] == ("fire-1", "fire-2", "fire-3")
    assert ("fire-3",) in members([*two_events(), article("late", FLOOD, 40), undated])
    near = placed(grouped([*two_events(), flood, undated]))["fire-3"]
    dated = placed(grouped([*two_events(), flood, article("fire-3", undated.text, 12)]))["fire-3"]
    assert (near.chance, near.nearest, near.day) == (dated.chance, dated.nearest, None)
    assert members([article(one.id, one.text, None) for one in two_events()]) == [
        ("fire-1", "fire-2"),
        ("flood-1", "flood-2"),
    ]


def market(town, day, *figures):
    """What shares did on a day, in the words in which it is told each day."""
    told = (
        "Shares in {} closed higher on thin trade, dealers said. The index rose {} points to {}. Advances led declines "
        "{} to {}, with turnover of {} million crowns on {} million shares. Kelm rose {} to {}, Tarn fell {} to {}."
    ).format(town, *figures)
    return article(f"{town}-{day}", told, day, f"{town} shares close {figures[0]} percent higher")


def test_market_reports_are_like_each_other_by_their_form_alone():
    """Two bourses on two days are two stories; told in as many same words without figures they would be one."""
    one = market("Ostrell", 1, "12.4", "1,204.7", "48", "31", "212.4", "16.2", "1.10", "24.20", "0.35", "7.15")
    other = market("Varn", 2, "3.1", "872.55", "102", "96", "88.7", "9.4", "0.20", "31.40", "1.05", "12.90")
    filler = [article(f"f-{at}", " ".join(random.Random(at).sample(WORDS, 40)), 1) for at in range(40)]
    assert ("Ostrell-1",) in members([one, other, *filler])
    words = ["much"] * 10
    plain = [market("Ostrell", 1, *words), market("Varn", 2, *words)]
    assert ("Ostrell-1", "Varn-2") in members([*plain, *filler])


def test_two_have_the_figures_of_the_one_that_has_fewer():
    known = Open()
    table = [f"Kelmar harbour {at}.{at} {at + 1}" for at in (3, 5)]
    pairs = known.add(date(2031, 5, 1), [article("a", table[0]), article("b", table[1]), article("c", FIRE)])
    found = {(later, earlier): share for later, earlier, share in zip(*pairs[:2], pairs.figures, strict=True)}
    assert found[1, 0] == pytest.approx(2 / 4)
    assert found[2, 0] == found[2, 1] == 0


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Kelmar\t3.1\t4\nVarn\t2.5\t17\n" * 20, 2 / 3),
        ("Kelmar 3.1 4\n\nVarn 2.5 17", 2 / 3),
        ("3.1\n4\n5", 1),
        ("2031 年、港で火事。ケルマー市長、倉庫が全焼。", 1 / 5),
    ],
)
def test_the_share_of_figures_is_one_of_words_however_they_are_parted(text, share):
    pairs = Open().add(date(2031, 5, 1), [article("a", text), article("b", text)])
    assert pairs.figures.tolist() == [pytest.approx(share)]


def test_a_date_in_front_of_a_text_without_spaces_does_not_part_two_reports():
    """Nor does it in one with them."""
    told = "2031年5月2日、港で火事、ケルマー市長レーン、消防隊三十人、倉庫が全焼、原因を調査、市場は閉鎖、住民は避難。"
    filler = [article(f"f-{at}", " ".join(random.Random(at).sample(WORDS, 12)), 1) for at in range(30)]
    one = article("one", told + "月曜の朝。", 2, "港で火事、倉庫が全焼")
    other = article("other", told + "負傷者なし。", 3, "港で火事、原因を調査")
    assert ("one", "other") in members([*filler, one, other])
