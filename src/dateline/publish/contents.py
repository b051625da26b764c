"""Everything that the site of one edition shows, handed in by `day.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from dateline.ledger import Ledger
from dateline.people import People
from dateline.records import Article, CopySet, CourseDay, Edition, Reading, Skipped, Source, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """An edition and what it refers to, up to its day; decisions of a person are already applied."""

    name: str
    """The name of the briefing."""
    address: str
    """Where the site stands on the web, without a slash at its end; empty where it stands nowhere."""
    zone: tzinfo
    """The zone of press times, and of the days and hours of charts."""
    edition: Edition
    is_draft: bool = False
    """Whether the profile asks for an approval that the edition does not have."""
    articles: Mapping[str, Article]
    """By id: originals and copies, without withdrawn ones."""
    readings: Mapping[str, Reading]
    """By article id; an article that could not be read has none."""
    stories: Mapping[str, Story]
    copy_sets: tuple[CopySet, ...]
    sources: tuple[Source, ...]
    listed: bool = False
    """Whether the settings list sources: then what comes from another is shown as headlines only."""
    page_names: Mapping[str, str]
    """By page id: how a person finds the page again."""
    taken_from: Mapping[str, str]
    """By article id: the name of its source."""
    skipped: tuple[Skipped, ...]
    corrected: Mapping[str, str]
    """By record id: who corrected it, and why, as one line; shown as the editor's."""
    people: People
    """Everybody whom the readings name."""
    ledger: Ledger
    """What they tell was promised, is coming and is held, each followed over the articles."""
    course: Callable[[Story], tuple[CourseDay, ...]]
    """What was new in a story on which day; made when it is asked for, as an archive has more stories than are read."""

    def headings(self) -> dict[str, Article]:
        """By id of a story the article whose headline is the story's; none for a story without one."""
        return {story: self.articles[key] for story, key in reversed(self.edition.headings) if key in self.articles}

    def latest(self) -> dict[str, Article]:
        """By id of a story the article whose headline is its latest, where that is another one than the story's.

        A story keeps its headline whatever comes: what may have overtaken it is told beside it. It is the headline of
        the edition's news of the story; of a story without news in it that of its newest article.
        """
        of_news = {one.story_id: one.headline.article_id for one in self.edition.briefs() if one.headline is not None}
        headings, found = self.headings(), {}
        for story in self.stories.values():
            known = (self.articles.get(key) for key in (of_news.get(story.id, ""), *reversed(story.article_ids)))
            newest = next((one for one in known if one is not None and one.headline), None)
            heading = headings.get(story.id)
            if newest is not None and heading is not None and newest.headline != heading.headline:
                found[story.id] = newest
        return found
