"""Runs the three readers of acts over a story."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.read import times
from dateline.read.acts.agenda import agenda
from dateline.read.acts.commitments import commitments
from dateline.read.acts.found import Acts, Settled, StoryContext
from dateline.read.acts.positions import positions
from dateline.read.acts.story import Story


def find(context: StoryContext) -> Acts:
    """The commitments, agenda items and positions of a story, and its times as these settle them."""
    story = Story(context)
    bound, events = commitments(story), agenda(story)
    settled = [one for one in (*(event.settled for event in events), *(act.settled for act in bound)) if one]
    return Acts(
        commitments=tuple(bound),
        agenda=tuple(events),
        positions=tuple(positions(story, bound)),
        times=tuple(_as_settled(one, settled) for one in context.times),
    )


def _as_settled(found: times.Found, settled: Iterable[Settled]) -> times.Found:
    """A time on the day that an act gives it, so that a story says one thing of each; an hour stays that hour."""
    for one in settled:
        before, after = one.read.partition("T")[0], one.value.partition("T")[0]
        inside = one.span.start <= found.span.start and found.span.end <= one.span.end
        if inside and before != after and (found.value or "").startswith(before):
            return replace(found, value=f"{after}{(found.value or '')[len(before) :]}", alternatives=())
    return found
