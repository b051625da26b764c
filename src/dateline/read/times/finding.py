"""Tries all shapes on a text; the longest expression that begins first is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Doc

from dateline.read.times import clocks
from dateline.read.times.found import Context, Found, Shape, Value
from dateline.read.times.grammar import anchor_of, is_time, place_of, tense_at
from dateline.read.times.shapes import shapes
from dateline.read.times.words import words
from dateline.records import Moment, Span

_LANGUAGE = "en"
_BEFORE, _BEHIND = 60, 40
"""How many characters of an expression stand before and behind the word it is looked for by."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    order: int
    shape: Shape
    match: re.Match[str]


def find(text: str, published: Moment | None, doc: Doc) -> list[Found]:
    """The time expressions of `text`, in order, none over another.

    `doc` is the parsed text: its tenses tell a past Friday from a coming one. Where `published` is None, what is
    counted from that day has no value.
    """
    day = published.day if published else None
    found: list[Found] = []
    end = 0
    for one in sorted(_candidates(doc), key=lambda one: (one.span.start, -one.span.end, one.order)):
        if one.span.start >= end and is_time(doc, one.span):
            value = one.shape.resolve(
                one.match, Context(day, partial(tense_at, doc, one.span, one.match.string), found)
            )
            if value is not None:
                found.append(_found(text, doc, one, value))
                end = one.span.end
    return [_in_place(doc, one) for one in clocks.joined(text, found)]


def _in_place(doc: Doc, one: Found) -> Found:
    """With the place whose clock it goes by, which stands behind the day of an hour: "4 p.m. Friday in Tolle"."""
    return one if one.zone or one.rule != clocks.CLOCK else replace(one, zone=place_of(doc, one.span, one.type))


def _candidates(doc: Doc) -> Iterator[_Candidate]:
    """A line break within a sentence is a space, as in the parsed text."""
    text = doc.text
    windows = _windows(text)
    for order, shape in enumerate(shapes(_LANGUAGE)):
        group = "text" if "text" in shape.pattern.groupindex else 0
        for kind in shape.near:
            for window in windows.get(kind, ()):
                for match in shape.pattern.finditer(text, *window):
                    yield _Candidate(Span(*match.span(group)), order, shape, match)


def _windows(text: str) -> dict[str, list[Span]]:
    """The stretches around words of time, by the kind of the word; most shapes are looked for in a few of them only."""
    windows: dict[str, list[Span]] = {}
    for match in words(_LANGUAGE).near.finditer(text):
        kind = windows.setdefault(match.lastgroup or "", [])
        start = text.rfind(" ", 0, max(0, match.start() - _BEFORE)) + 1
        end = text.find(" ", match.end() + _BEHIND)
        if kind and start <= kind[-1].end:
            start = kind.pop().start
        kind.append(Span(start, len(text) if end < 0 else end))
    return windows


def _found(text: str, doc: Doc, one: _Candidate, value: Value) -> Found:
    written = one.span.of(text)
    return Found(
        span=one.span,
        text=written,
        type=value.type,
        value=value.value,
        alternatives=value.alternatives,
        confidence=one.shape.confidence,
        rule=f"times/{one.shape.name}",
        mod=words(_LANGUAGE).mod(written),
        zone=one.match.groupdict().get("zone") or place_of(doc, one.span, value.type),
        anchor=anchor_of(doc, one.span, value),
        is_dayless=one.shape.name == "clock",
        is_weekday=one.shape.name == "weekday" and not (one.match["turn"] or one.match["week"]),
    )
