"""One address of the web, fetched with care: what is there may be large, slow, or point into our own network."""

import socket
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from ipaddress import ip_address
from ssl import SSLContext
from time import monotonic
from typing import Any, NamedTuple

import httpcore
import httpx

from dateline.records import SkipReason

# Sent as User-Agent: honest about being a program, and about whose.
USER_AGENT = "Dateline/0.1 (press review for one reader; one page on request)"
_REDIRECTS = 5
_UNPACKED = frozenset({"", "identity", "gzip", "deflate"})
"""What an answer may be packed with. A kilobyte of others, or of one in another, can unfold to gigabytes at once."""
_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Answer(NamedTuple):
    """What an address gave: the bytes, and the address that they came from in the end."""

    content: bytes
    url: str


class Refused(NamedTuple):
    """Why an address gave nothing, in one line."""

    reason: SkipReason
    detail: str


def fetch(url: str, max_bytes: int, seconds: tuple[float, float], *, allow_private: bool) -> Answer | Refused:
    """What stands at an http or https address, or why it could not be had; never more than `max_bytes`.

    `seconds` are those to wait for each word of the other side, and those for all of it, redirects too. Addresses of
    private networks and of this machine are refused unless allowed, also where a redirect or a name leads to them: the
    check is made on the address that the connection goes to.
    """
    timeout, whole = seconds
    transport = httpx.HTTPTransport(retries=0)
    # The pool opens every connection, those of redirects too, through this backend.
    backend = _Careful(_Clock(whole), allow_private=allow_private)
    transport._pool._network_backend = backend  # noqa: SLF001  httpx has no public way to give one
    client = httpx.Client(
        transport=transport,
        timeout=timeout,
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
        trust_env=False,
    )
    try:
        with client:
            return _followed(client, url, max_bytes)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        return Refused(SkipReason.UNREADABLE, f"{error or type(error).__name__}; try it in a browser")


def _followed(client: httpx.Client, url: str, max_bytes: int) -> Answer | Refused:
    """What stands at the end of the redirects. httpx would read all that comes with each of them, however much."""
    request = client.build_request("GET", url)
    for _ in range(_REDIRECTS + 1):
        with closing(client.send(request, stream=True)) as response:
            if response.next_request is None:
                return _taken(response, max_bytes)
            request = response.next_request
    return Refused(SkipReason.UNREADABLE, f"it led on from one address to another more than {_REDIRECTS} times")


def _taken(response: httpx.Response, max_bytes: int) -> Answer | Refused:
    if response.status_code != httpx.codes.OK:
        return Refused(SkipReason.UNREADABLE, f"it answered {response.status_code} {response.reason_phrase}")
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    if packed not in _UNPACKED:
        return Refused(SkipReason.UNREADABLE, f"it is packed as {packed[:40]!r}, which was not asked for")
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > max_bytes:
            return Refused(SkipReason.TOO_LARGE, f"it gave more than {max_bytes} bytes")
    return Answer(bytes(content), str(response.url))


class _Clock:
    """The seconds for one address. Each read has its own as well, but a byte a second would never use them up."""

    def __init__(self, whole: float) -> None:
        self._whole, self._end = whole, monotonic() + whole

    @contextmanager
    def step(self, timeout: float | None) -> Iterator[float]:
        """The seconds that one step may take. Raises `httpcore.ReadTimeout` where all are used up, before or in it."""
        try:
            left = self._end - monotonic()
            if left <= 0:
                raise httpcore.ReadTimeout
            yield left if timeout is None else min(timeout, left)
        except httpcore.TimeoutException as error:
            if monotonic() < self._end:
                raise
            raise httpcore.ReadTimeout(f"it took more than {self._whole:g} seconds in all") from error


class _Careful(httpcore.SyncBackend):
    """Connects to addresses of the public internet only, unless others are allowed, and looks at the clock.

    The name is looked up once and the connection goes to the very address that was checked: a name that answers
    otherwise the second time (DNS rebinding) gains nothing.
    """

    def __init__(self, clock: _Clock, *, allow_private: bool) -> None:
        self._clock, self._allow_private = clock, allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        failed: Exception = httpcore.ConnectError(f"there is no host {host}")
        for address in self._addresses(host, port):
            with self._clock.step(timeout) as seconds:
                try:
                    line = super().connect_tcp(address, port, seconds, local_address, socket_options)
                    return _Timed(line, self._clock)
                except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                    # A name may have an address of IPv6 where this machine reaches only those of IPv4.
                    failed = error
        raise failed

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, OverflowError) as error:
            raise httpcore.ConnectError(f"there is no host {host}: {error}") from error
        found = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
        private = sorted(address for address in found if not ip_address(address.partition("%")[0]).is_global)
        if private and not self._allow_private:
            detail = (
                f"{host} is {', '.join(private)}, an address of a private network; set `allow_private` if it is meant"
            )
            raise httpcore.ConnectError(detail)
        return found


class _Timed(httpcore.NetworkStream):
    """A line on which every step looks at the clock."""

    def __init__(self, line: httpcore.NetworkStream, clock: _Clock) -> None:
        self._line, self._clock = line, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._clock.step(timeout) as seconds:
            return self._line.read(max_bytes, seconds)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with self._clock.step(timeout) as seconds:
            self._line.write(buffer, seconds)

    def close(self) -> None:
        self._line.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        with self._clock.step(timeout) as seconds:
            return _Timed(self._line.start_tls(ssl_context, server_hostname, seconds), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._line.get_extra_info(info)
