"""What is promised, refused, given and ended, and by when."""

import pytest


def test_a_deadline_lies_ahead(reading):
    """A month to come is the day by which."""
    (found,) = reading("The council pledged to repair the bridge by September.").commitments
    assert (found.actor, found.status, found.due) == ("the council", "pledged", "2031-09")


def test_a_time_that_is_over_is_no_deadline(reading):
    """It says when the decision fell."""
    (found,) = reading("The council agreed last month to repair the bridge at Nether Pell.").commitments
    assert found.due is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Marrow will lend 200 million dollars to Pell.", "pledged"),
        ("Ana Ruz said the council would repair the bridge.", "pledged"),
        ("The council has decided to suspend the ferry.", "withdrawn"),
        ("The ministry offered to pay for the dredging.", "proposed"),
        ("The board is considering a toll on the bridge.", "proposed"),
        ("The harbour board will build the pier if Pell pays for it.", "conditional"),
        ("The council refused to sell the ferry.", "refused"),
        ("Marrow ruled out sending troops to Pell.", "refused"),
        ("The council rejected an offer by the ferry company.", "refused"),
        ("The navy will not defend the port.", "refused"),
        ("Ana Ruz announced a decision by Marrow not to send aid.", "refused"),
        ("Marrow sent 500 troops to Pell.", "delivered"),
        ("Marrow has suspended the talks with Pell.", "withdrawn"),
        ("The ministry banned imports of oysters.", "pledged"),
        ("The fishermen criticised Marrow for imposing a toll.", "pledged"),
        ("The toll imposed by Marrow is high.", "pledged"),
        ("The bank limited lending to the shipyards.", "pledged"),
        ("Marrow lifted the embargo.", "withdrawn"),
        ("Marrow is sending 500 troops to Pell.", "pledged"),
        ("The council accepted the offer.", "pledged"),
        ("Marrow has no plans for a toll.", "refused"),
        ('"We cannot accept the toll," mayor Ana Ruz said.', "refused"),
        ("The council announced its intention to build a pier.", "pledged"),
        ("Marrow signed a treaty with Pell.", "pledged"),
        ("The council repeated its pledge to repair the bridge.", "pledged"),
        ("The council took the decision to repair the bridge.", "pledged"),
        ("The council reaffirmed its commitment to free ports.", "pledged"),
        ("The council promised that every islander would have a house.", "pledged"),
        ("Marrow will not attend the meeting, a ministry official said.", "refused"),
        ("The council voted to bar the ferry company.", "refused"),
        ("The ministry ordered the ferry company to stop sailing.", "pledged"),
        ("Ana Ruz signed a decree that closes the ferry.", "pledged"),
        ("The council gave the green light to the pier.", "pledged"),
        ("Marrow eased the rules on lending.", "delivered"),
        ("Marrow is no longer willing to pay for the pier.", "withdrawn"),
        ("The toll, which was imposed by Marrow last year, is high.", "pledged"),
        ("The ban, which was announced by Marrow last week, hurts the ferry.", "pledged"),
    ],
)
def test_what_binds(reading, text, status):
    """Leads, nouns and deeds bind, each in its own way."""
    (found,) = reading(text).commitments
    assert found.status == status


@pytest.mark.parametrize(
    "text",
    [
        "Prices will rise next year, Ana Ruz said.",
        "The council could repair the bridge.",
        "Will the council repair the bridge?",
        "An analyst said the council would sell the ferry.",
        "Ana Ruz hoped that Marrow would send troops.",
        "Whether the council will sell the ferry is open.",
        "The board chose that moment to sell the ferry.",
        "The ferry was set up in 1991 to serve the islands.",
        "Banks lend people money.",
        "The council rejected the accusation.",
        "The minister will visit Pell in June.",
        "Ana Ruz declined to comment.",
        "The council agreed on the need for a pier.",
        "The road is paid for by selling tickets.",
        "Ana Ruz ruled out the possibility of a fire.",
        "Ana Ruz warned that the rebels would step up their attacks.",
        "Ana Ruz is sure that the council will sell the ferry.",
        "There are signs that the council will sell the ferry.",
        "Marrow might have sent troops to Pell.",
        "The islanders went to Pell, going to the harbour to sell fish.",
        "The council will find out.",
        "Ana Ruz will spend six months in Pell.",
        "The council could lose the ferry if it waits.",
    ],
)
def test_what_binds_nobody(reading, text):
    """Forecasts, hopes, possibilities, habits, events and words alone are no commitments."""
    assert reading(text).commitments == ()


def test_in_reported_speech_a_pronoun_is_the_speaker(reading):
    """Also where another body stands nearer."""
    text = "The quarrel with Marrow is old. The harbour board said it would sue the ferry company."
    (found,) = reading(text).commitments
    assert found.actor == "the harbour board"


