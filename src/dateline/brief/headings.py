"""The headline of a story, which stays while the headlines of its days come and go."""

from collections.abc import Iterable

from dateline.brief.material import Material
from dateline.records import Brief, story_ids


def headings(material: Material, briefs: Iterable[Brief]) -> tuple[tuple[str, str], ...]:
    """By story id the article whose headline is the story's: the one under which it was first published.

    It is that of the last edition, as long as its article may be used and is in the story; else that of the story's
    brief in this edition; else the first there is. Stories without any headline are left out.
    """
    now = story_ids(material.stories, material.copy_sets)
    before = material.earlier[0].headings if material.earlier else ()
    kept = {story: key for story, key in before if now.get(key) == story}
    for _, key in before:
        # The story may have another id by now, or be part of another one, which has its own.
        if key in now:
            kept.setdefault(now[key], key)
    fresh = {brief.story_id: brief.headline.article_id for brief in briefs if brief.headline is not None}
    first = {
        story.id: next((key for key in story.article_ids if material.articles[key].headline), None)
        for story in material.stories
    }
    found = ((story.id, kept.get(story.id) or fresh.get(story.id) or first[story.id]) for story in material.stories)
    return tuple((story, key) for story, key in found if key is not None)
