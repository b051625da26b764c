"""The one entry of the step: an edition as static pages that work from a folder."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from dateline.publish import charts, documents, said
from dateline.publish.carried import carried
from dateline.publish.contents import Contents
from dateline.publish.environment import write, write_own_files
from dateline.publish.marks import marked
from dateline.publish.shelf import Actor, Shelf, Shown
from dateline.records import Edition, Skipped, StatementKind

_LISTS = {
    "agenda": "What is coming up",
    "commitments": "What was promised",
    "positions": "Who stands where",
}
_FEW, _MOST_NAMED = 40, 8
"""From so many people on, those who are read of most often are named first."""


def site(contents: Contents, folder: Path) -> None:
    """Write the pages of an edition into `folder`, which is there and empty. The same contents give the same bytes."""
    shelf = Shelf(contents)
    common = {"contents": contents, "shelf": shelf, "edition": contents.edition, "name": contents.name}
    write_own_files(folder, "search.js")
    write(folder, "index.html", "edition.html.j2", {**common, "across": _across(contents.edition, shelf)})
    for key, heading in _LISTS.items():
        shown = [shelf.shown[one] for one in getattr(contents.edition, key) if one in shelf.shown]
        values = {
            "heading": heading,
            "kind": key,
            "shown": shown,
            "charts": _positions(shown, "holder", shelf, contents),
        }
        write(folder, f"{key}.html", "list.html.j2", common | values)
    (folder / "agenda.ics").write_bytes(documents.document(contents, "ics", shelf))
    _write_search(shelf, common, folder)
    _write_actors(shelf, common, folder)
    # Once for each copy set: every article of one has a page, and each page would compare all of them again.
    told = {copy_set.original: carried(copy_set, contents.articles) for copy_set in contents.copy_sets}
    common["carried"] = {key: told[copy_set.original] for key, copy_set in shelf.copy_set_of.items()}
    _write_stories(contents, shelf, common, folder)
    _write_articles(contents, shelf, common, folder)
    write(folder, "sources.html", "sources.html.j2", {**common, "rows": _sources(contents)})


def _positions(
    shown: Iterable[Shown], rows: Literal["holder", "issue"], shelf: Shelf, contents: Contents
) -> list[charts.Chart]:
    told = [shelf.under_its_name(one) for one in shown if shelf.tells(one)]
    return charts.of_positions(told, rows, contents.zone)


def _across(edition: Edition, shelf: Shelf) -> set[str]:
    """The ids of stories that take both columns: the lead, those whose speakers stand side by side, and those that
    would stand alone in their row.
    """
    found: set[str] = set()
    for at, section in enumerate(edition.sections):
        beside: str | None = None
        for place, brief in enumerate(section.briefs):
            asked = [key for keys in brief.questions for key in keys if key in shelf.shown]
            if len(asked) > 1 or (at == 0 and place == 0):
                found |= {brief.story_id} | ({beside} if beside else set())
                beside = None
            else:
                beside = None if beside else brief.story_id
        found |= {beside} if beside else set()
    return found


def _write_search(shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    """The page, and what it looks through, which a reader's machine fetches when it is asked something."""
    index = said.search_index(shelf, common["contents"].zone)
    (folder / "said.js").write_text(index, "utf-8", newline="\n")
    write(
        folder, "search.html", "search.html.j2", common | {"newest": said.newest(shelf), "kinds": list(StatementKind)}
    )


def _write_actors(shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    actors = sorted(shelf.actors.values(), key=lambda actor: (_filed(actor), actor.id))
    letters = [(letter, list(inside)) for letter, inside in groupby(actors, lambda actor: _filed(actor)[0])]
    most = sorted(actors, key=lambda actor: -actor.count())[:_MOST_NAMED] if len(actors) > _FEW else []
    values = {"letters": letters, "count": len(actors), "most": most}
    write(folder, "people.html", "people.html.j2", common | values)
    for actor in actors:
        values = {"actor": actor, "charts": _positions(actor.positions, "issue", shelf, common["contents"])}
        write(folder, f"people/{actor.id}.html", "actor.html.j2", common | values)


def _filed(actor: Actor) -> tuple[str, str]:
    """The letter under which an actor is looked up, without accent or article, and the words that follow it."""
    words = actor.name.casefold()
    for article in ("the ", "an ", "a "):
        words = words.removeprefix(article)
    letter = unicodedata.normalize("NFD", words)[:1].upper()
    return (letter if letter.isalpha() else "0–9", words)


def _write_stories(contents: Contents, shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    for story in contents.stories.values():
        articles = [contents.articles[key] for key in story.article_ids]
        copies = [
            contents.articles[copy.article_id]
            for copy_set in (shelf.copy_set_of.get(key) for key in story.article_ids)
            for copy in (copy_set.copies if copy_set else ())
            if copy.article_id in contents.articles
        ]
        course = contents.course(story)
        # The articles are written after the stories, with the places that these lead to.
        shelf.quote(passage for one in course for passage in one.new)
        values = {
            "story": story,
            "articles": articles,
            "heading": shelf.heading_of.get(story.id),
            "latest": shelf.latest_of.get(story.id),
            "charts": charts.of_story(articles, copies, contents.zone),
            "course": course,
            "people": shelf.people_of(story.article_ids),
            "records": shelf.once(story.article_ids),
        }
        write(folder, f"stories/{story.id}.html", "story.html.j2", common | values)


def _write_articles(contents: Contents, shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    why_unread = {skip.article_id: skip for skip in contents.skipped if skip.article_id and skip.step == "read"}
    for key in sorted(contents.articles):
        article = contents.articles[key]
        values = {
            "article": article,
            "parts": [
                (span, marked(article, contents.readings.get(key), span, shelf.quoted[key]))
                for span in shelf.allowance.spans(key)
            ],
            "rights": shelf.allowance.rights(key),
            "records": shelf.of_article(key),
            "read": key in contents.readings,
            "unread": why_unread.get(key),
            "copy_set": shelf.copy_set_of.get(key),
            "page_name": contents.page_names.get(article.page_id),
        }
        write(folder, f"articles/{key}.html", "article.html.j2", common | values)


def _sources(contents: Contents) -> list[dict[str, Any]]:
    """A row for each source, also for one that is only known from an earlier run."""
    names = [source.name for source in contents.sources]
    others = {*contents.taken_from.values(), *(skip.source for skip in contents.skipped)} - {*names}
    rows = []
    for name in [*names, *sorted(others)]:
        taken = sorted(key for key, source in contents.taken_from.items() if source == name)
        skips = [skip for skip in contents.skipped if skip.source == name]
        rows.append({"name": name, "taken": taken, "skipped": skips, "reasons": _reasons(skips)})
    return rows


def _reasons(skips: list[Skipped]) -> list[tuple[str, int]]:
    return sorted(Counter(str(skip.reason) for skip in skips).items())
