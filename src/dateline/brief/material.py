"""What an edition is made from, up to its day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from functools import cached_property

from dateline.brief.watched import Watched
from dateline.ledger import Least, Ledger
from dateline.records import Article, CopySet, Edition, PressTime, Profile, Reading, Span, Story, Withdrawal

LATE = 7
"""Days after which what comes in late is no news any more."""


@dataclass(frozen=True, slots=True)
class BriefRules:
    """How an edition is made."""

    zone: tzinfo
    """The zone whose calendar days count."""
    watched: Watched = field(default_factory=lambda: Watched(Profile()))
    covers: int = 1
    """Days that an edition covers where none came before it."""
    minutes: int | None = None
    """Minutes of reading that the sections may take; None: as many as there are stories."""
    least: Least = field(default_factory=Least)
    """Commitments, agenda items and positions that the reader is less sure of are not printed."""
    least_known: float = 0.5
    """Statements that the reader is less sure of count for nothing."""
    least_said: float = 0.94
    """Statements that the reader is less sure of are on the pages of their articles, and in no brief."""
    passages: int = 3
    sentences: int = 4
    """Of all passages of a brief together."""
    statements: int = 5
    records: int = 5
    """Commitments, and agenda items, of a brief; the pages of its story have all."""
    longest: int = 700
    """Characters of the longest passage that is printed."""


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything up to a press time; withdrawn and embargoed articles are not in it, decisions are applied."""

    press: PressTime
    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]
    copy_sets: tuple[CopySet, ...]
    stories: tuple[Story, ...]
    ledger: Ledger = field(default_factory=lambda: Ledger(()))
    """What was promised, is coming and is held, of the records that are sure enough to print and may be."""
    unquotable: frozenset[str] = frozenset()
    """The articles of which no words may be shown but the headline."""
    earlier: tuple[Edition, ...] = ()
    """The editions of the last days before this one, the last one first."""
    withdrawn: frozenset[str] = frozenset()
    """The articles up to the press time that may no longer be used."""
    unread: frozenset[str] = frozenset()
    """The originals that there was no time to read; the next edition tells what they say."""
    told: frozenset[str] = frozenset()
    """The articles that the briefs of earlier editions rest on."""
    sent: frozenset[str] = frozenset()
    """The keys of the press times of the editions that went out."""
    missing: tuple[str, ...] = ()
    """What did not get in, each in a line."""

    @cached_property
    def carried(self) -> Mapping[str, int]:
        """By original how many copies of it there are."""
        return {copy_set.original: len(copy_set.copies) for copy_set in self.copy_sets}

    @property
    def day(self) -> date:
        """The day of the edition."""
        return self.press.day

    @property
    def since(self) -> PressTime | None:
        """The press time of the edition before this one, if there is one."""
        return self.earlier[0].press if self.earlier else None


def is_new(article: Article, material: Material, rules: BriefRules) -> bool:
    """Whether an article belongs to this edition: no earlier one knew of it, and it is not too old to be news.

    What comes in late is new, and so is what came out since the last edition, however long that is ago. The first
    edition of a store has the articles of the days that the rules let it cover: what lies before them is its archive.
    """
    if article.published is None or (material.earlier and article.id in material.earlier[0].known):
        return False
    if article.id in material.unread and article.id in material.told:
        return False
    return first_day(material, rules) <= _out_on(article, rules) <= material.day


def _out_on(article: Article, rules: BriefRules) -> date:
    """The day on which a dated article could first be used."""
    moments = (moment for moment in (article.published, article.embargo) if moment is not None)
    return max(moment.day_in(rules.zone) for moment in moments)


def first_day(material: Material, rules: BriefRules) -> date:
    """The first day of publication that may be new to this edition."""
    if material.since is None:
        return material.day - timedelta(days=rules.covers - 1)
    return min(material.since.day, material.day - timedelta(days=LATE))


def withdrawals(material: Material) -> tuple[Withdrawal, ...]:
    """What the editions of the last days told and what was withdrawn since, without what one of them says already.

    Of what readers were sent, only an edition that was sent as well has said it.
    """
    said = {
        one.article_id
        for edition in material.earlier
        for one in edition.withdrawn
        if edition.press.key in material.sent or one.press.key not in material.sent
    }
    found: dict[str, Withdrawal] = {}
    for edition in material.earlier:
        for brief in edition.briefs():
            headline = brief.headline
            shown = [passage.article_id for passage in (*((headline,) if headline else ()), *brief.passages)]
            for key in dict.fromkeys([*shown, *brief.articles]):
                if key in material.withdrawn and key not in said:
                    words = headline.text if headline else None
                    found.setdefault(key, Withdrawal(press=edition.press, article_id=key, headline=words))
    return tuple(found.values())


def known(material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of the articles that the next edition may not take for new, sorted."""
    first = min(first_day(material, rules), material.day - timedelta(days=LATE))
    return tuple(
        sorted(
            key
            for key, article in material.articles.items()
            if article.published is not None and _out_on(article, rules) >= first and key not in material.unread
        )
    )


def attributions(reading: Reading | None) -> list[tuple[Span, ...]]:
    """The pieces of every statement of a reading, for keeping what is said with who says it."""
    return [] if reading is None else [statement.spans.all() for statement in reading.statements]
