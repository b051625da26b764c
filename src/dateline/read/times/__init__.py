"""When: time expressions with their TIMEX3 type and value, resolved against the day of publication.

To teach it a word or a way to write: `lang/<language>/times.toml`. What a shape stands for is a method of a resolver in
`shapes` that has its name.
"""

from dateline.read.times.finding import find
from dateline.read.times.found import Found
from dateline.read.times.story_day import story_day, zone_of

__all__ = ["Found", "find", "story_day", "zone_of"]
