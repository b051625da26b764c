"""The cue words of a language."""

from dataclasses import dataclass
from functools import cache

from dateline.lang import tables


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `cues.toml`; lemmas in lower case."""

    verbs: dict[str, frozenset[str]]
    """The shapes in which each verb gives its content: say, tell, ask, think, show, want, object, as."""
    light: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    nouns: frozenset[str]
    noun_light: frozenset[str]
    adjectives: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    media: frozenset[str]
    sourceless: frozenset[str]
    day_leaders: frozenset[str]
    """Words between a cue and a day ("said on Friday")."""
    self_words: frozenset[str]
    """The pronouns by which a speaker means himself alone."""
    confidence: dict[str, float]


@cache
def lexicon(language: str) -> Lexicon:
    """The cues of `language`. Raises `LanguageDataError` where there is no table."""
    table = tables.table(language, "cues")
    shapes: dict[str, set[str]] = {}
    for shape, listed in table["verbs"].items():
        for verb in listed if shape != "light" else ():
            shapes.setdefault(verb, set()).add(shape)
    return Lexicon(
        verbs={verb: frozenset(found) for verb, found in shapes.items()},
        light=frozenset(table["verbs"]["light"]),
        prepositions={verb: frozenset(found) for verb, found in table["prepositions"].items()},
        nouns=frozenset(table["nouns"]["clause"]),
        noun_light=frozenset(table["nouns"]["light"]),
        adjectives=frozenset(table["adjectives"]["clause"]),
        sources=tuple(tuple(words.split()) for words in table["phrases"]["sources"]),
        media=frozenset(table["phrases"]["media"]),
        day_leaders=frozenset(table["phrases"]["day_leaders"]),
        sourceless=frozenset(table["passive"]["sourceless"]),
        self_words=frozenset(table["self"]["words"]),
        confidence=dict(table["confidence"]),
    )
