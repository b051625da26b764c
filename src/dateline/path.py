"""The steps with the store around them: each loads what its step needs, calls it, and saves what it gives."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

from dateline import brief, collect, extract, fold, group, publish
from dateline.errors import DocumentError
from dateline.read import Reader, ReadRules, Unread
from dateline.records import (
    Article,
    CopySet,
    DecisionKind,
    Edition,
    Page,
    Reading,
    Rights,
    Skipped,
    SkipReason,
    WireState,
    record_id,
    skipped,
)
from dateline.settings import Settings
from dateline.store import Store, articles, decisions, editions, pages, readings

T = TypeVar("T")
Watch = Callable[[str, int, int | None], None]
"""Told the step, how much of it is done, and of how much, where that is known."""
Names = dict[str, tuple[str, str]]
"""By page id, the source and the name under which a page came in."""

# What a killed run must do again is at most this many pages' work.
_BATCH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What a day can use, in copy sets, and what it cannot."""

    day: date
    articles: dict[str, Article]
    copy_sets: tuple[CopySet, ...]
    names: Names
    skipped: tuple[Skipped, ...]


def collect_pages(settings: Settings, store: Store, watch: Watch) -> tuple[int, int]:
    """Keep every page of every source; how many there were, and how many were new."""
    rules = collect.CollectRules(
        max_bytes=int(settings.number("max_bytes")),
        timeout=settings.number("timeout"),
        allow_private=settings.flag("allow_private"),
    )
    seen = new = 0
    watch("collect", 0, None)
    for source in settings.sources:
        skips: list[Skipped] = []
        for batch in _batches(collect.pages(source, rules)):
            came_in = [found for found in batch if isinstance(found, Page)]
            kept, again = _keep(came_in, store)
            skips += [found for found in batch if isinstance(found, Skipped)] + again
            seen, new = seen + len(came_in), new + kept
            watch("collect", seen, None)
        with store.begin() as db:
            pages.replace_skipped_of_source(db, source.name, skips)
    return seen, new


def extract_articles(store: Store, watch: Watch) -> None:
    """Make articles of the pages that this version of the extract step has not seen."""
    with store.begin() as db:
        waiting = pages.pages_to_extract(db, extract.VERSION)
    watch("extract", 0, len(waiting))
    for done, page_id in enumerate(waiting, 1):
        with store.begin() as db:
            page = pages.load_page(db, page_id)
        found = _extracted(page)
        with store.begin() as db:
            articles.replace_articles_of_page(db, page_id, [one for one in found if isinstance(one, Article)])
            pages.replace_skipped_of_page(db, page_id, [one for one in found if isinstance(one, Skipped)])
            pages.mark_extracted(db, page_id, extract.VERSION)
        watch("extract", done, len(waiting))


def fold_articles(day: date, settings: Settings, store: Store, watch: Watch) -> Folded:
    """The articles up to the day in their copy sets; what is withdrawn, embargoed or undated is passed over."""
    with store.begin() as db:
        names = pages.all_page_names(db)
        known = {article.id: article for article in articles.articles_up_to(db, day)}
        kept = brief.apply(decisions.all_decisions(db), known, {}).articles
    usable: dict[str, Article] = {}
    skips: list[Skipped] = []
    for article in kept.values():
        if article.published is None or article.published.day_in(settings.zone) <= day:
            skip = _unusable(article, day, names)
            usable |= {} if skip else {article.id: article}
            skips += [skip] if skip else []
    watch("fold", 0, len(usable))
    copy_sets = fold.copies(list(usable.values()), fold.FoldRules())
    with store.begin() as db:
        editions.replace_copy_sets(db, day, copy_sets)
    watch("fold", len(usable), len(usable))
    for copy_set in copy_sets:
        skips += [_withdrawn(usable.pop(key), copy_set, names) for key in _members(copy_set) if copy_set.withdrawn_by]
    left = tuple(copy_set for copy_set in copy_sets if not copy_set.withdrawn_by)
    return Folded(day=day, articles=usable, copy_sets=left, names=names, skipped=tuple(skips))


