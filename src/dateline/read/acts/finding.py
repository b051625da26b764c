"""Runs the three readers of acts over a story."""

from dateline.read.acts.agenda import agenda
from dateline.read.acts.commitments import commitments
from dateline.read.acts.found import Acts, StoryContext
from dateline.read.acts.positions import positions
from dateline.read.acts.story import Story


def find(context: StoryContext) -> Acts:
    """The commitments, agenda items and positions of a story."""
    story = Story(context)
    bound = commitments(story)
    return Acts(
        commitments=tuple(bound),
        agenda=tuple(agenda(story)),
        positions=tuple(positions(story, bound)),
    )
