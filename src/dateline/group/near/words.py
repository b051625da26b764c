"""All words under numbers, and how rare each is among the articles that came in so far."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.lang import tables

Numbers = NDArray[np.int64]
CAPITAL, TELLS, ENDS, NUMBER = 1, 2, 4, 3
"""Bits of a token's code: it begins with a capital; it is more than grammar; it is no word, but the end of a sentence,
after which a capital says nothing. From bit `NUMBER` on stands the word's number."""
_TOKEN = re.compile(r"[^\W\d_]\w*(?:['-]\w+)*|\d+(?:[.,:]\d+)*|[.!?\n]")
_ENDS = frozenset(".!?\n")
# What a word tells that came in once, so far: little, as most never come again, and something, as what is new is new.
_ONCE = 2.0
_PRINTED = 1 << 18
"""Tokens whose codes are kept."""
_WORDS = 1 << 20
"""Words beyond which some are forgotten; an archive of years has more, nearly all of them misspelt, or names."""


class Words:
    """The words of articles that come in one after the other, in their basic form."""

    def __init__(self) -> None:
        """Nothing came in yet. No word has the number 0."""
        self._codes = _Codes(self._code)
        self._numbers: dict[str, int] = {}
        self._written = [""]
        self._free: list[int] = []
        self._articles = 0
        self._spread = np.zeros(1, np.int64)
        self._last = np.zeros(1, np.int64)

    def __len__(self) -> int:
        """One more than the largest number."""
        return len(self._written)

    def codes(self, text: str) -> Numbers:
        """The tokens of a text in their order, as codes."""
        tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text).replace("’", "'"))
        return np.fromiter(map(self._codes.__getitem__, tokens), np.int64, len(tokens))

    def written(self, number: int) -> str:
        """The word of a number."""
        return self._written[number]

    def add(self, numbers: Numbers, places: Numbers, articles: int) -> None:
        """Count articles with these words, each once for each article; `places` has the article's place, in order."""
        room = len(self._written) - len(self._spread)
        if room > 0:
            self._spread = np.concatenate([self._spread, np.zeros(room + room // 2, np.int64)])
            self._last = np.concatenate([self._last, np.zeros(room + room // 2, np.int64)])
        self._articles += articles
        np.add.at(self._spread, numbers, 1)
        self._last[numbers] = places

    def rarity(self, numbers: Numbers) -> NDArray[np.float64]:
        """How much each word tells (Sparck Jones 1972)."""
        spread = self._spread[numbers]
        return np.where(spread > 1, np.log1p(self._articles / np.maximum(spread, 1)), _ONCE)

    def forget(self, first: int) -> None:
        """Where words are too many, forget the rarest half, but none that an article from a place on has.

        Counting stays right for what is frequent, in bounded memory (Manku and Motwani 2002).
        """
        if len(self._numbers) <= _WORDS:
            return
        known = np.fromiter(self._numbers.values(), np.int64, len(self._numbers))
        idle = known[self._last[known] < first]
        gone = idle[np.argsort(self._spread[idle], kind="stable")][: len(known) - _WORDS // 2]
        for number in gone.tolist():
            del self._numbers[self._written[number]]
            self._written[number] = ""
        self._spread[gone] = 0
        self._free += gone.tolist()
        self._codes.clear()

    def _code(self, printed: str) -> int:
        word = _stem(printed.casefold())
        ends = printed in _ENDS
        tells = not ends and len(word) > 1 and word not in _stopwords()
        return self._number(word) << NUMBER | ends * ENDS | tells * TELLS | printed[0].isupper() * CAPITAL

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            if self._free:
                self._numbers[word] = self._free.pop()
                self._written[self._numbers[word]] = word
            else:
                self._numbers[word] = len(self._written)
                self._written.append(word)
        return self._numbers[word]


class _Codes(dict[str, int]):
    """The codes of tokens as printed; half of any text are a few hundred, so that nearly every one was met before."""

    def __init__(self, code: Callable[[str], int]) -> None:
        super().__init__()
        self._code = code

    def __missing__(self, printed: str) -> int:
        if len(self) >= _PRINTED:
            self.clear()
        self[printed] = code = self._code(printed)
        return code


@cache
def _stopwords() -> frozenset[str]:
    return tables.words("en", "stopwords", "stopwords")


def _stem(word: str) -> str:
    """The word without a possessive and without the s of a plural: "talks" and "talk" are one."""
    word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
