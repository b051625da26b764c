"""Quotation marks."""

import pytest

from dateline.text import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("“A”, „B“ and «C»", ["“A”", "„B“", "«C»"]),
        ("“It goes on\n“and on,” he said", ["“It goes on", "“and on,”"]),
        ('An open "end', ['"end']),
        ("None", []),
    ],
)
def test_quotations_are_found(text, found):
    """Straight and typographic marks open and close; a paragraph's end closes too."""
    assert [span.of(text) for span in quotes.spans(text)] == found
