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

    alike: float = 0.38
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


class _Why(NamedTuple):
    """The pair of articles that tells why one of them is in its story."""

    together: bool
    """Whether both are in one story; the likeliest of a story comes before what is likelier elsewhere."""
    chance: float
    one: int
    """The article itself, or one that stood in a story with it, where that became part of another."""
    other: int


class Running:
    """The stories up to a day. Articles are told by their place in the order in which they came."""

    def __init__(self, articles: Mapping[str, Article], rules: GroupRules) -> None:
        """No story yet; `articles` has every article that will be taken, by id."""
        self.shelves = Shelves(lambda place, again: story_id(self._ids[place], again))
        self.placements: dict[str, Placement] = {}
        """By article its last one, which tells where it is."""
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
        self.placements |= {one.article_id: one for one in self._placed(day, moved, chances)}

    def _tie(self, found: Compared) -> None:
        """Keep which of the compared articles would be tied if all their neighbours were the same."""
        weights = self._rules.weights
        odds = weights.odds(facts(found))
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

    def _placed(self, day: date | None, moved: Sequence[Moved], chances: Mapping[Pair, float]) -> list[Placement]:
        nearest, bridges = self._nearest(chances), self._bridges(moved, chances)
        return [self._placement(day, one, nearest.get(one.place), bridges.get(one.place)) for one in moved]

    def _nearest(self, chances: Mapping[Pair, float]) -> dict[int, _Why]:
        """By article the likeliest one of its story; where it has none there, the likeliest elsewhere."""
        found: dict[int, _Why] = {}
        for (one, other), likely in chances.items():
            together = self.shelves.story_of[one] == self.shelves.story_of[other]
            for why in _both_ways(one, other, likely, together=together):
                found[why.one] = max(found.get(why.one, why), why)
        return found

    def _bridges(self, moved: Iterable[Moved], chances: Mapping[Pair, float]) -> dict[int, _Why]:
        """By article that came with all of its story, the likeliest pair of that one and the one that it is part of."""
        story_of, became = self.shelves.story_of, self.shelves.became
        carried = {one.place: one.before for one in moved if one.before and became.get(one.before) == one.story}
        found: dict[str, _Why] = {}
        for (one, other), likely in chances.items() if carried else ():
            if story_of[one] == story_of[other] and carried.get(one) != carried.get(other):
                for why in _both_ways(one, other, likely, together=True):
                    if story := carried.get(why.one):
                        found[story] = max(found.get(story, why), why)
        return {place: found[story] for place, story in carried.items() if story in found}

    def _placement(self, day: date | None, moved: Moved, nearest: _Why | None, bridge: _Why | None) -> Placement:
        why = bridge or nearest
        names, words = ((), ()) if why is None else self._open.shared(why.one, why.other, _TOLD)
        return Placement(
            article_id=self._ids[moved.place],
            story_id=moved.story,
            day=day,
            came_from=moved.before,
            through=None if bridge is None else self._ids[bridge.one],
            nearest=None if why is None else self._ids[why.other],
            chance=0.0 if why is None else round(why.chance, 3),
            names=names,
            words=words,
        )


def _both_ways(one: int, other: int, likely: float, *, together: bool) -> tuple[_Why, _Why]:
    return _Why(together, likely, one, other), _Why(together, likely, other, one)
