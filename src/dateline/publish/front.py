"""The list of all editions, above their folders."""

from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

from dateline.publish.documents import json_feed, rss
from dateline.publish.environment import write, write_own_files
from dateline.records import Edition, Withdrawal


def front(editions: Sequence[Edition], name: str, address: str, zone: tzinfo, folder: Path) -> None:
    """Write `index.html` and its own files into `folder`: a link to each edition, the newest first.

    An edition of which something was withdrawn later says so. Where the site has an address, feeds stand beside it;
    `zone` is that of the press times.
    """
    ordered = sorted(editions, key=lambda edition: edition.press.key, reverse=True)
    withdrawn: dict[str, list[Withdrawal]] = {}
    for edition in ordered:
        for one in edition.withdrawn:
            withdrawn.setdefault(one.press.key, []).append(one)
    values = {"editions": ordered, "withdrawn": withdrawn, "name": name, "feeds": bool(address)}
    write(folder, "index.html", "editions.html.j2", values)
    write_own_files(folder)
    if address:
        (folder / "feed.xml").write_bytes(rss(ordered, name, address, zone))
        (folder / "feed.json").write_bytes(json_feed(ordered, name, address, zone))
