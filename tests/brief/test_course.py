"""The course of a story: what was new on which day, in the characters of its sources."""

from datetime import UTC, date

import pytest

from dateline import brief
from dateline.records import Commitment, CommitmentStatus, Moment, Span
from tests.brief import made

SINKS = "The ferry Eider sank off Tolle in a storm on Tuesday with forty people aboard, the coastguard of Kestria said."
FOUND = "Divers found the wreck of the Eider on Wednesday in ninety metres of water, a league from the Tolle light."
TOLL = "The storm killed 12 people in the harbour of Tolle and broke eleven of its piers."


def on(day, name, *sentences):
    return made.article(name, " ".join(sentences), published=Moment(date(2031, 5, day)))


def course(*articles, readings=(), **given):
    found = made.material(list(articles), readings=readings, **given)
    return brief.course(found.stories[0], found, brief.BriefRules(zone=UTC))


def told(days):
    return {one.day.day: [passage.text for passage in one.new] for one in days}


def test_each_day_has_what_no_earlier_day_told():
    """The background that every paper repeats stands on the day on which it was news."""
    first, second = on(6, "Post 1", SINKS), on(7, "Post 2", FOUND, SINKS)
    assert told(course(first, second)) == {6: [SINKS], 7: [FOUND]}


def test_background_in_other_words_is_background():
    again = "The Eider sank off Tolle in a storm on Tuesday with forty people aboard."
    assert told(course(on(6, "Post 1", SINKS), on(7, "Courier 2", again, FOUND))) == {6: [SINKS], 7: [FOUND]}


def test_another_figure_is_news():
    more = TOLL.replace("12", "14")
    assert told(course(on(6, "Post 1", TOLL), on(7, "Post 2", more))) == {6: [TOLL], 7: [more]}


@pytest.mark.parametrize(
    ("told_before", "word", "other"),
    [
        ("Five people died in the flood at Tolle harbour, police said.", "Five", "Eight"),
        ("The harbour board has approved the ferry toll of Tolle.", "has", "has not"),
        ("The harbour board has not approved the ferry toll of Tolle.", "has not", "has"),
        ("The strike of the Tolle pilots will begin on Monday.", "Monday", "Friday"),
        ("The wreck cost the port of Tolle two million crowns.", "million", "billion"),
    ],
)
def test_another_number_or_day_and_no_are_news(told_before, word, other):
    now = told_before.replace(word, other)
    assert told(course(on(6, "Post 1", told_before), on(7, "Post 2", now))) == {6: [told_before], 7: [now]}


def test_a_day_without_anything_new_says_nothing():
    """It has its articles all the same."""
    days = course(on(6, "Post 1", SINKS), on(7, "Courier 2", SINKS))
    assert told(days) == {6: [SINKS], 7: []}
    assert len(days[1].article_ids) == 1


def test_two_papers_of_a_day_tell_the_same_once():
    assert told(course(on(6, "Post 1", SINKS), on(6, "Courier 2", SINKS.replace("Tuesday", "the day"), FOUND))) == {
        6: [SINKS, FOUND]
    }


def test_what_was_promised_goes_before_other_sentences():
    """The lead first, then what is sure; and only so much of a day as can be read at a glance."""
    filler = [f"The pilot boat {name} left the quay of Tolle at noon with a crew of six." for name in ("Ask", "Una")]
    pledge = "The government of Kestria will pay every family of the drowned nine hundred crowns by the autumn."
    article = on(6, "Post 1", SINKS, FOUND, *filler, pledge)
    span = Span(article.text.index(pledge), len(article.text))
    promise = Commitment(
        id="c-1", article_id=article.id, span=span, confidence=0.97, made_by="test", reader="en-test",
        actor="the government of Kestria", action="pay", beneficiary=None, amount=None, due=None, due_alternatives=(),
        status=CommitmentStatus.PLEDGED, reported_by=None, reported_in=None, condition=None,
    )  # fmt: skip
    (day,) = course(article, readings=[made.reading(article, commitments=(promise,))])
    assert [one.text for one in day.new] == [SINKS, FOUND, pledge]
    (unsure,) = course(article)
    assert pledge not in [one.text for one in unsure.new]


def test_a_quotation_without_its_speaker_is_not_chosen():
    bare = "“We shall raise the wreck before the herring comes back to Tolle,” it says on the wall of the quay."
    alone = "“We shall raise the wreck before the herring comes back to Tolle and its harbour.”"
    assert told(course(on(6, "Post 1", SINKS, bare))) == {6: [SINKS, bare]}
    assert told(course(on(6, "Post 1", SINKS, alone, FOUND))) == {6: [SINKS, FOUND]}


def test_what_may_not_be_shown_is_not_chosen():
    article = on(6, "Post 1", SINKS)
    assert told(course(article, unquotable=frozenset({article.id}))) == {6: []}


def test_every_sentence_stands_in_its_source():
    articles = [on(6, "Post 1", SINKS, TOLL), on(7, "Courier 2", FOUND, TOLL.replace("12", "15"))]
    texts = {one.id: one.text for one in articles}
    passages = [one for day in course(*articles) for one in day.new]
    assert len(passages) == 4
    assert all(one.span.of(texts[one.article_id]) == one.text for one in passages)
