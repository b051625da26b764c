"""What an article is about, in counted words: those that lead weigh more, names most."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from dateline.lang import tables
from dateline.records import Article

# A headline names what the article is about; it counts as if it stood in the text this often.
_HEADLINE = 2.0
# Who and where tell one flood from another better than "flood" does.
_NAME = 1.6
# News tells first what is new; background comes last and is shared by stories that are not the same. After so many
# words a word counts half.
_HALF = 250
# Turns of phrase are compared in the headline and so many words of the lead.
_LEAD = 100
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]\w*(?:['-]\w+)*|[.!?\n]")
_ENDS = frozenset(".!?\n")


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an article, before it is known how rare they are."""

    counts: Mapping[str, float]
    """By word how much it counts: more where it leads, stands in the headline or is a name."""
    names: frozenset[str]
    """The words among them that are only written with a capital."""
    pairs: tuple[tuple[str, str], ...]
    """Words that follow each other in the headline and the lead, words of grammar left out."""


class _Token(NamedTuple):
    """A word as it stands, and what it is whatever stands around it."""

    word: str
    """Its basic form."""
    is_capital: bool
    tells: bool
    """Whether it is more than grammar."""
    ends: bool
    """Whether it is none, but the end of a sentence, after which a capital says nothing."""


def terms(article: Article) -> Terms:
    """The words of an article, in their basic form."""
    headline, text = _tokens(article.headline or ""), _tokens(article.text)
    names = _names(text)
    counts: dict[str, float] = {}
    place = 0
    for token in text:
        if token.tells:
            weight = _NAME if token.word in names else 1.0
            counts[token.word] = counts.get(token.word, 0.0) + weight * _at(place)
        place += not token.ends
    for token in headline:
        if token.tells:
            counts[token.word] = counts.get(token.word, 0.0) + _HEADLINE
    leading = [[token.word for token in tokens if token.tells][:_LEAD] for tokens in (headline, text)]
    return Terms(counts, names & counts.keys(), tuple(dict.fromkeys(chain.from_iterable(map(pairwise, leading)))))


def _names(text: list[_Token]) -> frozenset[str]:
    """The words that stand with a capital within a sentence, and never without one."""
    small = {token.word for token in text if not token.is_capital}
    within = {token.word for before, token in pairwise(text) if token.is_capital and not before.ends}
    return frozenset(within - small)


def _tokens(text: str) -> list[_Token]:
    plain = unicodedata.normalize("NFKC", text).replace("’", "'")
    return list(map(_token, _TOKEN.findall(plain)))


@lru_cache(1 << 16)
def _token(printed: str) -> _Token:
    word = _stem(printed.casefold())
    ends = printed in _ENDS
    tells = not ends and len(word) > 1 and word not in _stopwords()
    return _Token(word, printed[0].isupper(), tells, ends)


@lru_cache(1 << 12)
def _at(place: int) -> float:
    return float(2.0 ** (-place / _HALF))


@cache
def _stopwords() -> frozenset[str]:
    return tables.words("en", "stopwords", "stopwords")


def _stem(word: str) -> str:
    """The word without a possessive and without the s of a plural: "talks" and "talk" are one."""
    word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
