"""Stories: is this about the same course of events?"""

from dateline.group.stories import GroupRules, stories

__all__ = ["GroupRules", "stories"]
