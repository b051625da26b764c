"""What one text left out, added and changed of another."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.text.difference import Change, Mark, difference
from tests.effort import least_seconds

OLD = (
    "Two ferries collided off Kestrin on Monday.",
    "The coast guard took 214 people off the larger one before noon.",
    "The harbour stays closed until the wreck is marked.",
    "It was the third collision in the strait this year.",
)


def marks(old, new):
    return [change.mark for change in difference(old, new)]


def test_what_was_left_out_stands_where_it_stood():
    """Between the paragraphs that it stood between, and at the end."""
    assert marks(OLD, (OLD[0], OLD[2])) == [Mark.SAME, Mark.LEFT_OUT, Mark.SAME, Mark.LEFT_OUT]


def test_a_changed_paragraph_shows_its_words():
    """The new number beside the old one, the rest as it is."""
    new = (OLD[0], "The coast guard took 231 people off the larger one before noon.", *OLD[2:])
    changed = difference(OLD, new)[1]
    assert changed.mark is Mark.CHANGED
    assert changed.runs == (
        (Mark.SAME, "The coast guard took"),
        (Mark.LEFT_OUT, "214"),
        (Mark.ADDED, "231"),
        (Mark.SAME, "people off the larger one before noon."),
    )


def test_a_paragraph_of_the_papers_own_is_added():
    """It is like none of the others."""
    own = "Old sailors in Kestrin say that they saw it coming."
    assert difference(OLD, (*OLD[:2], own, *OLD[2:]))[2] == Change(Mark.ADDED, own)


def test_what_moved_is_neither_left_out_nor_added():
    """Word for word the same in another place."""
    assert marks(OLD, (OLD[0], OLD[2], OLD[1], OLD[3])) == [Mark.SAME, Mark.SAME, Mark.MOVED, Mark.SAME]


def test_paragraphs_that_were_joined_are_not_left_out():
    """They stand in the one that they were joined to."""
    assert Mark.LEFT_OUT not in marks(OLD, (" ".join(OLD[:2]), *OLD[2:]))


@given(st.lists(st.sampled_from(OLD)), st.lists(st.sampled_from(OLD)))
def test_the_new_text_can_be_read_off(old, new):
    """Whatever the two are, all of the new one is there, in its order."""
    assert [change.text for change in difference(old, new) if change.mark is not Mark.LEFT_OUT] == new


def test_the_rows_of_a_long_table_cost_no_square():
    """Ten times as many equal rows take about ten times the seconds of the processor, not a hundred times."""
    few, many = ([f"Quay {number}: {number} boats" for number in range(count)] for count in (1_000, 10_000))
    assert len(difference(many, many[1:])) == len(many)
    assert least_seconds(lambda: difference(many, many[1:])) < 40 * least_seconds(lambda: difference(few, few[1:]))
