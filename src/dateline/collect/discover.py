"""What stands at an address that a person names: a listing, or a page that leads to some."""

from dataclasses import dataclass

from dateline.collect import feeds
from dateline.collect.fetch import PackedError, headers, unpacked
from dateline.collect.pages import CollectRules
from dateline.collect.source import fetched

# A page with fewer links to articles is hardly a list of them.
_LIST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovered:
    """What to fetch in place of an address."""

    url: str
    title: str | None = None
    kind: str = ""
    """What a person would call it."""
    follow: bool = False
    """Whether it is a list page."""
    hub: str | None = None
    also: tuple[str, ...] = ()
    """Further feeds that the page names."""


def discover(url: str, rules: CollectRules) -> Discovered | str:
    """The feed, sitemap or list page at an address, or the first feed that the page there names; else why not."""
    answer = fetched(url, rules)
    if isinstance(answer, str):
        return answer
    if answer.status != 200:
        return f"it answered {answer.status} {answer.reason}".strip()
    try:
        content = feeds.unzipped(unpacked(answer, rules.max_bytes), rules.max_bytes)
    except PackedError as error:
        return str(error)
    found, hub = feeds.listing(content, answer.url), feeds.hub_of(headers(answer, "link"), answer.url)
    if found is not None:
        return Discovered(url=answer.url, title=found.title, kind=found.kind, hub=found.hub or hub)
    named = feeds.feeds_of(content, answer.url)
    if named:
        title = named[0].title
        return Discovered(url=named[0].url, title=title, kind="feed", also=tuple(feed.url for feed in named[1:]))
    if len(feeds.list_page(content, answer.url).entries) >= _LIST:
        return Discovered(url=answer.url, title=feeds.title_of(content), kind="list page", follow=True)
    return "it is no feed or sitemap, names no feed, and has too few links that look like ones to articles"
