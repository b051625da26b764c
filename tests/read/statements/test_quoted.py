"""Direct quotations without a parser."""

import pytest

from dateline.read import statements


def parts(text):
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            [span.of(text) for span in one.content],
        )
        for one in statements.quoted(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We will open in May,” Maren Oru said.", "Maren Oru", "said", ["“We will open in May,”"]),
        (
            "“We will open,” said Ana Oru, the chief.",
            "Ana Oru, the chief",
            "said",
            ["“We will open,”"],
        ),
        ("“Why now?” asked the mayor of Harlan on Friday.", "the mayor of Harlan", "asked", ["“Why now?”"]),
        ("“We will open,” Oru said. “The ferries sail.”", "Oru", "said", ["“We will open,”", "“The ferries sail.”"]),
        ("“We will,” said Mr. Oru, “open in May.”", "Mr. Oru", "said", ["“We will,”", "“open in May.”"]),
        ("On Monday, Oru told reporters: “It is late.”", "Oru", "told", ["“It is late.”"]),
        ("In Harlan, the mayor declared:\n\n“It is late.”", "the mayor", "declared", ["“It is late.”"]),
        ("Maren Oru: “It is late.”", "Maren Oru", ":", ["“It is late.”"]),
        ("“We will never leave.” — Maren Oru", "Maren Oru", "—", ["“We will never leave.”"]),
    ],
)
def test_a_quotation_has_the_cue_and_the_name_beside_it(text, source, cue, content):
    """Behind it, before it, or as its signature; further pieces are the same speaker's."""
    assert parts(text) == [(source, cue, content)]


def test_each_speaker_has_his_own():
    """A second cue in a paragraph begins a second quotation."""
    text = "“We will open,” Oru said. “You will not,” the mayor replied."
    assert parts(text) == [("Oru", "said", ["“We will open,”"]), ("the mayor", "replied", ["“You will not,”"])]


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_one_before():
    """Without a source of its own, and only where nothing stands between."""
    text = "“We will open,” Oru said.\n\n“The ferries sail.”"
    assert parts(text)[1] == (None, None, ["“The ferries sail.”"])
    assert len(parts(text.replace("\n\n", "\n\nIt rained.\n\n"))) == 1


@pytest.mark.parametrize("text", ["He likes “The Bridge”.", "A “free” port is dear.", "It rained.", ""])
def test_marks_beside_which_nobody_speaks_are_left_out(text):
    """A title and a word held at a distance are not said by anybody."""
    assert parts(text) == []
