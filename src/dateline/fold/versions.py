"""What agencies and addresses say themselves about which text replaces which, and which is withdrawn."""

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.records import Article, CopySet, WireState
from dateline.text.words import words

# A headline shorter than this is not enough to say which story a notice means.
_TELLING = 20
_OPENING = 3
"""Words of a headline by which it is looked up."""


def newest_first(article: Article) -> tuple[object, ...]:
    """A key that puts the newest of an agency's items first: by time, then by version number, then by fullness."""
    version = -1 if article.wire_version is None else article.wire_version
    return (*_backwards(article), -version, -len(article.text), article.id)


def page_of(article: Article) -> tuple[str | None, str] | None:
    """The outlet and address of a page, which its versions share; None of any other article, or of a front page."""
    if article.wire_item is not None or not article.url or not urlsplit(article.url).path.strip("/"):
        return None
    return article.outlet, article.url


def is_kill(article: Article) -> bool:
    """Whether an article is the notice that withdraws a story."""
    return article.wire_state is WireState.CANCELED


class _Sent(NamedTuple):
    """What is kept of an agency's item, to know whether a notice means it."""

    id: str
    item: str
    agency: str | None
    outlet: str | None
    slug: str | None
    headline: str


class Notices:
    """The kill notices among articles, and what they mean.

    A notice means the versions of its own item, and what its agency sent under the slug or the headline it names.
    """

    def __init__(self) -> None:
        """No notice, and nothing sent."""
        self._notices: list[tuple[_Sent, str]] = []
        self._sent: list[_Sent] = []

    def add(self, article: Article) -> None:
        """Take an article into account; one that no agency sent is not what a notice means."""
        if article.wire_item is None:
            return
        headline = (article.headline or "").casefold()
        sent = _Sent(article.id, article.wire_item, article.agency, article.outlet, article.slug, headline)
        if is_kill(article):
            said = " ".join((article.headline or "", article.wire_note or "", article.text)).casefold()
            self._notices.append((sent, said))
        self._sent.append(sent)

    def withdrawn(self) -> dict[str, str]:
        """By the id of each withdrawn article the id of the notice; notices withdraw themselves too."""
        found: dict[str, str] = {}
        if not self._notices:
            return found
        by_item: defaultdict[str, list[_Sent]] = defaultdict(list)
        by_slug: defaultdict[str, list[_Sent]] = defaultdict(list)
        by_opening: defaultdict[tuple[str, ...], list[_Sent]] = defaultdict(list)
        for sent in self._sent:
            by_item[sent.item].append(sent)
            if sent.slug is not None:
                by_slug[sent.slug].append(sent)
            if len(sent.headline) >= _TELLING:
                by_opening[tuple(words(sent.headline)[:_OPENING])].append(sent)
        for notice, said in sorted(self._notices):
            told = words(said)
            openings = {tuple(told[place : place + _OPENING]) for place in range(len(told))}
            named = [sent for opening in openings for sent in by_opening[opening] if sent.headline in said]
            meant = [*by_slug[notice.slug], *named] if notice.slug is not None else named
            meant = [sent for sent in meant if _same_sender(notice, sent)]
            for sent in (notice, *by_item[notice.item], *meant):
                found.setdefault(sent.id, notice.id)
        return found


def marked(found: CopySet, withdrawn: dict[str, str]) -> CopySet:
    """A copy set, withdrawn where one of its articles is."""
    notice = next((withdrawn[key] for key in found.members() if key in withdrawn), None)
    return found if notice is None else replace(found, withdrawn_by=notice)


def _same_sender(one: _Sent, other: _Sent) -> bool:
    """Whether two items are of one agency: a kill may leave out what the item itself named."""
    if one.agency and other.agency:
        return one.agency == other.agency
    return one.outlet is not None and one.outlet == other.outlet


def _backwards(article: Article) -> tuple[int, int]:
    if article.published is None:
        return (0, 0)
    day, clock = article.published.order()
    return (-day.toordinal(), -(clock.hour * 3600 + clock.minute * 60 + clock.second))
