"""One address of the web, fetched with care: what is there may be large, slow, or point into our own network."""

import socket
from collections.abc import Iterable
from ipaddress import ip_address
from typing import NamedTuple

import httpcore
import httpx

from dateline.records import SkipReason

# Sent as User-Agent: honest about being a program, and about whose.
USER_AGENT = "Dateline/0.1 (press review for one reader; one page on request)"
_REDIRECTS = 5
_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Answer(NamedTuple):
    """What an address gave: the bytes, and the address that they came from in the end."""

    content: bytes
    url: str


class Refused(NamedTuple):
    """Why an address gave nothing, in one line."""

    reason: SkipReason
    detail: str


def fetch(url: str, max_bytes: int, timeout: float, *, allow_private: bool) -> Answer | Refused:
    """What stands at an http or https address, or why it could not be had; never more than `max_bytes`.

    Addresses of private networks and of this machine are refused unless allowed, also where a redirect or a name
    leads to them: the check is made on the address that the connection goes to.
    """
    transport = httpx.HTTPTransport(retries=0)
    if not allow_private:
        # The pool opens every connection, those of redirects too, through this backend.
        transport._pool._network_backend = _PublicOnly()  # noqa: SLF001  httpx has no public way to give one
    client = httpx.Client(
        transport=transport,
        timeout=timeout,
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        headers={"User-Agent": USER_AGENT},
        trust_env=False,
    )
    try:
        with client, client.stream("GET", url) as response:
            return _taken(response, max_bytes)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        return Refused(SkipReason.UNREADABLE, f"{error or type(error).__name__}; try it in a browser")


def _taken(response: httpx.Response, max_bytes: int) -> Answer | Refused:
    if response.status_code != httpx.codes.OK:
        return Refused(SkipReason.UNREADABLE, f"it answered {response.status_code} {response.reason_phrase}")
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > max_bytes:
            return Refused(SkipReason.TOO_LARGE, f"it gave more than {max_bytes} bytes")
    return Answer(bytes(content), str(response.url))


class _PublicOnly(httpcore.SyncBackend):
    """Connects to addresses of the public internet only.

    The name is looked up once and the connection goes to the very address that was checked: a name that answers
    otherwise the second time (DNS rebinding) gains nothing.
    """

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        except OSError as error:
            raise httpcore.ConnectError(f"there is no host {host}: {error}") from error
        private = sorted(address for address in found if not ip_address(address.partition("%")[0]).is_global)
        if private or not found:
            detail = (
                f"{host} is {', '.join(private)}, an address of a private network; set `allow_private` if it is meant"
            )
            raise httpcore.ConnectError(detail)
        return super().connect_tcp(min(found), port, timeout, local_address, socket_options)
