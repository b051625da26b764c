"""What the pages look up: records by id, actors by name, and passages that carry their attribution."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dateline.ledger import Mention, evidence
from dateline.people import Identity, Join, names_in
from dateline.publish.contents import Contents
from dateline.publish.rights import Allowance, source_of
from dateline.records import (
    AgendaItem,
    Article,
    Commitment,
    CopySet,
    Passage,
    Position,
    Rights,
    Source,
    Span,
    Statement,
    Story,
    by_time,
)
from dateline.text import sentences
from dateline.text.passages import passage

_OPENING = 12
"""Sentences at the beginning of an article that may stand for it where only extracts may be shown."""
AnyRecord = Statement | Commitment | AgendaItem | Position
"""What has a page's row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with what a page shows of it."""

    record: AnyRecord
    article: Article
    passage: Passage
    """The evidence, whole sentences, attribution included."""
    corrected: str | None
    """The editor's correction, as one line."""


@dataclass(frozen=True, slots=True)
class KnownAs:
    """Another name of an actor, with the evidence that it is one."""

    join: Join
    article: Article
    """The first that prints it and whose words may be shown."""
    by: Article | None
    """The one that ties it to the actor; None where a person did."""


@dataclass(slots=True)
class Actor:
    """A person or organisation, by the fullest name that the articles use."""

    id: str
    name: str
    known_as: list[KnownAs] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    statements: list[Shown] = field(default_factory=list)
    commitments: list[Shown] = field(default_factory=list)
    positions: list[Shown] = field(default_factory=list)

    def others(self) -> list[str]:
        """Its other names."""
        return list(dict.fromkeys(one.join.known_as for one in self.known_as))

    def count(self) -> int:
        """How many records it has."""
        return len(self.statements) + len(self.commitments) + len(self.positions)


