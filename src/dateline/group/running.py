"""The stories as they run: each day's articles join those of the last days, and what they touch is looked at again."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.group.chance import Weights, shipped
from dateline.group.joining import Pair, joined
from dateline.group.likeness import Likeness, Rarity, shared, vector
from dateline.group.near import NEAREST, Near
from dateline.group.shelves import Moved, Shelves
from dateline.group.terms import terms
from dateline.records import Article, Placement, story_id

# Articles that are less likely than this to be of one story tie nothing.
_TIED = 0.1
_TOLD = 4


@dataclass(frozen=True, slots=True)
class GroupRules:
    """When articles belong together."""

    alike: float = 0.45
    """The likeness of two groups of articles, 0 to 1, from which they are one story (see `joining.joined`)."""
    quiet_days: int = 12
    """Articles more days apart than this tie nothing; a story without a new one for so long is closed."""
    weights: Weights = field(default_factory=shipped)
    """How the ways in which articles are alike are weighed."""


class Running:
    """The stories up to a day. Articles are told by their place in the order in which they came."""

    def __init__(self, ordered: Sequence[Article], rules: GroupRules) -> None:
        """No story yet; `ordered` has every article that will be taken."""
        self.shelves = Shelves(lambda place, again: story_id(ordered[place].id, again))
        self.placements: list[Placement] = []
        self._ordered = ordered
        self._rules = rules
        self._rarity = Rarity()
        self._near = Near()
        self._odds: dict[int, dict[int, float]] = {}
        """By open article the earlier ones that it may belong with, with the log odds of it."""

    def take(self, day: date | None, arrived: Sequence[int]) -> None:
        """Take the articles of a day, all later than those taken before."""
        self._close(day)
        found = {place: terms(self._ordered[place]) for place in arrived}
        self._rarity.add(found.values())
        for place in arrived:
            alike = self._near.add(place, vector(found[place], self._rarity))
            odds = {other: self._alone(place, other, like) for other, like in alike.items()}
            self._odds[place] = {other: one for other, one in odds.items() if self._may_tie(one)}
        looked_at = self._touched(arrived)
        chances = self._chances(looked_at, looked_at)
        groups = joined(sorted(looked_at), chances, self._rules.alike, NEAREST)
        moved = self.shelves.put(groups)
        self.placements += self._placed(day, moved, chances)

    def _close(self, day: date | None) -> None:
        """Forget what is too old for anything to join it."""
        if day is not None:
            old = [place for place in self._odds if self._days(day, place) > self._rules.quiet_days]
            self._near.forget(old)
            for place in old:
                del self._odds[place]

    def _alone(self, place: int, other: int, like: Likeness) -> float:
        day = day_of(self._ordered[place])
        return self._rules.weights.odds(like, 0 if day is None else self._days(day, other))

    def _days(self, day: date, place: int) -> int:
        earlier = day_of(self._ordered[place])
        return 0 if earlier is None else (day - earlier).days

    def _may_tie(self, odds: float) -> bool:
        """Whether articles of these odds would be tied if all their neighbours were the same."""
        return self._rules.weights.chance(odds, 1.0) >= _TIED

    def _touched(self, arrived: Sequence[int]) -> set[int]:
        """The articles that arrived, and those that are open of the stories that they touch."""
        near = {other for other, _ in self._chances(arrived, self._odds)}
        stories = {self.shelves.story_of[place] for place in near if place in self.shelves.story_of}
        members = {place for story in stories for place in self.shelves.members[story]}
        return members.intersection(self._odds).union(arrived)

    def _chances(self, places: Iterable[int], among: Container[int]) -> dict[Pair, float]:
        """What ties articles to earlier ones: by pair, the earlier first, the chance that they are of one story."""
        chance, common = self._rules.weights.chance, self._near.common
        ties = {
            (other, place): chance(odds, common(place, other))
            for place in sorted(places)
            for other, odds in self._odds[place].items()
            if other in among
        }
        return {pair: likely for pair, likely in ties.items() if likely >= _TIED}

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
        names: tuple[str, ...] = ()
        words: tuple[str, ...] = ()
        if nearest is not None and moved.place in self._near.vectors:
            vectors = self._near.vectors
            names, words = shared(vectors[moved.place], vectors[nearest[2]], _TOLD)
        return Placement(
            article_id=self._ordered[moved.place].id,
            story_id=moved.story,
            day=day,
            came_from=moved.before,
            nearest=None if nearest is None else self._ordered[nearest[2]].id,
            chance=0.0 if nearest is None else round(nearest[1], 3),
            names=names,
            words=words,
        )


def day_of(article: Article) -> date | None:
    """The day on which an article came out; None where it does not say."""
    return None if article.published is None else article.published.day
