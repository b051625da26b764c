"""The cue words of a language."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.lang import tables


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `cues.toml`; lemmas in lower case."""

    verbs: dict[str, frozenset[str]]
    """The shapes in which each verb gives its content: say, tell, ask, think, show, want, object, as, figure.

    A verb and its particle are one: "point out".
    """
    lemmas: dict[str, str]
    """The lemmas of forms of which a lemmatiser is not sure."""
    light: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    nouns: frozenset[str]
    noun_light: frozenset[str]
    adjectives: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    media: frozenset[str]
    with_cue: frozenset[str]
    """Of the media those that belong to the cue right before them: "said in a statement"."""
    documents: frozenset[str]
    """What shows or finds something: "poll", "study"."""
    sourceless: frozenset[str]
    asked: frozenset[str]
    """Verbs of which the passive gives what somebody is asked."""
    hearsay: frozenset[str]
    """Adverbs by which a story passes on what is nobody's word ("reportedly")."""
    relaying: frozenset[str]
    """Verbs of who passes on what another said ("quoted him as saying")."""
    seeming: frozenset[str]
    """Verbs of what seems so, by nobody's word."""
    day_leaders: frozenset[str]
    """Words between a cue and a day ("said on Friday")."""
    self_words: frozenset[str]
    """The pronouns by which a speaker means himself alone."""
    nobody: frozenset[str]
    """Words that open a subject which is nobody ("no minister")."""
    confidence: dict[str, float]

    def name(self, verb: Token) -> str:
        """The verb as the table lists it: its lemma, with its particle where the two are listed together."""
        lemma = self.lemmas.get(verb.lower_, verb.lemma_.lower())
        particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
        return f"{lemma} {particle}" if f"{lemma} {particle}" in self.verbs else lemma


# Lists of verbs that give no content of their own.
_OTHERWISE = ("light", "relaying")


@cache
def lexicon(language: str) -> Lexicon:
    """The cues of `language`. Raises `LanguageDataError` where there is no table."""
    table = tables.table(language, "cues")
    shapes: dict[str, set[str]] = {}
    for shape, listed in table["verbs"].items():
        for verb in listed if shape not in _OTHERWISE else ():
            shapes.setdefault(verb, set()).add(shape)
    return Lexicon(
        verbs={verb: frozenset(found) for verb, found in shapes.items()},
        lemmas=dict(table["lemmas"]),
        light=frozenset(table["verbs"]["light"]),
        prepositions={verb: frozenset(found) for verb, found in table["prepositions"].items()},
        nouns=frozenset(table["nouns"]["clause"]),
        noun_light=frozenset(table["nouns"]["light"]),
        adjectives=frozenset(table["adjectives"]["clause"]),
        sources=tuple(tuple(words.split()) for words in table["phrases"]["sources"]),
        media=frozenset(table["phrases"]["media"]),
        with_cue=frozenset(table["phrases"]["with_cue"]),
        documents=frozenset(table["phrases"]["documents"]),
        day_leaders=frozenset(table["phrases"]["day_leaders"]),
        asked=frozenset(table["passive"]["asked"]),
        hearsay=frozenset(table["hearsay"]["adverbs"]),
        relaying=frozenset(table["verbs"]["relaying"]),
        seeming=frozenset(table["passive"]["seeming"]),
        sourceless=frozenset(table["passive"]["sourceless"]),
        self_words=frozenset(table["self"]["words"]),
        nobody=frozenset(table["nobody"]["words"]),
        confidence=dict(table["confidence"]),
    )