def read_originals(folded: Folded, settings: Settings, store: Store, watch: Watch) -> None:
    """Read the originals that this version of the reader has not seen; a copy says nothing that they do not."""
    reader = Reader(ReadRules(pipeline=settings.text("pipeline")))
    with store.begin() as db:
        seen = readings.read_by(db, reader.version)
    waiting = sorted({copy_set.original for copy_set in folded.copy_sets} - seen)
    done = 0
    watch("read", 0, len(waiting))
    for batch in _batches(reader.read_all(folded.articles[key] for key in waiting)):
        with store.begin() as db:
            for found in batch:
                if isinstance(found, Reading):
                    readings.replace_reading(db, found)
                else:
                    skip = _skip_article(folded.articles[found.article_id], folded.names, found)
                    readings.replace_unread(db, found.article_id, reader.version, skip)
        done += len(batch)
        watch("read", done, len(waiting))


def group_stories(folded: Folded, settings: Settings, store: Store, watch: Watch) -> brief.Material:
    """The stories up to the day and what was read in their originals, decisions applied."""
    watch("group", 0, len(folded.copy_sets))
    rules = group.GroupRules(quiet_days=int(settings.number("quiet_days")))
    found = group.stories(folded.copy_sets, folded.articles, rules)
    originals = [copy_set.original for copy_set in folded.copy_sets]
    with store.begin() as db:
        made = decisions.all_decisions(db)
        stories = brief.merged(made, found)
        editions.replace_stories(db, folded.day, stories)
        read = brief.apply(made, {}, readings.load_readings(db, originals)).readings
        before = editions.editions_before(db, folded.day, brief.LATE)
    watch("group", len(folded.copy_sets), len(folded.copy_sets))
    return brief.Material(
        day=folded.day,
        articles=folded.articles,
        readings=read,
        copy_sets=folded.copy_sets,
        stories=stories,
        unquotable=_unquotable(folded, settings),
        earlier=before,
        withdrawn=frozenset(
            skip.article_id for skip in folded.skipped if skip.reason is SkipReason.WITHDRAWN and skip.article_id
        ),
    )


def brief_day(material: brief.Material, settings: Settings, store: Store, watch: Watch) -> Edition:
    """The edition of the day, saved."""
    watch("brief", 0, 1)
    rules = brief_rules(settings)
    draft = brief.edition(material, rules)
    with store.begin() as db:
        edition = brief.edited(draft, decisions.all_decisions(db), material, rules)
        editions.replace_edition(db, edition)
    watch("brief", 1, 1)
    return edition


def brief_rules(settings: Settings) -> brief.BriefRules:
    """How the settings want an edition to be made."""
    return brief.BriefRules(
        zone=settings.zone,
        watched=brief.Watched(settings.profile),
        minutes=settings.profile.minutes,
        least_confidence=settings.number("least_confidence"),
    )


def contents_of(
    edition: Edition, material: brief.Material, folded: Folded, settings: Settings, store: Store
) -> publish.Contents:
    """Everything that the site of the edition shows."""
    with store.begin() as db:
        unread = readings.load_unread(db, material.articles)
        passed_over = pages.all_skipped(db)
        corrected = brief.apply(decisions.all_decisions(db), {}, {}).corrected
    return publish.Contents(
        name=settings.text("name"),
        address=settings.text("address").rstrip("/"),
        edition=edition,
        articles=material.articles,
        readings=material.readings,
        stories={story.id: story for story in material.stories},
        copy_sets=material.copy_sets,
        sources=settings.sources,
        page_names={key: name for key, (_, name) in folded.names.items()},
        taken_from={article.id: folded.names[article.page_id][0] for article in material.articles.values()},
        skipped=tuple(
            sorted({*passed_over, *folded.skipped, *unread}, key=lambda skip: (skip.source, skip.name, skip.id))
        ),
        corrected=corrected,
    )


def is_approved(edition: Edition, store: Store) -> bool:
    """Whether a person approved the edition as it stands; a change since then wants another approval."""
    wanted = (edition.id, editions.fingerprint(edition))
    with store.begin() as db:
        made = brief.standing(decisions.all_decisions(db))
    return any(act.kind is DecisionKind.APPROVE and (act.subject, act.value) == wanted for act in made)


