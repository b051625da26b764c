"""What is coming up, and when."""

import pytest


@pytest.mark.parametrize(
    ("text", "when", "certainty"),
    [
        ("The council will meet on 20 May.", "2031-05-20", "scheduled"),
        ("Ana Ruz is due to visit Marrow in June.", "2031-06", "scheduled"),
        ("Ana Ruz is expected to visit Marrow in June.", "2031-06", "expected"),
        ("The two sides agreed to meet again in July.", "2031-07", "scheduled"),
        ("The unions have called a strike on 15 May.", "2031-05-15", "scheduled"),
        ("Campaigning ends on 23 May.", "2031-05-23", "scheduled"),
        ("A second ship was expected at Pell on 12 May.", "2031-05-12", "expected"),
        ("They are at odds over the election on 18 May.", "2031-05-18", "scheduled"),
        ("The trial of the smugglers will continue in June.", "2031-06", "scheduled"),
        ("Ana Ruz would on Friday attend briefings on the harbour.", "2031-05-09", "scheduled"),
        ("Tom Oru is to be sworn in on 20 May.", "2031-05-20", "scheduled"),
        ("The toll law will come into force next year.", "2032", "scheduled"),
        ("The islanders will go to the polls on 29 May.", "2031-05-29", "scheduled"),
        ("The forum, to be convened in June in Marrow, will cost little.", "2031-06", "scheduled"),
        ("The pupils are looking ahead to the elections to be held in June.", "2031-06", "scheduled"),
        ("A court ordered Tom Oru to attend a hearing beginning 19 August.", "2031-08-19", "scheduled"),
        ("The judge set 19 May for the next hearing.", "2031-05-19", "scheduled"),
        ("Sunday will see the first round of the vote.", "2031-05-11", "scheduled"),
        (
            "He was unsure whether the council would last until Friday 16 May, when a vote is to be held.",
            "2031-05-16",
            "scheduled",
        ),
        ("Tolle will call an election after the report is delivered on 1 February.", "2032-02-01", "scheduled"),
        ("Marrow would sign the treaty to share the water with Tolle on 6 June.", "2031-06-06", "scheduled"),
        ("The planned rise of the toll on 1 June was no secret.", "2031-06-01", "expected"),
        ("In case of rain, talks due to start on 16 May would be held indoors.", "2031-05-16", "scheduled"),
        ("The fair is to run from 25 to 27 June.", "2031-06-25/2031-06-27", "scheduled"),
        ("The 2032 Tolle Games will begin on 1 December.", "2032-12-01", "scheduled"),
        ("Many throw water during the spring festival from 13 May to 17 May.", "2031-05-13/2031-05-17", "scheduled"),
        ("Ana Ruz is expected in London on 12 May.", "2031-05-12", "expected"),
        ("Ana Ruz will speak at Friday's meeting.", "2031-05-09", "scheduled"),
        ("The pilots were calm ahead of Monday's vote.", "2031-05-12", "scheduled"),
        ("The unions took the offer ahead of talks in June.", "2031-06", "scheduled"),
        ("The mayor left on the eve of the election.", None, "scheduled"),
        ("Few thought of the vote set for the end of the year.", "2031", "scheduled"),
        ("Doubts surrounding a vote on 1 June made them ill.", "2031-06-01", "scheduled"),
        ("On Monday, Ana Ruz will fly on to Marrow.", "2031-05-12", "scheduled"),
        ("Ana Ruz was ordered to appear later this month.", "2031-05", "scheduled"),
        ("The run-off on 25 May was much disputed.", "2031-05-25", "scheduled"),
        ("They spoke of the end of the fair in Marrow next month.", "2031-06", "scheduled"),
    ],
)
def test_what_lies_ahead(reading, text, when, certainty):
    """By its lead, by its day, or by what fixes it."""
    (found,) = reading(text).agenda
    assert (found.when, found.certainty) == (when, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "The council met on 2 May.",
        "Prices are expected to fall in June.",
        "The council could not say where Ana Ruz would speak on 12 May.",
        "The mill aims to meet rising demand in June.",
        "The record was set on 21 October 1987.",
        "The council will not meet on 20 May.",
        "The council will consider the letter in June.",
        "The ministry will provide 50,000 free tests in June.",
        "The islanders were going to Pell to meet their families.",
        "Ana Ruz might have started the race.",
        "The vote was originally scheduled for 20 April.",
        "The fund will run without a vote from 1 June.",
        "There will be no vote on 20 May.",
        "The price will return to its old level on Friday.",
        "The row had been expected after an announcement from Marrow in March.",
        "Ana Ruz, who had wanted to name 2033, took her plan back.",
        "A further rise of the toll in June is possible.",
        "The launch this year of the ship may mean little.",
        "Nothing came of the first talks between the two in three years.",
        "The winter exercise of the fleet was hard.",
        "The reforms can lead to a council that will be elected by all.",
        "Tom Oru would have to approve any merger.",
        "The pupils hold their breath in the hope of a win in June.",
    ],
)
def test_what_is_no_event_ahead(reading, text):
    """What is over, denied, unknown, or a forecast."""
    assert reading(text).agenda == ()


