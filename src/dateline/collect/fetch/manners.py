"""What Scrapy is told on the way to a host and back: who may see a secret, what robots.txt says, what is kept."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from dateline.collect.fetch.keep import Answered, Keeper
from dateline.collect.fetch.orders import FetchRules

_ROBOTS = "dont_obey_robotstxt"
# RFC 9309, 2.5: at least 500 kibibytes are to be read.
_ROBOTS_BYTES = 500 * 1024
_NOBODY = b"User-agent: *\nDisallow: /"


class Secrets:
    """Sends the headers of a logged-in source to its host alone, also where a redirect leads away from it."""

    def __init__(self, rules: FetchRules) -> None:
        """`rules` say which headers go to which host."""
        self._secrets = rules.secrets
        self._names = {name for own in rules.secrets.values() for name in own}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy makes it."""
        return cls(crawler.settings["RULES"])

    def process_request(self, request: Request) -> None:
        """Put the host's own headers in, and take out those that a redirect brought along."""
        for name in self._names:
            request.headers.pop(name, None)
        parts = urlsplit(request.url)
        own = self._secrets.get(f"{parts.scheme}://{parts.netloc}")
        request.meta["secret"] = bool(own)
        for name, value in (own or {}).items():
            request.headers[name] = value


class Robots(RobotsTxtMiddleware):
    """Obeys robots.txt as RFC 9309 has it, and makes a host's queue as slow as it asks (Crawl-delay)."""

    def __init__(self, crawler: Crawler) -> None:
        """Listens for every robots.txt that was read."""
        super().__init__(crawler)
        self._rules: FetchRules = crawler.settings["RULES"]
        self._unread: dict[str, Exception] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        crawler.signals.connect(self._slow_down, signal=signals.robots_parsed)

    async def robot_parser(self, request: Request) -> Any:
        """What the host allows. Scrapy 2.19 tells it only the first of several who wait: the others would go ahead."""
        async with self._asking[urlsplit(request.url).netloc]:
            return await super().robot_parser(request)

    async def process_request(self, request: Request) -> None:  # type: ignore[override]  # as its decorator leaves it
        """Pass on what is allowed; robots.txt itself is asked for unpacked."""
        if request.meta.get(_ROBOTS):
            request.headers["Accept-Encoding"] = "identity"
        await super().process_request(request)

    def process_request_2(self, rp: Any, request: Request) -> None:
        """RFC 9309, 2.3.1.4: of a host that gives no answer about robots.txt, nothing is asked."""
        unread = self._unread.get(urlsplit(request.url).netloc)
        if unread is not None:
            raise unread
        super().process_request_2(rp, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        # One that leads on without an end is as good as none (2.3.1.2).
        if not isinstance(exc, IgnoreRequest):
            self._unread[netloc] = exc
        super()._robots_error(exc, netloc)

    def process_response(self, request: Request, response: Response) -> Response:
        """RFC 9309, 2.3.1: without a file all is allowed, with a faulty server nothing is."""
        if not request.meta.get(_ROBOTS):
            return response
        if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return response.replace(body=_NOBODY)
        return response.replace(body=response.body[:_ROBOTS_BYTES] if response.status == HTTPStatus.OK else b"")

    def _slow_down(self, robotparser: Any, request: Request) -> None:
        asked = robotparser.crawl_delay(self._rules.agent)
        if asked is None or asked <= self._rules.delay:
            return
        host = urlsplit(request.url).hostname or ""
        assert self.crawler.engine is not None
        downloader = self.crawler.engine.downloader
        downloader.per_slot_settings[host] = {"delay": asked}
        if host in downloader.slots:
            downloader.slots[host].delay = asked


class Keeping:
    """Keeps every answer, redirects and refusals too, as it came from the downloader."""

    def __init__(self, keeper: Keeper) -> None:
        """`keeper` writes them."""
        self._keeper = keeper

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy makes it."""
        return cls(crawler.settings["KEEPER"])

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep it, and note where."""
        order = request.meta.get("order")
        answer = Answered(
            url=response.url,
            status=response.status,
            reason=_reason(response.status),
            headers=tuple(_headers(response, secret=bool(request.meta.get("secret")))),
            body=response.body,
            asked=order.url if order else "",
            role=order.role if order else "",
            source=order.source if order else "",
        )
        place = request.meta["place"] = self._keeper.keep(answer)
        # Scrapy takes it along to where a redirect leads, and to another try.
        request.meta["kept"] = request.meta.get("kept", 0) + place.end - place.offset
        return response


def _headers(response: Response, *, secret: bool) -> Iterator[tuple[str, str]]:
    """The headers, with the length that came; Set-Cookie of a logged-in source is a key and is not kept."""
    for name, values in response.headers.items():
        if name.lower() != b"content-length" and not (secret and name.lower() == b"set-cookie"):
            for value in values:
                yield name.decode("latin-1"), value.decode("latin-1")
    yield "Content-Length", str(len(response.body))


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
