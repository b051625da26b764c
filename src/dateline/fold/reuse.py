"""Partial reuse: sentences of one text in a story that is mostly its outlet's own."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.fold.compare import Text, taken
from dateline.fold.rules import FoldRules
from dateline.fold.shelf import Known
from dateline.records import CopySet, Reading, Record, Reuse, Span


def took_from(one: Known, other: Known) -> bool:
    """Whether it is the one that took from the other, and not the other way round.

    What an agency sent is not taken from a paper; of others, the later one took.
    """
    if (one.wire_item is None) != (other.wire_item is None):
        return one.wire_item is None
    return one.time > other.time


def reuse_of(original: str, mine: Text, source: Text, rules: FoldRules) -> Reuse | None:
    """The sentences of a text that one of another sender has too, as from the original of a copy set.

    None where they share too little: two that quote the same words of somebody copy nothing.
    """
    found = taken(mine, source)
    if int(mine.lengths[found & ~mine.quoted].sum()) < rules.reused:
        return None
    spans = [span for span, is_taken in zip(mine.sentences, found, strict=True) if is_taken]
    return Reuse(article_id=original, spans=tuple(_joined(spans)))


def counted_once(
    readings: Mapping[str, Reading], copy_sets: Iterable[CopySet], known: Container[str]
) -> dict[str, Reading]:
    """The readings without what stands in sentences that are another text's: it was read there and counts there.

    `known` are the articles that may be used. What was taken from one that may be and was not read, stays.
    """
    found = dict(readings)
    for copy_set in copy_sets:
        reading = found.get(copy_set.original)
        if reading is None:
            continue
        for reuse in copy_set.reuses:
            if reuse.article_id in readings or reuse.article_id not in known:
                reading = _without(reading, reuse)
        found[copy_set.original] = reading
    return found


def _without(reading: Reading, reuse: Reuse) -> Reading:
    def own(record: Record) -> bool:
        return not any(span.overlaps(record.span) for span in reuse.spans)

    return replace(
        reading,
        statements=tuple(filter(own, reading.statements)),
        commitments=tuple(filter(own, reading.commitments)),
        agenda=tuple(filter(own, reading.agenda)),
        positions=tuple(filter(own, reading.positions)),
    )


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans, those with at most an empty line between them as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and span.start - last.end <= len("\n\n"):
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
