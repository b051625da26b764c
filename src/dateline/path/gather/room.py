"""How much may be kept in a day, so that no site fills the disk, and none takes the room of the others."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from dateline.collect import answers


class Room:
    """What is left of the bytes of a day, of UTC. A run past midnight counts for the day on which it began.

    Half of the room is divided among the sources, each an equal share that no other gets; the other half is whose turn
    comes first, and so is what was kept for nobody alone, as a robots.txt is. A source has its share first.
    """

    def __init__(self, folder: Path, most: int, began: datetime, before: Mapping[str, int], among: int) -> None:
        """`folder` is that of all archives, `before` what is kept of the day by source, `among` how many sources."""
        self._most = most
        self._share = most / (2 * among)
        self._before = sum(file.stat().st_size for file in (folder / f"{began:%Y-%m-%d}").glob("*.warc.gz"))
        self._of = Counter(before)
        self._ends: dict[str, int] = {}
        self.kept: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """By archive of this run, the bytes that it holds of each source."""

    def note(self, file: str, end: int, source: str, much: int) -> None:
        """Note that an archive of this run has grown up to a place, by so many bytes of a source."""
        self._ends[file] = max(end, self._ends.get(file, 0))
        self._of[source] += much
        self.kept[file][source] += much

    def waits(self) -> Callable[[str, str], bool] | None:
        """Which addresses, by their role and source, wait for the next day as this one stands; None where none does.

        What waits once waits to its end. The sources' own listings may be up to twice the room, for what rolls off them
        unread is named nowhere else; all else stays in the store.
        """
        whole, half = self._before + sum(self._ends.values()), self._most / 2
        if whole < half:
            return None
        shared = whole - sum(min(much, self._share) for much in self._of.values())

        def wait(role: str, source: str) -> bool:
            if role == answers.LISTING or whole >= 2 * self._most:
                return whole >= 2 * self._most
            return shared >= half and self._of[source] >= self._share

        return wait

    def full(self, left: str) -> tuple[str, str]:
        """What is to be said of what is left, for the reader, and for whoever runs it."""
        said = f"{left}: as much was fetched as may be in a day, and they wait for the next"
        return said, f"`daily_megabytes` is {self._most / 10**6:g}"
