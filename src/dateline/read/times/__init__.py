"""When: time expressions with their TIMEX3 type and value, resolved against the day of publication.

To teach it a word: `lang/<language>/times.toml`. To teach it a shape: a `Shape` in `dates`, `relative` or `lengths`.
"""

from dateline.read.times.finding import find
from dateline.read.times.found import Found

__all__ = ["Found", "find"]
