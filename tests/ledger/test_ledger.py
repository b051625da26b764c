"""One promise, one event, one position, over the articles of days."""

from datetime import timedelta

import pytest

from dateline.ledger import Least, Step
from dateline.records import Amount, Certainty, CommitmentStatus, Stance
from tests.effort import least_seconds
from tests.ledger.made import DAY, Press, event, position, promise

BOATS = "will give the island six patrol boats"


def crowns(value):
    return Amount(unit="crowns", value=value)


def steps(press):
    """What each article changes in the only entry, and what held before."""
    return [(one.step, one.before) for one in press.entry().mentions]


def test_a_pledge_in_many_papers_is_one_pledge():
    """Other words for the same, under the name that the story has for the same person."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS)])
    press.prints("Ledger", 1, commitments=[promise("promised the island half a dozen patrol boats", "Rehn")])
    press.prints("Echo", 2, commitments=[promise("patrol boats for the island")])
    assert steps(press) == [(Step.FIRST, None), (Step.REPEATED, None), (Step.REPEATED, None)]


@pytest.mark.parametrize(
    ("actor", "action"),
    [
        ("Conrad Vey", BOATS),
        ("Aud Rehn", "will open the lighthouse to visitors"),
        ("Aud Rehn", "will take the boats out of the harbour"),
    ],
)
def test_other_promises_stand_apart(actor, action):
    """Another one's, or about something else, is another entry."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS)])
    press.prints("Ledger", 1, commitments=[promise(action, actor)])
    assert len(press.ledger().all) == 2


def test_a_promise_of_long_ago_is_another_one():
    """After two months without a word a new promise is not the old one."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS)])
    press.prints("Harbour Post", 61, commitments=[promise(BOATS)])
    assert len(press.ledger().all) == 2


@pytest.mark.parametrize(
    ("before", "after", "step", "was"),
    [
        ({"amount": crowns(5)}, {"amount": crowns(8)}, Step.RAISED, "5 crowns"),
        ({"amount": crowns(5)}, {"amount": crowns(2)}, Step.CUT, "5 crowns"),
        ({"amount": crowns(5)}, {"amount": Amount(unit="boats", value=8)}, Step.REPEATED, None),
        ({"amount": crowns(5)}, {"amount": Amount(unit="crowns", min=2, max=9)}, Step.REPEATED, None),
        ({"due": "2031-05-20"}, {"due": "2031-06"}, Step.DELAYED, "2031-05-20"),
        ({"due": "2031-05-20"}, {"due": "2031-05-12"}, Step.ADVANCED, "2031-05-20"),
        ({"due": "2031-05"}, {"due": "2031-05-20"}, Step.REPEATED, None),
        ({}, {"status": CommitmentStatus.DELIVERED}, Step.CHANGED, "pledged"),
        ({}, {"status": CommitmentStatus.WITHDRAWN}, Step.CHANGED, "pledged"),
    ],
)
def test_what_changed_is_told(before, after, step, was):
    """A later word of the same outlet changes what held; a range that holds the old value, or a finer day, does not."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, **before)])
    press.prints("Harbour Post", 1, commitments=[promise(BOATS, **after)])
    assert steps(press)[1] == (step, was)


def test_two_outlets_of_one_day_differ():
    """Which of two amounts is right is not known; a week later the second is a change."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, amount=crowns(5))])
    press.prints("Ledger", 0, commitments=[promise(BOATS, amount=crowns(8))])
    press.prints("Echo", 7, commitments=[promise(BOATS, amount=crowns(9))])
    # Of one day the ledger cannot know who was first: it takes them in the order of their ids.
    assert [step for step, _ in steps(press)] == [Step.FIRST, Step.DIFFERS, Step.RAISED]
    _, differs, raised = press.entry().mentions
    assert differs.told() == f"another source says otherwise: {differs.now}, not {differs.before}"
    assert raised.told() == f"raised from {raised.before} to 9 crowns"


def test_who_gave_the_earlier_figure_is_asked():
    """A paper that passed the promise on in between, without a figure, does not differ from the next one."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, amount=crowns(5))])
    press.prints("Ledger", 1, commitments=[promise(BOATS)])
    press.prints("Harbour Post", 2, commitments=[promise(BOATS, amount=crowns(8))])
    assert steps(press)[2] == (Step.RAISED, "5 crowns")


def test_two_outlets_of_one_day_give_two_stances():
    """Nobody has changed his mind; a week later he may have."""
    press = Press()
    press.prints("Harbour Post", 0, positions=[position("membership of the pact")])
    press.prints("Ledger", 1, positions=[position("membership of the pact", Stance.OPPOSES)])
    press.prints("Harbour Post", 8, positions=[position("membership of the pact")])
    assert [step for step, _ in steps(press)] == [Step.FIRST, Step.DIFFERS, Step.CHANGED]


