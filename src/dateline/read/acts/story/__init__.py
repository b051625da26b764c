"""A story as the rules for acts ask it: `Story`, made of who says what (`sayings`) and who is meant (`actors`)."""

from dateline.read.acts.story.story import Story

__all__ = ["Story"]
