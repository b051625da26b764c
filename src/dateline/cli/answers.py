"""The JSON that `dateline read --json` prints, one object a line. Its keys are a promise: docs/records.md."""

from typing import Any

import msgspec

from dateline.records import Article, Completeness, Reading, Record, Skipped


def extracted_object(name: str, article: Article) -> dict[str, Any]:
    """All that a page gives as an article, with the rule or part of the page that gave each field."""
    return {
        "input": name,
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "section": article.section,
        "topic": article.topic,
        "authors": list(article.authors),
        "agency": article.agency,
        "dateline": article.dateline,
        "published": None if article.published is None else article.published.iso(),
        "updated": None if article.updated is None else article.updated.iso(),
        "language": article.language,
        "pictures": [msgspec.to_builtins(picture) for picture in article.pictures],
        "embeds": [msgspec.to_builtins(embed) for embed in article.embeds],
        "paragraphs": [{"kind": one.kind.value, "text": one.span.of(article.text)} for one in article.paragraphs],
        "text": article.text,
        "complete": _complete(article),
        "completeness": article.completeness.value,
        "completeness_why": article.completeness_why,
        "author_box": article.author_box,
        "correction": article.correction,
        "tags": list(article.tags),
        "subjects": list(article.subjects),
        "agency_item": _agency_item(article),
        "mailing_list": article.mailing_list,
        "found_by": dict(article.found_by),
    }


def article_object(name: str, article: Article, reading: Reading | None, skip: Skipped | None) -> dict[str, Any]:
    """All that was read in one article; its lists are empty where it was not read, and `skipped` says why."""
    return {
        **extracted_object(name, article),
        "statements": _records(reading.statements if reading else ()),
        "commitments": _records(reading.commitments if reading else ()),
        "agenda": _records(reading.agenda if reading else ()),
        "positions": _records(reading.positions if reading else ()),
        "times": _records(reading.times if reading else ()),
        "skipped": None if skip is None else {"reason": skip.reason.value, "detail": skip.detail},
    }


def skipped_object(skip: Skipped) -> dict[str, Any]:
    """What was not taken at all, and why."""
    return {"input": skip.name, "skipped": {"reason": skip.reason.value, "detail": skip.detail}}


def _agency_item(article: Article) -> dict[str, Any]:
    """What an agency says about the item beside its text."""
    return {
        "id": article.wire_item,
        "version": article.wire_version,
        "state": article.wire_state.value,
        "note": article.wire_note,
        "slug": article.slug,
        "urgency": article.urgency,
        "embargo": None if article.embargo is None else article.embargo.iso(),
        "terms": article.terms,
    }


def _complete(article: Article) -> bool | None:
    """None where the page leaves it open."""
    if article.completeness is Completeness.UNKNOWN:
        return None
    return article.completeness is Completeness.COMPLETE


def _records(records: tuple[Record, ...]) -> list[dict[str, Any]]:
    return [_without_article(record) for record in records]


def _without_article(record: Record) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(record)
    del fields["article_id"]
    return fields
