"""How sure a statement is: what the reader doubts of it when it makes it."""

import pytest

from dateline.lang import tables
from dateline.read import people, pipeline, statements
from dateline.read.statements.doubts import Weights


@pytest.fixture(scope="module")
def find():
    """The attributions of a text."""
    nlp = pipeline.load()

    def found(text):
        doc = pipeline.parse(nlp, text)
        return statements.find(doc, people.cast(doc))

    return found


SURE = '"The quay at Dunmarrow is safe and open," Harbour Minister Jonas Halm said.'


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Jonas Halm met Harlan Veys. He left. He said the quay was safe.", "pronoun of two"),
        ("Halm slept. Jonas Halm was tired. Halm said the quay was safe.", "short name first"),
        ("The report said the quay was safe.", "described as known"),
        ("The harbour officials said the quay was safe.", "unnamed"),
        ("Orr said the quay was safe.", "lone name"),
    ],
)
def test_who_speaks_is_doubted_by_how_he_was_found(find, text, doubt):
    """A pronoun with two before it, a part of a name before the name, a description."""
    assert doubt in find(text)[-1].speaker_doubts


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Jonas Halm said the quay was safe, hinting at more work.", "participle behind a comma"),
        ("Jonas Halm said the quay was safe but ruled out more work.", "word of saying joined"),
        (SURE, "direct"),
    ],
)
def test_what_is_said_is_doubted_by_where_it_may_end(find, text, doubt):
    """Clauses behind it may be the story's own."""
    assert any(doubt in found.words_doubts for found in find(text))


def test_a_quotation_of_a_minister_is_surer_than_a_clause_that_may_end_elsewhere(find):
    """The first may be printed."""
    sure, unsure = find(SURE)[0], find("The report said the quay was safe, hinting at more work.")[0]
    assert sure.confidence > 0.94 > unsure.confidence


def test_a_confidence_is_the_chance_that_speaker_and_words_are_right():
    """What has no weight says nothing; both must be right."""
    known = Weights(speaker={"base": 0.0}, words={"base": 0.0, "far": -40.0, "near": 40.0})
    assert known.confidence((), ("unheard of",)) == 0.25
    assert (known.confidence((), ("near",)), known.confidence((), ("far",))) == (0.5, 0.0)


def test_the_table_weighs_both():
    """Without a doubt a statement is more likely right than not."""
    table = tables.table("en", "doubts")
    assert table["speaker"]["base"] > 0
    assert table["words"]["base"] > 0
