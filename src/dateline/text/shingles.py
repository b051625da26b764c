"""Overlapping runs of words: what two texts share beyond their vocabulary."""

from collections.abc import Sequence
from zlib import crc32

LENGTH = 4
"""Words in a run, as in the extraction scorers: long enough to be chance-free, short enough to survive an edit."""


def shingles(words: Sequence[str], length: int = LENGTH) -> frozenset[int]:
    """The runs of `length` words as 32-bit numbers, the same on every machine; a shorter text is one run."""
    if not words:
        return frozenset()
    runs = range(max(len(words) - length + 1, 1))
    return frozenset(crc32(" ".join(words[place : place + length]).encode()) for place in runs)


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the runs of `one` that stand in `other`, 0 to 1; 0 where `one` has none."""
    return len(one & other) / len(one) if one else 0.0
