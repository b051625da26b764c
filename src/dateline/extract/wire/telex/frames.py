"""What the old formats of wire text share: the frame of a message, its charset, the moment at its end."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from dateline.extract.html.decode import decoded
from dateline.extract.wire.xml import WESTERN
from dateline.records import Moment

_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127], " ")
_MESSAGE = re.compile(rb"\x01([^\x01\x04]*)(\x04?)")


def messages(content: bytes) -> Iterator[tuple[str, bool]]:
    """The messages of a file, in order: what stands between SOH and EOT, and whether the end is there."""
    for found in _MESSAGE.finditer(content):
        yield decoded(found[1], WESTERN).replace("\r", ""), bool(found[2])


def printable(text: str) -> str:
    """The text with each control character but tab and line feed made a space."""
    return text.translate(_CONTROL)


def moment(day: str, month: str, year: str, clock: str, zone: str) -> Moment | None:
    """The moment of figures ("13", "Nov" or "11", "13", "0745", "GMT"), or None where they name none.

    Zones are the names of RFC 5322, section 4.3; with another one the time has no zone. Two figures of a year are those
    of 1969 to 2068, as POSIX reads them.
    """
    name = _MONTHS[int(month) - 1] if month.isdigit() and 1 <= int(month) <= len(_MONTHS) else month
    full = f"{'20' if int(year) < _TURN else '19'}{year}"
    try:
        found = parsedate_to_datetime(f"{int(day)} {name} {full} {clock[:2]}:{clock[2:]}:00 {zone}")
    except (ValueError, TypeError):
        return None
    return Moment.at(found)


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_TURN = 69
