"""Which addresses of the internet protocol may be connected to: public ones, whatever way a request got there."""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from twisted.internet.asyncioreactor import AsyncioSelectorReactor
from twisted.internet.error import ConnectError

# RFC 6052: an address of IPv4 inside one of IPv6.
_NAT64 = ip_network("64:ff9b::/96")
# What `ipaddress` calls global and no public host has: addresses of one site (RFC 3879), of IPv4 in forms of before and
# of translators (RFC 4291, 2.5.5.1, RFC 2765, RFC 8215).
_OF_NOBODY = tuple(map(ip_network, ("fec0::/10", "::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48")))


class PrivateAddressError(ConnectError):
    """The connection would have gone to a private network."""

    def __init__(self, host: str) -> None:
        """`host` is the address as numbers."""
        super().__init__(string=host)  # type: ignore[no-untyped-call]
        self.host = host


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, also where it is one of IPv4 written as one of IPv6."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    if inner is not None and not is_public(str(inner)):
        return False
    return found.is_global and not found.is_multicast and not any(found in network for network in _OF_NOBODY)


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def guard(reactor: AsyncioSelectorReactor, longest: float, *, allow_private: bool) -> None:
    """Make the reactor connect to public addresses only, and wait at most `longest` seconds for a connection.

    The check is made where every connection passes, with the very address that it goes to: names are looked up before,
    so one that answers otherwise the second time (DNS rebinding) gains nothing.
    """
    connect: Callable[..., Any] = reactor.connectTCP

    # The names are those of `IReactorTCP.connectTCP`.
    def checked(host: str, port: int, factory: Any, timeout: float = 30, bindAddress: Any = None) -> Any:  # noqa: N803
        if not allow_private and not is_public(host):
            raise PrivateAddressError(host)
        return connect(host, port, factory, min(timeout, longest), bindAddress)

    reactor.connectTCP = checked  # type: ignore[method-assign]
