"""All articles in the order in which they are looked at, with little of each kept."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from dateline.fold import versions
from dateline.fold.compare import Text, text_of
from dateline.fold.rules import FoldRules
from dateline.fold.runs import Kept, Sketch, furniture, likely, numbers, runs, sketch
from dateline.records import Article, by_time

# A family's articles come one after the other, and each is compared with the same few.
_READY = 1024


class Known(NamedTuple):
    """What is kept of every article."""

    order: tuple[object, ...]
    """Agencies' items first, the newest leading; then the fullest text."""
    id: str
    agency: str | None
    item: str | tuple[str | None, str] | None
    """What its versions have in common: an agency's name of the item, or the page of the web."""
    version: int


class Shelf:
    """The articles by their place."""

    def __init__(self, articles: Mapping[str, Article], rules: FoldRules) -> None:
        """Asks for every article once."""
        self._articles = articles
        self.notices = versions.Notices()
        sketches: list[Sketch] = []
        known: list[Known] = []
        senders: list[int] = []
        outlets: defaultdict[str | None, int] = defaultdict(lambda: len(outlets), {None: 0})
        for article in articles.values():
            found = numbers(article.text)
            is_text = len(found) >= rules.shortest and not versions.is_kill(article)
            sketches.append(sketch(runs(found if is_text else [])))
            known.append(_known(article))
            senders.append(outlets[article.outlet])
            self.notices.add(article)
        ordered = sorted(range(len(known)), key=lambda number: known[number].order)
        places = np.empty(len(ordered), np.uint32)
        places[ordered] = np.arange(len(ordered), dtype=np.uint32)
        self.known = [known[number] for number in ordered]
        kept = Kept(sketches, places)
        self._furniture = furniture(kept, np.array(senders, np.uint32)[ordered])
        self.telling = kept.telling(self._furniture)
        """By place, how many kept runs a text has that are no furniture."""
        self.likely = likely(kept, self._furniture)
        """The pairs of places that are worth comparing, and how many kept runs they share."""
        self.text_of = lru_cache(maxsize=_READY)(self._text_of)

    def text(self, place: int) -> Text:
        """The text at a place."""
        return self.text_of(self.known[place].id)

    def _text_of(self, article_id: str) -> Text:
        return text_of(self._articles[article_id], self._furniture)


def _known(article: Article) -> Known:
    if article.wire_item is not None:
        order: tuple[object, ...] = (0, versions.is_kill(article), versions.newest_first(article))
    else:
        order = (1, -len(article.text), by_time(article))
    return Known(
        order, article.id, article.agency, article.wire_item or versions.page_of(article), article.wire_version or 0
    )
