"""Texts to readings: the language pipeline and the parts of the reader, run over articles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import tee
from typing import Any, TypeVar

from spacy.tokens import Doc

from dateline.read import acts, people, pipeline, statements, times
from dateline.records import (
    AgendaItem,
    Article,
    Commitment,
    Phrase,
    Position,
    Reading,
    Record,
    Span,
    Statement,
    StatementSpans,
    TimeMention,
    record_id,
)
from dateline.text import sentences

R = TypeVar("R", Commitment, AgendaItem, Position)


def readings(articles: Iterable[Article], name: str, version: str) -> Iterator[Reading]:
    """What each article says, in order: read with the language pipeline `name`, and marked with the reader's `version`.

    Raises `PipelineError` where the pipeline is missing.
    """
    for_texts, for_readings = tee(articles)
    docs = pipeline.parse_all(pipeline.load(name), (article.text for article in for_texts))
    for article, doc in zip(for_readings, docs, strict=True):
        yield _reading(article, doc, version)


def _reading(article: Article, doc: Doc, version: str) -> Reading:
    cast = people.cast(doc)
    said = statements.find(doc, cast)
    when = times.find(article.text, times.story_day(article.published, article.dateline), doc)
    story = acts.StoryContext(doc=doc, cast=cast, statements=said, times=when, published=article.published)
    done = acts.find(story)
    maker = _Maker(article, version)
    reported = maker.said(said)
    return Reading(
        article_id=article.id,
        reader=version,
        statements=reported,
        commitments=tuple(maker.act(Commitment, found, reported) for found in done.commitments),
        agenda=tuple(maker.act(AgendaItem, found, reported) for found in done.agenda),
        positions=tuple(maker.act(Position, found, reported) for found in done.positions),
        times=tuple(maker.time(found) for found in done.times),
    )


class _Maker:
    """Turns what the parts found into records of one article, each with an id of its own."""

    def __init__(self, article: Article, version: str) -> None:
        self._article = article
        self._version = version
        self._made: Counter[tuple[str, ...]] = Counter()

    def said(self, found: Sequence[statements.Found]) -> tuple[Statement, ...]:
        made = [self._statement(one) for one in found]
        ids = [None if one.within is None else made[one.within].id for one in found]
        return tuple(replace(one, within=within) for one, within in zip(made, ids, strict=True))

    def _statement(self, found: statements.Found) -> Statement:
        spans = StatementSpans(found.source, found.cue, found.content)
        everything = spans.all()
        text = self._article.text
        content, details = " … ".join(span.of(text) for span in found.content), found.details
        return Statement(
            **self._record("q", sentences.whole(text, Span(everything[0].start, everything[-1].end)), content),
            confidence=found.confidence,
            made_by=found.rule,
            speaker=found.speaker,
            role=found.role,
            anonymous=found.anonymous,
            kind=found.kind,
            cue=" … ".join(span.of(text) for span in found.cue) or None,
            content=content,
            truncated=found.truncated,
            spans=spans,
            sourceless=found.sourceless,
            source_type=details.source_type,
            source_body=self._phrase(details.source_body),
            withheld_because=self._phrase(details.withheld_because),
            said_to=self._phrase(details.said_to),
            said_in=self._phrase(details.said_in),
            said_through=self._phrase(details.said_through),
        )

    def _phrase(self, span: Span | None) -> Phrase | None:
        return None if span is None else Phrase(span.of(self._article.text), span)

    def act(self, kind: type[R], found: Any, reported: tuple[Statement, ...]) -> R:
        own = {field.name for field in fields(kind)} - {field.name for field in fields(Record)} - {"reported_in"}
        values = {name: getattr(found, name) for name in own}
        reported_in = None if found.statement is None else reported[found.statement].id
        head = "\n".join(str(values[name]) for name in sorted(own & {"actor", "action", "what", "holder", "issue"}))
        return kind(
            **self._record(kind.__name__[0].lower(), found.span, head),
            confidence=found.confidence,
            made_by=found.rule,
            reported_in=reported_in,
            **values,
        )

    def time(self, found: times.Found) -> TimeMention:
        return TimeMention(
            **self._record("t", found.span, found.text),
            confidence=found.confidence,
            made_by=found.rule,
            text=found.text,
            type=found.type,
            value=found.value,
            alternatives=found.alternatives,
            mod=found.mod,
            zone=found.zone,
            anchor=self._phrase(found.anchor),
        )

    def _record(self, letter: str, span: Span, head: str) -> dict[str, Any]:
        """The fields that every record has; the same words twice in an article are told apart by their order."""
        key = (letter, span.of(self._article.text), head)
        self._made[key] += 1
        return {
            "id": record_id(letter, self._article.id, *key, str(self._made[key])),
            "article_id": self._article.id,
            "span": span,
            "reader": self._version,
        }
