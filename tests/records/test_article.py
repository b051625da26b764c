"""An article's one text."""

from dateline.records import ParagraphKind, joined


def test_paragraphs_stand_where_they_say():
    """Each paragraph's span gives its words back; empty ones are left out."""
    given = [(ParagraphKind.TEXT, "One."), (ParagraphKind.TEXT, ""), (ParagraphKind.SUBHEAD, "Two")]
    text, paragraphs = joined(given)
    assert text == "One.\n\nTwo"
    assert [(one.kind, one.span.of(text)) for one in paragraphs] == [given[0], given[2]]
