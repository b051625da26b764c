"""An edition that went out stays as it was sent; only what may no longer be used is taken out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.records import Article, Brief, Edition, Passage, Story


def usable(edition: Edition, articles: Mapping[str, Article], stories: Iterable[Story]) -> Edition:
    """The edition without what rests on an article that is not among `articles`.

    A story that has another id by now (an older article of it came in) stands under that one.
    """
    now = {key: story.id for story in stories for key in story.article_ids}
    sections = (replace(section, briefs=tuple(_usable(section.briefs, articles, now))) for section in edition.sections)
    return replace(
        edition,
        sections=tuple(section for section in sections if section.briefs),
        further=tuple(_usable(edition.further, articles, now)),
        calendar=tuple(one for one in edition.calendar if one.withdrawn or one.article_id in articles),
    )


def _usable(briefs: Iterable[Brief], articles: Mapping[str, Article], now: Mapping[str, str]) -> Iterable[Brief]:
    for brief in briefs:
        headline = brief.headline
        if headline is not None and headline.article_id not in articles:
            headline = None
        passages = _kept(brief.passages, articles)
        if not passages and headline is None:
            continue
        first = (*((headline,) if headline else ()), *passages)[0]
        yield replace(
            brief,
            story_id=now.get(first.article_id, brief.story_id),
            headline=headline,
            passages=passages,
            also=_kept(brief.also, articles),
            differences=tuple(one for one in brief.differences if len(_kept((one.one, one.other), articles)) == 2),
        )


def _kept(passages: Iterable[Passage], articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    return tuple(one for one in passages if one.article_id in articles)
