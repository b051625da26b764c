"""What a person may correct."""

import pytest

from dateline import brief
from tests.ledger.made import promise

RECORD = promise("will pay for the quay", due="2031-05-08")("a-1")


@pytest.mark.parametrize(
    "value", ["2031-05-09", "2031-W20", "2031-05", "2031", "2031-05-08/2031-05-10", "2031-05-08T12:00"]
)
def test_a_day_may_be_as_precise_as_it_is_known(value):
    assert brief.check_correction(RECORD, "due", value) is None


def test_a_day_is_a_day():
    """A slip of the hand becomes no due date."""
    assert "not 'nonsense'" in (brief.check_correction(RECORD, "due", "nonsense") or "")


def test_a_status_is_one_of_those_there_are():
    assert brief.check_correction(RECORD, "status", "delivered") is None
    assert "is one of pledged" in (brief.check_correction(RECORD, "status", "done") or "")


@pytest.mark.parametrize("field", ["span", "confidence", "weather"])
def test_what_it_rests_on_is_not_corrected(field):
    assert "no field" in (brief.check_correction(RECORD, field, "x") or "")
