"""Stories: is this about the same course of events?"""

from dateline.group.running import GroupRules
from dateline.group.stories import stories

__all__ = ["GroupRules", "stories"]
