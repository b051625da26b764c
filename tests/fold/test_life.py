"""The life of an agency's story, in its own words."""

import pytest

from dateline.fold.life import step_of
from dateline.records import Stage, WireState
from tests.fold.made import DISPATCH, folded, sent

HEADLINES = {
    "URGENT Talks on the Vey break down": Stage.URGENT,
    "URGENTTalks on the Vey break down": Stage.URGENT,
    "Urgent: talks on the Vey break down": Stage.URGENT,
    "2nd lead: Talks on the Vey break down": Stage.LEAD,
    "4th Ld: Talks on the Vey break down": Stage.LEAD,
    "UPDATE-2: Talks on the Vey break down": Stage.UPDATE,
    "Talks on the Vey break down (updated 3)": Stage.UPDATE,
    "Talks on the Vey break down (ADDS quotes)": Stage.ADDS,
    "Recast: Talks on the Vey break down": Stage.RECASTS,
    "Talks on the Vey break down (repetition, correcting date)": Stage.CORRECTION,
    "Talks on the Vey break down": None,
    "Ministers lead urgent update of the treaty": None,
    "Ambrose: urgent talks wanted": None,
}


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_says_what_the_item_is(headline):
    """At its beginning, before a colon or in brackets; words of the news say nothing of the item."""
    assert step_of(sent("item", DISPATCH, headline=headline)).stage is HEADLINES[headline]


def test_a_correction_says_what_was_wrong():
    """In the words of its note."""
    note = "Corrects the number of families in the fifth paragraph"
    step = step_of(sent("item", DISPATCH, wire_state=WireState.CORRECTION, wire_note=note))
    assert (step.stage, step.said) == (Stage.CORRECTION, note)


def test_a_family_has_the_life_of_its_story():
    """From the first sentence to the correction, in order of time."""
    items = (
        sent("one", DISPATCH[:2], headline="URGENT Talks break down"),
        sent("two", DISPATCH[:5], 1, headline="1st lead: Talks break down"),
        sent("three", DISPATCH, 2, headline="Talks break down (ADDS background)"),
    )
    (found,) = folded(*items).values()
    assert [(step.article_id, step.stage) for step in found.life] == [
        (items[0].id, Stage.URGENT),
        (items[1].id, Stage.LEAD),
        (items[2].id, Stage.ADDS),
    ]
