"""The headline of a story, which stays while the headlines of its days come and go."""

from collections.abc import Iterable

from dateline.brief.material import Material
from dateline.records import Brief, Story, story_ids


def headings(material: Material, briefs: Iterable[Brief]) -> tuple[tuple[str, str], ...]:
    """By story id the article whose headline is the story's: the one under which it was first published.

    It is that of the last edition, as long as its article may be used and is in the story; else that of the story's
    brief in this edition; else the first there is. What a person put into a story names it only where all of it was.
    Stories without any headline are left out.
    """
    now = _may_name(material)
    before = material.earlier[0].headings if material.earlier else ()
    kept = {story: key for story, key in before if now.get(key) == story}
    for _, key in before:
        # The story may have another id by now, or be part of another one, which has its own.
        if key in now:
            kept.setdefault(now[key], key)
    led = {brief.story_id: brief.headline.article_id for brief in briefs if brief.headline is not None}
    fresh = {story: key for story, key in led.items() if now.get(key) == story}
    first = {
        story.id: next((key for key in story.article_ids if key in now and material.articles[key].headline), None)
        for story in material.stories
    }
    found = (
        (story.id, kept.get(story.id) or fresh.get(story.id) or first[story.id] or led.get(story.id))
        for story in material.stories
    )
    return tuple((story, key) for story, key in found if key is not None)


def _may_name(material: Material) -> dict[str, str]:
    """By each article that may name the story it is in, copies too, the story's id."""
    original = {key: one.original for one in material.copy_sets for key in one.members()}
    guests = {key for story in material.stories for key in _guests(story)}
    known = story_ids(material.stories, material.copy_sets).items()
    return {key: story for key, story in known if original.get(key, key) not in guests}


def _guests(story: Story) -> set[str]:
    """The articles that a person put into a story that has others."""
    found = {one.article_id for one in story.placements if one.decided is not None and one.came_from is not None}
    return found if len(found) < len(story.article_ids) else set()
