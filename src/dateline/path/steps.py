"""The steps with the store around them: each loads what its step needs, calls it, and saves what it gives."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from dateline import brief, collect, extract, fold, group, ledger, people, publish
from dateline.errors import BusyError, PipelineError, ProcessError, SourceError
from dateline.path.added import with_added
from dateline.path.gather import collect_rules, gather
from dateline.path.until import Until
from dateline.pool import in_order
from dateline.read import Reader, ReadRules, Unread
from dateline.records import (
    Article,
    CopySet,
    Edition,
    Page,
    PressTime,
    Reading,
    Rights,
    Skipped,
    SkipReason,
    Source,
    WireState,
    record_id,
    skipped,
)
from dateline.settings import Settings
from dateline.store import Store, articles, decisions, deliveries, editions, pages, readings

T = TypeVar("T")
Watch = Callable[[str, int, int | None], None]
"""Told the step, how much of it is done, and of how much, where that is known."""
Names = dict[str, tuple[str, str]]
"""By page id, the source and the name under which a page came in."""

# What a killed run must do again is at most this many pages' work.
_BATCH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What an edition can use, in copy sets, and what it cannot."""

    press: PressTime
    articles: dict[str, Article]
    copy_sets: tuple[CopySet, ...]
    names: Names
    skipped: tuple[Skipped, ...]


def collect_pages(settings: Settings, store: Store, watch: Watch, until: Until) -> tuple[int, int]:
    """Keep every page of every source; how many there were, and how many were new.

    Raises `SourceError` where a source is not there, unless there is a time to be out by: then it is only noted.
    """
    seen = new = 0
    passed_over: list[str] = []
    watch("collect", 0, None)
    with store.begin() as db:
        until.articles = articles.count_articles(db)
    for source in (one for one in settings.sources if not one.is_web):
        if until.is_over():
            passed_over.append(source.name)
            continue
        try:
            for came_in, kept in _collected(source, settings, store, until):
                seen, new = seen + came_in, new + kept
                until.articles += kept
                watch("collect", seen, None)
        except SourceError as error:
            if not until.is_set:
                raise
            until.lacks(f"source {source.name}: it is not there", str(error))
    if passed_over:
        until.lacks(f"what is new from {', '.join(passed_over)}: the time was over")
    try:
        took = gather(settings, store, watch, until)
    except BusyError as error:
        until.lacks("what is new on the web: another run is collecting it", str(error))
        return seen, new
    return seen + took.seen, new + took.new


def _collected(source: Source, settings: Settings, store: Store, until: Until) -> Iterator[tuple[int, int]]:
    """Keep the pages of a source; for each batch how many there were, and how many were new."""
    rules = collect_rules(settings)
    skips: list[Skipped] = []
    seen = 0
    for batch in _batches(collect.pages(source, rules)):
        came_in = [found for found in batch if isinstance(found, Page)]
        kept, again = _keep(came_in, store)
        skips += [found for found in batch if isinstance(found, Skipped)] + again
        seen += len(came_in)
        yield len(came_in), kept
        if until.is_over():
            until.lacks(f"source {source.name}: stopped after {seen} pages, the time was over")
            break
    if not seen:
        for skip in (one for one in skips if one.reason is SkipReason.UNREADABLE):
            until.lacks(f"source {source.name}: it could not be fetched", skip.detail)
    with store.begin() as db:
        pages.replace_skipped_of_source(db, source.name, skips)


def extract_articles(store: Store, watch: Watch, until: Until) -> None:
    """Make articles of the pages that this version of the extract step has not seen.

    Those that an earlier run began and did not finish are done by other processes: one of them may have ended it.

    Raises `ProcessError` where those cannot be started, unless there is a time to be out by.
    """
    with store.begin() as db:
        waiting, begun = pages.pages_to_extract(db, extract.VERSION), pages.begun_pages(db)
    done = 0
    watch("extract", 0, len(waiting))
    given = _loaded(waiting, store)
    try:
        with closing(in_order(extract.tried, given, extract.ended, lambda page: page.id in begun)) as extracted:
            batches = _batches(extracted)
            while not until.is_over() and (batch := next(batches, None)):
                _save_extracted({page.id: made for page, made in batch}, store)
                done += len(batch)
                watch("extract", done, len(waiting))
    except ProcessError as error:
        if not until.is_set:
            raise
        until.lacks(f"{len(waiting) - done} pages that came in: they could not be read", str(error))
    else:
        if done < len(waiting):
            until.lacks(f"{len(waiting) - done} pages that came in: the time was over")


def _loaded(page_ids: Iterable[str], store: Store) -> Iterator[Page]:
    for batch in _batches(page_ids):
        with store.begin() as db:
            some = [pages.load_page(db, page_id) for page_id in batch]
            pages.mark_begun(db, batch)
        yield from some


