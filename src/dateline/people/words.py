"""The words of a language by which people and bodies are known again from article to article."""

from dataclasses import dataclass
from functools import cache

from dateline.lang import tables

LANGUAGE = "en"
"""Of names whose article does not say."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lower case, as `lang/<language>/people.toml` and `titles.toml` have them."""

    titles: frozenset[str]
    honorifics: frozenset[str]
    modifiers: frozenset[str]
    small: frozenset[str]
    """What stands with a small letter within a name: particles, and the linkers of a body's name."""
    particles: frozenset[str]
    genders: dict[str, str]
    """By title or honorific, "man" or "woman"."""
    articles: frozenset[str]
    indefinite: frozenset[str]
    nobody: frozenset[str]
    """Names that are nobody's, pronouns with them."""
    joining: frozenset[str]
    prepositions: frozenset[str]
    before_places: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    shared_offices: frozenset[str]
    no_names: frozenset[str]
    """What no person's name has in it: titles, words of bodies, and words that say nothing."""
    spheres: dict[str, str]
    """By title, where in life it belongs."""


@cache
def words(language: str) -> Words:
    """The words of a language. Raises `LanguageDataError` where a table or list is missing."""

    def people(key: str) -> frozenset[str]:
        return tables.words(language, "people", key)

    def titles(key: str) -> frozenset[str]:
        return tables.words(language, "titles", key)

    spheres: dict[str, list[str]] = tables.table(language, "people")["spheres"]
    stopwords = tables.words(language, "stopwords", "stopwords")
    return Words(
        titles=titles("titles"),
        honorifics=titles("honorifics"),
        modifiers=titles("modifiers"),
        small=titles("particles") | titles("linkers"),
        particles=titles("particles"),
        genders=dict.fromkeys(titles("female"), "woman") | dict.fromkeys(titles("male"), "man"),
        articles=people("articles"),
        indefinite=people("indefinite"),
        nobody=people("nobody") | tables.table(language, "titles")["pronouns"].keys(),
        joining=people("joining"),
        prepositions=people("prepositions"),
        before_places=people("before_places"),
        bodies=people("bodies"),
        offices=people("offices"),
        shared_offices=people("shared_offices"),
        no_names=stopwords | titles("titles") | titles("honorifics") | people("bodies") | people("nobody"),
        spheres={title: sphere for sphere, listed in spheres.items() for title in listed},
    )


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """What is written as what before two spellings are compared, in order."""
    return tuple((before, after) for before, after in tables.table("any", "spelling")["same"])
