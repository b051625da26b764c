"""Which records of the articles of days are one commitment, one event, one position."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from dateline.ledger.changes import mention
from dateline.ledger.entries import Entry, Followed, Least, Ledger, days_of, ends
from dateline.ledger.likeness import Likeness
from dateline.ledger.offices import Offices
from dateline.people import People
from dateline.records import AgendaItem, Article, Commitment, Reading, Story, by_time, record_id

_WINDOW = timedelta(days=60)
"""How long nothing may be told of an entry before a new record is another one."""
_MOST = 40
"""Entries of one actor, holder or story that a record is compared with, the last told first."""
_LAST = 3
"""Records of an entry, the last told, that a new one is compared with."""

_FEW = 2
"""Words that two tellings of one thing share at least, but where its days or its actor speak for it."""
_SAME = 0.5
"""The share of the lighter telling's words, by weight, from which two records are of one thing."""
_IN_A_STORY = 0.4
"""The same of one actor's or holder's within a story."""
_ALL = 0.9
"""From here one word is enough within a story: "fresh elections", "elections"."""
_OF_ANYBODY = 0.75
"""The same where one of the two actors is nobody in particular."""
_ON_A_DAY = 0.25
"""The same of two events of one day."""


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
        return days_of(self.record)

    def found_under(self) -> Iterable[tuple[str, str]]:
        """Under what its entry is looked for: who it is, and the story."""
        return [*(("who", one) for one in sorted(self.who)), ("story", self.story)]


@dataclass(slots=True, eq=False)
class _Chain:
    """An entry while it is followed."""

    told: list[_Told] = field(default_factory=list)

    def is_on(self, days: tuple[date, date] | None) -> bool:
        """Whether it was last told of these days."""
        return days is not None and self.told[-1].days == days

    def entry(self) -> Entry:
        records = [(one.record, one.article) for one in self.told]
        found = tuple(mention(one, article, records[:at]) for at, (one, article) in enumerate(records))
        return Entry(record_id("l", records[0][0].id), found)


def ledger(
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    stories: Iterable[Story],
    people: People,
    *,
    least: Least | None = None,
) -> Ledger:
    """Every commitment, event and position of these articles once, in the order in which they were first told.

    Where `least` is given, records that it does not let print are none, but for those by which a promise or event is
    over: what may be over is not to be told as open. A record belongs to the entry whose tellings
    share most with its own, by the weight of the words, and enough to be of one thing; first of all one of its own
    days. Each is compared with a bounded number of entries: the seconds grow with the records.
    """
    story_of = {key: story.id for story in stories for key in story.article_ids}
    read = sorted((articles[key] for key in readings.keys() & articles.keys()), key=by_time)
    offices = Offices(people)
    entries: list[Entry] = []
    for listed in _KINDS:
        found = [
            _told(record, article, story_of.get(article.id, article.id), people, offices)
            for article in read
            for record in listed(readings[article.id])
            if least is None or least.prints(record) or ends(record)
        ]
        entries += [chain.entry() for chain in _chains(found)]
    return Ledger(entries)


_KINDS: tuple[Callable[[Reading], Iterable[Followed]], ...] = (
    lambda reading: reading.commitments,
    lambda reading: reading.agenda,
    lambda reading: reading.positions,
)


def _told(record: Followed, article: Article, story: str, people: People, offices: Offices) -> _Told:
    if isinstance(record, AgendaItem):
        words = (record.what, record.where, *record.participants)
        return _Told(record, article, story, frozenset(), " ".join(filter(None, words)))
    who = offices.known((one.id for one in people.by_record.get(record.id, ())), story)
    words = (record.action, record.beneficiary) if isinstance(record, Commitment) else (record.issue,)
    return _Told(record, article, story, who, " ".join(filter(None, words)))


def _chains(found: Sequence[_Told]) -> list[_Chain]:
    likeness = Likeness(one.words for one in found)
    # Sets that keep an order: the entry that was told of last stands last.
    by_key: defaultdict[tuple[str, str], dict[_Chain, None]] = defaultdict(dict)
    made: list[_Chain] = []
    for one in found:
        near = dict.fromkeys(chain for key in one.found_under() for chain in islice(reversed(by_key[key]), _MOST))
        likely = [(chain.is_on(one.days), _likeness(one, chain, likeness), -at, chain) for at, chain in enumerate(near)]
        fitting = [found for found in likely if found[1]]
        chain = max(fitting, key=lambda found: found[:3])[-1] if fitting else _Chain()
        if not fitting:
            made.append(chain)
        chain.told.append(one)
        for key in one.found_under():
            by_key[key].pop(chain, None)
            by_key[key][chain] = None
    return made


def _likeness(one: _Told, chain: _Chain, likeness: Likeness) -> float:
    """The most that a record shares with one of the last of an entry; 0 where it is not of it."""
    if one.day - chain.told[-1].day > _WINDOW:
        return 0.0
    shares = [likeness.shared(one.words, other.words) for other in chain.told[-_LAST:]]
    fitting = [
        found for other, found in zip(chain.told[-_LAST:], shares, strict=True) if _may_be_one(one, other, found)
    ]
    return max((share for _, share in fitting), default=0.0)


def _may_be_one(one: _Told, other: _Told, shared: tuple[int, float]) -> bool:
    """Whether two records, of whose words so many and such a share are of both, tell of one thing."""
    if one.article is other.article and None not in (one.days, other.days) and one.days != other.days:
        return False  # nobody moves in one article what he tells of in it
    count, share = shared
    same_story = one.story == other.story
    if isinstance(one.record, AgendaItem):
        return same_story and _is_one_event(one, other, count, share)
    if one.who & other.who:
        enough = share >= (_IN_A_STORY if same_story else _SAME)
        return (count >= _FEW and enough) or (same_story and share >= _ALL)
    # Who is nobody in particular, "the party", may be anybody whom the story names.
    return same_story and not (one.who and other.who) and count >= _FEW and share >= _OF_ANYBODY


def _is_one_event(one: _Told, other: _Told, count: int, share: float) -> bool:
    mine, theirs = one.days, other.days
    if mine is None or theirs is None:
        return count >= _FEW and share >= _SAME
    if mine == theirs and mine[0] == mine[1]:
        return share >= _ON_A_DAY
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return share >= _SAME
    # It may have moved as long as the days that were named still lie ahead.
    return one.day <= theirs[1] and count >= _FEW and share >= _SAME
