"""Dispatches of a wire archive, with the wire's noise."""

import json

from dateline import extract
from dateline.records import MediaType, Page


def taken(**given):
    content = json.dumps({"id": "SPA_20310508.1", "agency": "SPA", "date": "2031-05-08", **given}).encode()
    page = Page(id="g-1", name="x.jsonl#1", source="wire", media_type=MediaType.DISPATCH, content=content)
    (found,) = extract.articles(page)
    return found


def test_a_sentence_that_the_wire_parted_is_whole_again():
    """A paragraph that breaks off and goes on with a small letter is one; a list after a colon is not joined."""
    text = "The board chose five boats for the long\n\ncrossing to Tolle.\n\nThey are:\n\neider and tern."
    found = taken(title="Board chooses", text=text)
    assert found.text.split("\n\n") == ["The board chose five boats for the long crossing to Tolle.", "They are:",
                                        "eider and tern."]  # fmt: skip


def test_the_end_of_a_lost_headline_is_no_headline():
    """What the wire left of it says nothing; a short headline with a name is one."""
    assert taken(title="probe", text="The board met.").headline is None
    assert taken(title="Tolle in rain", text="The board met.").headline == "Tolle in rain"
