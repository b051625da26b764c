"""The runs of a text's words as numbers: what two texts share beyond their vocabulary."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
LENGTH = 4
"""Words in a run: long enough to be free of chance, short enough to survive an edit."""
# Odd numbers that spread what they multiply over all 64 bits; the second is of SplitMix64 (Steele et al. 2014).
_FACTOR, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
_HALF = np.uint64(32)


def runs(words: Sequence[str]) -> Numbers:
    """The runs of `LENGTH` words in their order, the same on every machine; a shorter text is one run."""
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    length = min(LENGTH, len(numbers))
    count = len(numbers) - length + 1 if length else 0
    found = numbers[:count].copy()
    for place in range(1, length):
        found *= _FACTOR
        found += numbers[place : place + count]
    found ^= found >> _HALF
    found *= _MIX
    found ^= found >> _HALF
    return found


def covered(mine: Numbers, others: Numbers, words: int) -> NDArray[np.bool_]:
    """For each of the `words` of a text with the runs `mine`, whether it stands in one that is in `others`, sorted."""
    found = np.zeros(words, np.bool_)
    if not len(mine) or not len(others):
        return found
    near = np.minimum(np.searchsorted(others, mine), len(others) - 1)
    met = others[near] == mine
    for place in range(min(LENGTH, words)):
        found[place : place + len(met)] |= met
    return found


# Half of the words of any text are a few hundred, so that nearly every word was met before.
@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
