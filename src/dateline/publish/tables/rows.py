"""A row for each record: what it says, where it stands, and which version read it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dateline import __version__
from dateline.publish.contents import Contents
from dateline.publish.shelf import AnyRecord, Shelf, Shown
from dateline.publish.tables.files import Table
from dateline.records import AgendaItem, Article, Commitment, Phrase, Position, Span, Statement

_ARTICLE = {
    "outlet": "string", "agency": "string", "headline": "string", "url": "string", "article_id": "string",
    "published": "string", "updated": "string", "language": "string",
}  # fmt: skip
_EVIDENCE = {
    "sentence_start": "int", "sentence_end": "int", "confidence": "float", "made_by": "string", "reader": "string",
    "dateline": "string",
}  # fmt: skip
_SPANS = {"source_spans": "spans", "cue_spans": "spans", "content_spans": "spans"}
_FOLLOWED = {"entry": "string", "step": "string", "before": "string"}
"""Of the ledger: the entry that the record is of, what it changes there, and what held before; both of these are null
where the rights of one of the entry's articles do not let us show its words."""
_TOLD = {"reported_by": "string", "condition": "string", "sentence": "string"}


def _statement(record: Statement, article: Article, shelf: Shelf) -> dict[str, Any]:
    return {
        **_named("speaker", record, shelf, record.speaker),
        "role": record.role,
        "anonymous": record.anonymous,
        "source_type": record.source_type,
        "source_body": _words_of(record.source_body),
        "withheld_because": _words_of(record.withheld_because),
        "sourceless": record.sourceless,
        "said_to": _words_of(record.said_to),
        "said_in": _words_of(record.said_in),
        "said_through": _words_of(record.said_through),
        "kind": record.kind.value,
        "cue": record.cue,
        "content": record.content,
        "truncated": record.truncated,
        "sentence": record.span.of(article.text),
    }


def _commitment(record: Commitment, article: Article, shelf: Shelf) -> dict[str, Any]:
    amount = record.amount
    return {
        **_named("actor", record, shelf, record.actor),
        "action": record.action,
        "beneficiary": record.beneficiary,
        "amount": amount and amount.value,
        "amount_min": amount and amount.min,
        "amount_max": amount and amount.max,
        "unit": amount and amount.unit,
        "per": amount and amount.per,
        "due": record.due,
        "due_alternatives": list(record.due_alternatives),
        "status": record.status.value,
        **_told(record, article),
    }


def _event(record: AgendaItem, article: Article, _: Shelf) -> dict[str, Any]:
    return {
        "what": record.what,
        "when": record.when,
        "when_alternatives": list(record.when_alternatives),
        "when_words": record.when_words,
        "where": record.where,
        "participants": list(record.participants),
        "certainty": record.certainty.value,
        **_told(record, article),
    }


def _position(record: Position, article: Article, shelf: Shelf) -> dict[str, Any]:
    return {
        **_named("holder", record, shelf, record.holder),
        "issue": record.issue,
        "stance": record.stance.value,
        **_told(record, article),
    }


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of record, as a table has it."""

    words: Mapping[str, str]
    """The columns that are made of the article's words, which are null where its rights do not let us show them."""
    made: Callable[[Any, Article, Shelf], dict[str, Any]]
    beside: Mapping[str, str]

    def columns(self) -> dict[str, str]:
        """The columns of the table, each with what it holds."""
        return {"id": "string", **self.words, "shown": "bool", **_ARTICLE, **self.beside, **_EVIDENCE}


KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "statements": _Kind(
            {
                "speaker": "string", "speaker_id": "string", "speaker_as_printed": "string", "role": "string",
                "anonymous": "bool", "source_type": "string", "source_body": "string", "withheld_because": "string",
                "sourceless": "bool", "said_to": "string", "said_in": "string", "said_through": "string",
                "kind": "string", "cue": "string", "content": "string", "truncated": "bool", "sentence": "string",
            },
            _statement,
            _SPANS,
        ),
        "commitments": _Kind(
            {
                "actor": "string", "actor_id": "string", "actor_as_printed": "string", "action": "string",
                "beneficiary": "string", "amount": "float", "amount_min": "float", "amount_max": "float",
                "unit": "string", "per": "string", "due": "string", "due_alternatives": "strings", "status": "string",
                **_TOLD,
            },
            _commitment,
            _FOLLOWED,
        ),
        "agenda": _Kind(
            {
                "what": "string", "when": "string", "when_alternatives": "strings", "when_words": "string",
                "where": "string", "participants": "strings", "certainty": "string", **_TOLD,
            },
            _event,
            _FOLLOWED,
        ),
        "positions": _Kind(
            {
                "holder": "string", "holder_id": "string", "holder_as_printed": "string", "issue": "string",
                "stance": "string", **_TOLD,
            },
            _position,
            _FOLLOWED,
        ),
    }
)  # fmt: skip
"""What can be a table."""


def table(kind: str, contents: Contents, record_ids: Iterable[str]) -> Table:
    """The records of these ids, all of one of `KINDS`, in their order, as far as the rights of their articles go."""
    shelf = Shelf(contents)
    wanted = list(record_ids)
    rows = tuple(_row(KINDS[kind], shelf.shown[key], shelf, contents) for key in wanted if key in shelf.shown)
    return Table(KINDS[kind].columns(), rows, sum(not row["shown"] for row in rows), len(wanted) - len(rows))


def _row(kind: _Kind, one: Shown, shelf: Shelf, contents: Contents) -> dict[str, Any]:
    record, article = one.record, one.article
    shown = shelf.tells(one)
    words = kind.made(record, article, shelf) if shown else dict.fromkeys(kind.words)
    return {
        "id": record.id,
        **words,
        "shown": shown,
        "outlet": article.outlet,
        "agency": article.agency,
        "headline": article.headline,
        "url": article.url,
        "article_id": article.id,
        "published": article.published.iso() if article.published else None,
        "updated": article.updated.iso() if article.updated else None,
        "language": article.language,
        **_beside(record, contents, shelf),
        "sentence_start": record.span.start,
        "sentence_end": record.span.end,
        "confidence": record.confidence,
        "made_by": record.made_by,
        "reader": record.reader,
        "dateline": __version__,
    }


def _beside(record: AnyRecord, contents: Contents, shelf: Shelf) -> dict[str, Any]:
    if isinstance(record, Statement):
        spans = record.spans
        return dict(zip(_SPANS, map(_pairs, (spans.source, spans.cue, spans.content)), strict=True))
    entry = contents.ledger.by_record[record.id]
    if len(entry.mentions) > 1 and not shelf.history(record):
        return {"entry": entry.id, "step": None, "before": None}
    mention = entry.mention_of(record.id)
    return {"entry": entry.id, "step": mention.step.value, "before": mention.before}


def _named(column: str, record: Statement | Commitment | Position, shelf: Shelf, printed: str | None) -> dict[str, Any]:
    """Who it is by the name of its page, the id of that, and the name that the article has."""
    actors = shelf.actors_of(record)
    one = actors[0] if len(actors) == 1 else None
    return {
        column: one.name if one else printed,
        f"{column}_id": one.id if one else None,
        f"{column}_as_printed": printed,
    }


def _told(record: Commitment | AgendaItem | Position, article: Article) -> dict[str, Any]:
    return {
        "reported_by": record.reported_by,
        "condition": record.condition,
        "sentence": record.span.of(article.text),
    }


def _words_of(phrase: Phrase | None) -> str | None:
    return None if phrase is None else phrase.text


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
