"""The gold of promises, events and stands read here: its form, and what is counted of two readings of it."""

import json
from itertools import pairwise

import pytest
from bench import records_own, records_readings

from dateline.records import Certainty, CommitmentStatus, Stance

GOLD = {file: json.loads((records_own.GOLD / f"{file}.json").read_text("utf-8")) for file in records_own.KINDS}
READINGS = json.loads((records_own.GOLD / "readings.json").read_text("utf-8"))
VALUES = {
    "commitments": ("actor", "status", CommitmentStatus),
    "agenda": ("what", "certainty", Certainty),
    "positions": ("holder", "stance", Stance),
}
READ = [
    *((f"{file}/{name}", story) for file, stories in GOLD.items() for name, story in stories.items()),
    *((f"{which}/{name}", two[which]) for name, two in READINGS.items() for which in ("first", "second")),
]


@pytest.mark.parametrize(("name", "story"), READ, ids=[name for name, _ in READ])
def test_every_record_has_a_place_a_name_and_one_of_the_values(name, story):
    """Offsets in order and sentences either the same or apart, a head that is not empty, a value of the guidelines."""
    places = sorted({tuple(one["at"]) for kind in VALUES for one in story.get(kind, ())})
    assert all(start < end for start, end in places), name
    assert all(before[1] <= after[0] for before, after in pairwise(places)), name
    for kind, (head, field, values) in VALUES.items():
        for one in story.get(kind, ()):
            assert one[head].strip(), one
            assert one[field] in set(values), one


def test_every_story_is_of_a_part_that_is_scored():
    """And at least twenty have a sum or a day by which."""
    stories = [story for file in GOLD.values() for story in file.values()]
    assert {story["part"] for story in stories} == set(records_own.PARTS)
    assert sum(any({"amount", "due"} & set(one) for one in story.get("commitments", ())) for story in stories) >= 20


def test_what_was_read_twice_is_gold_of_the_same_kinds():
    """At least thirty stories for each kind of record."""
    kinds = dict.fromkeys(VALUES, 0)
    for name, two in READINGS.items():
        assert set(two["first"]) == set(two["second"])
        assert any(set(two["first"]) <= set(stories.get(name, ())) for stories in GOLD.values()), name
        for kind in two["first"]:
            kinds[kind] += 1
    assert min(kinds.values()) >= 30


def test_settled_counts_who_had_what_of_the_gold():
    """A record that both had, one of each alone, one that only the third look saw, and one that did not stand."""
    record = {"both": 1, "first": 2, "second": 3, "third": 4, "gone": 5}
    first, second, adjudicated = (
        {"agenda": [{"of": record[name]} for name in names]}
        for names in (("both", "first", "gone"), ("both", "second"), ("both", "first", "second", "third"))
    )

    def match(_kind, read, gold):
        return [(one, of) for of in gold for one in read if one == of]

    counts = records_readings.settled("agenda", first, second, adjudicated, match)
    assert counts == {
        "both": 1,
        "first alone": 1,
        "second alone": 1,
        "neither": 1,
        "first dropped": 1,
        "second dropped": 0,
    }
