"""The language pipeline: a text becomes a parsed document whose sentences are those of `dateline.text.sentences`."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.errors import PipelineError
from dateline.read.rules import ReadRules
from dateline.records import Span
from dateline.text import sentences

LONGEST = 1_000_000
"""The most characters that `parse` takes."""
# A sentence finder of the package's own would be a second opinion on a settled question.
_UNUSED = ("senter",)
_BATCH = 16
# Whether a token opens a sentence, as spaCy's arrays keep it: 1 and, unsigned, -1.
_MARK = "SENT_START"
_OPENS, _GOES_ON = 1, 2**64 - 1


@cache
def load(name: str = ReadRules().pipeline) -> Language:
    """The pipeline of the installed package `name`, loaded once for a process.

    Raises `PipelineError` where the package is not installed or holds no pipeline.
    """
    try:
        nlp = spacy.load(name, exclude=_UNUSED)
    except (OSError, ImportError, ValueError) as error:
        raise PipelineError(
            f"language pipeline {name!r} cannot be loaded: install its package or name another"
        ) from error
    nlp.max_length = LONGEST
    nlp.tokenizer = _Tokenizer(nlp.tokenizer)
    return nlp


def parse(nlp: Language, text: str) -> Doc:
    """`text` parsed: `token.idx` counts the characters of `text`, and `doc.sents` are `sentences.spans(text)`.

    A line break within a sentence is a space in `doc.text`, so that wrapped lines are read as one; nothing else
    differs from `text`. White space between two sentences is a token of the sentence before it. Raises `ValueError`
    where `text` is longer than `LONGEST`.
    """
    return nlp(text)


def parse_all(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Each text parsed as `parse` does it, in order; batched, so that many texts take less time."""
    return nlp.pipe(texts, batch_size=_BATCH)


class _Tokenizer:
    """The package's tokenizer, with our sentences marked before the parser looks; the parser keeps to the marks."""

    def __init__(self, inner: Callable[[str], Doc]) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        found = sentences.spans(text)
        doc = self._inner(_unwrapped(text, found))
        starts = {span.start for span in found[1:]}
        # Setting `token.is_sent_start` looks through the whole document each time.
        marks: Any = doc.to_array([_MARK])
        marks[:] = [_OPENS if token.i == 0 or token.idx in starts else _GOES_ON for token in doc]
        return doc.from_array([_MARK], marks)


def _unwrapped(text: str, found: list[Span]) -> str:
    """`text`, of the same length, with a space for each line break within a sentence."""
    pieces, done = [], 0
    for span in found:
        pieces += [text[done : span.start], span.of(text).replace("\n", " ").replace("\r", " ")]
        done = span.end
    return "".join([*pieces, text[done:]])
