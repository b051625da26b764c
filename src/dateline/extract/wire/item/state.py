"""What an agency says about an item as a whole: that it may be used, mends another one, or withdraws it."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.lang import tables
from dateline.records import WireState

_STATES = {
    "usable": WireState.USABLE,
    "withheld": WireState.WITHHELD,
    "embargoed": WireState.WITHHELD,
    "canceled": WireState.CANCELED,
    "cancelled": WireState.CANCELED,
}


def wire_state(status: str | None, headline: str | None, notes: Sequence[str]) -> WireState:
    """What is said of an item: by its status first, then by its headline, notes and signals."""
    said = _STATES.get((status or "usable").rpartition(":")[2].rpartition("/")[2].strip().lower(), WireState.USABLE)
    if said is not WireState.USABLE:
        return said
    if any(_opens("kill", one) for one in (headline or "", *notes)):
        return WireState.CANCELED
    noted = " ".join(notes)
    if _anywhere("correction").search(noted) or _opens("corrected", headline or ""):
        return WireState.CORRECTION
    return WireState.UPDATE if _anywhere("update").search(noted) else WireState.USABLE


def is_notice(text: str) -> bool:
    """Whether some words say that an item mends or goes before an earlier one."""
    return any(_anywhere(kind).search(text) for kind in ("correction", "update"))


def _opens(kind: str, text: str) -> bool:
    """Whether a text opens with such a word as a notice does: in capitals, before a stroke or colon, or alone.

    "Kill the bill, crowds shout" is no notice.
    """
    found = _opening(kind).match(text)
    return found is not None and (found[1].isupper() or found[2] is not None)


@cache
def _opening(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\W*({_words(kind)})\b(\s*(?:[-–—:.]|$))?", re.IGNORECASE)


@cache
def _anywhere(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d])(?:{_words(kind)})\b", re.IGNORECASE)


def _words(kind: str) -> str:
    words: list[str] = tables.table("any", "wire")["notices"][kind]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
