"""Copies: is this the same text again?"""

from dateline.fold.copies import copies
from dateline.fold.reuse import counted_once
from dateline.fold.rules import FoldRules

__all__ = ["FoldRules", "copies", "counted_once"]
