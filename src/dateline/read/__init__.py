"""Article to reading: who said what, promised what, by when, for or against what?"""

from dateline.read.reader import Reader, Unread
from dateline.read.rules import ReadRules

__all__ = ["ReadRules", "Reader", "Unread"]
