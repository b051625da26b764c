"""Bodies whose initials a text spells out."""

import time

import pytest

from dateline.text.initials import long_forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The World Fish Council (WFC) met.", [("WFC", "World Fish Council")]),
        ("the Bank of the Narrow Seas (BNS)", [("BNS", "Bank of the Narrow Seas")]),
        ("On Monday the Harbour and Pilotage Union (HPU) struck", [("HPU", "Harbour and Pilotage Union")]),
        ("the Ministry of Trade (MOT)", [("MOT", "Ministry of Trade")]),
        ("Pilots, Rowers and Carters Dorva (PRCD)", [("PRCD", "Pilots, Rowers and Carters Dorva")]),
        ("Jens Prentiss (WFC) said", []),
        ("the council (WFC)", []),
    ],
)
def test_initials_stand_behind_the_words_that_they_are_of(text, found):
    assert list(long_forms(text)) == found


@pytest.mark.parametrize("text", ["A" * 300_000, "A-" * 150_000, "Aa " * 100_000, "Aa of the " * 40_000])
def test_no_page_takes_for_ever(text):
    start = time.process_time()
    assert list(long_forms(text)) == []
    assert time.process_time() - start < 2
