"""Who is bound, to what act, by how much, and what only looks like a commitment."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The shipping company announced a net loss of 40 million dollars.",
        "The survey institute gave the Harbour Party 30 seats.",
        "Gunmen ordered the voters to go home.",
        "The museum has ordered shipments of toys from Pell.",
        "The council ordered a boiler.",
        "The court of auditors gave its approval of the accounts.",
        "Modernisation will help drive the economy, Ana Ruz said.",
        "By leaving the union, Marrow would follow the old treaty, Ana Ruz said.",
        "The parties need more talks before they reach agreement.",
        "The ships left Pell without signing the treaty.",
        "The negotiators agreed on 37 of them.",
        "The council suspended 87 officers.",
        "Ana Ruz refused to take a stand on the toll.",
        "Tolle and Pell are considering doing so.",
        "The mine lay under the bridge that Ana Ruz was set to cross.",
        "The fund launched an appeal for 126 million dollars.",
        "Tolle must apologise before Marrow will lift the embargo.",
        "It does not mean that Marrow accepted the treaty, Ana Ruz said.",
        "Ana Ruz denied that Marrow had sent troops to Pell.",
        "COUNCIL PLEDGES TO REPAIR THE BRIDGE",
        "The ministry announced the plan.",
        "Marrow sent a delegation to Pell.",
        "The council will send a delegation to Pell, Ana Ruz said.",
        "Countries which have signed the treaty are safe.",
        "The islanders will not be considered citizens by the ministry, Ana Ruz said.",
        "Neither Marrow nor Pell will send troops.",
        "Neither party will send troops.",
        "No minister has promised to attend the meeting.",
        "Few states will send troops.",
        "Hardly any states will send troops.",
        "Not a single council will send aid.",
        "Reports that the minister would resign on Friday are false.",
        "Reports that Marrow has sent 500 troops to Pell are false.",
        "The report that Marrow has promised to send 500 troops is untrue.",
        "Claims that the council agreed to repair the bridge are wrong.",
        "It is untrue that the mayor will open the bridge.",
        "It is not true that the council will repair the bridge.",
        "Marrow wrongly claimed that Pell had promised to send 500 troops.",
        "Marrow falsely claimed that Pell had sent 500 troops.",
        "The council failed to promise it would repay the loan.",
    ],
)
def test_what_binds_nobody(reading, text):
    """Losses, forecasts, threats, purchases, effects, what comes first, what is only named, visits, anybody, nobody,
    what is denied.
    """
    assert reading(text).commitments == ()


@pytest.mark.parametrize(
    ("text", "actor", "status"),
    [
        ("A few states will send troops.", "a few states", "pledged"),
        ("Reports that Marrow will send 500 troops to Pell are true.", "Marrow", "pledged"),
        ("It is not wrong that the council will repair the bridge.", "the council", "pledged"),
        ("Marrow will send neither troops nor aid.", "Marrow", "refused"),
    ],
)
def test_what_only_looks_denied(reading, text, actor, status):
    """Some are not nobody, and what is true or not wrong stands; who gives neither refuses both."""
    assert [(one.actor, one.status) for one in reading(text).commitments] == [(actor, status)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Marrow spokesman Ben Tarn promised that the Harbour Board would repair the pier.", "Harbour Board"),
        ("Ana Ruz met Ben Tarn, who announced last week that he would resign.", "Ben Tarn"),
        ("The boats will be supplied by Marrow, Pell and Tolle.", "Marrow, Pell and Tolle"),
        ("Tolle Lines of Marrow and the Pell Yard will build a pier.", "Tolle Lines and the Pell Yard"),
        ("Ben Tarn is old. He and his wife pledged two million dollars.", "Ben Tarn and his wife"),
        ("The policy board of the Marrow Fund ordered a study of the tides.", "the policy board of the Marrow Fund"),
    ],
)
def test_who_is_bound(reading, text, actor):
    """Whose act the clause says it is, all of those who are joined, with what names them."""
    assert [one.actor for one in reading(text).commitments] == [actor]


def test_who_reports_it_owns_nothing(reading):
    """Of "the mayor's promise" the mayor speaks."""
    (found,) = reading("The mayor's promise that the council would repair the bridge pleased Tolle.").commitments
    assert found.reported_by == "the mayor"


def test_a_broken_sentence_is_read(reading):
    """What hangs together across it leaves no noun phrase empty."""
    text = "which the leases expire summit which insufficient when promised Afghanistan of 10"
    assert reading(text).article_id == "a-1"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("More boats will be supplied by Marrow.", "More boats will be supplied by Marrow"),
        ("The toll imposed by Marrow is high.", "The toll imposed by Marrow"),
        ("The council promised that every islander would get a house.", "every islander would get a house"),
        ("Marrow will build and sell small boats.", "will build and sell small boats"),
        (
            '"We will send a letter to Pell," mayor Ana Ruz was quoted as saying.',
            "will send a letter to Pell",
        ),
        (
            "The council will repair the pier, according to mayor Ana Ruz.",
            "will repair the pier",
        ),
    ],
)
def test_what_is_to_be_done(reading, text, action):
    """The clause, with its object wherever that stands, and without who tells it."""
    assert reading(text).commitments[0].action == action


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Marrow will withdraw 500 troops from Pell.", "pledged"),
        ("Marrow agreed to withdraw from the port of Pell.", "pledged"),
        ("The party decided to withdraw its support.", "withdrawn"),
        ("The council is handing out rice.", "delivered"),
        ("Marrow will release no prisoners.", "refused"),
        ("Marrow will consider a treaty with Pell.", "proposed"),
    ],
)
def test_how_it_stands(reading, text, status):
    """To take troops away is an act like any other; to take away a favour ends it."""
    (found,) = reading(text).commitments
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Tolle Lines will buy the yard in a deal valued at 825 million dollars.", 825_000_000, "USD"),
        ("Marrow agreed to provide aid totalling five million dollars.", 5_000_000, "USD"),
        ("Marrow will withdraw 1,350 policemen from Pell.", 1350, "policemen"),
        ("Marrow will send 44 young army officers to Pell.", 44, "officers"),
        ("Marrow is considering sending 190 soldiers to Pell.", 190, "soldiers"),
    ],
)
def test_what_it_comes_to(reading, text, value, unit):
    """The worth of the deal by which it is done, and how many people are sent or taken away."""
    (found,) = reading(text).commitments
    assert (found.amount.value, found.amount.unit) == (value, unit)


@pytest.mark.parametrize(
    "text", ["Marrow will cut its troops to 14,700.", "Marrow has frozen its spending for the past three years."]
)
def test_a_number_or_a_time_gets_nothing(reading, text):
    """What stands behind "to" and "for" is not always somebody."""
    (found,) = reading(text).commitments
    assert found.beneficiary is None


def test_what_makes_it_doubtful_lowers_the_confidence(reading):
    """The same promise of somebody who is only pointed at is less sure than of one with a name."""
    (named,) = reading("Marrow pledged to repair the bridge.").commitments
    (pointed,) = reading("The two sides pledged to repair the bridge.").commitments
    assert pointed.confidence < named.confidence


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The government will freeze fuel prices until April, Ana Ruz said.", "pledged"),
        ("The government froze rents.", "pledged"),
        ("The council promised to freeze ferry fares.", "pledged"),
        ("The government will freeze aid to Marrow, Ana Ruz said.", "withdrawn"),
        ("The government froze relations with Marrow.", "withdrawn"),
    ],
)
def test_what_is_frozen_at_its_height_is_a_ceiling(reading, text, status):
    """Of a price it is a limit, of aid an end."""
    (found,) = reading(text).commitments
    assert (found.status, found.due) == (status, None)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The government promised $40 million to farmers by the end of March.", "2032-03"),
        ("The company will pay the fishermen by Monday.", "2031-05-12"),
        ("Tom Oru told reporters that the company would pay every family affected 500 crowns by Monday.", "2031-05-12"),
        ("The council will repair the pier by March.", "2032-03"),
        ("The council will close the pier until March.", None),
    ],
)
def test_a_day_by_which_lies_ahead(reading, text, due):
    """Behind a promise it is the one to come, for the list of times too; "until" tells how long."""
    found = reading(text, "2031-05-08")
    (bound,) = found.commitments
    assert bound.due == due
    assert due is None or due in {one.value for one in found.times}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The company would pay every family affected 500 crowns in help by Monday, Tom Oru said.", 500),
        ("The company will pay every family 500 crowns.", 500),
        ("The council will examine all trades worth more than 500 crowns.", None),
        ("The council will register every boat of 500 tonnes.", None),
        ("The council will buy a boat worth 500 crowns.", 500),
    ],
)
def test_what_describes_a_kind_measures_nothing_given(reading, text, value):
    """An amount is what is given, not what all of a kind have."""
    (found,) = reading(text).commitments
    assert (None if found.amount is None else found.amount.value) == value


def test_a_promise_of_a_speaker_is_no_surer_than_that_he_spoke(reading):
    """Where only the attribution tells who is bound, the commitment is at most as sure as it."""
    text = (
        "Luke met the mayor. It was cold. It rained. He said that he will mend the bridge by June and that he would "
        "not close the port."
    )
    found = reading(text)
    said = {one.id: one.confidence for one in found.statements}
    bound = [one for one in found.commitments if one.reported_in is not None]
    assert len(bound) > 1
    assert all(one.confidence <= said[one.reported_in] for one in bound)
