"""The one entry of the step: an edition as static pages that work from a folder."""

from collections import Counter
from pathlib import Path
from typing import Any

from dateline.publish import documents
from dateline.publish.contents import Contents
from dateline.publish.environment import write, write_style
from dateline.publish.marks import marked
from dateline.publish.shelf import Shelf
from dateline.records import Skipped

_LISTS = {
    "agenda": "What is coming up",
    "commitments": "What was promised",
    "positions": "Who stands where",
}


def site(contents: Contents, folder: Path) -> None:
    """Write the pages of an edition into `folder`, which is there and empty. The same contents give the same bytes."""
    shelf = Shelf(contents)
    common = {"contents": contents, "shelf": shelf, "edition": contents.edition, "name": contents.name}
    write_style(folder)
    write(folder, "index.html", "edition.html.j2", common)
    for key, heading in _LISTS.items():
        shown = [shelf.shown[one] for one in getattr(contents.edition, key) if one in shelf.shown]
        write(folder, f"{key}.html", "list.html.j2", {**common, "heading": heading, "kind": key, "shown": shown})
    (folder / "agenda.ics").write_bytes(documents.document(contents, "ics", shelf))
    _write_actors(shelf, common, folder)
    _write_stories(contents, shelf, common, folder)
    _write_articles(contents, shelf, common, folder)
    write(folder, "sources.html", "sources.html.j2", {**common, "rows": _sources(contents)})


def _write_actors(shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    actors = sorted(shelf.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id))
    write(folder, "people.html", "people.html.j2", {**common, "actors": actors})
    for actor in actors:
        write(folder, f"people/{actor.id}.html", "actor.html.j2", {**common, "actor": actor})


def _write_stories(contents: Contents, shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    for story in contents.stories.values():
        articles = [contents.articles[key] for key in story.article_ids]
        heading = next((article for article in articles if article.headline), None)
        values = {
            "story": story,
            "articles": articles,
            "heading": heading,
            "records": shelf.of_articles(story.article_ids),
        }
        write(folder, f"stories/{story.id}.html", "story.html.j2", common | values)


def _write_articles(contents: Contents, shelf: Shelf, common: dict[str, Any], folder: Path) -> None:
    why_unread = {skip.article_id: skip for skip in contents.skipped if skip.article_id and skip.step == "read"}
    for key in sorted(contents.articles):
        article = contents.articles[key]
        values = {
            "article": article,
            "parts": [(span, marked(article, contents.readings.get(key), span)) for span in shelf.allowance.spans(key)],
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
