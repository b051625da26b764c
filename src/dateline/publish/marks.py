"""The text of an article in runs, each under the marks that lie on it."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Article, ParagraphKind, Passage, Reading, Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters under the same marks."""

    text: str
    marks: tuple[str, ...]
    """"source", "cue", "content", "evidence", "time"; sorted."""
    anchors: tuple[str, ...]
    """Ids of the records whose evidence begins here, and of passages that are quoted elsewhere."""


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph, or the part of it that may be shown, in runs; their texts joined are its text."""

    kind: ParagraphKind
    runs: tuple[Run, ...]


def marked(
    article: Article, reading: Reading | None, shown: Span, passages: Iterable[Passage] = ()
) -> tuple[MarkedParagraph, ...]:
    """The part of an article that `shown` is, with all that was read in it and the anchors of `passages` of it."""
    layers, anchors = _layers(reading)
    for place, anchor in {(one.span.start, one.anchor) for one in passages if one.anchor}:
        anchors[place].append(anchor)
    inside = [
        (paragraph.kind, Span(max(paragraph.span.start, shown.start), min(paragraph.span.end, shown.end)))
        for paragraph in article.paragraphs
        if paragraph.span.overlaps(shown)
    ]
    return tuple(MarkedParagraph(kind, _runs(article.text, span, layers, anchors)) for kind, span in inside)


def _layers(reading: Reading | None) -> tuple[list[tuple[Span, str]], dict[int, list[str]]]:
    layers: list[tuple[Span, str]] = []
    anchors: defaultdict[int, list[str]] = defaultdict(list)
    if reading is None:
        return layers, anchors
    for statement in reading.statements:
        parts = statement.spans
        layers += [(span, "source") for span in parts.source]
        layers += [(span, "cue") for span in parts.cue]
        layers += [(span, "content") for span in parts.content]
        anchors[statement.span.start].append(statement.id)
    for record in (*reading.commitments, *reading.agenda, *reading.positions):
        layers.append((record.span, "evidence"))
        anchors[record.span.start].append(record.id)
    layers += [(time.span, "time") for time in reading.times]
    return layers, anchors


def _runs(text: str, inside: Span, layers: list[tuple[Span, str]], anchors: dict[int, list[str]]) -> tuple[Run, ...]:
    here = [(span, mark) for span, mark in layers if span.overlaps(inside)]
    borders = {inside.start, inside.end}
    for span, _ in here:
        borders |= {max(span.start, inside.start), min(span.end, inside.end)}
    borders |= {place for place in anchors if inside.start <= place < inside.end}
    ordered = sorted(borders)
    runs = []
    for start, end in itertools.pairwise(ordered):
        run = Span(start, end)
        marks = sorted({mark for span, mark in here if span.covers(run)})
        runs.append(Run(run.of(text), tuple(marks), tuple(sorted(anchors.get(start, ())))))
    return tuple(runs)
