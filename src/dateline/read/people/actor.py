"""What is known of somebody who acts or speaks in a story, and the words by which we know it."""

from dataclasses import dataclass
from functools import cache

from dateline.lang import tables


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body, as the story gives it."""

    name: str
    """The fullest name that the story uses, or else the words as they stand."""
    role: str | None = None
    """As printed next to the name somewhere in the story; None where nothing is."""
    anonymous: bool = False
    """Whether it is a person or document that is described and not named ("diplomats", "a senior aide")."""
    named: bool = False
    """Whether `name` is a name; a body such as "the ministry" has none and is not anonymous either."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language by which people are known; lower case."""

    titles: frozenset[str]
    honorifics: frozenset[str]
    modifiers: frozenset[str]
    particles: frozenset[str]
    linkers: frozenset[str]
    """Words within the name of a body ("of")."""
    joining: frozenset[str]
    """Words between two who speak together ("and")."""
    leading: frozenset[str]
    """What whoever leads a body is called, whatever the office ("the alliance chief")."""
    offices: frozenset[str]
    """Of which words in a role say that it is of such a one."""
    definite: frozenset[str]
    bodies: frozenset[str]
    """What bodies are called where they are described ("the ministry")."""
    kinds: frozenset[str]
    """Of these what a body is called whose name need not have the word in it ("the newspaper")."""
    genders: dict[str, str]
    pronouns: dict[str, str]
    asking: frozenset[str]
    """Verbs by which somebody is asked who then answers with one of `answering`."""
    answering: frozenset[str]
    fields: dict[str, str]
    """By a word for what an office is about that of its kind which stands for all: "defense" is "defence"."""
    anonymous: frozenset[str]
    withheld: tuple[str, ...]


@cache
def words(language: str) -> Words:
    """The words of `lang/<language>/titles.toml` and `anonymous.toml`.

    Raises `LanguageDataError` where a table or list is missing.
    """
    genders = dict.fromkeys(tables.words(language, "titles", "female"), "woman")
    genders |= dict.fromkeys(tables.words(language, "titles", "male"), "man")
    anonymous, titles = tables.table(language, "anonymous"), tables.table(language, "titles")
    return Words(
        titles=tables.words(language, "titles", "titles"),
        honorifics=tables.words(language, "titles", "honorifics"),
        modifiers=tables.words(language, "titles", "modifiers"),
        linkers=tables.words(language, "titles", "linkers"),
        joining=tables.words(language, "people", "joining"),
        leading=tables.words(language, "titles", "leading"),
        offices=tables.words(language, "titles", "offices"),
        definite=tables.words(language, "titles", "definite"),
        bodies=tables.words(language, "titles", "bodies"),
        kinds=tables.words(language, "titles", "kinds"),
        particles=tables.words(language, "titles", "particles"),
        genders=genders,
        pronouns=dict(titles["pronouns"]),
        asking=frozenset(titles["turns"]["asking"]),
        answering=frozenset(titles["turns"]["answering"]),
        fields={word: field for field, listed in titles["fields"].items() for word in listed},
        anonymous=frozenset(word for listed in anonymous["types"].values() for word in listed),
        withheld=tuple(anonymous["withheld"]["phrases"]),
    )
