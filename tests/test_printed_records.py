"""What is drawn of records, marked by a person, and counted."""

from bench import records_printed

DISPATCH = {
    "id": "LPA_ENG_20310404.0001",
    "date": "2031-04-04",
    "text": "The harbour was quiet.\n\nLidmar will lend 40 tugs to Halvern.",
}
RECORD = {
    "span": (24, 60),
    "actor": "Lidmar",
    "action": "will lend 40 tugs",
    "status": "pledged",
    "amount": {"unit": "tugs", "value": 40.0, "min": None, "max": None, "per": None},
    "due": None,
    "condition": None,
}


def drawn(mark):
    """The record as it is drawn, with a mark."""
    shown = records_printed.show(1, "commitments", DISPATCH, RECORD)
    return shown.replace("right? ", f"right? {mark}")


def test_a_mark_is_kept_with_the_place_of_its_record():
    """By dispatch, and by a hash under which the same record is known again."""
    assert "Lidmar will lend 40 tugs to Halvern." in drawn("")
    label = {
        "kind": "commitments",
        "at": [24, 60],
        "hash": records_printed.known("commitments", RECORD),
        "mark": "l",
    }
    assert records_printed.marked(drawn("l")) == {DISPATCH["id"]: [label]}


def test_what_was_not_marked_is_not_counted():
    """A record without a mark takes none from the one that follows."""
    found = records_printed.marked(f"{drawn('')}\n{drawn('y')}\n{drawn('n')}")
    assert records_printed.counted(found).splitlines()[0] == "commitments: 1 right, 0 loose, 1 wrong of 2"


def test_another_amount_is_another_record():
    """A label holds only for the values that were read."""
    other = RECORD | {"amount": RECORD["amount"] | {"value": 41.0}}
    assert records_printed.known("commitments", other) != records_printed.known("commitments", RECORD)
