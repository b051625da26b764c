"""Which records of the articles of days are one commitment, one event, one position."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.ledger.changes import mention
from dateline.ledger.entries import Entry, Followed, Ledger
from dateline.ledger.likeness import Likeness
from dateline.people import People, folded
from dateline.records import AgendaItem, Article, Commitment, Position, Reading, Story, by_time, record_id
from dateline.text.timex import day_range

_WINDOW = timedelta(days=60)
"""How long nothing may be told of an entry before a new record is another one."""
_MOST = 40
"""Entries of one actor, holder or story that a record is compared with, the last told first."""
_LAST = 3
"""Records of an entry, the last told, that a new one is compared with."""
_SAME = {Commitment: 0.5, AgendaItem: 0.5, Position: 0.5}
"""The share of the lighter telling's words, by weight, from which two records are of one thing."""


@dataclass(slots=True)
class _Chain:
    """An entry while it is followed."""

    records: list[tuple[Followed, Article]] = field(default_factory=list)

    @property
    def last_day(self) -> date:
        published = self.records[-1][1].published
        return published.day if published else date.min

    def entry(self) -> Entry:
        found = tuple(mention(record, article, self.records[:at]) for at, (record, article) in enumerate(self.records))
        return Entry(record_id("l", self.records[0][0].id), found)


def ledger(
    readings: Mapping[str, Reading], articles: Mapping[str, Article], stories: Iterable[Story], people: People
) -> Ledger:
    """Every commitment, event and position of these articles once, in the order in which they were first told.

    A record belongs to the entry of the same actor, holder or story whose telling shares most with its own, by the
    weight of the words; of an event the days must fit too, or the earlier ones must still lie ahead when the new ones
    are named. Each record is compared with a bounded number of entries: the seconds grow with the records.
    """
    story_of = {key: story.id for story in stories for key in story.article_ids}
    read = sorted((articles[key] for key in readings.keys() & articles.keys()), key=by_time)
    entries: list[Entry] = []
    for kind, listed in _KINDS.items():
        found = [(record, article) for article in read for record in listed(readings[article.id])]
        chains = _chains(found, _SAME[kind], story_of, people)
        entries += [chain.entry() for chain in chains]
    return Ledger(entries)


_KINDS: Mapping[type[Followed], Callable[[Reading], Iterable[Followed]]] = {
    Commitment: lambda reading: reading.commitments,
    AgendaItem: lambda reading: reading.agenda,
    Position: lambda reading: reading.positions,
}


def _chains(
    found: list[tuple[Followed, Article]], least: float, story_of: Mapping[str, str], people: People
) -> list[_Chain]:
    likeness = Likeness(_told(record) for record, _ in found)
    open_by_key: defaultdict[tuple[str, str], list[_Chain]] = defaultdict(list)
    made: list[_Chain] = []
    for record, article in found:
        keys = list(_keys(record, article, story_of, people))
        near = _near((chain for key in keys for chain in reversed(open_by_key[key][-_MOST:])), article)
        likely = ((_likeness(record, article, chain, likeness), -at, chain) for at, chain in enumerate(near))
        best = max(likely, key=lambda one: one[:2], default=(0.0, 0, None))
        chain = best[2] if best[2] is not None and best[0] >= least else None
        if chain is None:
            chain = _Chain()
            made.append(chain)
        chain.records.append((record, article))
        for key in keys:
            if chain in open_by_key[key]:
                open_by_key[key].remove(chain)
            open_by_key[key].append(chain)
    return made


def _near(chains: Iterable[_Chain], article: Article) -> list[_Chain]:
    """Each once, without those of which nothing was told for long."""
    day = article.published.day if article.published else date.min
    return [chain for chain in {id(one): one for one in chains}.values() if day - chain.last_day <= _WINDOW]


def _keys(record: Followed, article: Article, story_of: Mapping[str, str], people: People) -> Iterator[tuple[str, str]]:
    """Under what an entry is looked for: who it is, or, where it is nobody in particular, what the story calls it."""
    story = story_of.get(article.id, article.id)
    if isinstance(record, AgendaItem):
        yield "story", story
        return
    who = people.by_record.get(record.id, ())
    for one in who:
        yield "who", one.id
    if not who:
        yield story, folded(record.actor if isinstance(record, Commitment) else record.holder)


def _likeness(record: Followed, article: Article, chain: _Chain, likeness: Likeness) -> float:
    """The most that the record shares with one of the entry's last; 0 where it cannot be of it."""
    least = _least(record, article, chain) if isinstance(record, AgendaItem) else 2
    if least is None:
        return 0.0
    return max(likeness.shared(_told(record), _told(other), least) for other, _ in chain.records[-_LAST:])


def _least(record: AgendaItem, article: Article, chain: _Chain) -> int | None:
    """Words that an event must share with one that is known: one on the same days, else two; None where it is none.

    One that was named for other days may have moved as long as these lie ahead.
    """
    days = day_range(record.when)
    named = next((when for other, _ in reversed(chain.records) if (when := _days_of(other))), None)
    if days is None or named is None:
        return 2
    if days[0] <= named[1] and named[0] <= days[1]:
        return 1
    return 2 if article.published is not None and article.published.day <= named[1] else None


def _days_of(record: Followed) -> tuple[date, date] | None:
    return day_range(record.when) if isinstance(record, AgendaItem) else None


def _told(record: Followed) -> str:
    if isinstance(record, Commitment):
        return " ".join(filter(None, (record.action, record.beneficiary)))
    if isinstance(record, AgendaItem):
        return " ".join(filter(None, (record.what, record.where, *record.participants)))
    return record.issue
