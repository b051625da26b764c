"""One polite queue for each host: at most one request of it is under way, and none once it wants to be left alone."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from dateline.store.sources import Address


def host_of(url: str) -> str:
    """The host whose queue an address stands in."""
    return urlsplit(url).hostname or ""


class Queue:
    """What is to be fetched, by host, and what is under way."""

    def __init__(self) -> None:
        """Empty."""
        self._waiting: defaultdict[str, deque[Address]] = defaultdict(deque)
        self._known: set[str] = set()
        self._turn: deque[str] = deque()
        self._held: set[str] = set()
        self._under_way: dict[str, Address] = {}

    def __len__(self) -> int:
        """How much waits or is under way."""
        return len(self._known)

    def add(self, rows: Iterable[Address], *, first: bool = False) -> None:
        """Have addresses fetched, each once: after those of their host that wait already, or before them."""
        for row in rows:
            host = host_of(row.url)
            if row.key in self._known or host in self._held:
                continue
            waiting = self._waiting[host]
            if not waiting and host not in self._under_way:
                self._turn.append(host)
            (waiting.appendleft if first else waiting.append)(row)
            self._known.add(row.key)

    @property
    def under_way(self) -> int:
        """How much is under way."""
        return len(self._under_way)

    def take(self, most: int) -> Iterator[Address]:
        """What may be asked for now, while fewer than `most` are under way; each is then under way."""
        while self._turn and len(self._under_way) < most:
            host = self._turn.popleft()
            if self._waiting[host]:
                row = self._waiting[host].popleft()
                self._under_way[host] = row
                yield row

    def row(self, url: str) -> Address:
        """What an address that is under way was asked for as."""
        return self._under_way[host_of(url)]

    def ended(self, url: str) -> Address:
        """What an address was asked for as; its host's turn comes again."""
        host = host_of(url)
        row = self._under_way.pop(host)
        self._known.discard(row.key)
        if self._waiting[host]:
            self._turn.append(host)
        return row

    def leave(self, is_left: Callable[[Address], bool]) -> int:
        """Take out some of those that wait; how many are left so, which stay due in the store."""
        left = {row.key for waiting in self._waiting.values() for row in waiting if is_left(row)}
        for host, waiting in self._waiting.items() if left else ():
            self._waiting[host] = deque(row for row in waiting if row.key not in left)
        self._turn = deque(host for host in self._turn if self._waiting[host])
        self._known -= left
        return len(left)

    def hold(self, url: str) -> None:
        """Leave a host alone for the rest of the run; what waits for it stays due in the store."""
        host = host_of(url)
        self._held.add(host)
        self._known -= {row.key for row in self._waiting.pop(host, ())}
