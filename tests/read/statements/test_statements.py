"""Who said what: source, cue, content and speaker."""

import pytest

from dateline.read import people, pipeline, statements
from dateline.records import StatementKind


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


@pytest.fixture(scope="module")
def find(nlp):
    """The attributions of a text."""

    def found(text):
        doc = pipeline.parse(nlp, text)
        return statements.find(doc, people.cast(doc))

    return found


def parts(text, found):
    """Source, cue and content in words."""
    return tuple(" | ".join(span.of(text) for span in part) for part in (found.source, found.cue, found.content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Maren Oru said Friday the port would open.", "Maren Oru", "said", "the port would open"),
        ("Oru said on Friday the port would open.", "Oru", "said", "the port would open"),
        ("The mayor said that the port was safe.", "The mayor", "said", "that the port was safe"),
        (
            "Harbour chief Maren Oru said Friday the port will open in May, but there will be no ferries.",
            "Harbour chief Maren Oru",
            "said",
            "the port will open in May, but there will be no ferries",
        ),
        ("The port would open in May, Oru said.", "Oru", "said", "The port would open in May"),
        (
            "“We will open in May,” said Maren Oru, the harbour chief.",
            "Maren Oru, the harbour chief",
            "said",
            "“We will open in May,”",
        ),
        (
            "“We will open,” Oru said. “The ferries will sail.”",
            "Oru",
            "said",
            "“We will open,” | “The ferries will sail.”",
        ),
        ("The port was safe, according to the coast guard.", "the coast guard", "according to", "The port was safe"),
        ("The minister denied that he took money.", "The minister", "denied", "that he took money"),
        ("She would not say whether she would resign.", "She", "would not say", "whether she would resign"),
        ("The council plans to close the bridge.", "The council", "plans", "to close the bridge"),
        ("The opposition called for an inquiry.", "The opposition", "called for", "an inquiry"),
        ("The union condemned the closure of the bridge.", "The union", "condemned", "the closure of the bridge"),
        ("The deal is seen as a small step.", "", "is seen", "The deal | as a small step"),
        ("Ministers are reluctant to pay for the bridge.", "Ministers", "are reluctant", "to pay for the bridge"),
        (
            "The council issued a warning that the bridge was unsafe.",
            "The council",
            "issued a warning",
            "that the bridge was unsafe",
        ),
    ],
)
def test_an_attribution_is_found_in_its_characters(find, text, source, cue, content):
    """Source, cue and content of each shape, with negation and modals in the cue."""
    outer = [found for found in find(text) if not found.nested]
    assert parts(text, outer[0]) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will open in May,” Oru said.", StatementKind.DIRECT),
        ("Oru said the port was “fit for use”.", StatementKind.MIXED),
        ("Oru said the port was open.", StatementKind.INDIRECT),
        ("``We will open in May,'' Oru said.", StatementKind.DIRECT),
    ],
)
def test_the_kind_follows_the_quotation_marks(find, text, kind):
    """Wholly, partly or not at all within marks, also where an agency types two single ones."""
    assert find(text)[0].kind is kind


def test_a_quotation_alone_belongs_to_the_speaker_before(find):
    """It has no source and no cue, and the full name of who spoke last."""
    text = "Harbour chief Maren Oru met the press.\n\n“We will open,” Oru said.\n\n“I am sure that it will be in May.”"
    alone = next(found for found in find(text) if found.rule == statements.ALONE)
    assert (alone.source, alone.cue, alone.speaker, alone.role) == ((), (), "Maren Oru", "Harbour chief")
    assert parts(text, alone)[2] == "“I am sure that it will be in May.”"


def test_an_unnamed_source_is_flagged(find):
    """Diplomats speak without a name."""
    found = find("Diplomats say the talks will go on.")[0]
    assert (found.speaker, found.anonymous) == ("diplomats", True)


def test_a_name_withheld_on_request_is_flagged(find):
    """The words that give the reason make a source anonymous."""
    text = "A spokesman who asked not to be named said the talks will go on."
    said = next(found for found in find(text) if parts(text, found)[1] == "said")
    assert said.anonymous


def test_a_text_that_breaks_off_says_so(find):
    """The content that the text ends in is truncated; one that ends its sentence is not."""
    text = "Oru said the port was open. Diplomats say so far the council has"
    assert [found.truncated for found in find(text) if not found.nested] == [False, True]


def test_statements_within_a_quotation_are_nested(find):
    """What the quoted speaker says of himself is his, and marked as standing within."""
    text = "“I am confident that we will win,” said Maren Oru."
    inner = [found for found in find(text) if found.nested]
    assert [found.speaker for found in inner] == ["Maren Oru"]


def test_every_piece_lies_in_the_text_and_in_order(find):
    """Spans are within the text, not empty and sorted."""
    text = "“We will open,” Oru said, adding that ferries would sail. “Soon.”\n\n“Soon, I think.”\n\nOru: No more money"
    for found in find(text):
        for part in (found.source, found.cue, found.content):
            assert list(part) == sorted(part)
            assert all(0 <= span.start < span.end <= len(text) for span in part)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "“", "” said", "said said said", ": :", '"\n"\n"', "According to", "Oru said"]
)
def test_scraps_are_read_without_harm(find, text):
    """No text is too broken to read."""
    assert isinstance(find(text), tuple)