def _save_extracted(made: Mapping[str, extract.Extracted], store: Store) -> None:
    with store.begin() as db:
        articles.replace_articles(
            db, {key: [one for one in page.found if isinstance(one, Article)] for key, page in made.items()}
        )
        for page_id, page in made.items():
            pages.replace_skipped_of_page(db, page_id, [one for one in page.found if isinstance(one, Skipped)])
            if page.is_final:
                pages.mark_extracted(db, page_id, extract.VERSION)


def fold_articles(press: PressTime, settings: Settings, store: Store, watch: Watch) -> Folded:
    """The articles up to a press time in their copy sets; what is withdrawn, embargoed or undated is passed over."""
    with store.begin() as db:
        names = pages.all_page_names(db)
        known = {article.id: article for article in articles.articles_up_to(db, press.day)}
        kept = brief.apply(decisions.all_decisions(db), known, {}).articles
    usable: dict[str, Article] = {}
    skips: list[Skipped] = []
    for article in kept.values():
        if article.published is None or press.covers(article.published, settings.zone):
            skip = _unusable(article, press, settings, names)
            usable |= {} if skip else {article.id: article}
            skips += [skip] if skip else []
    watch("fold", 0, len(usable))
    copy_sets = fold.copies(usable, fold.FoldRules())
    with store.begin() as db:
        editions.replace_copy_sets(db, press, copy_sets)
    watch("fold", len(usable), len(usable))
    for copy_set in copy_sets:
        skips += [_withdrawn(usable.pop(key), copy_set, names) for key in copy_set.members() if copy_set.withdrawn_by]
    left = tuple(copy_set for copy_set in copy_sets if not copy_set.withdrawn_by)
    return Folded(press=press, articles=usable, copy_sets=left, names=names, skipped=tuple(skips))


def read_originals(folded: Folded, settings: Settings, store: Store, watch: Watch, until: Until) -> None:
    """Read the originals that this version of the reader has not seen; a copy says nothing that they do not.

    Raises `PipelineError` where there is nothing to read with, unless there is a time to be out by.
    """
    reader = Reader(ReadRules(pipeline=settings.text("pipeline")))
    with store.begin() as db:
        seen = readings.read_by(db, reader.version)
    waiting = sorted({copy_set.original for copy_set in folded.copy_sets} - seen)
    done = 0
    watch("read", 0, len(waiting))
    try:
        for batch in _until_over(reader.read_all(folded.articles[key] for key in waiting), folded, until):
            _save_readings(batch, folded, reader.version, store)
            done += len(batch)
            watch("read", done, len(waiting))
    except PipelineError as error:
        if not until.is_set:
            raise
        until.lacks("what the articles say: nothing could be read", str(error))
    else:
        if done < len(waiting):
            until.lacks(f"what {len(waiting) - done} of {len(folded.copy_sets)} articles say: the time was over")


def _until_over(found: Iterable[T], folded: Folded, until: Until) -> Iterator[list[T]]:
    batches = _batches(found)
    until.articles = len(folded.articles)
    while not until.is_over() and (batch := next(batches, None)):
        yield batch


def _save_readings(batch: Iterable[Reading | Unread], folded: Folded, version: str, store: Store) -> None:
    with store.begin() as db:
        for found in batch:
            if isinstance(found, Reading):
                readings.replace_reading(db, found)
            else:
                skip = _skip_article(folded.articles[found.article_id], folded.names, found)
                readings.replace_unread(db, found.article_id, version, skip)


def group_stories(folded: Folded, settings: Settings, store: Store, watch: Watch) -> brief.Material:
    """The stories up to the day and what was read in their originals, decisions applied."""
    watch("group", 0, len(folded.copy_sets))
    rules = group.GroupRules(quiet_days=int(settings.number("quiet_days")))
    found = group.stories(folded.copy_sets, folded.articles, rules)
    originals = [copy_set.original for copy_set in folded.copy_sets]
    with store.begin() as db:
        made = decisions.all_decisions(db)
        stories = brief.regrouped(made, found, folded.articles, folded.copy_sets)
        editions.replace_stories(db, folded.press, stories)
        read = brief.apply(made, {}, readings.load_readings(db, originals)).readings
        read = fold.counted_once(read, folded.copy_sets, folded.articles)
        before = editions.editions_before(db, folded.press, brief.LATE)
        passed_over = {skip.article_id for skip in readings.load_unread(db, originals)}
        sent = deliveries.sent(db)
    headlines_only = unquotable(folded.articles, folded.copy_sets, folded.names, with_added(settings, store))
    quotable = {key: reading for key, reading in read.items() if key not in headlines_only}
    who = people.people(quotable, folded.articles, stories, brief.standing(made))
    watch("group", len(folded.copy_sets), len(folded.copy_sets))
    return brief.Material(
        press=folded.press,
        articles=folded.articles,
        readings=read,
        copy_sets=folded.copy_sets,
        stories=stories,
        ledger=ledger.ledger(quotable, folded.articles, stories, who, least=least(settings)),
        unquotable=headlines_only,
        earlier=before,
        withdrawn=frozenset(
            skip.article_id for skip in folded.skipped if skip.reason is SkipReason.WITHDRAWN and skip.article_id
        ),
        unread=frozenset(set(originals) - read.keys() - passed_over),
        told=frozenset(key for edition in before for one in edition.briefs() for key in one.articles),
        sent=sent,
    )