class Shelf:
    """Everything of one edition, by what the pages ask for."""

    def __init__(self, contents: Contents) -> None:
        """Reads all records of `contents` once."""
        self._contents = contents
        self.shown: dict[str, Shown] = {}
        self.actors: dict[str, Actor] = {}
        self.story_of: dict[str, Story] = {
            key: story for story in contents.stories.values() for key in story.article_ids
        }
        self.heading_of = contents.headings()
        self.latest_of = contents.latest()
        self.copy_set_of: dict[str, CopySet] = {}
        for copy_set in contents.copy_sets:
            for key in copy_set.members():
                self.copy_set_of[key] = copy_set
        self.has_withdrawn = {
            key
            for copy_set in contents.copy_sets
            if copy_set.has_of_others(contents.articles)
            for key in copy_set.members()
        }
        """The articles with sentences of a text that may no longer be used: their headlines alone are shown."""
        self._sources = {source.name: source for source in contents.sources}
        # What was read in an article is made of its words.
        read = [
            key
            for key in sorted(contents.readings.keys() & contents.articles.keys())
            if self._source(key).rights is not Rights.HEADLINE
        ]
        for key in read:
            self._add(key)
        self.quoted: defaultdict[str, list[Passage]] = defaultdict(list)
        """By article id, the passages of it that other pages lead to."""
        self.quote(self._on_front_page())
        self.allowance = self._allowance()
        self._name_actors(read)
        for key in read:
            self._add_to_actors(key)
        for actor in self.actors.values():
            for listed in (actor.statements, actor.commitments, actor.positions):
                listed[:] = newest_first(listed)

    def quote(self, passages: Iterable[Passage]) -> None:
        """Let the pages of their articles have an anchor at each of these passages."""
        for found in passages:
            self.quoted[found.article_id].append(found)

    def of_article(self, article_id: str) -> dict[str, list[Shown]]:
        """The records of an article by their list: statements, commitments, agenda, positions.

        A statement that another one passes on stands in that one's words, and not once more.
        """
        reading = self._contents.readings.get(article_id)
        if reading is None:
            return {"statements": [], "commitments": [], "agenda": [], "positions": []}
        lists = {
            "statements": [one for one in reading.statements if one.within not in self.shown],
            "commitments": reading.commitments,
            "agenda": reading.agenda,
            "positions": reading.positions,
        }
        return {
            name: [self.shown[record.id] for record in records if record.id in self.shown]
            for name, records in lists.items()
        }

    def of_articles(self, article_ids: tuple[str, ...]) -> dict[str, list[Shown]]:
        """The same over several articles, in their order."""
        found: defaultdict[str, list[Shown]] = defaultdict(list)
        for key in article_ids:
            for name, records in self.of_article(key).items():
                found[name] += records
        return found

    def once(self, article_ids: tuple[str, ...]) -> dict[str, list[Shown]]:
        """The same, of each entry of the ledger how it stands, or its last record here where it stands elsewhere."""
        found = self.of_articles(article_ids)
        for name in ("commitments", "agenda", "positions"):
            entries: defaultdict[str, list[Shown]] = defaultdict(list)
            for one in found[name]:
                entries[self._contents.ledger.by_record[one.record.id].id].append(one)
            found[name] = [one for key, told in entries.items() for one in self._standing(key, told)]
        return found

    def _standing(self, entry_id: str, told: list[Shown]) -> list[Shown]:
        standing = {record.id for record in self._contents.ledger.by_id[entry_id].standing}
        return [one for one in told if one.record.id in standing] or told[-1:]

    def people_of(self, article_ids: tuple[str, ...]) -> list[tuple[Actor, int]]:
        """Whom several articles name, and in how many records whose words may be shown; most often named first."""
        records = [one.record for listed in self.of_articles(article_ids).values() for one in listed if self.tells(one)]
        count = Counter(actor.id for one in records if not isinstance(one, AgendaItem) for actor in self.actors_of(one))
        return [(self.actors[key], times) for key, times in sorted(count.items(), key=lambda one: (-one[1], one[0]))]

    def tells(self, shown: Shown) -> bool:
        """Whether the words of a record may be shown, and with them what was made of them: its fields."""
        return self.allowance.shows(shown.passage)

    def history(self, record: AnyRecord) -> list[tuple[Mention, Shown]]:
        """The mentions of a record's entry in the ledger, as articles came out; none where it has only the record's, or
        where not all may be shown: what changed is made of the words of two.
        """
        entry = self._contents.ledger.by_record.get(record.id)
        shown = [(one, self.shown.get(one.record.id)) for one in entry.mentions] if entry else []
        told = [(one, found) for one, found in shown if found is not None and self.tells(found)]
        return told if len(told) > 1 and len(told) == len(shown) else []

    def is_repeated(self, statement: Statement) -> bool:
        """Whether it stands in the words of another one of the same speaker: "Oru said that she had asked him"."""
        outer = self.shown.get(statement.within or "")
        return outer is not None and isinstance(outer.record, Statement) and outer.record.speaker == statement.speaker

    def actor_id(self, name: str | None, article_id: str) -> str | None:
        """The id of the page of whom an article means by a name; None where there is none: nobody is named, or only
        described.
        """
        language = self._contents.articles[article_id].language
        who = self._contents.people.of(article_id, name, language) if name else None
        return who.id if who is not None and who.id in self.actors else None

    def under_its_name(self, shown: Shown) -> Shown:
        """A position with its holder by the name of the holder's page, whatever the article calls it."""
        actors = self.actors_of(shown.record) if isinstance(shown.record, Position) else []
        if not isinstance(shown.record, Position) or len(actors) != 1:
            return shown
        return replace(shown, record=replace(shown.record, holder=actors[0].name))

    def _allowance(self) -> Allowance:
        """Who was chosen for the front page has the first claim, then the other records, then the beginning."""
        wanted: defaultdict[str, list[Span]] = defaultdict(list)
        for passage_ in self._in_order():
            wanted[passage_.article_id].append(passage_.span)
        found = Allowance()
        for key, article in self._contents.articles.items():
            reading = self._contents.readings.get(key)
            attributions = [statement.spans.all() for statement in reading.statements] if reading else []
            opening = sentences.spans(article.text)[:_OPENING]
            beginning = [passage(article.text, span, attributions) for span in opening]
            found.add(article, self._source(key), [*wanted[key], *beginning])
        return found

    def _source(self, article_id: str) -> Source:
        found = source_of(self._contents.taken_from[article_id], self._sources, listed=self._contents.listed)
        return replace(found, rights=Rights.HEADLINE) if article_id in self.has_withdrawn else found

    def _in_order(self) -> Iterator[Passage]:
        edition = self._contents.edition
        yield from self._on_front_page()
        briefs = [brief for section in edition.sections for brief in section.briefs]
        chosen = [key for brief in briefs for keys in (*brief.questions, brief.statements) for key in keys]
        listed = [*edition.week, *edition.due, *edition.overdue, *edition.agenda, *edition.commitments]
        for key in dict.fromkeys([*chosen, *listed, *edition.positions, *self.shown]):
            if key in self.shown:
                yield self.shown[key].passage

    def _on_front_page(self) -> Iterator[Passage]:
        for brief in (brief for section in self._contents.edition.sections for brief in section.briefs):
            yield from (found for found in brief.passages if found.field == "text")
            for difference in brief.differences:
                yield from (difference.one, difference.other)

    def _add(self, article_id: str) -> None:
        reading, article = self._contents.readings[article_id], self._contents.articles[article_id]
        attributions = [statement.spans.all() for statement in reading.statements]
        everything: list[AnyRecord] = [*reading.statements, *reading.commitments]
        everything += [*reading.agenda, *reading.positions]
        for record in everything:
            span = passage(article.text, evidence(record, article), attributions)
            quoted = Passage(article_id=article_id, field="text", span=span, text=span.of(article.text))
            self.shown[record.id] = Shown(record, article, quoted, self._contents.corrected.get(record.id))

    def _name_actors(self, article_ids: Iterable[str]) -> None:
        """Who is named has a page; whom only records name whose words may not be shown has none."""
        told: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key in article_ids:
            reading, language = self._contents.readings[key], self._contents.articles[key].language
            named: list[Statement | Commitment | Position] = [*reading.statements, *reading.commitments]
            for record in filter(lambda one: self.tells(self.shown[one.id]), [*named, *reading.positions]):
                for name in names_in(record, language):
                    who = self._contents.people.of(key, name, language)
                    if who is not None:
                        told[who.id][name].append(key)
        for who_id, printed in told.items():
            self.actors[who_id] = self._actor_of(self._contents.people.by_id[who_id], printed)

    def _actor_of(self, who: Identity, printed: Mapping[str, list[str]]) -> Actor:
        """The actor of an identity under those of its names that may be shown, by name the articles that print it."""
        articles = self._contents.articles
        known_as = []
        for join in who.joins:
            inside = {seen.article_id for group in who.groups if group.id == join.child for seen in group.sightings}
            prints = next((key for key in printed.get(join.known_as, ()) if key in inside), None)
            if prints is not None:
                known_as.append(KnownAs(join, articles[prints], articles[join.by] if join.by else None))
        return Actor(who.id, who.name if who.name in printed else next(iter(printed)), known_as)

    def _add_to_actors(self, article_id: str) -> None:
        reading = self._contents.readings[article_id]
        for statement in filter(lambda one: not self.is_repeated(one), reading.statements):
            shown = self.shown[statement.id]
            for actor in self.actors_of(statement):
                actor.statements.append(shown)
                if statement.role and statement.role not in actor.roles and self.tells(shown):
                    actor.roles.append(statement.role)
        for commitment in reading.commitments:
            for actor in self.actors_of(commitment):
                actor.commitments.append(self.shown[commitment.id])
        for position in reading.positions:
            for actor in self.actors_of(position):
                actor.positions.append(self.shown[position.id])

    def actors_of(self, record: Statement | Commitment | Position) -> list[Actor]:
        """Whom a record names, of those who have a page; several where they do it together."""
        people = self._contents.people.by_record.get(record.id, ())
        return [self.actors[who.id] for who in people if who.id in self.actors]


def newest_first(found: Iterable[Shown]) -> list[Shown]:
    """Records by the time of their articles, the last first; those of one article in the order of its text."""
    ordered = sorted(found, key=lambda one: (one.passage.span, one.record.id))
    return sorted(ordered, key=lambda one: by_time(one.article), reverse=True)
