"""What stands around an article: by the names that templates give it, and by its words."""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from dateline.lang import tables

_LANGUAGES = ("any", "de")
_WORD_BORDER = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The tables `furniture.toml`, of all languages in one: a page may carry furniture of another language."""

    names: dict[str, frozenset[str]]
    """By what it names ("caption", "byline"): words of a class or id."""
    words: dict[str, tuple[str, ...]]
    """By what they tell ("openings", "endings"): lower case."""

    def named(self, what: str, attributes: str) -> bool:
        """Whether a class and id name such a thing, as words parted at hyphens and capitals."""
        if not attributes:
            return False
        parts = [part.lower() for part in _WORD_BORDER.split(attributes) if part]
        pairs = {f"{one}-{other}" for one, other in itertools.pairwise(parts)}
        return not self.names[what].isdisjoint({*parts, *pairs, "".join(parts)})

    def opens(self, what: str, text: str) -> bool:
        """Whether a text begins with one of the words."""
        return text.lower().startswith(self.words[what])

    def is_just(self, what: str, text: str) -> bool:
        """Whether a text is nothing but one of the words."""
        return text.lower().strip(" :.…!(0123456789)") in {word.strip(" :") for word in self.words[what]}


@cache
def furniture() -> Furniture:
    """The tables. Raises `LanguageDataError` where one is missing."""
    names = tables.table("any", "furniture")["names"]
    words: dict[str, tuple[str, ...]] = {}
    for language in _LANGUAGES:
        for what, listed in tables.table(language, "furniture")["words"].items():
            words[what] = (*words.get(what, ()), *listed)
    return Furniture({what: frozenset(listed) for what, listed in names.items()}, words)
