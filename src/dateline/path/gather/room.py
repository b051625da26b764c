"""How much may be kept in a day, so that no site fills the disk."""

from datetime import datetime
from pathlib import Path

from dateline.collect import answers


class Room:
    """What is left of the bytes of a day, of UTC. A run past midnight counts for the day on which it began."""

    def __init__(self, folder: Path, most: int, began: datetime) -> None:
        """`folder` is that of all archives, in which what runs before kept of the day stands."""
        self._most = most
        self._before = sum(file.stat().st_size for file in (folder / f"{began:%Y-%m-%d}").glob("*.warc.gz"))
        self._ends: dict[str, int] = {}

    def note(self, file: str, end: int) -> None:
        """Note that an archive of this run has grown up to a place."""
        self._ends[file] = max(end, self._ends.get(file, 0))

    def has_for(self, role: str) -> bool:
        """Whether an address of a role may be asked for.

        The sources' own listings may be up to twice the room, for what rolls off them unread is named nowhere else; all
        else waits, as it stands in the store.
        """
        return self._before + sum(self._ends.values()) < self._most * (2 if role == answers.LISTING else 1)

    def full(self, left: str) -> tuple[str, str]:
        """What is to be said of what is left, for the reader, and for whoever runs it."""
        said = f"{left}: as much was fetched as may be in a day, and they wait for the next"
        return said, f"`daily_megabytes` is {self._most / 10**6:g}"
