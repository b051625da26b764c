"""The other end of the process that fetches: gives it orders and hears what became of them."""

import select
import subprocess
import sys
from types import TracebackType
from typing import Self

from dateline.collect.fetch.orders import Done, FetchRules, Order

_CHUNK = 1 << 16


class FetcherError(Exception):
    """The fetching process ended by itself: it was killed, or had no memory left."""


class Fetcher:
    """A process that fetches, from the beginning of a `with` block to its end, which ends the process."""

    def __init__(self, rules: FetchRules) -> None:
        """`rules` are for every order."""
        self._rules = rules
        self._heard = b""

    def __enter__(self) -> Self:
        """Start the process. It has no part in what the terminal sends, so an interrupt is ours to handle."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dateline.collect.fetch.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._say(self._rules.line())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process; whatever it kept is kept whole."""
        self._process.kill()
        self._process.communicate()

    def order(self, order: Order) -> None:
        """Have an address fetched. Raises `FetcherError` where nobody hears it."""
        self._say(order.line())

    def done(self, wait: float) -> list[Done]:
        """What became of orders since it was last asked, waiting at most so many seconds for the first.

        Raises `FetcherError` where the process ended.
        """
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        while select.select([pipe], [], [], 0 if b"\n" in self._heard else wait)[0]:
            chunk = self._process.stdout.raw.read(_CHUNK)  # type: ignore[attr-defined]
            if not chunk:
                raise FetcherError("the process that fetches ended by itself")
            self._heard += chunk
            if len(chunk) < _CHUNK and b"\n" in self._heard:
                break
            wait = 0
        *lines, self._heard = self._heard.split(b"\n")
        return [Done.read(line) for line in lines]

    def _say(self, line: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError as error:
            raise FetcherError("the process that fetches ended by itself") from error
