"""What the old formats of wire text share: the frame of a message, its charset, the moment at its end."""

import re
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import NamedTuple

from dateline.extract.html.decode import decoded
from dateline.extract.wire.xml import WESTERN
from dateline.records import Article, Moment, Page, Skipped, SkipReason, skipped

_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127], " ")
_MESSAGE = re.compile(rb"\x01([^\x01\x04]+)(\x04?)")
MOST = 20_000
"""An agency sends some thousand messages a day."""


class Message(NamedTuple):
    """One message: what stands before its text, the text, and what stands after it."""

    above: str
    text: str
    below: str
    is_whole: bool
    """Whether its end is there."""


def articles(page: Page, form: str, made: Callable[[Message, int, Page], Article | Skipped]) -> list[Article | Skipped]:
    """What `made` makes of each message of a page, told its number from 1, or 0 where it is the only one.

    `form` is the name of the format.
    """
    found = list(islice(_messages(page.content), MOST + 1))
    if not found:
        return [skipped(page, "extract", SkipReason.MALFORMED, f"{form} without a message")]
    numbers = range(1, MOST + 1) if len(found) > 1 else (0,)
    read = [made(message, number, page) for message, number in zip(found, numbers, strict=False)]
    if len(found) > MOST:
        detail = f"more than {MOST} messages, of which the first are read; part the file"
        read.append(skipped(page, "extract", SkipReason.TOO_LARGE, detail))
    return read


def malformed(page: Page, number: int, detail: str) -> Skipped:
    """A message that keeps no form, by its number where there are several."""
    named = f"message {number}" if number else "the message"
    return skipped(page, "extract", SkipReason.MALFORMED, f"{named} {detail}")


def _messages(content: bytes) -> Iterator[Message]:
    """What stands between SOH and EOT, parted at STX and ETX."""
    for found in _MESSAGE.finditer(content):
        above, _, rest = decoded(found[1], WESTERN).replace("\r", "").partition("\x02")
        text, closed, below = rest.partition("\x03")
        yield Message(above, text, below, bool(closed and found[2]))


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
