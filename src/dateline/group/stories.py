"""The one entry of the step: every original in one story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.group.likeness import Vector, cosine, vectors
from dateline.records import Article, CopySet, Story, by_time, story_id

# A story that is less like an article than this on average is not looked at article by article.
_FAINT = 0.03
# The same likeness summed in another order may differ in its last digits.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class GroupRules:
    """When an article belongs to a story."""

    alike: float = 0.18
    """The likeness to a story, 0 to 1, from which an article joins it."""
    quiet_days: int = 7
    """Days without a new article after which a story is closed."""


def stories(copy_sets: Sequence[CopySet], articles: Mapping[str, Article], rules: GroupRules) -> tuple[Story, ...]:
    """The stories of the originals, in the order of their first article; withdrawn sets are in none.

    Articles are taken in the order of time. Each joins the open story that it is most like, where it is like enough,
    and else begins one. Articles without a date come last and find every story open.
    """
    originals = [articles[copy_set.original] for copy_set in copy_sets if copy_set.withdrawn_by is None]
    ordered = sorted(originals, key=by_time)
    found = _Stories(vectors(ordered), rules)
    for article in ordered:
        found.add(article)
    return tuple(map(_story, found.articles))


class _Stories:
    """Stories while they are made.

    Most articles share no word that tells with most stories. So an index by word says which stories an article can be
    like, and how like at most; only where that is enough is it compared with their articles one by one.
    """

    def __init__(self, weighted: Mapping[str, Vector], rules: GroupRules) -> None:
        """No story yet; `weighted` has the vector of every article that will be added."""
        self.articles: list[list[Article]] = []
        self._weighted = weighted
        self._rules = rules
        self._holders: dict[str, dict[int, float]] = {}
        """By word the places of the stories that have it, with the sum of its weights in their articles."""

    def add(self, article: Article) -> None:
        """Let an article join the open story that it is most like, or begin one."""
        place = self._best(article)
        if place is None:
            place = len(self.articles)
            self.articles.append([])
        self.articles[place].append(article)
        for word, weight in self._weighted[article.id].items():
            holders = self._holders.setdefault(word, {})
            holders[place] = holders.get(place, 0.0) + weight

    def _best(self, article: Article) -> int | None:
        """The place of the open story that an article is most like, of two alike the later one."""
        best, likeness = -1, self._rules.alike
        for most, place, average in self._likely(article):
            if most < likeness - _ROUNDING:
                break
            best, likeness = max((best, likeness), (place, self._likeness(article, place, average)), key=_likest)
        return None if best < 0 else best

    def _likely(self, article: Article) -> list[tuple[float, int, float]]:
        """The stories that an article may join: how like they are at most, their place, how like on average."""
        found = []
        for place, summed in self._summed(article).items():
            average = summed / len(self.articles[place])
            # No article of a story is more like this one than all of them together.
            most = average if average < _FAINT else (average + min(summed, 1.0)) / 2
            if most >= self._rules.alike - _ROUNDING and self._is_open(place, article):
                found.append((most, place, average))
        return sorted(found, reverse=True)

    def _summed(self, article: Article) -> dict[int, float]:
        """By place of a story the sum of the likenesses to its articles; stories without a common word are left out."""
        summed: dict[int, float] = {}
        for word, weight in self._weighted[article.id].items():
            for place, held in self._holders.get(word, {}).items():
                summed[place] = summed.get(place, 0.0) + weight * held
        return summed

    def _likeness(self, article: Article, place: int, average: float) -> float:
        """Between the likeness to the story as a whole and to its most like article: one echo alone joins nothing."""
        if average < _FAINT:
            return average
        vector = self._weighted[article.id]
        nearest = max(cosine(vector, self._weighted[other.id]) for other in self.articles[place])
        return (average + nearest) / 2

    def _is_open(self, place: int, article: Article) -> bool:
        last, published = self.articles[place][-1].published, article.published
        if last is None or published is None:
            return True
        return (published.day - last.day).days <= self._rules.quiet_days


def _likest(found: tuple[int, float]) -> tuple[float, int]:
    place, likeness = found
    return likeness, place


def _story(articles: Sequence[Article]) -> Story:
    days = [article.published.day for article in articles if article.published is not None] or [date.min]
    return Story(
        id=story_id(articles[0].id),
        article_ids=tuple(article.id for article in articles),
        first_day=min(days),
        last_day=max(days),
    )