def brief_day(material: brief.Material, settings: Settings, store: Store, watch: Watch) -> Edition:
    """The edition, saved; one that went out already stays as it was sent, without what may no longer be used."""
    watch("brief", 0, 1)
    edition = draft_edition(material, settings, store)
    save_edition(edition, store)
    watch("brief", 1, 1)
    return edition


def draft_edition(material: brief.Material, settings: Settings, store: Store) -> Edition:
    """The edition with what an editor did to it, not saved; or the one that was sent, where it was."""
    with store.begin() as db:
        made = decisions.all_decisions(db)
        sent = editions.load_edition(db, material.press) if material.press.key in deliveries.sent(db) else None
    if sent is not None:
        return brief.usable(sent, material.articles, material.stories, material.copy_sets)
    rules = brief_rules(settings)
    return brief.edited(brief.edition(material, rules), made, material, rules)


def save_edition(edition: Edition, store: Store) -> None:
    """Keep an edition in place of an earlier one of its press time, unless readers have that one already."""
    with store.begin() as db:
        if edition.press.key not in deliveries.sent(db):
            editions.replace_edition(db, edition)


def least(settings: Settings) -> ledger.Least:
    """From which confidence the settings want records to be printed."""
    return ledger.Least(
        commitment=settings.number("least_commitment"),
        agenda=settings.number("least_agenda"),
        position=settings.number("least_position"),
    )


def brief_rules(settings: Settings) -> brief.BriefRules:
    """How the settings want an edition to be made."""
    return brief.BriefRules(
        zone=settings.zone,
        watched=brief.Watched(settings.profile),
        minutes=settings.profile.minutes,
        covers=settings.profile.covers,
        least=least(settings),
    )


def unquotable(
    known: Mapping[str, Article], copy_sets: Iterable[CopySet], names: Names, settings: Settings
) -> frozenset[str]:
    """The articles whose headline alone may be shown: as their source says, or as nothing says otherwise; and those
    that took paragraphs from a story that its agency withdrew.
    """
    sources = {source.name: source for source in (*settings.sources, *settings.elsewhere)}

    def rights(article: Article) -> Rights:
        return publish.source_of(names[article.page_id][0], sources, listed=settings.listed).rights

    killed = {copy_set.original for copy_set in copy_sets if copy_set.has_of_others(known)}
    return frozenset(killed) | frozenset(key for key, article in known.items() if rights(article) is Rights.HEADLINE)


def _keep(came_in: list[Page], store: Store) -> tuple[int, list[Skipped]]:
    """Keep pages; how many were new, and those whose bytes came in under another name before."""
    new, again = 0, []
    with store.begin() as db:
        for page in came_in:
            new += pages.add_page(db, page)
            first = pages.page_name(db, page.id)
            if first is not None and first != (page.source, page.name):
                detail = f"the same bytes as {first[1]} of {first[0]}"
                again.append(skipped(page, "collect", SkipReason.SAME_BYTES, detail))
    return new, again


def _unusable(article: Article, press: PressTime, settings: Settings, names: Names) -> Skipped | None:
    if article.published is None:
        return _skip_article(article, names, Unread(article.id, SkipReason.UNDATED, "it names no day of publication"))
    if article.wire_state is WireState.WITHHELD:
        return _skip_article(article, names, Unread(article.id, SkipReason.EMBARGOED, "its agency withholds it"))
    if article.embargo is not None and not press.covers(article.embargo, settings.zone):
        detail = f"under embargo until {article.embargo.iso()}"
        return _skip_article(article, names, Unread(article.id, SkipReason.EMBARGOED, detail))
    return None


def _withdrawn(article: Article, copy_set: CopySet, names: Names) -> Skipped:
    detail = "its agency withdrew it" if article.id != copy_set.withdrawn_by else "the notice that withdraws a story"
    return _skip_article(article, names, Unread(article.id, SkipReason.WITHDRAWN, detail))


def _skip_article(article: Article, names: Names, why: Unread) -> Skipped:
    source, name = names[article.page_id]
    step = "read" if why.reason in {SkipReason.LANGUAGE_NOT_READ, SkipReason.FAILED} else "fold"
    return Skipped(
        id=record_id("k", source, name, step, why.reason, article.id),
        name=name,
        source=source,
        step=step,
        reason=why.reason,
        detail=why.detail,
        article_id=article.id,
    )


def _batches(found: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(found)
    while batch := list(islice(rest, _BATCH)):
        yield batch
