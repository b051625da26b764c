"""Whether a text has the words that are looked for."""

from dateline.text.words import has_all


def test_words_are_whole():
    """ "Ice" is not in "police"; their order does not matter."""
    assert has_all("Ice closes the port of Tolle", "tolle ice")
    assert not has_all("The police raised the price", "ice")
    assert not has_all(None, "ice")
