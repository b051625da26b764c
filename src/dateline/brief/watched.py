"""What a profile asks for, looked for in articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Article, Profile, Watch, WatchKind
from dateline.text import queries
from dateline.text.queries import Query

_LEAD = 600
"""Characters at the beginning of a text in which a thing that the article is about is named."""
_IN_PASSING = 0.4
"""What a mention far down counts against one in the headline or the lead."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A watched thing in a story."""

    watch: Watch
    share: float
    """1 where the headline or the lead has it, less where it is only mentioned."""
    terms: tuple[str, ...]
    """Of its names and its query, those that stand there."""


class Watched:
    """A profile with its queries read."""

    def __init__(self, profile: Profile) -> None:
        """`profile` has been checked: its queries can be read."""
        self._profile = profile
        self._watches = [(watch, _query_of(watch)) for watch in profile.watches]
        self._sections = [
            (rule, {name.casefold() for name in rule.sections}, queries.parse(rule.query) if rule.query else None)
            for rule in profile.sections
        ]
        self._left_out = [queries.parse(query) for query in profile.leave_out]
        self.order: Mapping[str, int] = {rule.name: place for place, rule in enumerate(profile.sections)}
        """The place of each section that the profile names."""

    def seen(self, articles: Sequence[Article]) -> list[Seen]:
        """What is watched and stands in one of the articles, in the order of the profile."""
        found = [_seen(watch, query, article) for watch, query in self._watches for article in articles]
        best: dict[str, Seen] = {}
        for one in found:
            if one is not None and (one.watch.name not in best or one.share > best[one.watch.name].share):
                best[one.watch.name] = one
        return list(best.values())

    def section(self, articles: Sequence[Article]) -> str | None:
        """The first section of the profile whose outlets' sections or whose query fits one of the articles."""
        for rule, names, query in self._sections:
            for article in articles:
                named = (article.section or "").casefold() in names
                if named or (query is not None and query.matches(_front(article))):
                    return rule.name
        return None

    def reads(self, article: Article) -> bool:
        """Whether an article is in a language of the profile, or in one that nobody knows."""
        languages = self._profile.languages
        return not languages or article.language is None or article.language in languages

    def left_out(self, articles: Sequence[Article]) -> str | None:
        """What leaves all of the articles out, a query or their language, or None where one of them stays."""
        if not any(map(self.reads, articles)):
            return f"languages: {', '.join(self._profile.languages)}"
        fitting = [self._left_out_by(article) for article in articles]
        return fitting[0] if fitting and all(fitting) else None

    def weight(self, outlet: str | None) -> float:
        """What an outlet counts as a source."""
        return self._profile.outlets.get(outlet or "", 1.0)

    def _left_out_by(self, article: Article) -> str | None:
        return next((query.text for query in self._left_out if query.matches(_front(article))), None)


def _query_of(watch: Watch) -> tuple[Query, ...]:
    """A topic's name is a label where it has a query; whoever else is watched is looked for by name too."""
    by_name = watch.kind is not WatchKind.TOPIC or watch.query is None
    names = (*((watch.name,) if by_name else ()), *watch.aliases)
    return (
        *((queries.of_names(names),) if names else ()),
        *((queries.parse(watch.query),) if watch.query else ()),
    )


def _seen(watch: Watch, looked_for: Sequence[Query], article: Article) -> Seen | None:
    for words, share in ((_front(article), 1.0), (article.text, _IN_PASSING)):
        terms = [term for query in looked_for for term in query.found(words)]
        if terms:
            return Seen(watch, share, tuple(dict.fromkeys(terms)))
    return None


def _front(article: Article) -> str:
    return "\n".join(part for part in (article.headline, article.standfirst, article.text[:_LEAD]) if part)
