"""Who is named in which article: what the readings say of people, before any two of them are put together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from dateline.people import names
from dateline.people.names import Sort
from dateline.people.roles import role
from dateline.people.words import LANGUAGE, Words, words
from dateline.records import Article, Commitment, Position, Reading, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Somebody in one article, under the fullest name that it uses."""

    article_id: str
    story: str
    """The id of the article's story; its own id where it is in none."""
    at: tuple[date, time]
    """When the article came out, for the order of sightings."""
    language: str
    name: str
    """As printed."""
    key: str
    sort: Sort
    roles: tuple[str, ...]
    """As printed, in the order of the text."""
    titles: tuple[str, ...]
    """What stands in the article before the name, or before its last name alone: "Mr", "President"; lower case."""
    may_be_place: bool
    """Whether the name also stands where places stand: "in Jordan"."""
    may_be_surname: bool
    """Whether a longer name with it stands in the article too: "Jens Prentiss", of whom no record is read."""
    records: tuple[str, ...]
    """Ids of the records that name it."""

    @property
    def is_person(self) -> bool:
        """Whether the article says that it is a person."""
        is_called = self.titles or any(role(printed, self.language) for printed in self.roles)
        return bool(is_called) and names.may_be_person(self.name, words(self.language))

    @property
    def order(self) -> tuple[date, time, str]:
        """A key that sorts sightings as their articles came out."""
        return (*self.at, self.article_id)


Named = Statement | Commitment | Position
Titles = dict[str, dict[str, None]]
_BESIDE = 30
"""Characters before and behind a name in which the words beside it are looked for."""


def names_in(record: Named, language: str | None) -> tuple[str, ...]:
    """Who speaks, acts or stands somewhere in a record: the names alone, without article or role before them.

    Empty where it is nobody in particular; more than one where people do it together.
    """
    known = words(language or LANGUAGE)
    return tuple(names.bare(one.name, known) for one in _seen(record, known))


def sightings(
    readings: Mapping[str, Reading], articles: Mapping[str, Article], stories: Mapping[str, str]
) -> list[Sighting]:
    """Everybody in every article that was read, as their articles came out; `stories` is by article the story's id."""
    found = [
        sighting
        for article_id, reading in readings.items()
        if article_id in articles
        for sighting in _in_article(articles[article_id], reading, stories.get(article_id, article_id))
    ]
    return sorted(found, key=lambda one: (one.order, one.key))


def _in_article(article: Article, reading: Reading, story: str) -> Iterator[Sighting]:
    language = article.language or LANGUAGE
    known = words(language)
    by_key: dict[str, list[_Seen]] = {}
    for record in _named(reading):
        for seen in _seen(record, known):
            by_key.setdefault(names.key(seen.name, known), []).append(seen)
    titles = _titles(article.text, language) if by_key else {}
    surnames = Counter(names.surname(seen[0].name, known) for seen in by_key.values())
    for key, found in by_key.items():
        name, sort = found[0].name, found[0].sort
        beside = list(_beside(names.bare(name, known), article.text)) if sort is Sort.SINGLE else []
        yield Sighting(
            article_id=article.id,
            story=story,
            at=article.published.order() if article.published else (date.min, time.min),
            language=language,
            name=name,
            key=key,
            sort=sort,
            roles=tuple(dict.fromkeys(one.role for one in found if one.role)),
            titles=tuple(_before(name, titles, surnames, known)),
            may_be_place=any(before.casefold() in known.before_places for before, _ in beside),
            may_be_surname=not name.isupper() and any(_is_named(word, known) for pair in beside for word in pair),
            records=tuple(one.record_id for one in found),
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    name: str
    sort: Sort
    role: str | None
    record_id: str


def _seen(record: Named, known: Words) -> Iterator[_Seen]:
    printed = _printed(record)
    together = names.parts(printed, known) if printed else []
    for part in together:
        name, given = names.apposed(part, known)
        sort = names.sort_of(name, known)
        beside = record.role if isinstance(record, Statement) and len(together) == 1 else None
        if sort is not None:
            yield _Seen(name, sort, beside or given, record.id)


def _printed(record: Named) -> str | None:
    if isinstance(record, Statement):
        return None if record.anonymous else record.speaker
    return record.actor if isinstance(record, Commitment) else record.holder


def _named(reading: Reading) -> Iterable[Named]:
    yield from reading.statements
    yield from reading.commitments
    yield from reading.positions


def _before(name: str, titles: Titles, surnames: Counter[str], known: Words) -> list[str]:
    """The titles before a name; before its last name alone only where the article has nobody else of that name."""
    surname = names.surname(name, known)
    alone = titles.get(surname, {}) if surnames[surname] == 1 else {}
    return list(titles.get(names.key(name, known), {}) | alone)


def _titles(text: str, language: str) -> Titles:
    """By folded name, the titles that stand before it; where more than a name may follow, by as much as is one."""
    known = words(language)
    titles = known.honorifics | known.titles
    found: Titles = {}
    for match in _before_names(language).finditer(text):
        title = match[1].casefold()
        if title in titles:
            behind = names.folded(match[2]).split()
            for end in range(1, len(behind) + 1):
                found.setdefault(" ".join(behind[:end]), {})[title] = None
    return found


def _beside(name: str, text: str) -> Iterator[tuple[str, str]]:
    """The words before and behind each place of a name; empty where punctuation parts them from it."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = text[max(0, match.start() - _BESIDE) : match.start()]
        behind = text[match.end() : match.end() + _BESIDE]
        last, first = re.search(r"([\w’'-]+) $", before), re.match(r" ([\w’'-]+)", behind)
        yield last[1] if last else "", first[1] if first else ""


def _is_named(word: str, known: Words) -> bool:
    """Whether a word beside a name can be another part of it."""
    return word[:1].isupper() and not word.isupper() and names.folded(word) not in known.no_names


@cache
def _before_names(language: str) -> re.Pattern[str]:
    """A word, and up to three words behind it that can be a name."""
    small = "|".join(sorted(map(re.escape, words(language).particles)))
    capital = r"[A-Z][\w’'-]{1,40}"
    return re.compile(
        rf"(?<![\w-])([\w-]{{1,30}}\.?) (?=((?:(?:{small}) ){{0,3}}{capital}(?: {capital}){{0,2}})(?!\w))"
    )
