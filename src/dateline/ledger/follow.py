"""Which records of the articles of days are one commitment, one event, one position."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.ledger.changes import mention
from dateline.ledger.entries import Entry, Followed, Ledger
from dateline.ledger.likeness import Likeness
from dateline.people import People
from dateline.records import AgendaItem, Article, Commitment, Reading, Story, by_time, record_id
from dateline.text.timex import day_range

_WINDOW = timedelta(days=60)
"""How long nothing may be told of an entry before a new record is another one."""
_MOST = 40
"""Entries of one actor, holder or story that a record is compared with, the last told first."""
_LAST = 3
"""Records of an entry, the last told, that a new one is compared with."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A record as it is compared."""

    record: Followed
    article: Article
    story: str
    who: frozenset[str]
    """The ids of the people and bodies that act or stand there; empty where it is nobody in particular, or an event."""
    words: str

    @property
    def day(self) -> date:
        return self.article.published.day if self.article.published else date.min

    @property
    def days(self) -> tuple[date, date] | None:
        return day_range(self.record.when) if isinstance(self.record, AgendaItem) else None

    def found_under(self) -> Iterable[tuple[str, str]]:
        """Under what its entry is looked for: who it is, and the story."""
        return [*(("who", one) for one in sorted(self.who)), ("story", self.story)]


@dataclass(slots=True)
class _Chain:
    """An entry while it is followed."""

    told: list[_Told] = field(default_factory=list)

    def entry(self) -> Entry:
        records = [(one.record, one.article) for one in self.told]
        found = tuple(mention(one, article, records[:at]) for at, (one, article) in enumerate(records))
        return Entry(record_id("l", records[0][0].id), found)


def ledger(
    readings: Mapping[str, Reading], articles: Mapping[str, Article], stories: Iterable[Story], people: People
) -> Ledger:
    """Every commitment, event and position of these articles once, in the order in which they were first told.

    A record belongs to the entry whose tellings share most with its own, by the weight of the words, and as much as
    `_needed` asks for. Each is compared with a bounded number of entries: the seconds grow with the records.
    """
    story_of = {key: story.id for story in stories for key in story.article_ids}
    read = sorted((articles[key] for key in readings.keys() & articles.keys()), key=by_time)
    entries: list[Entry] = []
    for listed in _KINDS:
        found = [
            _told(record, article, story_of.get(article.id, article.id), people)
            for article in read
            for record in listed(readings[article.id])
        ]
        entries += [chain.entry() for chain in _chains(found)]
    return Ledger(entries)


_KINDS: tuple[Callable[[Reading], Iterable[Followed]], ...] = (
    lambda reading: reading.commitments,
    lambda reading: reading.agenda,
    lambda reading: reading.positions,
)


def _told(record: Followed, article: Article, story: str, people: People) -> _Told:
    if isinstance(record, AgendaItem):
        words = (record.what, record.where, *record.participants)
        return _Told(record, article, story, frozenset(), " ".join(filter(None, words)))
    who = frozenset(one.id for one in people.by_record.get(record.id, ()))
    words = (record.action, record.beneficiary) if isinstance(record, Commitment) else (record.issue,)
    return _Told(record, article, story, who, " ".join(filter(None, words)))


def _chains(found: Sequence[_Told]) -> list[_Chain]:
    likeness = Likeness(one.words for one in found)
    by_key: defaultdict[tuple[str, str], list[_Chain]] = defaultdict(list)
    made: list[_Chain] = []
    for one in found:
        near = {id(chain): chain for key in one.found_under() for chain in reversed(by_key[key][-_MOST:])}
        likely = [(_likeness(one, chain, likeness), -at, chain) for at, chain in enumerate(near.values())]
        share, _, chain = max(likely, key=lambda found: found[:2], default=(0.0, 0, _Chain()))
        if not share:
            chain = _Chain()
            made.append(chain)
        chain.told.append(one)
        for key in one.found_under():
            if chain in by_key[key]:
                by_key[key].remove(chain)
            by_key[key].append(chain)
    return made


def _likeness(one: _Told, chain: _Chain, likeness: Likeness) -> float:
    """The most that a record shares with one of the last of an entry; 0 where it is not of it."""
    if one.day - chain.told[-1].day > _WINDOW:
        return 0.0
    best = 0.0
    for other in chain.told[-_LAST:]:
        needed = _needed(one, other)
        if needed is not None:
            share = likeness.shared(one.words, other.words, needed[0])
            best = max(best, share if share >= needed[1] else 0.0)
    return best


def _needed(one: _Told, other: _Told) -> tuple[int, float] | None:
    """How many words, and which share of the lighter telling's, two records of one thing have in common at least; None
    where they cannot be of one thing.
    """
    same_story = one.story == other.story
    if isinstance(one.record, AgendaItem):
        return _needed_of_events(one, other) if same_story else None
    if one.who & other.who:
        return (2, 0.45) if same_story else (2, 0.5)
    # Who is nobody in particular, "the party", may be anybody whom the story names.
    return (2, 0.75) if same_story and not (one.who and other.who) else None


def _needed_of_events(one: _Told, other: _Told) -> tuple[int, float] | None:
    mine, theirs = one.days, other.days
    if mine is None or theirs is None:
        return 2, 0.5
    if mine == theirs and mine[0] == mine[1]:
        return 1, 0.25
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return 1, 0.5
    # It may have moved as long as the days that were named still lie ahead.
    return (2, 0.5) if one.day <= theirs[1] else None
