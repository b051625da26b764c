"""What kind of name somebody has in an article, and the forms in which names are compared."""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from dateline.people.words import Words, spellings

_POSSESSIVE = re.compile(r"['’]s?$")
_APART = re.compile(r"[-‑\s]+")
_TWICE = re.compile(r"(.)\1")


class Sort(Enum):
    """What a name is, by its form."""

    FULL = "full"
    """Several words, each of them a name: "Jens Prentiss", "World Food Council"."""
    SINGLE = "single"
    """One word, or a surname with its particles: "Prentiss", "Haldren", "WFC", "van Doorn"."""
    COMMON = "common"
    """A body such as many countries have: "Foreign Ministry"."""
    OFFICE = "office"
    """A person by what he or she is: "the Pact chief"."""
    OTHER = "other"
    """A body or thing by what it is: "the Kestrian coastguard"."""


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """The words in small letters, without accents, hyphens and possessives: what is compared."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [_POSSESSIVE.sub("", word) for word in _APART.split(letters)]
    return " ".join(word.replace("'", "").replace("’", "").replace(".", "") for word in words if word)


def apposed(name: str, known: Words) -> tuple[str, str | None]:
    """A name, and the role that the words give before it: "the mayor of Tolle, Ana Ruz" has both."""
    before, comma, behind = name.rpartition(", ")
    if comma and sort_of(behind, known) is Sort.FULL and sort_of(before, known) is Sort.OFFICE:
        return behind, bare(before, known)
    return name, None


def parts(name: str, known: Words) -> list[str]:
    """The names of people who do something together ("Jens Prentiss and Ida Ruz"); else the one name as it is.

    All of them must be full names: "Food and Fish Council" is one body.
    """
    found: list[list[str]] = [[]]
    for word in name.split():
        if word.casefold() in known.joining:
            found.append([])
        else:
            found[-1].append(word.removesuffix(","))
            found += [[]] if word.endswith(",") else []
    split = [" ".join(words) for words in found if words]
    are_people = all(sort_of(part, known) is Sort.FULL and may_be_person(part, known) for part in split)
    return split if len(split) > 1 and are_people else [name]


def bare(name: str, known: Words) -> str:
    """The name as printed without the article before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in known.articles else name


def key(name: str, known: Words) -> str:
    """The form in which a name is looked up: "the Pact" and "Pact" have one."""
    return folded(bare(name, known))


def sort_of(name: str, known: Words) -> Sort | None:
    """What a name is; None where it names nobody in particular, or nobody at all."""
    printed = bare(name, known).split()
    if not printed or printed[0].casefold() in known.indefinite:
        return None
    if not any(word[:1].isupper() for word in printed) or folded(" ".join(printed)) in known.nobody:
        return None
    head = _head_part(printed, known)[-1].casefold()
    if head in known.titles:
        return Sort.OFFICE
    if head.endswith("s") and head[:-1] in known.titles:
        return Sort.OTHER
    if not all(_is_name(word, known) for word in printed):
        return Sort.OTHER
    if all(word.casefold() in known.bodies | known.small for word in printed):
        return Sort.COMMON
    named = [word for word in printed if word.casefold() not in known.particles]
    return Sort.SINGLE if len(named) < 2 else Sort.FULL


def may_be_person(name: str, known: Words) -> bool:
    """Whether nothing in a name says that it is a body's, or several people's."""
    parts = bare(name, known).casefold().split()
    return not any(word in known.joining | known.bodies for word in parts)


def surname(name: str, known: Words) -> str:
    """The folded last name of a full name, or a single one, with the particles before it."""
    printed = own(bare(name, known), known).split()
    start = len(printed) - 1
    while start > 0 and printed[start - 1].casefold() in known.particles:
        start -= 1
    return folded(" ".join(printed[start:]))


def own(name: str, known: Words) -> str:
    """A name without the place or body that it is said to be of: of "Ida Ruz of Tolle" the first two words."""
    return " ".join(_head_part(name.split(), known))


def sounded(word: str) -> str:
    """A folded word as other alphabets' letters may as well be written: "zelenskyy" and "zelensky" are one."""
    for before, after in spellings():
        word = word.replace(before, after)
    return _TWICE.sub(r"\1", word)


def _head_part(printed: list[str], known: Words) -> list[str]:
    """The words up to the first preposition: what it is, without what it is about."""
    for at, word in enumerate(printed):
        if at and word.casefold() in known.prepositions:
            return printed[:at]
    return printed


def _is_name(word: str, known: Words) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word.casefold() in known.small or word == "&"
