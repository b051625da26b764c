"""The list of all editions, above their folders."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path

from dateline.publish.documents import json_feed, rss
from dateline.publish.environment import write, write_own_files
from dateline.records import Brief, Edition, Withdrawal


def front(editions: Sequence[Edition], name: str, address: str, zone: tzinfo, folder: Path) -> None:
    """Write `index.html` and its own files into `folder`: a link to each edition, the newest first.

    An edition of which something was withdrawn later says so. Where the site has an address, feeds stand beside it;
    `zone` is that of the press times.
    """
    gone = {one.article_id for edition in editions for one in edition.withdrawn}
    ordered = sorted((_without(edition, gone) for edition in editions), key=lambda one: one.press.order(), reverse=True)
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


def _without(edition: Edition, gone: Collection[str]) -> Edition:
    """The edition without the briefs whose headline was withdrawn."""

    def kept(brief: Brief) -> bool:
        return brief.headline is None or brief.headline.article_id not in gone

    sections = (replace(one, briefs=tuple(filter(kept, one.briefs))) for one in edition.sections)
    return replace(edition, sections=tuple(sections))
