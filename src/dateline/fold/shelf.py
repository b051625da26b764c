"""All articles in the order in which they are looked at, with little of each kept."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from dateline.fold import versions
from dateline.fold.compare import Text, text_of
from dateline.fold.rules import FoldRules
from dateline.fold.runs import BYTES, Kept, Sketches, furniture, likely, sketches, written
from dateline.records import Article, by_time

# A family's articles come one after the other, and each is compared with the same few.
_READY = 1024
_AT_ONCE = 128
"""Texts that are cut together."""


class Known(NamedTuple):
    """What is kept of every article."""

    order: tuple[object, ...]
    """Agencies' items first, the newest leading; then the fullest text."""
    number: int
    """Its place in the order in which the articles were given."""
    id: str
    agency: str | None
    outlet: str | None
    wire_item: str | None
    page: tuple[str | None, str] | None
    time: tuple[object, ...]
    """As `by_time`."""


class Shelf:
    """The articles by their place."""

    def __init__(self, articles: Mapping[str, Article], rules: FoldRules) -> None:
        """Asks for every article once."""
        self._articles = articles
        self.notices = versions.Notices()
        self.known: list[Known] = []
        found: list[Sketches] = []
        senders: list[int] = []
        outlets: defaultdict[str | None, int] = defaultdict(lambda: len(outlets), {None: 0})
        waiting = iter(articles.values())
        while batch := list(islice(waiting, _AT_ONCE)):
            found.append(sketches([_telling(one, rules) for one in batch]))
            for article in batch:
                self.known.append(_known(article, len(self.known)))
                senders.append(outlets[article.outlet])
                self.notices.add(article)
        self.known.sort(key=lambda one: one.order)
        ordered = np.array([one.number for one in self.known], np.int64)
        places = np.empty(len(ordered), np.uint32)
        places[ordered] = np.arange(len(ordered), dtype=np.uint32)
        kept = Kept(found, places)
        self._furniture = furniture(kept, np.array(senders, np.uint32)[ordered])
        self.telling = kept.telling(self._furniture)
        """By place, how many kept runs a text has that are no furniture."""
        self.likely = likely(kept, self._furniture)
        """The pairs of places that are worth comparing, and how many kept runs they share."""
        self.text = lru_cache(maxsize=_READY)(self._text)
        """The text at a place."""

    def _text(self, place: int) -> Text:
        return text_of(self._articles[self.known[place].id], self._furniture)


def _telling(article: Article, rules: FoldRules) -> bytes:
    """The words of an article as they are `written`; none where they do not tell it from others."""
    found = written(article.text)
    return b"" if len(found) < rules.shortest * BYTES or versions.is_kill(article) else found


def _known(article: Article, number: int) -> Known:
    time = by_time(article)
    if article.wire_item is not None:
        order: tuple[object, ...] = (0, versions.is_kill(article), versions.newest_first(article))
    else:
        order = (1, -len(article.text), time)
    return Known(
        order=order,
        number=number,
        id=article.id,
        agency=article.agency,
        outlet=article.outlet,
        wire_item=article.wire_item,
        page=versions.page_of(article),
        time=time,
    )
