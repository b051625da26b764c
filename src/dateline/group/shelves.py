"""Stories under ids that stay, whatever is merged and split."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple


class Moved(NamedTuple):
    """An article that came into a story, and the one that it was in, if any."""

    place: int
    story: str
    before: str | None


class Shelves:
    """Which article is in which story. Articles are told by their place in the order in which they came."""

    def __init__(self, named: Callable[[int, int], str]) -> None:
        """No story yet; `named` gives the id of the story that begins with an article, for the n-th time."""
        self.members: dict[str, list[int]] = {}
        self.story_of: dict[int, str] = {}
        self.became: dict[str, str] = {}
        """By story that there is no more since the last `put`, the one that it became part of."""
        self._named = named

    def put(self, groups: Sequence[Sequence[int]]) -> list[Moved]:
        """Make each group of articles one story; who came into a story by that, in order.

        A story goes on where most of the articles that are looked at again are, and what is not looked at goes with
        them. Of stories that become one the oldest keeps its id; what is left without one is a new story.
        """
        heirs = self._heirs(groups)
        moved: list[Moved] = []
        looked_at = {place for group in groups for place in group}
        shelves = [
            sorted({*group, *self._not_looked_at(heirs.get(at, []), looked_at)}) for at, group in enumerate(groups)
        ]
        self.became = {story: into for into, *merged in heirs.values() for story in merged}
        for story in self.became:
            del self.members[story]
        for at, members in enumerate(shelves):
            story = heirs[at][0] if at in heirs else self._new(groups[at])
            self.members[story] = members
            for place in members:
                before = self.story_of.get(place)
                if before != story:
                    moved.append(Moved(place, story, before))
                    self.story_of[place] = story
        return sorted(moved)

    def _heirs(self, groups: Sequence[Sequence[int]]) -> dict[int, list[str]]:
        """By number of a group the stories that go on in it, the oldest first."""
        votes: dict[str, Counter[int]] = {}
        for at, group in enumerate(groups):
            for place in group:
                if place in self.story_of:
                    votes.setdefault(self.story_of[place], Counter())[at] += 1
        heirs: dict[int, list[str]] = {}
        for story in sorted(votes, key=lambda one: self.members[one][0]):
            heirs.setdefault(votes[story].most_common(1)[0][0], []).append(story)
        return heirs

    def _not_looked_at(self, stories: Sequence[str], looked_at: set[int]) -> set[int]:
        return {place for story in stories for place in self.members[story]} - looked_at

    def _new(self, group: Sequence[int]) -> str:
        names = (self._named(place, again) for again in count() for place in group)
        return next(name for name in names if name not in self.members)
