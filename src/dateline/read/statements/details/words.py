"""The words by which sources without a name and occasions are known."""

from dataclasses import dataclass
from functools import cache

from dateline.lang import tables
from dateline.records import SourceType


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `anonymous.toml` and `occasions.toml`, and of `cues.toml` the verbs that tell; lower case."""

    types: dict[str, SourceType]
    """By the noun for the source."""
    modifiers: dict[str, SourceType]
    """By a word before a noun that leaves the type open ("military official")."""
    open_nouns: frozenset[str]
    close: tuple[str, ...]
    ranks: frozenset[str]
    """Words before a source that name no body ("senior")."""
    bodies: frozenset[str]
    body_links: frozenset[str]
    withheld: tuple[str, ...]
    because: tuple[tuple[str, ...], ...]
    because_clause: frozenset[str]
    forbidden: tuple[str, ...]
    """Phrases that withhold a name and say why in one ("not authorised to speak")."""
    tell: frozenset[str]
    media: frozenset[str]
    outlets: frozenset[str]
    written: frozenset[str]
    events: frozenset[str]
    by: frozenset[str]
    at: frozenset[str]
    to: frozenset[str]


@cache
def words(language: str) -> Words:
    """The words of a language. Raises `LanguageDataError` where a table is missing."""
    unnamed, occasions = tables.table(language, "anonymous"), tables.table(language, "occasions")
    return Words(
        types=_by_word(unnamed["types"]),
        modifiers=_by_word(unnamed["modifiers"]),
        open_nouns=frozenset(unnamed["open"]["nouns"]),
        close=tuple(unnamed["close"]["phrases"]),
        ranks=frozenset(unnamed["bodies"]["ranks"]),
        bodies=frozenset(unnamed["bodies"]["words"]),
        body_links=frozenset(unnamed["bodies"]["links"]),
        withheld=tuple(unnamed["withheld"]["phrases"]),
        because=tuple(tuple(opener.split()) for opener in unnamed["withheld"]["because"]),
        because_clause=frozenset(unnamed["withheld"]["because_clause"]),
        forbidden=tuple(unnamed["withheld"]["forbidden"]),
        tell=frozenset(tables.table(language, "cues")["verbs"]["tell"]),
        media=frozenset(occasions["media"]),
        outlets=frozenset(occasions["outlets"]) | _agencies(),
        written=frozenset(occasions["written"]),
        events=frozenset(occasions["events"]),
        by=frozenset(occasions["links"]["by"]),
        at=frozenset(occasions["links"]["at"]),
        to=frozenset(occasions["links"]["to"]),
    )


def _by_word(listed: dict[str, list[str]]) -> dict[str, SourceType]:
    """The first type that lists a word."""
    found: dict[str, SourceType] = {}
    for name, nouns in listed.items():
        for noun in nouns:
            found.setdefault(noun, SourceType(name))
    return found


def _agencies() -> frozenset[str]:
    names = tables.table("any", "agencies")["names"]
    return frozenset(form for forms in names.values() for form in forms)
