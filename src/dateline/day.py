"""The path of a day, in order. This is the file to read first; `path.py` says what each step loads and saves."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline import path
from dateline.path import Watch
from dateline.records import Skipped, SkipReason
from dateline.settings import Settings
from dateline.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did."""

    day: date
    seen: int
    """Pages that the sources hold."""
    new: int
    """Of these, pages that the store did not hold."""
    articles: int
    """Articles up to the day, without those that are skipped."""
    copies: int
    """Of these, articles folded into another."""
    read: int
    """Articles that were read, by this run or an earlier one."""
    stories: int
    on_front_page: int
    skipped: tuple[Skipped, ...]
    site: Path
    """The page to open first."""

    def reasons(self) -> Counter[SkipReason]:
        """How many were skipped for each reason."""
        return Counter(skip.reason for skip in self.skipped)


def run(day: date, settings: Settings, store: Store, watch: Watch) -> Report:
    """Take all sources through the path and leave the edition of `day` in the store and on the site.

    Each step saves what it gives in transactions of its own. So a run that is stopped anywhere goes on from there
    when it is run again, and running it twice changes nothing. What is dated later than `day` does not exist for it.

    Raises `SourceError` where a source as a whole is not there, `PipelineError` where there is something to read
    and nothing to read it with.
    """
    seen, new = path.collect_pages(settings, store, watch)
    path.extract_articles(store, watch)
    folded = path.fold_articles(day, settings, store, watch)
    path.read_originals(folded, settings, store, watch)
    material = path.group_stories(folded, settings, store, watch)
    edition = path.brief_day(material, settings, store, watch)
    contents = path.contents_of(edition, material, folded, settings, store)
    site = path.publish_edition(contents, settings, store, watch)
    return Report(
        day=day,
        seen=seen,
        new=new,
        articles=len(material.articles),
        copies=sum(len(copy_set.copies) for copy_set in material.copy_sets),
        read=len(material.readings),
        stories=len(material.stories),
        on_front_page=sum(len(section.briefs) for section in edition.sections),
        skipped=contents.skipped,
        site=site,
    )
