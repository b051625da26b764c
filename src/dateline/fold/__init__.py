"""Copies: is this the same text again?"""

from dateline.fold.copies import copies
from dateline.fold.rules import FoldRules

__all__ = ["FoldRules", "copies"]
