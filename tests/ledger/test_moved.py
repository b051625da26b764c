"""What is put off and what is moved elsewhere is no repetition; what tells of it as past changes nothing."""

from datetime import timedelta

import pytest

from dateline.ledger import Least, Step
from dateline.records import Amount, CommitmentStatus
from tests.ledger.made import DAY, Press, event, promise
from tests.people.made import statement

GRANT = "will pay every flooded household 500 marks by Friday"
LATER = "Grants for flooded households will not be paid before 19 May"
REFUSED = {"status": CommitmentStatus.REFUSED, "due": "2031-05-19", "confidence": 0.3}


def steps(press):
    """What each article changes in the only entry."""
    return [one.step for one in press.entry().mentions]


def put_off(*, action=LATER, who="Aud Rehn", **given):
    """A promise of one paper that another one says a day later is put off."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(GRANT, due="2031-05-09")])
    press.prints("Ledger", 1, commitments=[promise(action, who, **(REFUSED | given))])
    return press


def test_not_before_a_later_day_is_put_off():
    """However unsure, and whoever tells it: it knows of the day that was named before."""
    press = put_off()
    (entry,) = press.ledger(least=Least()).all
    assert entry.mentions[1].told() == "put off from Friday 9 May 2031: not before Monday 19 May 2031"
    assert (entry.is_open, entry.due) == (True, "2031-05-19")
    assert press.ledger().due(DAY + timedelta(days=4), -30, 9) == [entry]
    assert press.ledger().due(DAY + timedelta(days=4), -30, 8) == []


@pytest.mark.parametrize(
    "action", ["Grants for flooded households will not be paid", "will not pay households on 19 May"]
)
def test_a_refusal_is_no_delay(action):
    """Where no word says before when."""
    press = put_off(action=action)
    assert steps(press) == [Step.FIRST, Step.DIFFERS]
    assert not press.entry().is_open


def test_before_an_earlier_day_changes_nothing():
    assert steps(put_off(due="2031-05-08")) == [Step.FIRST, Step.REPEATED]


def test_another_promise_is_not_put_off():
    """The words speak of another thing."""
    assert len(put_off(action="The lighthouse will not be opened before 19 May").ledger().all) == 2


def test_what_was_promised_is_recalled():
    """The promise stays put off, until a new one is made of it."""
    press = put_off()
    press.prints("Echo", 2, commitments=[promise("had promised 500 marks to flooded households", due="2031-05-09")])
    assert steps(press)[1:] == [Step.PUT_OFF, Step.RECALLED]
    assert (press.entry().due, press.entry().newest.due) == ("2031-05-19", "2031-05-19")
    press.prints("Echo", 9, commitments=[promise("will pay flooded households 500 marks", due="2031-05-22")])
    assert steps(press)[3] is Step.DELAYED
    assert press.entry().due == "2031-05-22"


def test_what_had_been_promised_may_be_new():
    """ "She said that it had promised" tells another sum, or another day."""
    press = Press()
    marks = [Amount(unit="marks", value=value) for value in (500, 700)]
    press.prints("Harbour Post", 0, commitments=[promise(GRANT, amount=marks[0])])
    press.prints("Harbour Post", 1, commitments=[promise("had promised flooded households 700 marks", amount=marks[1])])
    assert steps(press) == [Step.FIRST, Step.RAISED]


def test_a_day_that_is_over_is_not_brought_forward():
    """ "She promised it by Friday", told on Saturday of what was delayed since."""
    press = Press()
    press.prints("Harbour Post", 0, commitments=[promise(GRANT, due="2031-05-09")])
    press.prints("Harbour Post", 2, commitments=[promise(GRANT, due="2031-05-19")])
    press.prints("Harbour Post", 4, commitments=[promise(GRANT, due="2031-05-09")])
    assert steps(press)[1:] == [Step.DELAYED, Step.RECALLED]


@pytest.mark.parametrize("office", ["Kestria's flood relief minister", "Kestria's minister of flood relief"])
def test_an_office_is_its_holder_in_a_story(office):
    """Whom another article gives the office in fewer words; of two holders or two offices it is nobody's."""
    press = Press()
    named = [lambda key: statement(key, "Aud Rehn", "flood relief minister", 0)]
    press.prints("Harbour Post", 0, commitments=[promise(GRANT, due="2031-05-09")], statements=named)
    press.prints("Ledger", 1, commitments=[promise(LATER, office, **REFUSED)])
    assert steps(press) == [Step.FIRST, Step.PUT_OFF]
    press.prints("Echo", 1, commitments=[promise("will drain the salt mine", "Vellmark's flood relief minister")])
    assert len(press.ledger().all) == 3


SUMMIT = "the leaders of the pact meet"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("They meet in Haldren instead of in the spa town of Brennick.", Step.MOVED),
        ("The pact has moved the meeting from Brennick to Haldren.", Step.MOVED),
        ("They meet in the hall of the town of Haldren rather than in Brennick.", Step.MOVED),
        ("They meet in Haldren.", Step.REPEATED),
        ("Leaders from Brennick meet in Haldren.", Step.REPEATED),
        ("They meet in Haldren instead of in Tolle.", Step.REPEATED),
    ],
)
def test_a_place_that_takes_anothers_is_a_move(text, step):
    """Another place alone may be the first one in other words, as the land and its capital."""
    press = Press()
    press.prints("Harbour Post", 0, agenda=[event(SUMMIT, "2031-05-09", where="the spa town of Brennick")])
    press.prints("Ledger", 1, text=text, agenda=[event(SUMMIT, "2031-05-09", where="the town of Haldren")])
    assert steps(press) == [Step.FIRST, step]
    if step is Step.MOVED:
        assert press.entry().mentions[1].told() == "moved from the spa town of Brennick to the town of Haldren"
