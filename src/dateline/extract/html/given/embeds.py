"""What a page puts into its article from elsewhere: a video, a post, a map."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import accumulate
from urllib.parse import urlsplit

from dateline.extract.html.content import Content
from dateline.extract.html.given.fields import is_correction
from dateline.lang import tables
from dateline.records import Embed
from dateline.text.addresses import web_address

_ADDRESS = re.compile(r'(?:^| )(?:src|data-src|href)="([^"]+)"')
_MOST = 100
_SECURE = "https://"
"""Where a page has no address, one that leaves out the scheme is read as one of https."""


def embeds(found: Content, base: str | None) -> tuple[Embed, ...]:
    """What stands within the article's text, in the order of the page; frames of unknown services are left out."""
    within = [one for one in found.page.embeds if found.first <= one[0] <= found.last][:_MOST]
    if not within:
        return ()
    text = {id(one) for one in found.text if not is_correction(one)}
    before = [0, *accumulate(id(one) in text for one in found.page.blocks)]
    known = ((place, next(_known(given, base), None)) for place, given in within)
    made = (Embed(service=one[0], url=one[1], after=before[place]) for place, one in known if one)
    return tuple(dict.fromkeys(made))


def _known(given: str, base: str | None) -> Iterator[tuple[str, str]]:
    """The addresses in some attributes that are of a known service, and that service."""
    for address in _ADDRESS.findall(given):
        url = web_address(unescape(address), base or _SECURE)
        service = _service(url) if url else None
        if url and service:
            yield service, url


def _service(url: str) -> str | None:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    hosts = _hosts()
    return hosts.get(host) or hosts.get(f"{host}/{parts.path.strip('/').partition('/')[0]}")


@cache
def _hosts() -> dict[str, str]:
    table = tables.table("any", "embeds")["hosts"]
    return {host: service for service, listed in table.items() for host in listed}
