"""The path of a day, in order. This is the file to read first; `path/steps.py` says what each step loads and saves."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from dateline import path
from dateline.path import Until, Watch
from dateline.records import PressTime, Skipped, SkipReason
from dateline.settings import Settings
from dateline.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did."""

    press: PressTime
    seen: int
    """Pages that the sources hold."""
    new: int
    """Of these, pages that the store did not hold."""
    articles: int
    """Articles up to the press time, without those that are skipped."""
    copies: int
    """Of these, articles folded into another."""
    read: int
    """Articles that were read, by this run or an earlier one."""
    stories: int
    on_front_page: int
    skipped: tuple[Skipped, ...]
    missing: tuple[str, ...]
    """What did not get in, each in a line for whoever runs it."""
    site: Path
    """The page to open first."""

    def reasons(self) -> Counter[SkipReason]:
        """How many were skipped for each reason."""
        return Counter(skip.reason for skip in self.skipped)


def run(press: PressTime, settings: Settings, store: Store, watch: Watch, until: Until | None = None) -> Report:
    """Take all sources through the path and leave the edition of a press time in the store and on the site.

    Each step saves what it gives in transactions of its own. So a run that is stopped anywhere goes on from there
    when it is run again, and running it twice changes nothing. What is dated later does not exist for it.

    With `until` the edition is made when the time is over, of what is there by then, and names what is missing; a later
    run without it has everything.

    Raises `SourceError` where a source as a whole is not there, `PipelineError` where there is something to read
    and nothing to read it with, `ProcessError` where other processes are wanted and cannot be started.
    """
    until = until or Until()
    seen, new = path.collect_pages(settings, store, watch, until)
    path.extract_articles(store, watch, until)
    folded = path.fold_articles(press, settings, store, watch)
    path.read_originals(folded, settings, store, watch, until)
    material = path.group_stories(folded, settings, store, watch)
    material = replace(material, missing=tuple(until.missing))
    edition = path.brief_day(material, settings, store, watch)
    contents = path.contents_of(edition, material, folded, settings, store)
    site = path.publish_edition(contents, settings, store, watch)
    return Report(
        press=press,
        seen=seen,
        new=new,
        articles=len(material.articles),
        copies=sum(len(copy_set.copies) for copy_set in material.copy_sets),
        read=len(material.readings),
        stories=len(material.stories),
        on_front_page=sum(len(section.briefs) for section in edition.sections),
        skipped=contents.skipped,
        missing=tuple(until.details),
        site=site,
    )
