"""All words under numbers, and how rare each is among the articles that came in so far."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.lang import tables

Numbers = NDArray[np.int64]
CAPITAL, TELLS, ENDS, FIGURE, NUMBER = 1, 2, 4, 8, 4
"""Bits of a token's code: it begins with a capital; it is more than grammar; it is no word, but the end of a sentence,
after which a capital says nothing; it is a figure. From bit `NUMBER` on stands the word's number."""
_CODE = np.dtype("<i8")
_TOKEN = re.compile(r"[^\W\d_]\w*(?:['-]\w+)*|\d+(?:[.,:]\d+)*|[.!?\n]")
_ENDS = frozenset(".!?\n")
# What a word tells that came in once, so far: little, as most never come again, and something, as what is new is new.
_ONCE = 3.0
_PRINTED = 1 << 20
"""What is kept of what was met before."""
_WORDS = 1 << 20
"""Words beyond which some are forgotten; an archive of years has more, nearly all of them misspelt, or names."""


class Words:
    """The words of articles that come in one after the other, in their basic form."""

    def __init__(self) -> None:
        """Nothing came in yet. No word has the number 0."""
        self._codes = _Codes(self._code, self._of_printed)
        self._known: dict[str, int] = {}
        """By word its code."""
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
        found = b"".join(map(self._codes.__getitem__, text.replace("\n", " \n ").split(" ")))
        return np.frombuffer(found, _CODE)

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
        if len(self._known) <= _WORDS:
            return
        known = np.fromiter(self._known.values(), np.int64, len(self._known)) >> NUMBER
        idle = known[self._last[known] < first]
        gone = idle[np.argsort(self._spread[idle], kind="stable")][: len(known) - _WORDS // 2]
        for number in gone.tolist():
            del self._known[self._written[number]]
            self._written[number] = ""
        self._spread[gone] = 0
        self._free += gone.tolist()
        self._codes.clear()

    def _of_printed(self, printed: str) -> bytes:
        if not printed.isascii():
            printed = unicodedata.normalize("NFKC", printed).replace("’", "'")
        return b"".join(map(self._code, _TOKEN.findall(printed)))

    def _code(self, token: str) -> bytes:
        word = _stem(token.casefold())
        code = self._known.get(word) or self._new(word)
        if token[0].isupper():
            code |= CAPITAL
        return code.to_bytes(8, "little")

    def _new(self, word: str) -> int:
        if self._free:
            number = self._free.pop()
            self._written[number] = word
        else:
            number = len(self._written)
            self._written.append(word)
        is_end = word in _ENDS
        tells = not is_end and len(word) > 1 and word not in _stopwords()
        self._known[word] = code = number << NUMBER | is_end * ENDS | tells * TELLS | word[0].isdecimal() * FIGURE
        return code


class _Codes(dict[str, bytes]):
    """The codes of the tokens in what stands between two spaces; nearly all of it was met before."""

    def __init__(self, of_token: Callable[[str], bytes], of_other: Callable[[str], bytes]) -> None:
        super().__init__()
        self._of_token, self._of_other = of_token, of_other

    def __missing__(self, printed: str) -> bytes:
        if len(self) >= _PRINTED:
            self.clear()
        is_token = printed.isascii() and printed.isalpha()
        self[printed] = codes = self._of_token(printed) if is_token else self._of_other(printed)
        return codes


@cache
def _stopwords() -> frozenset[str]:
    return tables.words("en", "stopwords", "stopwords")


def _stem(word: str) -> str:
    """The word without a possessive and without the s of a plural: "talks" and "talk" are one."""
    if "'" in word:
        word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if word[-1] == "s" and len(word) > 3 and word[-2] != "s" else word
