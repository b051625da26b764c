"""Article to reading: who said what, promised what, by when, for or against what?"""

from dateline.read.reader import Reader, ReadRules, Unread

__all__ = ["ReadRules", "Reader", "Unread"]
