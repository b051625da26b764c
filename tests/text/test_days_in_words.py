"""TIMEX3 values in words."""

import pytest

from dateline.text.timex import in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-08", "Thursday 8 May 2031"),
        ("2031-05-08TEV", "Thursday 8 May 2031, evening"),
        ("2031-05-08T16:00", "Thursday 8 May 2031, 16:00"),
        ("2031-05-08T16:00Z", "Thursday 8 May 2031, 16:00 UTC"),
        ("2031-05-08T16:00+02:00", "Thursday 8 May 2031, 16:00 UTC+02:00"),
        ("2031-W19", "week of 5 May 2031"),
        ("2031-W19-WE", "weekend of 10 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("203", "2030s"),
        ("20", "2000 to 2099"),
        ("2031-Q2", "second quarter of 2031"),
        ("2031-SU", "summer 2031"),
        ("2031-05-08/2031-05-09", "Thursday 8 May 2031 to Friday 9 May 2031"),
        ("FUTURE_REF", "FUTURE_REF"),
        ("2031-02-30", "2031-02-30"),
        ("P2D", "P2D"),
    ],
)
def test_a_value_is_told_in_words(value, words):
    """At the precision that it has; what names no days of a calendar stays as it is."""
    assert in_words(value) == words
