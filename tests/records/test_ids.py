"""Ids are made of what a record says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import record_id


def test_an_id_is_the_same_on_every_machine():
    """The id of given parts is fixed: it stands here, and a change of it would orphan every decision."""
    assert record_id("a", "Harbour Post", b"bytes", None) == "a-72dozodinebotytx"


@given(st.lists(st.text() | st.binary() | st.none()), st.lists(st.text() | st.binary() | st.none()))
def test_other_parts_give_another_id(one, other):
    """No two lists of parts run into each other; text and its UTF-8 bytes count as the same."""

    def plain(parts):
        return [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]

    assert (record_id("a", *one) == record_id("a", *other)) == (plain(one) == plain(other))


@given(st.lists(st.text()))
def test_an_id_is_safe_in_a_file_name(parts):
    """Nothing of the web gets from a part into the id."""
    assert re.fullmatch(r"a-[a-z2-7]{16}", record_id("a", *parts))
