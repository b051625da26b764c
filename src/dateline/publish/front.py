"""The list of all editions, above their folders."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dateline.publish.environment import write, write_style


def front(days: Sequence[date], name: str, folder: Path) -> None:
    """Write `index.html` and its style into `folder`: a link to each day's edition, the newest first."""
    write(folder, "index.html", "editions.html.j2", {"days": sorted(days, reverse=True), "name": name})
    write_style(folder)
