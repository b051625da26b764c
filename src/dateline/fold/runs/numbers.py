"""The runs of a text's words as numbers: what two texts share beyond their vocabulary."""

import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
LENGTH = 4
"""Words in a run: long enough to be free of chance, short enough to survive an edit."""
# Odd numbers that spread what they multiply over all 64 bits; the second is of SplitMix64 (Steele et al. 2014), and the
# third is the prime of the hash FNV-1a.
_FACTOR, _MIX, _LETTER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), 0x100000001B3
_HALF = np.uint64(32)
_LETTERS = 1 << 16
"""Characters that are looked up; those beyond are not of words, but pictures, or letters of dead languages."""


def numbers(parts: Sequence[str]) -> tuple[Numbers, NDArray[np.int64]]:
    """The words of the parts of a text as numbers, the same on every machine, and how many each part has.

    A word is letters and figures in a row, without regard to case and form. Its number is a polynomial of its
    characters, taken as the difference of two sums over the text (Karp and Rabin 1987): the text is never cut up.
    """
    plain = [unicodedata.normalize("NFKC", part).casefold() for part in parts]
    said = np.frombuffer("\n".join([*plain, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    is_letter = np.zeros(len(said) + 1, np.bool_)
    is_letter[1:] = _letters()[np.minimum(said, _LETTERS - 1)]
    edges = np.flatnonzero(is_letter[1:] != is_letter[:-1])
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << len(said).bit_length())
    sums = np.cumsum(said * powers[: len(said)])
    found = (sums[ends - 1] - sums[starts] + said[starts] * powers[starts]) * inverses[starts]
    bounds = np.searchsorted(starts, np.cumsum([0, *[len(part) + 1 for part in plain]]))
    return found, np.diff(bounds)


def runs(words: Numbers) -> Numbers:
    """The runs of `LENGTH` words, given as `numbers`, in their order; a shorter text is one run."""
    length = min(LENGTH, len(words))
    count = len(words) - length + 1 if length else 0
    mixed = (words ^ words >> _HALF) * _MIX
    found = mixed[:count].copy()
    for place in range(1, length):
        found *= _FACTOR
        found += mixed[place : place + count]
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


@cache
def _letters() -> NDArray[np.bool_]:
    """For each character whether it is of a word."""
    return np.array([chr(code).isalnum() for code in range(_LETTERS)])


@cache
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """The powers of `_LETTER` from 0 on, and of what it gives 1 with, in 64 bits."""

    def powers(base: int) -> Numbers:
        found = np.full(count, base, np.uint64)
        found[0] = 1
        return np.multiply.accumulate(found)

    return powers(_LETTER), powers(pow(_LETTER, -1, 1 << 64))
