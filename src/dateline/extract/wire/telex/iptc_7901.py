"""IPTC 7901, the wire text of European agencies (IPTC recommendation 7901, last revised in 1995)."""

import re
from dataclasses import dataclass, field

from dateline.extract import byline
from dateline.extract.markup import Words, clean, wrapped
from dateline.extract.wire.item import Parts, article
from dateline.extract.wire.telex import frames
from dateline.extract.wire.telex.frames import Message, malformed, moment, printable
from dateline.records import Article, Page, Skipped

_HEADER = re.compile(
    r"\s*(?P<service>[A-Za-z]{2,4})(?P<number>\d{3,4})\s+(?P<urgency>[1-9])\s+(?P<category>[A-Za-z]{1,3})\s+(?P<words>\d{1,5})"
    r"(?P<more>[^\n]{0,80})"
)
_TIME = re.compile(r"(\d\d)(\d{4})\s+([A-Z]{3,4})\s+([A-Za-z]{3})\s+(\d\d)\b")
_TITLE = 6
"""The lines above a text are at most so many; the last of them ends in "="."""
_SIGNAL = 4
_LONGEST = 200
_NOTES = re.compile(r"^(?:#|\* \* \* \*)", re.MULTILINE)
"""Below such a line stand notes, addresses and contacts, not the text."""
_INWARD = re.compile(r"^\* \* \* \*", re.MULTILINE)
_MARKS = re.compile(r"^[ \t]*(?:#+|-)[ \t]", re.MULTILINE)
_SENTENCE = re.compile(r"[.!?\"”]$")


@dataclass(slots=True)
class _Head:
    title: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    signals: list[str] = field(default_factory=list)


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of the messages of a file, and those messages that keep no form."""
    return frames.articles(page, "IPTC 7901", _article)


def _article(message: Message, number: int, page: Page) -> Article | Skipped:
    header = _HEADER.match(message.above)
    if header is None or not message.text:
        return malformed(page, number, "has no header of IPTC 7901, or no text")
    if not message.is_whole:
        return malformed(page, number, f"({header['service']}{header['number']}) breaks off; fetch it again")
    head, body, notes = _parted(printable(message.text))
    sent = _TIME.search(message.below)
    found = moment(sent[1], sent[4], sent[5], sent[2], sent[3]) if sent else None
    parts = Parts(
        number=number,
        headline=" ".join(head.title) or None,
        bylines=head.bylines,
        agencies=[byline.agency(header["more"].split())],
        published=found.iso() if found else None,
        paragraphs=body,
        signals=head.signals,
        note=_note(notes),
        slug=_slug(message.above[header.end() :]),
        urgency=header["urgency"],
    )
    return article(parts, page, "iptc-7901")


def _parted(text: str) -> tuple[_Head, Words, str]:
    """What stands above the text, the text, and what stands below it."""
    notes = _NOTES.search(text)
    kept, below = (text[: notes.start()], text[notes.start() :]) if notes else (text, "")
    lines = kept.lstrip("\n").split("\n")
    end = next((place for place, line in enumerate(lines[:_TITLE], 1) if line.rstrip().endswith("=")), 0)
    end = end or _alone(lines)
    return (
        _head([clean(line.rstrip().removesuffix("=")) for line in lines[:end]]),
        wrapped("\n".join(lines[end:])),
        below,
    )


def _alone(lines: list[str]) -> int:
    """1 where the first line stands alone and is no sentence, so that it is a title; else 0."""
    one = lines[0].strip()
    return int(len(lines) > 1 and not lines[1].strip() and 0 < len(one) < _LONGEST and not _SENTENCE.search(one))


def _head(lines: list[str]) -> _Head:
    """The lines above a text: signals in capitals ("1ST LEAD"), the title, a byline."""
    head = _Head()
    for place, line in enumerate(lines):
        if byline.is_byline(line) or (head.title and line.casefold().startswith("by ")):
            head.bylines.append(line)
        elif line.isupper() and len(line.split()) <= _SIGNAL and place + 1 < len(lines) and not head.title:
            head.signals.append(line)
        elif line:
            head.title.append(line)
    return head


def _note(below: str) -> str | None:
    """What stands under the first heading below a text, up to what is not for publication."""
    _, _, notes = _INWARD.split(below)[0].partition("\n")
    return clean(_MARKS.sub(" ", notes)) or None


def _slug(text: str) -> str | None:
    """The line of keywords between header and text: "Yemen/conflict/"."""
    return clean(printable(text)).strip("/ ") or None
