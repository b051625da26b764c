"""What agencies and addresses say themselves about which text replaces which, and which is withdrawn."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from dateline.records import Article, Moment, WireState
from dateline.text.shingles import shared, shingles
from dateline.text.words import words

# A headline shorter than this is not enough to say which story a notice means.
_TELLING = 20
# Versions of a page have this share of their runs of words in common; of two articles that a site gives one address by
# mistake it is none. The update of a page may have been written anew but for a few sentences.
_ONE_PAGE = 0.1


def newest_first(article: Article) -> tuple[object, ...]:
    """A key that puts the newest version of an item first: by version number, then by time, then by fullness."""
    version = -1 if article.wire_version is None else article.wire_version
    time = (0, 0) if article.published is None else _backwards(article.published)
    return (-version, time, -len(article.text), article.id)


def families(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles as families of versions of one item or one page, the newest first; any other is a family alone.

    A version that withdraws the item stands last: what papers carried are the words of the one before it.
    """
    by_item: dict[str, list[Article]] = {}
    by_page: dict[tuple[str | None, str], list[Article]] = {}
    alone: list[list[Article]] = []
    for article in articles:
        if article.wire_item:
            by_item.setdefault(article.wire_item, []).append(article)
        elif article.url and urlsplit(article.url).path.strip("/"):
            by_page.setdefault((article.outlet, article.url), []).append(article)
        else:
            alone.append([article])
    items = [sorted(found, key=lambda one: (is_kill(one), newest_first(one))) for found in by_item.values()]
    return [*items, *(family for found in by_page.values() for family in _pages(found)), *alone]


def same_page(one: Article, other: Article) -> bool:
    """Whether two articles of one family are versions of a page of the web."""
    return one.wire_item is None and one.url is not None and (one.outlet, one.url) == (other.outlet, other.url)


def _pages(articles: list[Article]) -> list[list[Article]]:
    """What stands under one address, as families: the newest with its versions, and what has nothing of it alone."""
    newest, *others = sorted(articles, key=_latest_first)
    if not others:
        return [[newest]]
    mine = shingles(words(newest.text))
    family, alone = [newest], []
    for other in others:
        shorter, longer = sorted((mine, shingles(words(other.text))), key=len)
        if shared(shorter, longer) >= _ONE_PAGE:
            family.append(other)
        else:
            alone.append([other])
    return [family, *alone]


def _latest_first(article: Article) -> tuple[object, ...]:
    when = article.updated or article.published
    return ((0, 0) if when is None else _backwards(when), -len(article.text), article.id)


def is_kill(article: Article) -> bool:
    """Whether an article is the notice that withdraws a story."""
    return article.wire_state is WireState.CANCELED


def withdrawn(articles: Sequence[Article]) -> dict[str, str]:
    """By the id of each withdrawn article the id of the notice; notices withdraw themselves too.

    A notice means the versions of its own item, and what its agency sent under the slug or the headline it names.
    """
    found: dict[str, str] = {}
    for notice in sorted((article for article in articles if is_kill(article)), key=lambda one: one.id):
        for article in articles:
            if article.id == notice.id or _means(notice, article):
                found.setdefault(article.id, notice.id)
    return found


def _means(notice: Article, article: Article) -> bool:
    if article.wire_item is None:
        return False
    if article.wire_item == notice.wire_item:
        return True
    if not _same_sender(notice, article):
        return False
    if notice.slug is not None and article.slug == notice.slug:
        return True
    headline = (article.headline or "").casefold()
    words = " ".join((notice.headline or "", notice.wire_note or "", notice.text)).casefold()
    return len(headline) >= _TELLING and headline in words


def _same_sender(one: Article, other: Article) -> bool:
    """Whether two items are of one agency: a kill may leave out what the item itself named."""
    if one.agency and other.agency:
        return one.agency == other.agency
    return one.outlet is not None and one.outlet == other.outlet


def _backwards(moment: Moment) -> tuple[int, int]:
    day, clock = moment.order()
    return (-day.toordinal(), -(clock.hour * 3600 + clock.minute * 60 + clock.second))
