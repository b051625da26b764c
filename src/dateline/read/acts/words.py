"""The verb classes of one language."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.lang import tables


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas by their list, as "commitments.pledged"."""

    lists: dict[str, frozenset[str]]

    def has(self, name: str, lemma: str) -> bool:
        """Whether a list holds a lemma."""
        return lemma in self.lists[name]

    def verb(self, name: str, verb: Token) -> bool:
        """Whether a list holds a verb, alone or with its particle or preposition ("rule out", "call for")."""
        return not self.lists[name].isdisjoint(_forms(verb))

    def preposition(self, name: str, verb: Token) -> Token | None:
        """The preposition that makes the verb one of the list ("call for"), or None where it needs none."""
        listed = self.lists[name]
        lemma = verb.lemma_.lower()
        return next(
            (child for child in verb.children if child.dep_ == "prep" and f"{lemma} {child.lower_}" in listed), None
        )


@cache
def words(language: str) -> Words:
    """The classes of `lang/<language>/acts.toml`. Raises `LanguageDataError` where there is none."""
    table = tables.table(language, "acts")
    return Words(
        {f"{part}.{name}": frozenset(listed) for part, lists in table.items() for name, listed in lists.items()}
    )


def _forms(verb: Token) -> set[str]:
    lemma = verb.lemma_.lower()
    joined = {f"{lemma} {child.lower_}" for child in verb.children if child.dep_ in {"prt", "prep", "advmod"}}
    return {lemma} | joined
