"""Bodies that a story describes: "the ministry" is the one that it told of before, by its fullest name."""

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from dateline.read.people.actor import Words
from dateline.read.people.entry import Entry
from dateline.read.people.mentions import is_title

_MODIFYING = ("compound", "amod", "nmod", "poss")


class Bodies:
    """The bodies of one story."""

    def __init__(self, doc: Doc, entries: Sequence[Entry], long_forms: dict[str, str], known: Words) -> None:
        self._doc = doc
        self._known = known
        self._named: list[tuple[str, Entry]] = []
        for entry in entries:
            if not entry.person:
                name = " ".join(entry.words)
                self._named.append((long_forms.get(name, name), entry))
        self._beside = {mention.start - 1: entry for _, entry in self._named for mention in entry.mentions}

    @cached_property
    def _described(self) -> list[Token]:
        """The heads of all descriptions that tell what they describe from others."""
        return [head for head in self._doc if _is_describing(head, self._known) and _modifiers(head)]

    def entry(self, head: Token) -> Entry | None:
        """The one named body before `head` that has the words of its description in its name; None where two have."""
        if not self._is_description(head) or not _is_body(head, self._known):
            return None
        words = _modifiers(head) | {head.lower_}
        fitting = {
            name: entry
            for name, entry in self._named
            if words <= set(name.lower().split()) and entry.mentions[0].start < head.i
        }
        if not fitting:
            other = self.fuller(head)
            return self._beside.get(other.i) if other is not None else None
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def fuller(self, head: Token) -> Token | None:
        """The head of the one description before `head` that says more of the same; None where two do."""
        if not self._is_description(head):
            return None
        words = _modifiers(head)
        fuller = [
            other
            for other in self._described
            if other.i < head.i and other.lower_ == head.lower_ and words < _modifiers(other)
        ]
        return fuller[0] if len({frozenset(_modifiers(other)) for other in fuller}) == 1 else None

    def _is_description(self, head: Token) -> bool:
        definite = any(child.dep_ == "det" and child.lower_ in self._known.definite for child in head.children)
        return definite and _is_describing(head, self._known)


def _is_describing(head: Token, known: Words) -> bool:
    """Whether it is a noun by which a story describes a body or somebody whom it does not name."""
    unnamed = head.lemma_.lower() in known.anonymous or is_title(head, known)
    return _is_body(head, known) or (_is_one(head) and unnamed)


def _is_body(head: Token, known: Words) -> bool:
    return _is_one(head) and head.lemma_.lower() in known.bodies


def _is_one(head: Token) -> bool:
    return (head.tag_ == "NN" or (head.is_lower and head.tag_ == "NNP")) and head.dep_ != "compound"


def _modifiers(head: Token) -> set[str]:
    """The words that tell it from others of its sort, in lower case: those before it, and the nouns that "of" adds."""
    before = {
        below.lower_
        for child in head.lefts
        if child.dep_ in _MODIFYING
        for below in child.subtree
        if below.is_alpha and below.dep_ != "det"
    }
    links = [child for child in head.rights if child.dep_ == "prep"]
    behind = {noun.lower_ for link in links for noun in link.children if noun.dep_ == "pobj"}
    return before | behind