def test_what_is_called_off(reading):
    """It is kept, as cancelled."""
    (found,) = reading("Ana Ruz cancelled a visit to Marrow.").agenda
    assert found.certainty == "cancelled"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Porters in Tolle called off a strike planned for Monday, their union said.", "a strike"),
        ("A strike planned for Sunday was called off.", "A strike"),
        ("A march of hauliers planned for Friday was called off.", "A march of hauliers planned for Friday"),
        ("The council cancelled a conference scheduled for 4 June.", "a conference"),
        ("The porters agreed to call off a strike planned for Monday.", "a strike"),
        ("A parade set for Sunday has been scrapped. The parade on Sunday was to end at the pier.", "A parade"),
    ],
)
def test_what_was_planned_and_is_called_off_is_not_coming_up(reading, text, what):
    """It is cancelled, has no new day, and is told once, also where another sentence gives the day that it had."""
    (found,) = reading(text).agenda
    assert (found.what, found.certainty, found.when) == (what, "cancelled", None)


@pytest.mark.parametrize(
    "text",
    [
        "The porters may call off a strike planned for Monday.",
        "The porters did not call off a strike planned for Monday.",
        "The porters refused to call off a strike planned for Monday.",
    ],
)
def test_what_is_not_yet_called_off_is_still_to_come(reading, text):
    """Who may, did not or would not call it off leaves it where it was."""
    (found,) = reading(text).agenda
    assert (found.what, found.certainty, found.when) == ("a strike", "expected", "2031-05-12")


def test_of_joined_events_all_are_called_off(reading):
    """One verb calls off both."""
    found = reading("The porters called off a strike and a rally planned for Monday.").agenda
    assert {one.certainty for one in found} == {"cancelled"}


def test_whose_event_it_is_names_no_event(reading):
    """Who meets is not what is to come."""
    (found,) = reading("A meeting of hauliers planned for Friday will be long.").agenda
    assert found.what.startswith("A meeting")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruz is to visit Marrow on Monday.",
        "Ana Ruz was to visit Marrow on Monday, the council said.",
        "Ana Ruz was to visit Marrow at 4 p.m. on Monday, the council said.",
    ],
)
def test_a_time_has_one_value_in_a_reading(reading, text):
    """The list of times says the day of the event, an hour with it."""
    found = reading(text)
    assert [one.when for one in found.agenda] == [found.times[-1].value]
    assert found.times[-1].value.startswith("2031-05-12")


def test_a_visit_and_a_meeting_within_it_are_two(reading):
    """The meeting is on the day of the visit."""
    found = reading("Ana Ruz is to pay a visit to Marrow on Friday in which she is to meet mayor Tom Oru.").agenda
    assert [one.when for one in found] == ["2031-05-09", "2031-05-09"]


