"""Whether a text is all of its article."""

import re
from typing import NamedTuple

from dateline.records import Completeness

# A sentence ends here, perhaps inside closing marks.
_ENDED = re.compile(r"[.!?。！？][\"'”’»)\]]*$|[\"”»]$")
_SHOWN = 40


class Whole(NamedTuple):
    """An answer and the reason for it."""

    what: Completeness
    why: str | None


def of_text(text: str) -> Whole:
    """Complete where the last paragraph ends a sentence, cut where a longer one breaks off, else unknown."""
    last = text.rpartition("\n\n")[2].strip()
    if not last:
        return Whole(Completeness.UNKNOWN, "there is no text")
    if _ENDED.search(last) and not last.endswith("..."):
        return Whole(Completeness.COMPLETE, None)
    if last.endswith(("...", "…", "[…]", "[...]")) or (len(last.split()) >= 8 and "://" not in last.split()[-1]):
        return Whole(Completeness.CUT, f"the text ends in mid-sentence: “… {last[-_SHOWN:].lstrip()}”")
    return Whole(Completeness.UNKNOWN, f"the last line is no whole sentence: “{last[-_SHOWN:]}”")
