"""Small articles that tell of promises, events and positions, and the ledger of them."""

from dataclasses import replace
from datetime import date, timedelta

from dateline import ledger, people
from dateline.records import (
    AgendaItem,
    Article,
    Certainty,
    Commitment,
    CommitmentStatus,
    Moment,
    Position,
    Reading,
    Span,
    Stance,
    Story,
    record_id,
    story_id,
)

DAY = date(2031, 5, 6)
_COMMON = {"span": Span(0, 4), "confidence": 0.9, "made_by": "test", "reader": "en-test"}
_TOLD = {"reported_by": None, "reported_in": None, "condition": None}


class Press:
    """Articles of stories over days, each with its records."""

    def __init__(self):
        self.articles, self.readings, self.stories = {}, {}, {}

    def prints(self, outlet, days, **records):
        """An article some days after the first day, in the story "fishing" unless `story` names another one.

        `text` is its text; records are of all of it.
        """
        story, text = records.pop("story", "fishing"), records.pop("text", "Text.")
        key = record_id("a", outlet, story, str(days))
        at = Moment(DAY + timedelta(days=days))
        self.articles[key] = Article(
            id=key, page_id=record_id("g", key), outlet=outlet, text=text, language="en", published=at
        )
        made = {
            kind: tuple(replace(make(key), span=Span(0, len(text))) for make in given)
            for kind, given in records.items()
        }
        self.readings[key] = Reading(article_id=key, reader="en-test", **made)
        self.stories.setdefault(story, []).append(key)

    def ledger(self, who=None, **given):
        """The ledger of all articles, whose people may be known already."""
        return ledger.ledger(self.readings, self.articles, self._stories(), who or self.people(), **given)

    def people(self):
        """Who is who in all articles."""
        return people.people(self.readings, self.articles, self._stories())

    def _stories(self):
        return [
            Story(id=story_id(keys[0]), article_ids=tuple(keys), first_day=DAY, last_day=DAY)
            for keys in self.stories.values()
        ]

    def entry(self):
        """The only entry there is."""
        (one,) = self.ledger().all
        return one


def promise(action, actor="Aud Rehn", **given):
    """A commitment."""
    values = {"beneficiary": None, "amount": None, "due": None, "due_alternatives": ()} | _TOLD | given
    status = values.pop("status", CommitmentStatus.PLEDGED)
    return lambda key: Commitment(
        id=record_id("c", key, action), article_id=key, actor=actor, action=action, status=status, **(_COMMON | values)
    )


def event(what, when, **given):
    """An event."""
    values = {"when_alternatives": (), "where": None, "participants": ()} | _TOLD | given
    certainty = values.pop("certainty", Certainty.SCHEDULED)
    return lambda key: AgendaItem(
        id=record_id("e", key, what, str(when)), article_id=key, what=what, when=when, certainty=certainty,
        **(_COMMON | values),
    )  # fmt: skip


def position(issue, stance=Stance.SUPPORTS, holder="Aud Rehn"):
    """A position."""
    return lambda key: Position(
        id=record_id("p", key, issue), article_id=key, holder=holder, issue=issue, stance=stance, **_COMMON, **_TOLD
    )
