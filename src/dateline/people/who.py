"""The one entry of the layer: everybody in some articles, each once."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.people import decided
from dateline.people.groups import Group, groups
from dateline.people.identity import Identity, Join, People
from dateline.people.joins import Spelled, joins
from dateline.people.names import Sort, folded
from dateline.people.sightings import sightings
from dateline.people.ties import connected
from dateline.records import Article, Decision, Reading, Story
from dateline.text import initials

_FULLEST = (Sort.FULL, Sort.COMMON, Sort.OTHER, Sort.SINGLE, Sort.OFFICE)


def people(
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    stories: Iterable[Story],
    decisions: Sequence[Decision] = (),
) -> People:
    """Everybody whom the readings name, each person and body once, with why names were put together.

    `decisions` are those that stand, in their order. The same input gives the same identities and ids.
    """
    story_of = {key: story.id for story in stories for key in story.article_ids}
    made, apart = decided.taken_apart(groups(sightings(readings, articles, story_of)), decisions)
    by_rule = joins(made, _spelled(articles[key] for key in sorted(readings.keys() & articles.keys())))
    everybody = [*made, *apart]
    return People(_identities(everybody, decided.mended(by_rule, everybody, decisions)))


def _spelled(articles: Iterable[Article]) -> Spelled:
    found: dict[str, dict[str, str]] = {}
    for article in articles:
        for short, long in initials.long_forms(article.text):
            found.setdefault(folded(short), {}).setdefault(folded(long), article.id)
    return found


def _identities(made: Sequence[Group], found: Sequence[Join]) -> Iterable[Identity]:
    by_child: dict[str, list[Join]] = {}
    for join in found:
        by_child.setdefault(join.child, []).append(join)
    for part in connected(made, lambda one: [one.id, *(join.parent for join in by_child.get(one.id, []))]):
        ordered = sorted(part, key=lambda one: (one.id in by_child, _FULLEST.index(one.sort)))
        yield Identity(
            id=ordered[0].id,
            name=ordered[0].name,
            groups=tuple(ordered),
            joins=tuple(join for one in ordered for join in by_child.get(one.id, [])),
        )
