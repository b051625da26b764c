"""Everything that somebody said about something since a day, from the store."""

from dataclasses import dataclass
from datetime import date

from dateline import publish
from dateline.ledger import Entry, Followed
from dateline.people import Identity, folded
from dateline.records import Article, Position, Statement, StatementKind, by_time
from dateline.store import Store, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for; None or empty where anything will do."""

    by: Identity | None = None
    described: str = ""
    """Words of a speaker who is nobody in particular, or of his role: "officials"."""
    about: str = ""
    """Words that stand in what was said or in its sentence."""
    since: date | None = None
    until: date | None = None
    """First and last day of publication, by the clock of the settings."""
    kind: StatementKind | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that was asked for."""

    statement: Statement
    article: Article
    who: tuple[Identity, ...]
    """Who says it; empty where it is nobody in particular, several where they say it together."""


def answers(question: Question, contents: publish.Contents, store: Store) -> list[Answer]:
    """The statements that are asked for, the newest first, those of one article in the order of its text.

    They are those of the originals that `contents` has: what was withdrawn, or is a copy, says nothing.
    """
    with store.begin() as db:
        about = said.find_statements(db, question.about) if question.about else None
    originals = [copy_set.original for copy_set in contents.copy_sets]
    found = [
        Answer(statement, contents.articles[key], contents.people.by_record.get(statement.id, ()))
        for key in originals
        if key in contents.readings and key in contents.articles
        for statement in contents.readings[key].statements
        if about is None or statement.id in about
    ]
    fitting = [one for one in found if _is_by(one, question) and _is_of(one, question, contents)]
    fitting.sort(key=lambda one: (one.statement.span, one.statement.id))
    return sorted(fitting, key=lambda one: by_time(one.article), reverse=True)


def positions_on(issue: str, contents: publish.Contents) -> list[Entry]:
    """The positions on an issue: each of its words begins a word of what it is on or of its sentence."""
    wanted = folded(issue).split()
    return [
        entry
        for entry in contents.ledger.all
        if isinstance(entry.newest, Position)
        and any(_has(wanted, _told(mention.record, contents)) for mention in entry.mentions)
    ]


def _told(record: Followed, contents: publish.Contents) -> str:
    printed = record.span.of(contents.articles[record.article_id].text)
    return f"{record.issue} {printed}" if isinstance(record, Position) else printed


def _has(wanted: list[str], told: str) -> bool:
    printed = folded(told).split()
    return all(any(word.startswith(start) for word in printed) for start in wanted)


def _is_by(one: Answer, question: Question) -> bool:
    if question.by is not None:
        return any(who.id == question.by.id for who in one.who)
    wanted = set(folded(question.described).split())
    return wanted <= set(folded(f"{one.statement.speaker or ''} {one.statement.role or ''}").split())


def _is_of(one: Answer, question: Question, contents: publish.Contents) -> bool:
    if question.kind is not None and one.statement.kind is not question.kind:
        return False
    if question.since is None and question.until is None:
        return True
    if one.article.published is None:
        return False
    day = one.article.published.day_in(contents.zone)
    return (question.since or date.min) <= day <= (question.until or date.max)
