"""An attribution in words."""

from dataclasses import replace

import pytest

from dateline.records import Phrase, SourceType, Span, Statement, StatementKind, StatementSpans
from dateline.text import attribution

SAID = Statement(
    id="s",
    article_id="a",
    span=Span(0, 10),
    confidence=0.9,
    made_by="statements/say-verb",
    reader="en-1",
    speaker="Aud Rehn",
    role=None,
    anonymous=False,
    kind=StatementKind.INDIRECT,
    cue="said",
    content="the quay would open",
    truncated=False,
    spans=StatementSpans((), (), ()),
)


def phrase(words):
    return Phrase(words, Span(0, len(words)))


CLERK = {"speaker": "a clerk", "anonymous": True}


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ({}, "Aud Rehn"),
        ({"role": "harbour minister"}, "Aud Rehn, harbour minister"),
        ({"said_to": phrase("reporters"), "said_in": phrase("in Hollin")}, "Aud Rehn; to reporters, in Hollin"),
        ({"said_through": phrase("a statement")}, "Aud Rehn; through a statement"),
        (CLERK, "a clerk (unnamed)"),
        (CLERK | {"source_type": SourceType.OFFICIAL}, "a clerk (unnamed official)"),
        (CLERK | {"source_type": SourceType.CLOSE}, "a clerk (unnamed person close by)"),
        (CLERK | {"source_body": phrase("the harbour board")}, "a clerk (unnamed, the harbour board)"),
        (CLERK | {"withheld_because": phrase("he fears for his post")}, "a clerk (unnamed: “he fears for his post”)"),
        ({"speaker": None, "sourceless": True}, "nobody named"),
        ({"speaker": None}, "who says it is not clear"),
        ({"speaker": None, "role": "minister"}, "who says it is not clear"),
    ],
)
def test_a_label_tells_what_the_story_tells(told, label):
    """Who it is, what he is, to whom, where and through what; nothing where the story is silent."""
    assert attribution.label(replace(SAID, **told)) == label


def test_the_agency_that_was_told_is_named_once():
    """Of "told NSP" the agency is both whom it was said to and through what."""
    agency = phrase("NSP")
    assert attribution.label(replace(SAID, said_to=agency, said_through=agency)) == "Aud Rehn; to NSP"


def test_a_quotation_is_credited_to_its_speaker_alone():
    """What is copied with a quotation names the speaker and his role; nobody where there is none."""
    assert attribution.credit(replace(SAID, role="harbour minister", said_to=phrase("reporters"))) == (
        "Aud Rehn, harbour minister"
    )
    assert attribution.credit(replace(SAID, speaker=None, role="minister")) == ""


def test_an_occasion_in_the_words_of_the_cue_is_told_once():
    """Of "said in a statement" the cue tells the medium; what it does not tell stays in the label."""
    text = "Aud Rehn said in a statement to farmers"
    statement, farmers = Phrase("a statement", Span(17, 28)), Phrase("farmers", Span(32, 39))
    spans = StatementSpans((Span(0, 8),), (Span(9, 28),), ())
    said = replace(SAID, cue=text[9:28], spans=spans, said_through=statement, said_to=farmers)
    assert attribution.in_full(said) == "Aud Rehn; to farmers · said in a statement"
    assert attribution.in_full(replace(said, cue=None, spans=StatementSpans((), (), ()))) == (
        "Aud Rehn; to farmers, through a statement · no cue"
    )
