"""The runs of a text's words as numbers: what two texts share beyond their vocabulary."""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from dateline.text.words import words

Numbers = NDArray[np.uint64]
LENGTH = 4
"""Words in a run: long enough to be free of chance, short enough to survive an edit."""
BYTES = 8
"""Of a number as it is `written`."""
# Odd numbers that spread what they multiply over all 64 bits; the second is of SplitMix64 (Steele et al. 2014).
_FACTOR, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
_HALF = np.uint64(32)
_AT_MOST = 1 << 18
"""What is kept of what was met before."""


def written(text: str) -> bytes:
    """The words of a text (`text.words`) as numbers of `BYTES` bytes each, the same on every machine."""
    return b"".join(map(_PRINTED.__getitem__, text.split()))


def numbers(said: bytes) -> Numbers:
    """The numbers of words that are `written`."""
    return np.frombuffer(said, ">u8").astype(np.uint64)


def runs(said: Numbers) -> Numbers:
    """The runs of `LENGTH` words, given as `numbers`, in their order; a shorter text is one run."""
    length = min(LENGTH, len(said))
    count = len(said) - length + 1 if length else 0
    found = said[:count].copy()
    for place in range(1, length):
        found *= _FACTOR
        found += said[place : place + count]
    found ^= found >> _HALF
    found *= _MIX
    found ^= found >> _HALF
    return found


def among(mine: NDArray[np.unsignedinteger], others: NDArray[np.unsignedinteger]) -> NDArray[np.bool_]:
    """For each number whether it is in others, which are sorted; what it costs hardly grows with these."""
    if not len(others):
        return np.zeros(len(mine), np.bool_)
    near = np.searchsorted(others, mine)
    near[near == len(others)] = 0
    found: NDArray[np.bool_] = others[near] == mine
    return found


def covered(mine: Numbers, others: Numbers, words: int) -> NDArray[np.bool_]:
    """For each of the `words` of a text with the runs `mine`, whether it stands in one that is in `others`, sorted."""
    found = np.zeros(words, np.bool_)
    met = among(mine, others)
    for place in range(min(LENGTH, words)):
        found[place : place + len(met)] |= met
    return found


class _Printed(dict[str, bytes]):
    """The numbers of the words of what stands between two spaces; nearly all of it was met before."""

    def __missing__(self, printed: str) -> bytes:
        if len(self) >= _AT_MOST:
            self.clear()
        self[printed] = found = b"".join(map(_number, words(printed)))
        return found


_PRINTED = _Printed()


def _number(word: str) -> bytes:
    return blake2b(word.encode(), digest_size=BYTES).digest()