def stored_contents(day: date, settings: Settings, store: Store) -> publish.Contents:
    """What `contents_of` gave when the edition of a day was made. Raises `DocumentError` where it was not made."""
    with store.begin() as db:
        edition = editions.load_edition(db, day)
        if edition is None:
            made = ", ".join(one.isoformat() for one in editions.edition_days(db)[:5])
            raise DocumentError(
                f"there is no edition of {day}; run `dateline day --date {day}`. There is: {made or 'none'}"
            )
        copy_sets = tuple(found for found in editions.load_copy_sets(db, day) if found.withdrawn_by is None)
        kept = {key for copy_set in copy_sets for key in _members(copy_set)}
        known = {one.id: one for one in articles.articles_up_to(db, day) if one.id in kept}
        names = pages.all_page_names(db)
        stories = editions.load_stories(db, day)
        decided = brief.apply(decisions.all_decisions(db), known, readings.load_readings(db, kept))
    return publish.Contents(
        name=settings.text("name"),
        address=settings.text("address").rstrip("/"),
        edition=edition,
        articles=known,
        readings=decided.readings,
        stories={story.id: story for story in stories},
        copy_sets=copy_sets,
        sources=settings.sources,
        page_names={key: name for key, (_, name) in names.items()},
        taken_from={article.id: names[article.page_id][0] for article in known.values()},
        skipped=(),
        corrected=decided.corrected,
    )


def publish_edition(contents: publish.Contents, settings: Settings, store: Store, watch: Watch) -> Path:
    """Write the site of the edition and the list of all editions; gives the edition's front page.

    A reader of the site sees the old pages until all new ones are there.
    """
    watch("publish", 0, 1)
    site = Path(settings.text("site"))
    day = contents.edition.day.isoformat()
    made, old, place = site / f".new-{day}", site / f".old-{day}", site / day
    for left_behind in (made, old):
        shutil.rmtree(left_behind, ignore_errors=True)
    made.mkdir(parents=True)
    publish.site(contents, made)
    if place.exists():
        place.rename(old)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    _publish_front(site, settings, store)
    watch("publish", 1, 1)
    return place / "index.html"


def _publish_front(site: Path, settings: Settings, store: Store) -> None:
    made = site / ".new-front"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    with store.begin() as db:
        days = [day for day in editions.edition_days(db) if (site / day.isoformat()).is_dir()]
        listed = [edition for day in days if (edition := editions.load_edition(db, day)) is not None]
    publish.front(listed, settings.text("name"), settings.text("address").rstrip("/"), made)
    for file in sorted(made.iterdir()):
        file.replace(site / file.name)
    made.rmdir()


def _unquotable(folded: Folded, settings: Settings) -> frozenset[str]:
    mute = {source.name for source in settings.sources if source.rights is Rights.HEADLINE}
    return frozenset(key for key, article in folded.articles.items() if folded.names[article.page_id][0] in mute)


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


def _extracted(page: Page) -> list[Article | Skipped]:
    try:
        return extract.articles(page)
    except Exception as error:  # noqa: BLE001  one hostile page must not cost the reader the day
        detail = f"{type(error).__name__}: {error}"[:300]
        return [skipped(page, "extract", SkipReason.FAILED, f"a fault of ours, the page is kept: {detail}")]


def _unusable(article: Article, day: date, names: Names) -> Skipped | None:
    if article.published is None:
        return _skip_article(article, names, Unread(article.id, SkipReason.UNDATED, "it names no day of publication"))
    if article.wire_state is WireState.WITHHELD:
        return _skip_article(article, names, Unread(article.id, SkipReason.EMBARGOED, "its agency withholds it"))
    if article.embargo is not None and article.embargo.day > day:
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


def _members(copy_set: CopySet) -> tuple[str, ...]:
    return (copy_set.original, *(copy.article_id for copy in copy_set.copies))


def _batches(found: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(found)
    while batch := list(islice(rest, _BATCH)):
        yield batch
