"""Copies: is this the same text again?"""

from dateline.fold.copies import FoldRules, copies

__all__ = ["FoldRules", "copies"]
