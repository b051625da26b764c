"""The pipeline: sentences are ours, characters are the text's."""

import pytest

from dateline.errors import PipelineError
from dateline.read import pipeline
from dateline.text import sentences

TEXTS = [
    "Mr. Oru met Dr. Vey. they spoke. They left.",
    "A headline without a stop\n\nThe mayor of Veldt said: “We go. They stay.”\n\n“Why?” she asked.",
    "Wrapped lines of a\nwire story are one\nsentence. And this is\nanother.\n\n\n  Indented.",
    "  \n\nWhite space first. Then words.  \n",
    "The council met ...",
    "",
]


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_are_those_of_the_text_package(nlp, text):
    """The parser neither adds a boundary nor removes one."""
    doc = pipeline.parse(nlp, text)
    parsed = [sentence.text.strip() for sentence in doc.sents]
    assert parsed == [span.of(text).replace("\n", " ") for span in sentences.spans(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_count_the_characters_of_the_text(nlp, text):
    """Each word of the document stands at its place in the text as given."""
    doc = pipeline.parse(nlp, text)
    assert len(doc.text) == len(text)
    assert all(text[word.idx : word.idx + len(word)] == word.text for word in doc if not word.is_space)


def test_many_texts_are_parsed_as_one_by_one(nlp):
    """Batches change nothing of what is read."""
    together = [[word.dep_ for word in doc] for doc in pipeline.parse_all(nlp, TEXTS)]
    assert together == [[word.dep_ for word in pipeline.parse(nlp, text)] for text in TEXTS]


def test_the_pipeline_is_loaded_once(nlp):
    """Asking again gives the same pipeline."""
    assert pipeline.load() is nlp


def test_a_package_that_is_not_there_is_one_clear_line():
    """The error names the package and what to do."""
    with pytest.raises(PipelineError, match="'xx_not_there' cannot be loaded"):
        pipeline.load("xx_not_there")