def test_that_a_promise_was_kept_is_news_of_any_outlet():
    """Another outlet's word for it is no contradiction, of the same day neither."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS)])
    press.prints("Ledger", 1, commitments=[promise(BOATS, status=CommitmentStatus.DELIVERED)])
    assert steps(press)[1] == (Step.CHANGED, "pledged")


def test_a_thousand_promises_of_one_body_cost_a_thousand_times_one():
    """The seconds of the processor grow with the records, also where all are one actor's."""

    def seconds(count):
        press = Press()
        for number in range(count):
            press.prints("Echo", 0, story=str(number), commitments=[promise(f"open quay {number:05}")])
        who = press.people()
        assert len(press.ledger(who).all) == count
        return least_seconds(lambda: press.ledger(who))

    assert seconds(2000) < 30 * seconds(200)


def test_a_figure_left_out_between_is_not_forgotten():
    """A paper that gives no amount changes nothing."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, amount=crowns(5))])
    press.prints("Harbour Post", 1, commitments=[promise(BOATS)])
    press.prints("Harbour Post", 2, commitments=[promise(BOATS, amount=crowns(8))])
    assert steps(press)[1:] == [(Step.REPEATED, None), (Step.RAISED, "5 crowns")]


SUMMIT = "the leaders of the pact meet in Brennick"


def test_an_event_moves_and_is_called_off():
    """It is one event as long as its days were still to come when another day was named."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event(SUMMIT, "2031-05-09")])
    press.prints("Harbour Post", 1, agenda=[event(SUMMIT, "2031-05-12")])
    press.prints("Harbour Post", 2, agenda=[event(SUMMIT, "2031-05-12", certainty=Certainty.CANCELLED)])
    assert steps(press)[1:] == [(Step.MOVED, "2031-05-09"), (Step.CANCELLED, "scheduled")]


def test_the_next_meeting_is_another_event():
    """What is named after the first was over has not moved."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event(SUMMIT, "2031-05-09")])
    press.prints("Harbour Post", 5, agenda=[event(SUMMIT, "2031-06-09")])
    assert len(press.ledger().all) == 2


def test_an_event_of_another_story_is_another_one():
    """Every town has a council that meets on Friday."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event("the council meets", "2031-05-09")])
    press.prints("Echo", 0, story="flood", agenda=[event("the council meets", "2031-05-09")])
    assert len(press.ledger().all) == 2


def test_who_changed_his_mind_is_shown():
    """A holder's stance on one issue is one entry."""
    press = Press()
    press.prints("Harbour Post", 0, positions=[position("membership of the pact")])
    press.prints("Ledger", 4, positions=[position("the island's membership in the pact", Stance.OPPOSES)])
    assert steps(press) == [(Step.FIRST, None), (Step.CHANGED, "supports")]


def test_what_falls_due_and_what_is_overdue():
    """Kept promises are neither; the day that counts is the last that was named."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, due="2031-05-07")])
    press.prints("Harbour Post", 1, commitments=[promise(BOATS, due="2031-05-10")])
    press.prints("Harbour Post", 1, story="aid", commitments=[promise("pay for the roofs", due="2031-05-07")])
    paid = [promise("pay for the roofs", status=CommitmentStatus.DELIVERED)]
    found = press.ledger()
    late = DAY + timedelta(days=3)
    assert [one.due for one in found.due(DAY, 0, 6)] == ["2031-05-07", "2031-05-10"]
    assert [one.newest.action for one in found.due(late, -30, -1)] == ["pay for the roofs"]
    press.prints("Harbour Post", 2, story="aid", commitments=paid)
    assert press.ledger().due(late, -30, -1) == []


def test_what_is_ahead():
    """Events with a day within the days that are asked for, the first first."""
    press = Press()
    press.prints(
        "Post", 0, agenda=[event("harbour vote", "2031-05-20"), event("wreath laying", "2031-05-08/2031-05-09")]
    )
    press.prints("Post", 1, agenda=[event("open day at the pilots", "2031-05"), event("song contest", None)])
    told = [one.newest.what for one in press.ledger().ahead(DAY, 6)]
    assert told == ["open day at the pilots", "wreath laying"]


def test_the_same_articles_give_the_same_ledger():
    """In whatever order they are handed in."""
    press = Press()
    for days in range(4):
        press.prints("Harbour Post", days, commitments=[promise(BOATS)], positions=[position("membership of the pact")])
    one = press.ledger()
    press.articles = dict(reversed(press.articles.items()))
    press.readings = dict(reversed(press.readings.items()))
    assert press.ledger().all == one.all


def standing(press):
    """The days of the records that tell how the only entry stands."""
    return [one.when for one in press.entry().standing]


def test_a_moved_event_stands_on_its_new_day_only():
    """As the same paper tells it; what names no day takes none away, and what calls it off stands alone."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event("the herring talks in Tolle", "2031-05-09")])
    press.prints("Harbour Post", 1, agenda=[event("the herring talks in Tolle", "2031-05-12")])
    press.prints("Harbour Post", 2, agenda=[event("the herring talks in Tolle", None)])
    assert standing(press) == ["2031-05-12"]
    called_off = event("the herring talks in Tolle", None, certainty=Certainty.CANCELLED)
    press.prints("Harbour Post", 3, agenda=[called_off])
    assert standing(press) == [None]


