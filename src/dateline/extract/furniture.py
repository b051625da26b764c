"""What stands around an article: by the names that templates give it, and by its words."""

import itertools
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.lang import tables

_LANGUAGES = ("any", "de")
# No class of a template is longer; what a cache keeps is bounded.
_LONGEST = 300
_NO_GROUP: frozenset[str] = frozenset()
_TELLING = frozenset("class id itemprop role data-testid data-component data-type data-name".split())
_WORD_BORDER = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The tables `furniture.toml`, of all languages in one: a page may carry furniture of another language."""

    names: dict[str, frozenset[str]]
    """By what it names ("caption", "standfirst"): words of a class or id."""
    words: dict[str, tuple[str, ...]]
    """By what they tell ("openings", "endings"): lower case."""
    groups: dict[str, tuple[str, ...]]
    """By word of a class, id or role, the groups it belongs to ("share", "caption")."""
    offered: frozenset[str]
    """Words of what an outlet offers or asks for."""
    just: dict[str, frozenset[str]]
    """As `words`, without the marks around them."""

    def named(self, what: str, attributes: str) -> bool:
        """Whether an element's attributes name such a thing, as words parted at hyphens and capitals."""
        return bool(attributes) and what in _named(attributes[:_LONGEST])

    def opens(self, what: str, text: str) -> bool:
        """Whether a text begins with one of the words."""
        return text.lower().startswith(self.words[what])

    def is_just(self, what: str, text: str) -> bool:
        """Whether a text is nothing but one of the words."""
        return text.lower().strip(" :.…!(0123456789)") in self.just[what]


@cache
def furniture() -> Furniture:
    """The tables. Raises `LanguageDataError` where one is missing."""
    table = tables.table("any", "furniture")
    groups: dict[str, tuple[str, ...]] = {}
    for group, listed in table["groups"].items():
        for word in listed:
            groups[word] = (*groups.get(word, ()), group)
    words: dict[str, tuple[str, ...]] = {}
    for language in _LANGUAGES:
        for what, listed in tables.table(language, "furniture")["words"].items():
            words[what] = (*words.get(what, ()), *listed)
    return Furniture(
        names={what: frozenset(listed) for what, listed in table["names"].items()},
        words=words,
        groups=groups,
        offered=frozenset(words["offered"]),
        just={what: frozenset(word.strip(" :") for word in listed) for what, listed in words.items()},
    )


def _values(attributes: str) -> list[str]:
    """The values of the attributes that name what an element is."""
    parts = attributes.split('"')
    return [value for name, value in zip(parts[::2], parts[1::2], strict=False) if name[:-1].lstrip() in _TELLING]


@lru_cache(maxsize=10_000)
def _named(attributes: str) -> frozenset[str]:
    """What an element's attributes name, of `Furniture.names`."""
    given = " ".join(_values(attributes))
    parts = [part.lower() for part in _WORD_BORDER.split(given) if part]
    said = {*parts, *(f"{one}-{other}" for one, other in itertools.pairwise(parts)), "".join(parts)}
    return frozenset(what for what, names in furniture().names.items() if not names.isdisjoint(said))


def groups_of(attributes: str) -> frozenset[str]:
    """The groups that the class, id, role and test names of an element belong to.

    `attributes` is as a serialiser writes it: `class="share-bar" id="x"`.
    """
    found = _NO_GROUP
    for names in _values(attributes):
        if said := _groups(names[:_LONGEST]):
            found = found | said if found else said
    return found


@lru_cache(maxsize=20_000)
def _groups(names: str) -> frozenset[str]:
    groups = furniture().groups
    return frozenset(group for word in _WORD_BORDER.split(names) for group in groups.get(word.lower(), ()))
