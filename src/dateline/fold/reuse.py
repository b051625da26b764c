"""Partial reuse: sentences of one text in a story that is mostly its outlet's own."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.fold.compare import Text, taken
from dateline.fold.likeness import same_sender
from dateline.fold.rules import FoldRules
from dateline.records import CopySet, Reading, Record, Reuse, Span, by_time


def is_reuse(one: Text, other: Text, rules: FoldRules) -> bool:
    """Whether two texts of two senders share enough. Two that quote the same words of somebody copy nothing."""
    if same_sender(one.article, other.article):
        return False
    found = taken(one, other) & ~one.quoted
    return int(one.lengths[found].sum()) >= rules.reused


def took_from(one: Text, other: Text) -> tuple[Text, Text]:
    """Which of two took from which. What an agency sent is not taken from a paper; of others, the later one took."""
    if (one.article.wire_item is None) != (other.article.wire_item is None):
        return (one, other) if other.article.wire_item is not None else (other, one)
    first, later = sorted((one, other), key=lambda text: by_time(text.article))
    return later, first


def reuse_of(original: str, mine: Text, source: Text) -> Reuse:
    """The sentences of a text that another one has too, as from the original of a copy set."""
    found = taken(mine, source)
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
