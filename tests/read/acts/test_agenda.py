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
    ],
)
def test_what_is_no_event_ahead(reading, text):
    """What is over, denied, unknown, or a forecast."""
    assert reading(text).agenda == ()


def test_what_is_called_off(reading):
    """It is kept, as cancelled."""
    (found,) = reading("Ana Ruz cancelled a visit to Marrow.").agenda
    assert found.certainty == "cancelled"


def test_a_visit_and_a_meeting_within_it_are_two(reading):
    """The meeting is on the day of the visit."""
    found = reading("Ana Ruz is to pay a visit to Marrow on Friday in which she is to meet mayor Tom Oru.").agenda
    assert [one.when for one in found] == ["2031-05-09", "2031-05-09"]