def test_a_passive_binds_who_says_it(reading):
    """Where he has a name and nobody else is said to do it."""
    (found,) = reading("The road would be repaired, Pell mayor Ana Ruz said.").commitments
    assert (found.actor, found.made_by) == ("Ana Ruz", "acts/will-be-done")


def test_once_is_a_time_and_no_doubt(reading):
    """What follows on something that will come is pledged all the same, and the words are kept."""
    (found,) = reading("Marrow will defend the islands once the navy leaves them.").commitments
    assert (found.status, found.condition) == ("pledged", "once the navy leaves them")


def test_it_says_why_it_was_made(reading):
    """The words that decided, and the rule."""
    (found,) = reading("The council vowed to repair the bridge.").commitments
    assert (found.cue, found.made_by) == ("vowed", "acts/promise")


def test_the_amount_is_that_of_what_is_given(reading):
    """Not one that describes something else."""
    text = "The ministry banned imports of oysters, hurting a trade of 1.6 billion dollars a year."
    (found,) = reading(text).commitments
    assert found.amount is None


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("Vellmark has already supplied weaponry worth tens of millions of crowns to Selmory.", (None, 10_000_000)),
        ("Vellmark will send equipment valued at 20 million crowns to Selmory.", (20_000_000, None)),
        ("Vellmark approved an aid package totalling three million crowns.", (3_000_000, None)),
    ],
)
def test_what_the_given_thing_is_worth_is_the_amount(reading, sentence, amount):
    """It describes the thing, and measures it."""
    (found,) = reading(sentence).commitments
    assert found.amount is not None
    assert (found.amount.value, found.amount.min) == amount


def test_an_hour_that_has_struck_is_of_another_day(reading):
    """Told at four in the afternoon, noon is not that day's; which day's it is the words leave open."""
    text = "Police will close the old harbour from noon."
    (early,) = reading(text, "2031-05-08T10:20Z").commitments
    (late,) = reading(text, "2031-05-08T16:20+02:00").commitments
    assert (early.due, late.due) == ("2031-05-08T12:00", None)


def test_a_day_by_which_is_one_to_come(reading):
    """The verb looks back, the day does not."""
    (made,) = reading("Minister Ana Oru promised every household 5,000 crowns by Friday evening.").commitments
    assert (made.actor, made.due) == ("Ana Oru", "2031-05-09TEV")


def test_a_rare_verb_binds_who_says_it_of_himself(reading):
    """Of others it may be a forecast."""
    (own,) = reading("The council said it would beautify the pier.").commitments
    assert own.made_by == "acts/will-loosely"
    assert reading("The council will beautify the pier.").commitments == ()


def test_an_office_is_a_person_and_never_it(reading):
    """The body it belongs to is meant, or nobody."""
    found = reading("The chief of the ferry company said it planned to sell the pier.").commitments
    assert all(one.actor != "The chief of the ferry company" for one in found)


def test_a_passive_binds_whose_the_thing_is(reading):
    """Who sends his own troops need not be named again."""
    (found,) = reading("Marrow's troops will be sent to Pell, mayor Ana Ruz said.").commitments
    assert found.actor == "Marrow"


def test_the_day_of_a_report_is_no_deadline(reading):
    """It says when it was said."""
    (found,) = reading("The council said Thursday it would repair the bridge.").commitments
    assert found.due is None


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The police will close the harbour until Friday morning.", None),
        ("The police will close the harbour until the strike ends.", "until the strike ends"),
    ],
)
def test_a_time_is_no_condition(reading, text, condition):
    """What lasts until a day hangs on nothing."""
    (found,) = reading(text).commitments
    assert found.condition == condition


def test_an_event_promises_nothing(reading):
    """When a summit opens is no pledge of the summit's."""
    assert reading("The summit will open at 3 p.m. in the Spa Hall, Ana Ruz said.").commitments == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The ministry ordered a boiler from Tolle Works.", []),
        ("The ministry ordered the closure of the pier.", ["the ministry"]),
        ("The council suspended the mayor.", []),
        ("The council suspended ferry aid.", ["the council"]),
        ("Ana Ruz has been asked by the board to stay, but says she is tired and will give an answer.", []),
        ("Investors from other states will be given a share of the pier.", []),
    ],
)
def test_who_buys_dismisses_or_is_only_described_is_not_bound(reading, text, bound):
    """What is ordered must be an act, what is suspended a course, and who is bound must be told."""
    assert [one.actor for one in reading(text).commitments if one.confidence > 0.7 and one.actor != "Ana Ruz"] == bound
