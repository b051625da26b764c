"""The articles of the last days, and which of them are near each other."""

from dateline.group.near.neighbours import NEAREST
from dateline.group.near.open import Compared, Open
from dateline.group.near.words import Numbers

__all__ = ["NEAREST", "Compared", "Numbers", "Open"]
