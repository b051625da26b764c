"""Time expressions: what is found, with which type and value."""

import pytest

from dateline.read import pipeline, times
from dateline.records import Moment

# A Tuesday.
PUBLISHED = "2031-05-06"


@pytest.fixture(scope="module")
def read():
    """The time expressions of a text that came out on the day."""
    nlp = pipeline.load()

    def found(text, published=PUBLISHED):
        return times.find(text, Moment.parse(published) if published else None, pipeline.parse(nlp, text))

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days
        ("The council met on 4 March 2031.", [("4 March 2031", "DATE", "2031-03-04")]),
        ("The mayor resigned on Jan. 9, 2030.", [("Jan. 9, 2030", "DATE", "2030-01-09")]),
        ("The fair runs on July 11-12.", [("July 11-12", "DATE", "2031-07-11/2031-07-12")]),
        ("Oru resigned yesterday.", [("yesterday", "DATE", "2031-05-05")]),
        ("The bridge opened Friday.", [("Friday", "DATE", "2031-05-02")]),
        ("The bridge will open on Friday.", [("Friday", "DATE", "2031-05-09")]),
        ("Tolle must answer by Dec. 1.", [("Dec. 1", "DATE", "2031-12-01")]),
        ("The port was closed on Thanksgiving.", [("Thanksgiving", "DATE", "2030-11-28")]),
        ("The port will be closed on Good Friday.", [("Good Friday", "DATE", "2032-03-26")]),
        ("Oru will ask on Wednesday of next week.", [("Wednesday of next week", "DATE", "2031-05-14")]),
        ("The mayor resigned Friday last week.", [("Friday last week", "DATE", "2031-05-02")]),
        ("They will meet in the week of June 9.", [("the week of June 9", "DATE", "2031-W24")]),
        ("The fair runs on Sept.18.", [("Sept.18", "DATE", "2031-09-18")]),
        ("Sales fell in the 2030 third quarter.", [("the 2030 third quarter", "DATE", "2030-Q3")]),
        ("It took a minute and a half.", [("a minute and a half", "DURATION", "PT1M30S")]),
        ("The bill passes once the report is out on June 9.", [("June 9", "DATE", "2031-06-09")]),
        ("Oru will speak at Friday's meeting.", [("Friday", "DATE", "2031-05-09")]),
        ("They slept ahead of Friday's meeting.", [("Friday", "DATE", "2031-05-09")]),
        ("Oru will visit Friday's victims.", [("Friday", "DATE", "2031-05-02")]),
        ("The vote is due on Friday.", [("Friday", "DATE", "2031-05-09")]),
        # hours
        ("The bridge opened at 9 a.m. Friday.", [("9 a.m. Friday", "TIME", "2031-05-02T09:00")]),
        ("The quake struck at 2100 GMT on Sunday.", [("2100 GMT on Sunday", "TIME", "2031-05-04T21:00Z")]),
        ("Rain fell on Monday night.", [("Monday night", "TIME", "2031-05-05TNI")]),
        # weeks, months, quarters, seasons, years
        ("Prices rose last week.", [("last week", "DATE", "2031-W18")]),
        ("They danced all through the weekend.", [("the weekend", "DATE", "2031-W18-WE")]),
        ("Work began in late March.", [("late March", "DATE", "2031-03")]),
        ("Profit rose in the first quarter.", [("the first quarter", "DATE", "2031-Q1")]),
        ("Profit fell in the fourth quarter.", [("the fourth quarter", "DATE", "2030-Q4")]),
        ("Sales grew in the second half of 2030.", [("the second half of 2030", "DATE", "2030-H2")]),
        ("The mill closed last summer.", [("last summer", "DATE", "2030-SU")]),
        ("The mill closed two years ago.", [("two years ago", "DATE", "2029")]),
        ("The mill opened in the 1970s.", [("the 1970s", "DATE", "197")]),
        ("The abbey dates from the 12th century.", [("the 12th century", "DATE", "11")]),
        # lengths and sets
        ("The strike lasted three weeks.", [("three weeks", "DURATION", "P3W")]),
        ("It was a two-day visit.", [("two-day", "DURATION", "P2D")]),
        ("They waited half an hour.", [("half an hour", "DURATION", "PT30M")]),
        ("They waited two and a half years.", [("two and a half years", "DURATION", "P2Y6M")]),
        ("They rebuilt it over several months.", [("several months", "DURATION", "PXM")]),
        ("Trams stop here every Friday.", [("every Friday", "SET", "XXXX-WXX-5")]),
        ("They vote every four years.", [("every four years", "SET", "P4Y")]),
        ("They meet twice a month.", [("twice a month", "SET", "P1M")]),
        ("It costs 500 a week.", [("a week", "SET", "P1W")]),
        ("She fell ill days after the fair.", [("days", "DURATION", "PXD")]),
        # no calendar
        ("The ferry is now idle.", [("now", "DATE", "PRESENT_REF")]),
        ("The ferry sank recently.", [("recently", "DATE", "PAST_REF")]),
    ],
)
def test_an_expression_has_a_type_and_a_value(read, text, expected):
    """TIMEX3, counted from the day of publication in the tense of the clause."""
    assert [(one.text, one.type, one.value) for one in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 40-year-old baker won the race.",
        "She is 52 years old.",
        "The mayor may resign.",
        "Some 2000 people marched.",
        "He writes for the Tolle Daily Courier.",
        "They left as soon as they could.",
    ],
)
def test_what_tells_no_time_is_not_found(read, text):
    """Ages, counts, names, and words that order two events."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("Oru resigned last February.", "2031-02", "2030-02"),
        ("Oru resigned last Monday.", "2031-05-05", "2031-04-28"),
        ("Oru will go next Friday.", "2031-05-09", "2031-05-16"),
        ("Oru was born on 3/4/1998.", "1998-03-04", "1998-04-03"),
    ],
)
def test_two_readings_are_both_kept(read, text, value, other):
    """Words that leave it open name the nearest and the other."""
    (found,) = read(text)
    assert (found.value, found.alternatives) == (value, (other,))


def test_without_a_day_of_publication_the_value_is_open(read):
    """What hangs on it is found and has no value; a full date has its own."""
    found = read("Oru resigned on Friday, as she said in May 2030 and last year.", published=None)
    assert [one.value for one in found] == [None, "2030-05", None]


def test_a_range_does_not_run_backwards(read):
    """The second day is the first such one from the first day on."""
    found = read("The fair ran from Saturday to Wednesday.")
    assert [one.value for one in found] == ["2031-05-03", "2031-05-07"]


def test_a_time_counts_from_the_one_before_it(read):
    """The next day, and a year later, have the day that the story named last."""
    found = read("Oru was elected on 3 March 2019. She resigned the next day.")
    assert [one.value for one in found] == ["2019-03-03", "2019-03-04"]


def test_a_year_earlier_is_the_same_quarter_in_a_report_on_one(read):
    """Results compare quarter with quarter."""
    found = read("Profit rose 3 percent in the first quarter. A year earlier, the mill lost money.")
    assert [one.value for one in found] == ["2031-Q1", "2030-Q1"]


def test_a_length_from_an_event_says_so(read):
    """Two days after the summit is a length with an anchor, and no date."""
    text = "The envoys met two days after the summit in Tolle."
    (found,) = read(text)
    assert (found.type, found.value, found.anchor.of(text)) == ("DURATION", "P2D", "after the summit in Tolle")


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("Work began in late March.", "END"),
        ("It took nearly three years.", "LESS_THAN"),
        ("It took three years.", None),
    ],
)
def test_a_part_or_a_hedge_is_kept_beside_the_value(read, text, mod):
    """As the `mod` of TIMEX3."""
    assert [one.mod for one in read(text)] == [mod]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("The quake struck at 2100 GMT.", "GMT"),
        ("They signed on Friday evening in Washington.", "Washington"),
        ("They signed on Friday evening.", None),
    ],
)
def test_the_zone_of_an_hour_is_kept_as_it_is_named(read, text, zone):
    """The value is in that zone."""
    assert [one.zone for one in read(text)] == [zone]


@pytest.mark.parametrize(
    ("published", "dateline", "day"),
    [
        ("2031-05-04T02:00Z", "VELDT, May 3 (OPA)", "2031-05-03"),
        ("2031-05-04", "VELDT, 3 May", "2031-05-03"),
        ("2031-05-03T23:30Z", "TOKYO", "2031-05-04"),
        ("2031-05-04T02:00Z", "WASHINGTON (OPA)", "2031-05-03"),
        ("2031-05-04T02:00Z", "VELDT", "2031-05-04"),
        ("2031-05-04", "TOKYO", "2031-05-04"),
        ("2031-05-04", "VELDT, March 3", "2031-05-04"),
        ("2031-05-04", None, "2031-05-04"),
    ],
)
def test_a_story_counts_from_the_day_of_its_dateline(published, dateline, day):
    """The day it prints, else the day in its city; a day long past is no dateline's."""
    assert times.story_day(Moment.parse(published), dateline).day.isoformat() == day


def test_without_publication_a_dateline_has_no_year():
    """What is unknown stays unknown."""
    assert times.story_day(None, "VELDT, May 3 (OPA)") is None
