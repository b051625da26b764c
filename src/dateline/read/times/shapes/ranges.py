"""Where a day that is found begins a range that the next one ends."""

import re
from datetime import date

from dateline.read.times.found import Context
from dateline.read.times.words import Words
from dateline.text.timex import day_range


def begun(match: re.Match[str], context: Context, known: Words) -> date | None:
    """The day that a match is the end of, as in "from Monday to Wednesday"; None where it ends no range."""
    if not context.earlier:
        return None
    before = context.earlier[-1]
    between = match.string[before.span.end : match.start()].strip().lower()
    if between not in known.table["anchors"]["ranges"]:
        return None
    days = day_range(before.value)
    return days[0] if days and len(before.value or "") >= len("2031-05") else None
