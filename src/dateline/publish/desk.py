"""The page on which an editor has the last word."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from dateline.publish import environment
from dateline.publish.contents import Contents
from dateline.publish.shelf import Shelf
from dateline.records import Decision, Passage


@dataclass(frozen=True, slots=True)
class DeskView:
    """What the page shows beside the draft."""

    key: str
    """What every form must bring back."""
    fingerprint: str
    """Of the draft that is shown; an approval brings it back."""
    message: str | None
    approved: bool
    acts: tuple[tuple[Decision, str], ...]
    """Those that count, the newest first, each with what it is about in words."""
    offered: Mapping[str, tuple[Passage, ...]]
    """By story id, other passages for those that it shows."""


def desk_page(contents: Contents, view: DeskView) -> str:
    """The page, as HTML; all of it works without a script, which adds keys to press."""
    shelf = Shelf(contents)
    values = {"contents": contents, "edition": contents.edition, "shelf": shelf, "view": view, "name": contents.name}
    return environment.rendered("desk.html.j2", {"up": "site/", **values})


def desk_file(name: str) -> bytes:
    """One of the page's own files: its style or its script."""
    return files("dateline.publish").joinpath(name).read_bytes()
