"""The word classes of one language by which acts are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log

from spacy.tokens import Token

from dateline.lang import tables

_STANCES = ("supports", "opposes")
# Lists in one, by which most words are passed over at once.
_TOGETHER = {
    "positions.nouns": [f"positions.{kind}_{stance}" for kind in ("nouns", "received", "sides") for stance in _STANCES],
    "positions.verbs": [
        "positions.hesitant",
        *(f"positions.{stance}{kind}" for kind in ("", "_loosely") for stance in _STANCES),
    ],
    "commitments.deeds": [
        f"commitments.{kind}"
        for kind in (
            *(
                "ruled_out",
                "rejected",
                "accepted",
                "promised_objects",
                "announced",
                "offered_objects",
                "proposed_objects",
            ),
            *(
                "weighed_objects",
                "imposed",
                "limiting",
                "lifting",
                "easing",
                "resuming",
                "signing",
                "withdrawn",
                "transfers",
            ),
        )
    ],
}
_WHEN = frozenset({"DATE", "TIME"})
_LEAST = 0.01
"""The least share of a rule, and of what of it is wrong: less the two places of the table cannot tell."""
_PARTICLES = frozenset({"prt", "prep", "advmod", "dobj"})


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `lang/<language>/acts.toml`, by their name ("commitments.performed"), and what hangs on them."""

    lists: dict[str, frozenset[str]]
    agents: frozenset[str]
    """Nouns of people and bodies that can bind themselves and take a stand."""
    nations: dict[str, str]
    """By the adjective of a country its name."""
    modals: dict[str, str]
    """Short forms of modals in full."""
    confidence: dict[str, float]
    """By rule the share of its records that were right where they were read, as the table tells."""
    of_stands: dict[str, float]
    """By the name of a doubt about a stand what it weighs, in log odds."""
    of_commitments: dict[str, float]
    """By the name of a doubt about a commitment what it weighs, in log odds."""

    def confidence_of(self, rule: str, doubts: Iterable[str], weights: Mapping[str, float]) -> float:
        """The share of the records of a rule with such doubts that are expected to be right, 0 to 1.

        `weights` are `of_stands` or `of_commitments`; a doubt without a weight says nothing.
        """
        # No rule counts as always right, or never.
        share = min(max(self.confidence[rule], _LEAST), 1 - _LEAST)
        odds = log(share / (1 - share)) + sum(weights.get(doubt, 0.0) for doubt in doubts)
        return round(1 / (1 + exp(-odds)), 2)

    def has(self, name: str, word: str) -> bool:
        """Whether a list holds a word."""
        return word in self.lists[name]


def forms(verb: Token) -> list[str]:
    """A verb with what may belong to it, the longest first: "speak out against", "speak out", "speak"."""
    lemma = lemma_of(verb)
    dated = {child.i for child in verb.children if child.dep_ == "prep" and _opens_a_day(child)}
    behind = [child for child in verb.children if child.i > verb.i and child.i not in dated]
    near = [child.lower_ for child in behind if child.dep_ in _PARTICLES]
    near += [
        f"{child.lower_} {noun.lower_}"
        for child in verb.children
        if child.dep_ == "prep"
        for noun in child.children
        if noun.dep_ == "pobj" and noun.i - child.i == 1
    ]
    near += [
        mark.lower_
        for clause in verb.children
        if clause.dep_ == "advcl"
        for mark in clause.children
        if mark.dep_ == "mark"
    ]
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.pos_ in {"ADP", "SCONJ"} and after.i not in dated:
        near.append(after.lower_)
    particles = {child.lower_ for child in verb.children if child.dep_ == "prt"}
    pairs = [f"{lemma} {one}" for one in near]
    threes = [f"{lemma} {one} {two}" for one in near for two in near if one != two] if len(near) > 1 else []
    found = [*threes, *pairs, lemma]
    # "give up" is no giving.
    return found if not particles else [one for one in found if not particles.isdisjoint(one.split(" "))]


def _opens_a_day(preposition: Token) -> bool:
    """Whether it belongs to no verb but to a day: "called a strike on Monday"."""
    return any(one.dep_ == "pobj" and one.ent_type_ in _WHEN for one in preposition.children)


def lemma_of(verb: Token) -> str:
    """The lemma of a verb in lower case, mended where the pipeline takes one verb for another ("hoped" for "hop")."""
    lemma = verb.lemma_.lower()
    return _mended().get(lemma, lemma)


@cache
def _mended() -> dict[str, str]:
    return dict(tables.table("en", "acts")["lemmas"])


@cache
def words(language: str) -> Words:
    """The classes of a language. Raises `LanguageDataError` where a table of it is missing."""
    table = tables.table(language, "acts")
    lists = {
        f"{part}.{name}": frozenset(listed)
        for part, named in table.items()
        for name, listed in named.items()
        if isinstance(listed, list)
    }
    lists |= {name: frozenset().union(*(lists[one] for one in parts)) for name, parts in _TOGETHER.items()}
    unnamed = tables.table(language, "anonymous")["types"]
    people_ = (listed for kind, listed in unnamed.items() if kind != "document")
    return Words(
        lists=lists,
        agents=frozenset().union(
            *people_,
            tables.words(language, "titles", "titles"),
            *(lists[f"actors.{kind}"] for kind in ("people", "bodies", "enterprises")),
        ),
        nations=dict(table["nations"]),
        modals=dict(table["modals"]),
        confidence=dict(table["confidence"]),
        of_stands=dict(table["doubts"]),
        of_commitments=dict(table["commitment_doubts"]),
    )
