"""An edition that went out stays as it was sent; only what may no longer be used is taken out of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.records import Article, Brief, CopySet, Edition, Passage, Story, ids_since, story_ids


def usable(
    edition: Edition, articles: Mapping[str, Article], stories: Sequence[Story], copy_sets: Sequence[CopySet]
) -> Edition:
    """The edition without what rests on an article that is not among `articles`.

    A story that has another id by now (an older article of it came in, it became part of another one) stands there.
    """
    now, since = story_ids(stories, copy_sets), ids_since(stories, copy_sets)
    sections = (replace(section, briefs=tuple(_usable(section.briefs, articles, now))) for section in edition.sections)
    return replace(
        edition,
        sections=tuple(section for section in sections if section.briefs),
        further=tuple(_usable(edition.further, articles, now)),
        headings=tuple((now[key], key) for _, key in edition.headings if key in now),
        left_out=tuple((since[key], why) for key, why in edition.left_out if key in since),
        calendar=tuple(one for one in edition.calendar if one.withdrawn or one.article_id in articles),
    )


def _usable(briefs: Iterable[Brief], articles: Mapping[str, Article], now: Mapping[str, str]) -> Iterator[Brief]:
    for brief in briefs:
        left = [key for key in (*_resting(brief), *brief.articles) if key in articles]
        had_words, passages = brief.headline is not None or brief.passages, _kept(brief.passages, articles)
        headline = next(iter(_kept((brief.headline,) if brief.headline else (), articles)), None)
        if not left or (had_words and headline is None and not passages):
            continue
        yield replace(
            brief,
            story_id=now.get(left[0], brief.story_id),
            headline=headline,
            passages=passages,
            also=_kept(brief.also, articles),
            differences=tuple(one for one in brief.differences if len(_kept((one.one, one.other), articles)) == 2),
        )


def _resting(brief: Brief) -> list[str]:
    """The articles whose words it shows, the headline's first."""
    return [one.article_id for one in (*((brief.headline,) if brief.headline else ()), *brief.passages)]


def _kept(passages: Iterable[Passage], articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    return tuple(one for one in passages if one.article_id in articles)
