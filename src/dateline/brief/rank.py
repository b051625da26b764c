"""What matters in an edition, with the reason kept.

News value is a sum of a few plain parts, which `why` can name. They are among those that studies of news selection
agree on (Harcup and O'Neill 2017, "What is news? News values revisited (again)"): magnitude, here how many wrote of it
independently; follow-up, here how much is new; relevance, here what the desk watches; the power elite, here named
speakers and what they bind themselves to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from dateline.brief.choose import sure_statements
from dateline.brief.material import BriefRules, Material, is_new
from dateline.brief.watched import Seen
from dateline.lang import tables
from dateline.records import Article, CopySet, Relation, Story, by_time
from dateline.text.words import words

_NO_SECTION = "News"
_SOURCES = 1.0
_ARTICLES = 0.5
_NEW = 1.0
_WATCHED = 1.5
_SAID = 0.3
_PROMISED = 0.2
_SHARED = 2.0
"""What of an article's beginning the others have too, when it is asked which of them leads."""
_LEAD = 800
_NOTICE = 200
"""Characters in which a notice to editors says that it is one."""
_LITTLE_NEW = 0.35
"""The share of new words below which a running story has hardly changed."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story of the edition, with what its rank rests on."""

    story: Story
    new: tuple[Article, ...]
    """Its originals that are new in this edition, the leading one first."""
    independent_sources: int
    carried_by: tuple[str, ...]
    section: str
    why: str
    value: float


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is counted of a story."""

    new: tuple[Article, ...]
    sources: tuple[float, ...]
    """The weight of each independent source."""
    carried: tuple[str, ...]
    novelty: float
    """The share of its leads' words that no earlier article of the story has, 0 to 1."""
    seen: tuple[Seen, ...]
    said: int
    """Named speakers in the new articles."""
    promised: int


def new_stories(material: Material, rules: BriefRules) -> list[Ranked]:
    """The stories with an article that is new in this edition, the most valued first."""
    sets = {copy_set.original: copy_set for copy_set in material.copy_sets}
    found = []
    known = frozenset(material.earlier[0].known if material.earlier else ())
    for story in material.stories:
        new = [
            material.articles[key]
            for key in story.article_ids
            if is_new(material.articles[key], material, rules) and not _was_carried(sets.get(key), known)
        ]
        if new:
            found.append(_ranked(story, _facts(story, new, sets, material, rules), rules))
    return sorted(found, key=lambda ranked: (-ranked.value, -len(ranked.new), ranked.story.id))


def _was_carried(copy_set: CopySet | None, known: frozenset[str]) -> bool:
    """Whether an earlier edition had the same text from somebody who carried it."""
    copies = copy_set.copies if copy_set else ()
    return any(copy.article_id in known for copy in copies if copy.relation is not Relation.EARLIER)


def is_notice(article: Article) -> bool:
    """Whether an article is for editors and tells no news: what an agency plans, or a list of what it sent."""
    opening = f"{article.headline or ''}\n{article.text[:_NOTICE]}".casefold()
    return article.language == "en" and any(phrase in opening for phrase in tables.words("en", "brief", "notices"))


def _ranked(story: Story, facts: _Facts, rules: BriefRules) -> Ranked:
    section = rules.watched.section(facts.new)
    return Ranked(
        story=story,
        new=facts.new,
        independent_sources=len(facts.sources),
        carried_by=facts.carried,
        section=section or next((article.section for article in facts.new if article.section), _NO_SECTION),
        why=_why(story, facts),
        value=_value(facts) + (_WATCHED if story.followers else 0.0),
    )


def _facts(
    story: Story, new: Sequence[Article], sets: Mapping[str, CopySet], material: Material, rules: BriefRules
) -> _Facts:
    originals = [material.articles[key] for key in story.article_ids]
    members = [sets[one.id] for one in originals if one.id in sets]
    readings = [material.readings.get(article.id) for article in new]
    said = {statement.speaker for reading in readings for statement in sure_statements(reading, rules)}
    bound = sum(len(reading.commitments) for reading in readings if reading is not None)
    return _Facts(
        new=_ordered(new, sets, material, rules),
        sources=_sources(members, material.articles, rules),
        carried=_carried_by(members, material.articles),
        novelty=_novelty(new, [one for one in originals if one not in new]),
        seen=tuple(rules.watched.seen(new)),
        said=len(said),
        promised=bound,
    )


