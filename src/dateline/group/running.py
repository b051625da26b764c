"""The stories as they run: each day's articles join those of the last days, and what they touch is looked at again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.group.chance import Floats, Weights, facts, shipped
from dateline.group.joining import Pair, joined
from dateline.group.near import NEAREST, Compared, Numbers, Open
from dateline.group.shelves import Moved, Shelves
from dateline.records import Article, Placement, story_id

# Articles that are less likely than this to be of one story tie nothing.
_TIED = 0.1
_TOLD = 4
Chosen = NDArray[np.bool_]
"""For each open article, whether something holds."""


@dataclass(frozen=True, slots=True)
class GroupRules:
    """When articles belong together."""

    alike: float = 0.45
    """The likeness of two groups of articles, 0 to 1, from which they are one story (see `joining.joined`)."""
    quiet_days: int = 12
    """Articles more days apart than this tie nothing; a story without a new one for so long is closed."""
    weights: Weights = field(default_factory=shipped)
    """How the ways in which articles are alike are weighed."""


class Ties(NamedTuple):
    """Pairs of open articles that may be of one story, a row for each, in order of the later one."""

    later: Numbers
    earlier: Numbers
    odds: Floats
    """The log odds of it, before neighbours are looked at."""


class Running:
    """The stories up to a day. Articles are told by their place in the order in which they came."""

    def __init__(self, articles: Mapping[str, Article], rules: GroupRules) -> None:
        """No story yet; `articles` has every article that will be taken, by id."""
        self.shelves = Shelves(lambda place, again: story_id(self._ids[place], again))
        self.placements: list[Placement] = []
        self._articles = articles
        self._rules = rules
        self._ids: list[str] = []
        self._open = Open()
        self._ties = Ties(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))

    def take(self, day: date | None, arrived: Sequence[str]) -> None:
        """Take the articles of a day by their ids, all later than those taken before; each is asked for once."""
        first = len(self._ids)
        self._ids += arrived
        if day is not None:
            self._open.close(day, self._rules.quiet_days)
        self._tie(self._open.add(day, (self._articles[key] for key in arrived)))
        looked_at = self._touched(first)
        chances = self._chances(looked_at, looked_at)
        groups = joined((np.flatnonzero(looked_at) + self._open.first).tolist(), chances, self._rules.alike, NEAREST)
        moved = self.shelves.put(groups)
        self.placements += self._placed(day, moved, chances)

    def _tie(self, found: Compared) -> None:
        """Keep which of the compared articles would be tied if all their neighbours were the same."""
        weights = self._rules.weights
        odds = weights.odds(facts(found.alike, found.days))
        may = weights.chance(odds, np.ones(len(odds))) >= _TIED
        new = Ties(found.later[may], found.earlier[may], odds[may])
        still = self._ties.earlier >= self._open.first
        self._ties = Ties(*[np.concatenate([old[still], one]) for old, one in zip(self._ties, new, strict=True)])

    def _touched(self, first: int) -> Chosen:
        """The articles from a place on, and those that are open of the stories that they touch."""
        chosen = np.arange(len(self._open.days)) + self._open.first >= first
        near = {other for other, _ in self._chances(chosen, np.ones_like(chosen))}
        stories = {self.shelves.story_of[place] for place in near if place in self.shelves.story_of}
        members = [place for story in stories for place in self.shelves.members[story] if place >= self._open.first]
        chosen[np.array(members, np.int64) - self._open.first] = True
        return chosen

    def _chances(self, places: Chosen, among: Chosen) -> dict[Pair, float]:
        """What ties articles to earlier ones: by pair, the earlier first, the chance that they are of one story."""
        later, earlier, odds = self._ties
        at = np.flatnonzero(places[later - self._open.first] & among[earlier - self._open.first])
        later, earlier = later[at], earlier[at]
        likely = self._rules.weights.chance(odds[at], self._open.neighbours.common(later, earlier))
        tied = likely >= _TIED
        pairs = zip(earlier[tied].tolist(), later[tied].tolist(), strict=True)
        return dict(zip(pairs, likely[tied].tolist(), strict=True))

    def _placed(self, day: date | None, moved: Iterable[Moved], chances: Mapping[Pair, float]) -> list[Placement]:
        nearest = self._nearest(chances)
        return [self._placement(day, one, nearest.get(one.place)) for one in moved]

    def _nearest(self, chances: Mapping[Pair, float]) -> dict[int, tuple[bool, float, int]]:
        """By article whether it has a likely one in its story, how likely, and which; of its own story first."""
        found: dict[int, tuple[bool, float, int]] = {}
        for (one, other), likely in chances.items():
            together = self.shelves.story_of[one] == self.shelves.story_of[other]
            found[one] = max(found.get(one, (False, 0.0, -1)), (together, likely, other))
            found[other] = max(found.get(other, (False, 0.0, -1)), (together, likely, one))
        return found

    def _placement(self, day: date | None, moved: Moved, nearest: tuple[bool, float, int] | None) -> Placement:
        names, words = ((), ()) if nearest is None else self._open.shared(moved.place, nearest[2], _TOLD)
        return Placement(
            article_id=self._ids[moved.place],
            story_id=moved.story,
            day=day,
            came_from=moved.before,
            nearest=None if nearest is None else self._ids[nearest[2]],
            chance=0.0 if nearest is None else round(nearest[1], 3),
            names=names,
            words=words,
        )
