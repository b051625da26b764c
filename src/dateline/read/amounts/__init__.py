"""How much: sums of money, people, things, measures and percentages, each with its exact words.

To teach it a currency or a unit: `lang/<language>/amounts.toml`.
"""

from dateline.read.amounts.act import of_act
from dateline.read.amounts.finding import find
from dateline.read.amounts.found import Found, Kind, Role

__all__ = ["Found", "Kind", "Role", "find", "of_act"]