def test_what_is_believed_is_expected(reading):
    """So is what hangs on a condition."""
    (found,) = reading("Analysts believe that the council will meet in June.").agenda
    assert (found.when, found.certainty) == ("2031-06", "expected")


def test_what_is_thought_of_has_a_day_to_come(reading):
    """The weekday is the next, not the last."""
    (found,) = reading("The mayor spoke of the possibility of a meeting on Monday.").agenda
    assert (found.when, found.certainty) == ("2031-05-12", "expected")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The leases expire on 14 May.", "The leases expire on 14 May"),
        ("The figures are to be published on 20 May.", "The figures to be published on 20 May"),
    ],
)
def test_what_happens_to_a_thing_is_named_with_it(reading, text, what):
    """A verb alone would not say what comes."""
    (found,) = reading(text).agenda
    assert found.what == what


def test_the_day_of_another_event_is_not_its_own(reading):
    """What takes place after the vote of the 20th is not on the 20th."""
    found = reading("The council will meet after the 20 May election.").agenda
    assert [one.what for one in found if one.when == "2031-05-20"] == ["the 20 May election"]


def test_one_event_has_its_finest_day(reading):
    """Its year stands in its name."""
    (found,) = reading("The 2032 harbour festival will open on 9 June 2032.").agenda
    assert found.when == "2032-06-09"


def test_what_is_done_at_a_place_is_told_of_it(reading):
    """A clause with "where" that belongs to a place says what is to be there; it asks nothing."""
    (found,) = reading("The paint is wet in the palace where the ministers will meet on Friday.").agenda
    assert (found.when, found.where) == ("2031-05-09", "the palace")
    (found,) = reading("The ministers will meet on Friday at 4 p.m. instead of in Brennick.").agenda
    assert found.where is None
    assert reading("Ana Ruz did not say where the ministers will meet on Friday.").agenda == ()


def test_an_hour_of_no_certain_day_stays_open(reading):
    """No day stands beside it: it may be that of the sentence before."""
    found = reading("The leaders will meet on Monday. The summit will open at 3 p.m.").agenda
    assert [(one.when, one.when_alternatives, one.when_words) for one in found] == [
        ("2031-05-12", (), "Monday"),
        (None, (), "3 p.m."),
    ]


def test_the_own_weekday_behind_a_later_day_has_two_readings(reading):
    """Told on a Thursday; without the day before it, it would be this one."""
    found = reading("Ana Ruz will travel to London on Wednesday. The vote is due on Thursday.").agenda
    assert [(one.when, one.when_alternatives) for one in found] == [
        ("2031-05-14", ()),
        (None, ("2031-05-08", "2031-05-15")),
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The vote is due on Thursday.", "2031-05-08"),
        ("They spoke before a vote later Thursday.", "2031-05-08"),
        ("The vote is due on Thursday evening.", "2031-05-08TEV"),
        ("The vote is due at 1500 GMT on Thursday.", "2031-05-08T15:00Z"),
    ],
)
def test_what_is_later_on_the_day_itself_is_ahead(reading, text, when):
    """The text came out on a Thursday; the nearest that fits the tense is meant."""
    (found,) = reading(text).agenda
    assert (found.when, found.when_alternatives) == (when, ())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The talks will take place from Monday to Wednesday.", "2031-05-12/2031-05-14"),
        ("The summit on Friday and Saturday will bring them together.", "2031-05-09/2031-05-10"),
        ("The ministers will meet in three days.", "2031-05-11"),
        ("The ministers will meet in two weeks.", "2031-05"),
        ("The ministers will meet until Friday.", None),
        ("The council postponed the vote until Saturday.", "2031-05-10"),
    ],
)
def test_ranges_and_waits(reading, text, when):
    """As fine as it is surely right; "until" says when it ends, but of what was put off when it is."""
    (found,) = reading(text).agenda
    assert found.when == when


