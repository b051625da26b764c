"""What an edition shows, from the store, and the site made of it."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from dateline import brief, fold, ledger, people, publish
from dateline.errors import DocumentError
from dateline.path.added import with_added
from dateline.path.steps import Folded, Names, Watch, brief_rules, unquotable
from dateline.records import CopySet, DecisionKind, Edition, PressTime, Story
from dateline.settings import Settings
from dateline.store import Store, articles, decisions, deliveries, editions, pages, readings, sources

_ON_PAGES = {
    DecisionKind.REMOVE,
    DecisionKind.CORRECT,
    DecisionKind.MERGE_PEOPLE,
    DecisionKind.SPLIT_PEOPLE,
    DecisionKind.NAME_STORY,
}
"""Decisions that change what the pages say and are no part of the edition."""


def contents_of(
    edition: Edition, material: brief.Material, folded: Folded, settings: Settings, store: Store
) -> publish.Contents:
    """Everything that the site of the edition shows."""
    with store.begin() as db:
        unread = readings.load_unread(db, material.articles)
        # A page that was gone long before is no news of this day; `dateline sources` counts it for good.
        old = sources.long_given_up(db, edition.press.day)
        passed_over = [skip for skip in pages.all_skipped(db) if skip.step != "collect" or skip.name not in old]
        made = decisions.all_decisions(db)
        # What an edition that went out rests on may have become a copy of what came in since.
        is_closed = edition.press.key in material.sent
        folded_in = readings.load_readings(db, material.articles.keys() - material.readings.keys()) if is_closed else {}
    decided = brief.apply(made, {}, folded_in)
    skips = {*passed_over, *folded.skipped, *unread}
    shown = replace(decided, articles=material.articles, readings={**material.readings, **decided.readings})
    contents = _contents(edition, shown, (material.stories, material.copy_sets, folded.names), settings, store)
    return replace(contents, skipped=tuple(sorted(skips, key=lambda skip: (skip.source, skip.name, skip.id))))


def fingerprint(edition: Edition, store: Store) -> str:
    """A word that is another one as soon as the edition is, or a record or who is who was corrected since."""
    with store.begin() as db:
        made = brief.standing(decisions.all_decisions(db))
    of_records = [str(one.number) for one in made if one.kind in _ON_PAGES]
    return editions.fingerprint(edition, *of_records)


def is_approved(edition: Edition, store: Store) -> bool:
    """Whether a person approved the edition as it stands, or readers have it; a change wants another approval."""
    wanted = (edition.id, fingerprint(edition, store))
    with store.begin() as db:
        if edition.press.key in deliveries.sent(db):
            return True
        made = brief.standing(decisions.all_decisions(db))
    return any(act.kind is DecisionKind.APPROVE and (act.subject, act.value) == wanted for act in made)


def stored_contents(press: PressTime, settings: Settings, store: Store) -> publish.Contents:
    """What `contents_of` gave when an edition was made, and who follows its stories now.

    Raises `DocumentError` where it was not made.
    """
    with store.begin() as db:
        edition = editions.load_edition(db, press)
        if edition is None:
            others = ", ".join(map(str, editions.press_times(db)[:5]))
            raise DocumentError(
                f"there is no edition of {press}; run `dateline day --date {press.day}`. There is: {others or 'none'}"
            )
        copy_sets = tuple(found for found in editions.load_copy_sets(db, press) if found.withdrawn_by is None)
        kept = {key for copy_set in copy_sets for key in copy_set.members()}
        known = {one.id: one for one in articles.articles_up_to(db, press.day) if one.id in kept}
        names = pages.all_page_names(db)
        stories = editions.load_stories(db, press)
        edition = brief.usable(edition, known, stories, copy_sets)
        made = decisions.all_decisions(db)
        decided = brief.apply(made, known, readings.load_readings(db, kept))
    stories = brief.followed(made, stories, known, copy_sets)
    decided = replace(decided, readings=fold.counted_once(decided.readings, copy_sets, known))
    return _contents(edition, replace(decided, articles=known), (stories, copy_sets, names), settings, store)


def _contents(
    edition: Edition,
    shown: brief.Decided,
    made: tuple[Iterable[Story], tuple[CopySet, ...], Names],
    settings: Settings,
    store: Store,
) -> publish.Contents:
    """The contents from what is shown and from the stories, copy sets and names of pages; nothing was skipped."""
    stories, copy_sets, names = made
    settings = with_added(settings, store)
    with store.begin() as db:
        decided = brief.standing(decisions.all_decisions(db))
    stories = tuple(stories)
    who = people.people(shown.readings, shown.articles, stories, decided)
    material = brief.Material(
        press=edition.press,
        articles=shown.articles,
        readings=shown.readings,
        copy_sets=copy_sets,
        stories=stories,
        unquotable=unquotable(shown.articles, copy_sets, names, settings),
    )
    return publish.Contents(
        name=settings.text("name"),
        address=settings.text("address").rstrip("/"),
        zone=settings.zone,
        edition=edition,
        is_draft=settings.profile.approval and not is_approved(edition, store),
        articles=shown.articles,
        readings=shown.readings,
        stories={story.id: story for story in stories},
        copy_sets=copy_sets,
        sources=(*settings.sources, *settings.elsewhere),
        listed=settings.listed,
        page_names={key: name for key, (_, name) in names.items()},
        taken_from={article.id: names[article.page_id][0] for article in shown.articles.values()},
        skipped=(),
        corrected=shown.corrected,
        people=who,
        ledger=ledger.ledger(shown.readings, shown.articles, stories, who),
        course=partial(brief.course, material=material, rules=brief_rules(settings)),
    )


def publish_edition(contents: publish.Contents, settings: Settings, store: Store, watch: Watch) -> Path:
    """Write the site of the edition and the list of all editions; gives the edition's front page.

    A reader of the site sees the old pages until all new ones are there.
    """
    watch("publish", 0, 1)
    site = Path(settings.text("site"))
    key = contents.edition.press.key
    made, old, place = site / f".new-{key}", site / f".old-{key}", site / key
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
        times = [press for press in editions.press_times(db) if (site / press.key).is_dir()]
        listed = [edition for press in times if (edition := editions.load_edition(db, press)) is not None]
    if settings.profile.approval:
        listed = [one for one in listed if is_approved(one, store)]
    publish.front(listed, settings.text("name"), settings.text("address").rstrip("/"), settings.zone, made)
    for file in sorted(made.iterdir()):
        file.replace(site / file.name)
    made.rmdir()
