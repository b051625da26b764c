"""The records of articles as people left them: as a gold to measure with, and how far two people agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from dateline import brief
from dateline.records import Article, DecisionKind, Reading
from dateline.store import Store, articles, decisions, readings

_LISTS = ("commitments", "agenda", "positions")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "commitments": ("actor", "action", "beneficiary", "amount", "due", "status"),
    "agenda": ("what", "when", "where", "participants", "certainty"),
    "positions": ("holder", "issue", "stance"),
}
"""What a gold has of a record."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people agree on the records of one kind, in the articles that both read through."""

    kind: str
    one: int
    other: int
    """Records that each of them kept."""
    both: int
    """Records that both kept."""
    same: Mapping[str, int]
    """By field, of how many of these it is the same to both."""

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the shares of each one's records that the other kept too; None where there are none."""
        return 2 * self.both / (self.one + self.other) if self.one + self.other else None


def checked_by(store: Store, who: str | None = None) -> frozenset[str]:
    """The ids of the articles whose records a person read through; without a name, anybody."""
    with store.begin() as db:
        made = brief.standing(decisions.all_decisions(db))
    return frozenset(one.subject for one in made if one.kind is DecisionKind.CHECK and who in (None, one.who))


def gold(store: Store, who: str | None = None) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The records of the checked articles after all decisions, or after those of one person, by the name of the
    agency's item, or the article's id where it has none, and kind; in the form of a gold, `evidence` in words.

    It has what the reader found and a person let stand: what the reader missed is in no such gold, which measures
    precision and the values of fields, and not recall.
    """
    keys = checked_by(store, who)
    left = _left(store, keys, who)
    with store.begin() as db:
        known = {one.id: one for one in articles.all_articles(db) if one.id in keys}
    return {(known[key].wire_item or key): _gold(left[key], known[key]) for key in sorted(left.keys() & known.keys())}


def agreement(store: Store, who: str, other: str) -> tuple[Agreement, ...]:
    """How far two people agree, by kind of record, over the articles that both checked."""
    keys = checked_by(store, who) & checked_by(store, other)
    mine, theirs = (_records(_left(store, keys, name).values()) for name in (who, other))
    return tuple(_agreement(kind, mine[kind], theirs[kind]) for kind in _LISTS)


def _agreement(kind: str, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Agreement:
    both = mine.keys() & theirs.keys()
    same = {name: sum(getattr(mine[key], name) == getattr(theirs[key], name) for key in both) for name in _FIELDS[kind]}
    return Agreement(kind, len(mine), len(theirs), len(both), same)


def _left(store: Store, keys: Iterable[str], who: str | None) -> Mapping[str, Reading]:
    """The readings of articles after all decisions, or after one person's."""
    with store.begin() as db:
        made = brief.standing(decisions.all_decisions(db))
        found = readings.load_readings(db, keys)
    return brief.apply([one for one in made if who in (None, one.who)], {}, found).readings


def _records(found: Iterable[Reading]) -> dict[str, dict[str, Any]]:
    listed = list(found)
    return {kind: {one.id: one for reading in listed for one in getattr(reading, kind)} for kind in _LISTS}


def _gold(reading: Reading, article: Article) -> dict[str, list[dict[str, Any]]]:
    return {kind: [_plain(kind, one, article) for one in getattr(reading, kind)] for kind in _LISTS}


def _plain(kind: str, record: Any, article: Article) -> dict[str, Any]:
    amount = getattr(record, "amount", None)
    values = {name: getattr(record, name) for name in _FIELDS[kind]}
    if amount is not None:
        values["amount"] = {entry.name: getattr(amount, entry.name) for entry in fields(amount)}
    return {"evidence": record.span.of(article.text), **values}
