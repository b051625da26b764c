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
        after = _after(verb)
        return after if after is not None and f"{verb.lemma_.lower()} {after.lower_}" in self.lists[name] else None


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
    after = _after(verb)
    return {lemma} | joined | ({f"{lemma} {after.lower_}"} if after is not None else set())


def _after(verb: Token) -> Token | None:
    """The preposition right behind the verb, whatever the parser hangs it on."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return following if following is not None and following.pos_ in {"ADP", "SCONJ"} else None
