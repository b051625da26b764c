"""The one entry of the step: every original in one story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.group.likeness import Vector, cosine, vectors
from dateline.records import Article, CopySet, Story, record_id


@dataclass(frozen=True, slots=True)
class GroupRules:
    """When an article belongs to a story."""

    alike: float = 0.18
    """The likeness to a story, 0 to 1, from which an article joins it."""
    quiet_days: int = 7
    """Days without a new article after which a story is closed."""


@dataclass(slots=True)
class _Open:
    """A story while it is made."""

    articles: list[Article] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    """The sum of its articles' vectors."""

    def add(self, article: Article, vector: Vector) -> None:
        self.articles.append(article)
        for word, weight in vector.items():
            self.weights[word] = self.weights.get(word, 0.0) + weight


def stories(copy_sets: Sequence[CopySet], articles: Mapping[str, Article], rules: GroupRules) -> tuple[Story, ...]:
    """The stories of the originals, in the order of their first article; withdrawn sets are in none.

    Articles are taken in the order of time. Each joins the open story that it is most like, where it is like enough,
    and else begins one. Articles without a date come last and find every story open.
    """
    originals = [articles[copy_set.original] for copy_set in copy_sets if copy_set.withdrawn_by is None]
    ordered = sorted(originals, key=_by_time)
    weighted = vectors(ordered)
    found: list[_Open] = []
    for article in ordered:
        story = _best(article, weighted, found, rules)
        if story is None:
            story = _Open()
            found.append(story)
        story.add(article, weighted[article.id])
    return tuple(_story(one.articles) for one in found)


def _best(article: Article, weighted: Mapping[str, Vector], found: Sequence[_Open], rules: GroupRules) -> _Open | None:
    best, likeness = None, rules.alike
    for story in found:
        if _is_open(story, article, rules):
            alike = _likeness(weighted[article.id], story, weighted)
            if alike >= likeness:
                best, likeness = story, alike
    return best


def _likeness(vector: Vector, story: _Open, weighted: Mapping[str, Vector]) -> float:
    """Between the likeness to the story as a whole and to its most like article: one echo alone joins nothing."""
    average = sum(weight * story.weights.get(word, 0.0) for word, weight in vector.items()) / len(story.articles)
    if average < 0.03:
        return average
    nearest = max(cosine(vector, weighted[article.id]) for article in story.articles)
    return (average + nearest) / 2


def _is_open(story: _Open, article: Article, rules: GroupRules) -> bool:
    last, published = story.articles[-1].published, article.published
    if last is None or published is None:
        return True
    return (published.day - last.day).days <= rules.quiet_days


def _by_time(article: Article) -> tuple[object, ...]:
    published = article.published
    return (published is None, published.order() if published else (), article.id)


def _story(articles: Sequence[Article]) -> Story:
    days = [article.published.day for article in articles if article.published is not None] or [date.min]
    return Story(
        id=record_id("s", articles[0].id),
        article_ids=tuple(article.id for article in articles),
        first_day=min(days),
        last_day=max(days),
    )