def test_a_visit_and_a_meeting_after_it_are_two(reading):
    """Although the clause of the first names the second."""
    found = reading("Ana Ruz plans to visit two forts before a meeting on 20 May with Tom Oru.").agenda
    assert [one.when for one in found] == ["2031-05-20", None]


def test_what_is_told_again_without_its_day_is_no_other_event(reading):
    """ "The meeting" is the one whose day was told."""
    (found,) = reading("A meeting is due on 20 May. Tom Oru will take part in the meeting.").agenda
    assert found.when == "2031-05-20"


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("The leaders will meet two days after the summit.", None, "two days after the summit"),
        ("The vote will be held the day after the summit.", None, "the day after the summit"),
        ("They will meet at 2100 GMT on Friday.", "2031-05-09T21:00Z", "2100 GMT on Friday"),
        ("They will meet at 4 p.m. Friday in Washington.", "2031-05-09T16:00-04:00", "4 p.m. Friday in Washington"),
        ("They will meet on Friday evening in Washington.", "2031-05-09TEV", "Friday evening in Washington"),
        ("They will meet at 5:30 p.m. (1530 GMT) on Friday.", "2031-05-09T15:30Z", "5:30 p.m."),
        ("They will meet at 4 p.m. on Friday.", "2031-05-09T16:00", "4 p.m. on Friday"),
        ("They will meet on Friday at 4 p.m. in London.", "2031-05-09T16:00+01:00", "Friday at 4 p.m. in London"),
    ],
)
def test_the_words_for_a_time_are_kept_with_what_they_are_counted_from(reading, text, when, words):
    """An hour has its offset only where the text tells the zone; what is counted from an event stays open."""
    (found,) = reading(text).agenda
    assert (found.when, found.when_words) == (when, words)


def test_a_time_belongs_to_the_event_that_it_stands_with(reading):
    """The exercise is over; the cup is to come."""
    (found,) = reading("It was a useful exercise for the 2033 cup.").agenda
    assert (found.what, found.when) == ("the 2033 cup", "2033")


def test_either_of_two_times_is_no_day(reading):
    """Both are kept."""
    (found,) = reading("The visit is scheduled for late June or early July.").agenda
    assert (found.when, found.when_alternatives) == (None, ("2031-06", "2031-07"))


def test_what_is_only_possible_is_expected(reading):
    """Although it is told with "will"."""
    (found,) = reading("There is a possibility that the ministers will meet on Friday.").agenda
    assert (found.when, found.certainty) == ("2031-05-09", "expected")


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("The Tolle League has moved Friday's summit from Marrow to the Salt House.", "2031-05-09", "the Salt House"),
        ("The concert on 20 May has been moved to the harbour in Tolle.", "2031-05-20", "Tolle"),
    ],
)
def test_what_was_moved_is_where_it_is_moved_to(reading, text, when, where):
    (found,) = reading(text).agenda
    assert (found.when, found.where, found.certainty) == (when, where, "scheduled")


@pytest.mark.parametrize(
    "text",
    [
        "The union has moved Friday's rally to Saturday.",
        "The union moved Friday's rally to the harbour.",
        "The union has not moved Friday's rally to the harbour.",
    ],
)
def test_what_was_moved_and_when_may_be_open(reading, text):
    """Of two days the second may be the new one; last Friday's rally may have been moved too."""
    assert not [one for one in reading(text).agenda if one.when == "2031-05-09"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The talks planned for 27 May went well.", None),
        ("The vote scheduled for yesterday drew few to the hall.", None),
        ("The hearing set for May 28 was long.", None),
        ("The council will meet on Friday.", "2031-06-06"),
    ],
)
def test_a_day_that_is_past_by_its_date_is_not_moved_ahead(reading, text, when):
    """Only a bare weekday may be the next; "27 May" told on the 31st names the day that is past."""
    assert [one.when for one in reading(text, "2031-05-31").agenda] == ([] if when is None else [when])
