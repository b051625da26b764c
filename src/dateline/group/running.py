"""The stories as they run: each day's articles join those of the last days, and what they touch is looked at again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.group.chance import Weights, shipped
from dateline.group.joining import Pair, joined
from dateline.group.likeness import Likeness, Rarity, shared, vector
from dateline.group.near import NEAREST, Near
from dateline.group.shelves import Moved, Shelves
from dateline.group.terms import Terms, terms
from dateline.records import Article, Placement, story_id

# While few articles came in, how rare a word is changes from day to day; so what is open is weighed anew whenever the
# articles became so many times more, up to this many. From then on a new article changes next to nothing.
_GROWN = 1.25
_MANY = 5000
# A new article touches a story where it is likelier than this to belong with one of its articles.
_TOUCHED = 0.1
_TOLD = 4


@dataclass(frozen=True, slots=True)
class GroupRules:
    """When articles belong together."""

    alike: float = 0.5
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
        self._weighed = 0
        self._near = Near()
        self._terms: dict[int, Terms] = {}
        self._odds: dict[int, dict[int, float]] = {}
        """By article the earlier ones that it may belong with, with the log odds of it."""

    def take(self, day: date | None, arrived: Sequence[int]) -> None:
        """Take the articles of a day, all later than those taken before."""
        self._close(day)
        found = {place: terms(self._ordered[place]) for place in arrived}
        self._rarity.add(found.values())
        self._terms |= found
        for place in self._to_weigh(arrived):
            found_like = self._near.add(place, vector(self._terms[place], self._rarity))
            self._odds[place] = {other: self._alone(place, other, like) for other, like in found_like.items()}
        if self._rarity.articles > _MANY:
            self._terms.clear()
        looked_at = self._touched(arrived) if self._weighed < self._rarity.articles else set(self._odds)
        chances = self._chances(looked_at)
        groups = joined(sorted(looked_at), chances, self._rules.alike, NEAREST)
        moved = self.shelves.put(groups)
        self.placements += self._placed(day, moved, chances)

    def _to_weigh(self, arrived: Sequence[int]) -> Sequence[int]:
        """The articles to weigh: those that arrived; all that are open where they became many more."""
        if self._rarity.articles > _MANY or self._rarity.articles < self._weighed * _GROWN:
            return arrived
        self._weighed = self._rarity.articles
        self._near = Near()
        return sorted(self._terms)

    def _close(self, day: date | None) -> None:
        """Forget what is too old for anything to join it."""
        if day is not None:
            old = [place for place in self._odds if self._days(day, place) > self._rules.quiet_days]
            self._near.forget(old)
            for place in old:
                del self._odds[place]
                self._terms.pop(place, None)

    def _alone(self, place: int, other: int, like: Likeness) -> float:
        day = day_of(self._ordered[place])
        return self._rules.weights.odds(like, 0 if day is None else self._days(day, other))

    def _days(self, day: date, place: int) -> int:
        earlier = day_of(self._ordered[place])
        return 0 if earlier is None else (day - earlier).days

    def _touched(self, arrived: Sequence[int]) -> set[int]:
        """The articles that arrived, and those that are open of the stories that they touch."""
        near = {other for place in arrived for other in self._odds[place] if self._chance(place, other) >= _TOUCHED}
        stories = {self.shelves.story_of[place] for place in near if place in self.shelves.story_of}
        members = {place for story in stories for place in self.shelves.members[story]}
        return members.intersection(self._odds).union(arrived)

    def _chances(self, looked_at: set[int]) -> dict[Pair, float]:
        """By pair of articles, the earlier first, the chance that they are of one story."""
        pairs = ((other, place) for place in sorted(looked_at) for other in self._odds[place] if other in looked_at)
        return {pair: self._chance(pair[1], pair[0]) for pair in pairs}

    def _chance(self, place: int, other: int) -> float:
        return self._rules.weights.chance(self._odds[place][other], self._near.common(place, other))

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
