"""Tries all shapes on a text; the longest expression that begins first is kept."""

from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from spacy.tokens import Doc

from dateline.read.times import dates, lengths, relative
from dateline.read.times.found import Context, Found, Shape, Value
from dateline.read.times.tense import tense_at
from dateline.records import Moment, Span

_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    order: int
    shape: Shape
    value: Value


def find(text: str, published: Moment | None, doc: Doc) -> list[Found]:
    """The time expressions of `text`, in order, none over another.

    `doc` is the parsed text: its tenses tell a past Friday from a coming one. Where `published` is None, what is
    counted from that day has no value.
    """
    day = published.day if published else None
    candidates = sorted(_candidates(text, day, doc), key=lambda one: (one.span.start, -one.span.end, one.order))
    found: list[Found] = []
    end = 0
    for one in candidates:
        if one.span.start >= end:
            found.append(_found(text, one))
            end = one.span.end
    return found


@cache
def _shapes() -> tuple[Shape, ...]:
    return (*dates.shapes(_LANGUAGE), *relative.shapes(_LANGUAGE), *lengths.shapes(_LANGUAGE))


def _candidates(text: str, day: date | None, doc: Doc) -> list[_Candidate]:
    found = []
    for order, shape in enumerate(_shapes()):
        for match in shape.pattern.finditer(text):
            span = Span(*match.span("text" if "text" in shape.pattern.groupindex else 0))
            if _is_word_of_time(doc, span):
                value = shape.resolve(match, Context(day, partial(tense_at, doc, *span)))
                found += [_Candidate(span, order, shape, value)] if value else []
    return found


def _is_word_of_time(doc: Doc, span: Span) -> bool:
    """False for "may" and "march" as verbs, for "2000 people", and for an adjective "second"."""
    touched = doc.char_span(*span, alignment_mode="expand")
    if touched is None or len(touched) != 1:
        return touched is not None
    token = touched[0]
    if token.pos_ in {"VERB", "AUX"} and token.lower_ in {"may", "march"}:
        return False
    if token.is_digit and token.dep_ == "nummod":
        return token.head.tag_ not in {"NNS", "NNPS"}
    return token.ent_type_ != "PERSON" or not token.is_alpha


def _found(text: str, one: _Candidate) -> Found:
    return Found(
        span=one.span,
        text=one.span.of(text),
        type=one.value.type,
        value=one.value.value,
        alternatives=one.value.alternatives,
        confidence=one.shape.confidence,
        rule=f"times/{one.shape.name}",
    )
