"""The process that fetches: hears orders on standard input, keeps each answer, and says on standard output where.

It ends with its orders: when nobody is left to give them, it ends at once.
"""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import CrawlerRunner
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.reactor import install_reactor
from twisted.python.failure import Failure

from dateline.collect.fetch.keep import Keeper
from dateline.collect.fetch.orders import Done, FetchRules, Order
from dateline.collect.fetch.public import PrivateAddressError, guard

_REDIRECTS = 5
_LONGEST_LINE = 1 << 20
_HERE = "dateline.collect.fetch.manners"


class Fetching(Spider):
    """One request for each order, in the order that they come."""

    name = "dateline"

    async def start(self) -> AsyncIterator[Request]:
        """The requests, until the orders end."""
        heard = asyncio.StreamReader(limit=_LONGEST_LINE)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(heard), sys.stdin)
        while line := await heard.readline():
            order = Order.read(line)
            try:
                yield self._request(order)
            except ValueError as error:
                _say(Done(url=order.url, trouble=f"it is no address: {error}"))
        os._exit(0)

    def _request(self, order: Order) -> Request:
        return Request(
            order.url,
            headers={**order.headers, "Accept-Encoding": "gzip"},
            meta={"order": order},
            dont_filter=True,
            callback=self._answered,
            errback=self._failed,
        )

    def _answered(self, response: Response) -> None:
        assert response.request is not None
        told = response.request.meta
        place = told["place"]
        done = Done(url=told["order"].url, file=place.file, offset=place.offset, end=place.end, kept=told["kept"])
        _say(done)

    def _failed(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        trouble = _in_words(failure.value, self.settings["RULES"])
        too_large = isinstance(failure.value, DownloadCancelledError)
        _say(Done(url=request.meta["order"].url, trouble=trouble, too_large=too_large))


def main() -> None:
    """Fetch what is ordered."""
    # What Scrapy logs of single answers is said in `Done`.
    logging.disable()
    rules = FetchRules.read(_line())
    install_reactor(_settings(rules)["TWISTED_REACTOR"])
    # Importing it any earlier would install another one.
    reactor: Any = import_module("twisted.internet.reactor")
    guard(reactor, rules.timeout, allow_private=rules.allow_private)
    ended = CrawlerRunner(_settings(rules)).crawl(Fetching)
    ended.addBoth(lambda _: reactor.stop())
    reactor.run()


def _line() -> bytes:
    """The first line of standard input, and nothing of what comes after it."""
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as heard:
        return heard.readline(_LONGEST_LINE)


def _settings(rules: FetchRules) -> dict[str, Any]:
    return {
        "RULES": rules,
        "KEEPER": Keeper(Path(rules.folder)),
        "USER_AGENT": rules.agent,
        "ROBOTSTXT_OBEY": True,
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        "TWISTED_DNS_RESOLVER": "scrapy.resolver.CachingHostnameResolver",
        "CONCURRENT_REQUESTS": rules.at_once,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": rules.delay,
        "DOWNLOAD_DELAY_JITTER": 0,
        "DOWNLOAD_TIMEOUT": rules.whole,
        "DOWNLOAD_MAXSIZE": rules.max_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "REDIRECT_MAX_TIMES": _REDIRECTS,
        "METAREFRESH_ENABLED": False,
        # Answers are kept as they come; whoever reads them unpacks them, and no further than allowed.
        "COMPRESSION_ENABLED": False,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
        "REFERER_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "RETRY_TIMES": 1,
        # 429 and 503 say when to come back: the next run does.
        "RETRY_HTTP_CODES": [500, 502, 504, 522, 524, 408],
        "HTTPERROR_ALLOW_ALL": True,
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            f"{_HERE}.Robots": 100,
            f"{_HERE}.Secrets": 760,
            f"{_HERE}.Keeping": 890,
        },
    }


def _in_words(error: BaseException | None, rules: FetchRules) -> str:
    """Why there is no answer, for a person."""
    said = str(error)
    if isinstance(error, PrivateAddressError):
        return f"{error.host} is an address of a private network; set `allow_private` if it is meant"
    if isinstance(error, DownloadTimeoutError):
        return f"it took more than {rules.whole:g} seconds in all"
    if isinstance(error, DownloadCancelledError):
        return f"it gave more than {rules.max_bytes} bytes"
    if isinstance(error, IgnoreRequest) and "redirections" in said:
        return f"it led on from one address to another more than {_REDIRECTS} times"
    return said or type(error).__name__


def _say(done: Done) -> None:
    sys.stdout.buffer.write(done.line())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