def test_days_on_which_two_papers_differ_both_stand():
    """Which of them is right is not known."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event("the herring talks in Tolle", "2031-05-09")])
    press.prints("Ledger", 1, agenda=[event("the herring talks in Tolle", "2031-05-10")])
    assert standing(press) == ["2031-05-09", "2031-05-10"]


def test_one_article_moves_nothing():
    """Two days in one article are two events, and the next article's is the one of its own day."""
    press = Press()
    days = ("2031-05-09", "2031-05-10")
    press.prints("Harbour Post", 0, agenda=[event("the herring talks in Tolle", day) for day in days])
    press.prints("Ledger", 1, agenda=[event("the herring talks in Tolle", days[0])])
    assert [len(entry.mentions) for entry in press.ledger().all] == [2, 1]


def test_what_is_less_sure_is_no_record():
    """A ledger may be made of the surer records alone."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event("the herring talks in Tolle", "2031-05-09", confidence=0.6)])
    assert press.ledger(least=Least(agenda=0.7)).all == ()
    assert len(press.ledger(least=Least(agenda=0.6)).all) == 1


def test_of_what_is_told_again_the_fullest_stands():
    """The surest, then the one that names most, then the newest."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event("the herring talks in Tolle", "2031-05-09", where="Tolle")])
    press.prints("Ledger", 1, agenda=[event("the herring talks in Tolle", "2031-05-09")])
    assert press.entry().standing == (press.entry().mentions[0].record,)
    press.prints("Echo", 2, agenda=[event("the herring talks in Tolle", "2031-05-09", where="Tolle")])
    assert press.entry().standing == (press.entry().newest,)


def test_a_kept_promise_stands_alone():
    """The day by which it was due says nothing any more."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, due="2031-05-09")])
    press.prints("Ledger", 2, commitments=[promise(BOATS, status=CommitmentStatus.DELIVERED)])
    assert press.entry().standing == (press.entry().newest,)


def test_of_two_places_the_newest_stands():
    """However much the older telling names; the same place in other words is no other one."""
    press = Press()
    full = event("the herring talks", "2031-05-09", where="Tolle", participants=("the Pact",))
    press.prints("Harbour Post", 0, agenda=[full])
    press.prints("Ledger", 1, agenda=[event("the herring talks", "2031-05-09", where="the port of Tolle")])
    assert [one.where for one in press.entry().standing] == ["Tolle"]
    press.prints("Ledger", 2, agenda=[event("the herring talks", "2031-05-09", where="Haldren")])
    assert [one.where for one in press.entry().standing] == ["Haldren"]


def test_a_newer_word_stands_though_it_names_no_day():
    """The day that an earlier article named is still the entry's."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, amount=crowns(5), due="2031-06-01")])
    press.prints("Harbour Post", 2, commitments=[promise(BOATS, amount=crowns(8))])
    (standing,) = press.entry().standing
    assert (standing.amount, press.entry().due) == (crowns(8), "2031-06-01")
    press.prints("Harbour Post", 3, commitments=[promise(BOATS, confidence=0.95)])
    assert press.entry().standing == (standing,)


def test_amounts_on_which_two_papers_differ_both_stand():
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, amount=crowns(5))])
    press.prints("Ledger", 1, commitments=[promise(BOATS, amount=crowns(8))])
    assert [one.amount for one in press.entry().standing] == [crowns(5), crowns(8)]


def test_an_end_counts_however_unsure():
    """What may be over is not told as open."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(BOATS, due="2031-05-09")])
    press.prints("Harbour Post", 2, commitments=[promise(BOATS, status=CommitmentStatus.WITHDRAWN, confidence=0.5)])
    (entry,) = press.ledger(least=Least()).all
    assert not entry.is_open


def test_sums_and_days_alone_are_nothing_that_two_promises_share():
    """Asking for money is not helping households, however many millions of crowns both come to."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise("would ask for 85 million crowns")])
    press.prints("Ledger", 1, commitments=[promise("promised 5,000 crowns to each household, 6 million in all")])
    assert len(press.ledger().all) == 2
