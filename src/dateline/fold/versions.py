"""What agencies say themselves about which item replaces which, and which is withdrawn."""

from collections.abc import Iterable, Sequence

from dateline.records import Article, WireState

# A headline shorter than this is not enough to say which story a notice means.
_TELLING = 20


def newest_first(article: Article) -> tuple[object, ...]:
    """A key that puts the newest version of an item first: by version number, then by time, then by fullness."""
    version = -1 if article.wire_version is None else article.wire_version
    time = (0, 0) if article.published is None else _backwards(article)
    return (-version, time, -len(article.text), article.id)


def families(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles as families of versions of one item, the newest first; one without an item is a family alone.

    A version that withdraws the item stands last: what papers carried are the words of the one before it.
    """
    by_item: dict[tuple[bool, str], list[Article]] = {}
    for article in articles:
        key = (True, article.wire_item) if article.wire_item else (False, article.id)
        by_item.setdefault(key, []).append(article)
    return [sorted(found, key=lambda one: (is_kill(one), newest_first(one))) for found in by_item.values()]


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


def _backwards(article: Article) -> tuple[int, int]:
    assert article.published is not None
    day, clock = article.published.order()
    return (-day.toordinal(), -(clock.hour * 3600 + clock.minute * 60 + clock.second))
