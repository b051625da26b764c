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
_TELLING = re.compile(r'(?:^| )(?:class|id|itemprop|role|data-(?:testid|component|type|name))="([^"]*)"')
"""The values of the attributes that name what an element is."""
_ENDINGS = ("endings", "about_author", "tail")
_WORDS = re.compile(r"[A-Z]*[a-z]+|[A-Z]+")
"""As in "shareBar" and "share-bar"."""


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
    by_letter: dict[str, dict[str, tuple[str, ...]]]
    """As `words`, by their first letter."""
    after: frozenset[str]
    """All that ends an article or follows it, as `just`."""

    def named(self, what: str, attributes: str) -> bool:
        """Whether an element's attributes name such a thing, as words parted at hyphens and capitals."""
        return bool(attributes) and what in _named(attributes[:_LONGEST])

    def begins(self, what: str, low: str) -> bool:
        """Whether a text in lower case begins with one of the words."""
        return low.startswith(self.by_letter[what].get(low[:1], ()))

    def names_any(self, what: frozenset[str], attributes: str) -> bool:
        """Whether an element's attributes name one of several things."""
        return bool(attributes) and not what.isdisjoint(_named(attributes[:_LONGEST]))

    def opens(self, what: str, text: str) -> bool:
        """Whether a text begins with one of the words."""
        return self.begins(what, text.lower())

    def is_just(self, what: str, text: str) -> bool:
        """Whether a text is nothing but one of the words."""
        return _bare(text.lower()) in self.just[what]

    def is_ending(self, low: str) -> bool:
        """Whether a text in lower case is nothing but what ends an article or follows it."""
        return _bare(low) in self.after


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
    just = {what: frozenset(word.strip(" :") for word in listed) for what, listed in words.items()}
    return Furniture(
        names={what: frozenset(listed) for what, listed in table["names"].items()},
        words=words,
        groups=groups,
        offered=frozenset(words["offered"]),
        just=just,
        by_letter={what: _by_letter(listed) for what, listed in words.items()},
        after=frozenset().union(*(just[what] for what in _ENDINGS)),
    )


def _by_letter(listed: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in listed:
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def _bare(low: str) -> str:
    return low.strip(" :.…!(0123456789)")


@lru_cache(maxsize=2_000)
def _named(attributes: str) -> frozenset[str]:
    """What an element's attributes name, of `Furniture.names`."""
    given = " ".join(_TELLING.findall(attributes))
    parts = [part.lower() for part in _WORDS.findall(given)]
    said = {*parts, *(f"{one}-{other}" for one, other in itertools.pairwise(parts)), "".join(parts)}
    return frozenset(what for what, names in furniture().names.items() if not names.isdisjoint(said))


def groups_of(attributes: str) -> frozenset[str]:
    """The groups that the class, id, role and test names of an element belong to.

    `attributes` is as a serialiser writes it: `class="share-bar" id="x"`.
    """
    return _groups_of(attributes) if len(attributes) < _LONGEST else _groups(attributes)


def _groups(attributes: str) -> frozenset[str]:
    groups = furniture().groups
    found: list[str] = []
    for names in _TELLING.findall(attributes):
        for word in _WORDS.findall(names[:_LONGEST]):
            if told := groups.get(word.lower()):
                found += told
    return frozenset(found) if found else _NO_GROUP


_groups_of = lru_cache(maxsize=2_000)(_groups)
