"""What a person decided about stories, done again to what was grouped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.brief.decided.records import standing
from dateline.records import Article, CopySet, Decision, DecisionKind, Placement, Story, apart_id, by_time, ids_since
from dateline.text.words import has_all


def regrouped(
    decisions: Sequence[Decision],
    stories: Sequence[Story],
    articles: Mapping[str, Article],
    copy_sets: Sequence[CopySet],
) -> tuple[Story, ...]:
    """The stories with what a person moved, merged, split and named, each decision after the other.

    An article stays where a person put it, also where its agency sent a newer version since or grouping would now have
    it elsewhere. What came out since goes where it is grouped, and with the article that it is most like where that was
    moved. A decision on a story or an article that is not there does nothing.
    """
    made = [one for one in standing(decisions) if one.kind in _DEEDS]
    if not made:
        return tuple(stories)
    shelf = _Shelf(stories, articles, copy_sets)
    for decision in made:
        _DEEDS[decision.kind](shelf, decision)
    shelf.settle()
    return shelf.stories()


def followed(
    decisions: Sequence[Decision],
    stories: Sequence[Story],
    articles: Mapping[str, Article],
    copy_sets: Sequence[CopySet],
) -> tuple[Story, ...]:
    """The stories of an edition with who follows them now; all else of them stays as it was made."""
    shelf = _Shelf(stories, articles, copy_sets)
    for decision in standing(decisions):
        if decision.kind is DecisionKind.FOLLOW:
            shelf.follow(decision)
    return tuple(replace(story, followers=shelf.followers(story.id)) for story in stories)


class _Shelf:
    """Which article is in which story, while decisions are done."""

    def __init__(self, stories: Sequence[Story], articles: Mapping[str, Article], copy_sets: Sequence[CopySet]) -> None:
        self._articles = articles
        self._known = {story.id: story for story in stories}
        self._grouped = {key: story.id for story in stories for key in story.article_ids}
        self._placements = {one.article_id: one for story in stories for one in story.placements}
        self._original = {key: one.original for one in copy_sets for key in one.members()}
        self._home = dict(self._grouped)
        self._members = {story.id: set(story.article_ids) for story in stories}
        self._since = ids_since(stories, copy_sets)
        self._went: dict[str, str] = {}
        """By story that a person took the last article out of, the one where that went."""
        self._put: dict[str, tuple[str, str]] = {}
        """By article that a person put somewhere, the day of the edition that was looked at, and the line."""
        self._decided: dict[str, str] = {}
        self._titles: dict[str, tuple[str, str]] = {}
        self._followed: dict[str, list[str]] = {}
        self._words: list[tuple[str, str]] = []
        """The words that are followed, each with who does."""

    def move(self, decision: Decision) -> None:
        """Put an article into another story."""
        into, article = self._story(decision.value), self._article(decision.subject)
        if into is not None and article is not None:
            self._take([article], into, decision, "moved")

    def split(self, decision: Decision) -> None:
        """Make a story of some articles."""
        named = (decision.value or "").split()
        found = [article for key in named if (article := self._article(key)) is not None]
        if found:
            self._take(found, apart_id(named), decision, "split off")

    def merge(self, decision: Decision) -> None:
        """Put all of a story into another one, and what grouping took out of either since."""
        one, into = self._story(decision.subject), self._story(decision.value)
        if one is None or into is None or one == into:
            return
        for key in self._members[one]:
            self._decided[key] = _told(decision, "merged")
        self._go(self._members[one], into)
        since = date.fromisoformat(decision.field) if decision.field else date.max
        left = [
            placed.article_id
            for placed in self._placements.values()
            if placed.came_from in {one, into} and placed.day is not None and placed.day > since
        ]
        kept = [key for key in left if self._home[key] != into and key not in self._put]
        self._take(kept, into, decision, "kept with its story")

    def name(self, decision: Decision) -> None:
        """Call a story what a person calls it."""
        story = self._story(decision.subject)
        if story is not None and decision.value:
            self._titles[story] = (decision.value, _told(decision, "named"))

    def follow(self, decision: Decision) -> None:
        """Let a person follow a story, or words."""
        story = self._story(decision.subject)
        if story is None:
            self._words.append((decision.subject, decision.who))
        else:
            self._followed.setdefault(story, []).append(decision.who)

    def followers(self, story: str) -> tuple[str, ...]:
        """Who follows a story, each in a few words: those who named it first, then those of words."""
        found = {who: who for who in self._followed.get(story, [])}
        members = self._members[story] if self._words else ()
        headlines = [self._articles[key].headline for key in members if key in self._articles]
        for wanted, who in self._words:
            if who not in found and any(has_all(one, wanted) for one in headlines):
                found[who] = f"{who}, for “{wanted}”"
        return tuple(found.values())

    def settle(self) -> None:
        """Let what came out since a decision go with the article that it is most like, where that was put elsewhere."""
        if not self._put:
            return
        for key in sorted(self._grouped, key=lambda one: by_time(self._articles[one])):
            nearest = self._nearest(key)
            if key in self._put or nearest not in self._put or self._grouped[key] != self._grouped[nearest]:
                continue
            seen, told = self._put[nearest]
            published = self._articles[key].published
            if published is not None and published.day.isoformat() > seen:
                self._put[key] = (seen, told)
                self._decided[key] = f"with {nearest}, which was {told}"
                self._go([key], self._home[nearest])

    def stories(self) -> tuple[Story, ...]:
        """The stories as they stand now, new ones last."""
        former = self._former()
        return tuple(
            replace(self._made(story), former=tuple(former.get(story, ())))
            for story, members in self._members.items()
            if members
        )

    def _former(self) -> dict[str, list[str]]:
        """By story the ids of those whose last article a person put into it, and that these had before."""
        found: dict[str, list[str]] = {}
        earlier = {one.came_from for key in self._decided if (one := self._placements.get(key)) and one.came_from}
        for key in sorted({*self._went, *earlier}):
            story = self._story(key)
            if story is not None and story != key:
                found.setdefault(story, []).append(key)
        return found

    def _made(self, story: str) -> Story:
        known, members = self._known.get(story), self._members[story]
        title, titled = self._titles.get(story, (None, None))
        if known is not None and members == set(known.article_ids) and self._decided.keys().isdisjoint(members):
            return replace(known, title=title, titled=titled, followers=self.followers(story))
        keys = sorted(members, key=lambda key: by_time(self._articles[key]))
        days = [moment.day for key in keys if (moment := self._articles[key].published)] or [date.min]
        return Story(
            id=story,
            article_ids=tuple(keys),
            first_day=min(days),
            last_day=max(days),
            placements=tuple(self._placement(key) for key in keys if key in self._placements),
            title=title,
            titled=titled,
            followers=self.followers(story),
        )

    def _nearest(self, key: str) -> str | None:
        """The article that an article is most like; None where its story brought it along."""
        placed = self._placements.get(key)
        return placed.nearest if placed is not None and placed.through in {None, key} else None

    def _placement(self, key: str) -> Placement:
        placed, decided = self._placements[key], self._decided.get(key)
        if decided is None:
            return placed
        elsewhere = self._grouped[key] if self._home[key] != self._grouped[key] else None
        return replace(placed, story_id=self._home[key], came_from=elsewhere, decided=decided)

    def _article(self, key: str) -> str | None:
        """The original that an article is now, or None where it is in no story."""
        found = self._original.get(key, key)
        return found if found in self._home else None

    def _story(self, key: str | None) -> str | None:
        """The story of an id that it has or had, or that its last article went into; None where there is none."""
        now = self._since.get(key or "", key)
        while now is not None and not self._members.get(now):
            now = self._went.get(now)
        return now

    def _take(self, keys: Iterable[str], into: str, decision: Decision, deed: str) -> None:
        told = _told(decision, deed)
        for key in keys:
            self._put[key] = (decision.field or date.max.isoformat(), told)
            self._decided[key] = told
            self._go([key], into)

    def _go(self, keys: Iterable[str], into: str) -> None:
        """Put articles into a story; where nothing is left of theirs, its name and who follows it go with them."""
        for key in tuple(keys):
            left = self._home[key]
            self._members[left].discard(key)
            self._members.setdefault(into, set()).add(key)
            self._home[key] = into
            if left != into and not self._members[left]:
                self._went[left] = into
                if left in self._titles:
                    self._titles.setdefault(into, self._titles.pop(left))
                self._followed.setdefault(into, []).extend(self._followed.pop(left, []))


_DEEDS = MappingProxyType(
    {
        DecisionKind.MOVE_ARTICLE: _Shelf.move,
        DecisionKind.SPLIT_STORY: _Shelf.split,
        DecisionKind.MERGE: _Shelf.merge,
        DecisionKind.NAME_STORY: _Shelf.name,
        DecisionKind.FOLLOW: _Shelf.follow,
    }
)


def _told(decision: Decision, deed: str) -> str:
    return f"{deed} by {decision.who} on {decision.when[:10]}: {decision.why}"
