"""The shipped day, run once for all tests that look at it."""

from dataclasses import dataclass, replace
from pathlib import Path

from dateline import day, demo, settings
from dateline.day import Report
from dateline.records import Article, PressTime, Reading
from dateline.store import Store, articles, editions, open_store, pages, readings


@dataclass(frozen=True)
class Run:
    """A store and a site, and what each run reported."""

    folder: Path
    reports: tuple[Report, ...]
    store: Store
    articles: dict[str, Article]
    readings: dict[str, Reading]

    def withdrawn(self):
        """By article id, the headlines that the editions say were withdrawn."""
        return withdrawn(self.store)

    def by_name(self, name):
        """The one article of the page whose name ends like this."""
        with self.store.begin() as db:
            names = pages.all_page_names(db)
        (found,) = [one for one in self.articles.values() if names[one.page_id][1].endswith(name)]
        return found


def withdrawn(store):
    """By article id, the headlines that the editions of a store say were withdrawn."""
    with store.begin() as db:
        made = [editions.load_edition(db, press) for press in editions.press_times(db)]
    return {one.article_id: one.headline for edition in made for one in edition.withdrawn}


def loaded(folder):
    """The settings of the shipped day, with store and site in a folder."""
    found = settings.load(demo.folder() / "dateline.toml", {})
    return replace(found, values={**found.values, "store": str(folder / "day.sqlite"), "site": str(folder / "site")})


def run(folder):
    """Run the three days into a folder."""
    given = loaded(folder)
    store = open_store(given.text("store"))
    reports = tuple(day.run(PressTime(on), given, store, lambda *_: None) for on in demo.DAYS)
    with store.begin() as db:
        kept = {article.id: article for article in articles.articles_up_to(db, demo.DAYS[-1])}
        read = readings.load_readings(db, kept)
    return Run(folder, reports, store, kept, dict(read))