def _value(facts: _Facts) -> float:
    return round(
        _SOURCES * log2(1 + sum(facts.sources))
        + _ARTICLES * log2(1 + len(facts.new))
        + _NEW * facts.novelty
        + _SAID * log2(1 + facts.said)
        + _PROMISED * log2(1 + facts.promised)
        + _WATCHED * sum(seen.watch.weight * seen.share for seen in facts.seen),
        4,
    )


def _ordered(
    new: Sequence[Article], sets: Mapping[str, CopySet], material: Material, rules: BriefRules
) -> tuple[Article, ...]:
    """The new articles of a story, the one that leads it first: the most carried, then the one of most value by itself.

    That is what the desk watches in it, who speaks in it, and how much of its beginning the others have too: a colour
    piece begins with what nobody else has, a report with what all have.
    """
    found = {article.id: set(words(article.text)) for article in new}

    def shared(article: Article) -> float:
        begins, others = set(words(article.text[:_LEAD])), [found[one.id] for one in new if one is not article]
        return sum(len(begins & other) for other in others) / (len(begins) * len(others)) if begins and others else 0.0

    def key(article: Article) -> tuple[object, ...]:
        copies = len(sets[article.id].copies) if article.id in sets else 0
        speakers = {one.speaker for one in sure_statements(material.readings.get(article.id), rules)}
        watched = sum(seen.watch.weight * seen.share for seen in rules.watched.seen([article]))
        value = _WATCHED * watched + _SAID * log2(1 + len(speakers)) + _SHARED * shared(article)
        return (-copies, not article.headline, -round(value, 2), by_time(article))

    return tuple(sorted(new, key=key))


def _sources(members: Sequence[CopySet], articles: Mapping[str, Article], rules: BriefRules) -> tuple[float, ...]:
    """The weight of each that wrote a text of its own; an agency counts once, however many carry it."""
    weights: dict[str, float] = {}
    for copy_set in members:
        outlet = articles[copy_set.original].outlet
        # A story of its own with an agency's paragraphs in it is the outlet's, whatever credit stands under it.
        agency = None if copy_set.reuses and outlet else copy_set.agency
        name = agency or outlet or copy_set.original
        weights[name] = max(weights.get(name, 0.0), rules.watched.weight(outlet))
    return tuple(weights.values())


def _carried_by(members: Sequence[CopySet], articles: Mapping[str, Article]) -> tuple[str, ...]:
    ids = [key for copy_set in members for key in copy_set.members()]
    return tuple(sorted({outlet for key in ids if key in articles and (outlet := articles[key].outlet)}))


def _novelty(new: Sequence[Article], earlier: Sequence[Article]) -> float:
    if not earlier:
        return 1.0
    told = {word for article in earlier for word in words(article.text)}
    lead = [word for article in new for word in words(article.text[:_LEAD])]
    # Half of the words of any English text are function words, which every text has.
    return min(1.0, 2 * sum(word not in told for word in lead) / max(len(lead), 1))


def _why(story: Story, facts: _Facts) -> str:
    parts = [f"followed by {'; '.join(story.followers)}"] if story.followers else []
    parts += [f"you watch {_told(seen)}" for seen in facts.seen]
    parts.append(_counted(len(facts.sources), "independent source"))
    if len(facts.carried) > len(facts.sources):
        parts.append(f"carried by {_counted(len(facts.carried), 'outlet')}")
    if len(facts.new) == len(story.article_ids):
        parts.append("new in this edition")
    else:
        little = ", little in them that was not known" if facts.novelty < _LITTLE_NEW else ""
        first = f"{story.first_day.day} {story.first_day:%B}"
        parts.append(f"running since {first}, {_counted(len(facts.new), 'new article')}{little}")
    return "; ".join(parts)


def _told(seen: Seen) -> str:
    terms = [term for term in seen.terms if term.casefold() != seen.watch.name.casefold()]
    place = "" if seen.share == 1 else ", mentioned"
    return f"{seen.watch.name}{f' (“{terms[0]}”)' if terms else ''}{place}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
