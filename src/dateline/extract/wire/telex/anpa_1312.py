"""ANPA 1312, the wire text of American agencies (ANPA Special Report 1312, last revised in 1989)."""

import re
from dataclasses import dataclass, field
from functools import cache

from dateline.extract import byline
from dateline.extract.markup import Words, clean
from dateline.extract.wire.item import Parts, article
from dateline.extract.wire.telex import frames
from dateline.extract.wire.telex.frames import Message, malformed, moment, printable
from dateline.lang import tables
from dateline.records import Article, Page, ParagraphKind, Skipped

_HEADER = re.compile(r"[^\n]{0,40}\n(?P<priority>[a-z]) (?P<category>[a-z])[\x11-\x14 ]{1,4}(?P<slug>[^\n]{0,60})")
_TIME = re.compile(r"(?P<agency>[A-Z]{2,6})-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d)\s+(\d{4})\s*([A-Z]{3,4})")
_URGENCY = {"f": "1", "b": "2", "u": "3", "r": "4", "d": "5"}
"""Flash, bulletin, urgent, rush, daily, with the figures that the AP's own API gives beside the letters."""
_CELLS = 3

_Lines = list[tuple[ParagraphKind, list[str]]]


@dataclass(slots=True)
class _Head:
    slug: str | None = None
    titles: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def articles(page: Page) -> list[Article | Skipped]:
    """The articles of the messages of a file, and those messages that keep no form."""
    return frames.articles(page, "ANPA 1312", _article)


def _article(message: Message, number: int, page: Page) -> Article | Skipped:
    header = _HEADER.match(message.above)
    if header is None or not message.text:
        return malformed(page, number, "has no header of ANPA 1312, or no text")
    if not message.is_whole:
        return malformed(page, number, f"({clean(printable(header['slug']))}) breaks off; fetch it again")
    head, body = _parted(message.text)
    sent = _TIME.search(message.below)
    found = moment(sent[3], sent[2], sent[4], sent[5], sent[6]) if sent else None
    parts = Parts(
        number=number,
        headline=head.titles[0] if head.titles else None,
        standfirst=head.titles[1] if len(head.titles) > 1 else None,
        bylines=head.bylines,
        agencies=[sent["agency"] if sent else None],
        published=found.iso() if found else None,
        paragraphs=body,
        signals=[head.slug or ""],
        note=" ".join(head.notes) or None,
        slug=head.slug,
        urgency=_URGENCY.get(header["priority"]),
    )
    return article(parts, page, "anpa-1312")


def _parted(text: str) -> tuple[_Head, Words]:
    """What stands above the text and the text: lines above it begin with "^" and end with "<" or "=".

    An indented line begins a paragraph; in the text, too, a line with "^" stands alone.
    """
    head, is_above = _Head(), True
    body: _Lines = []
    for line in text.split("\n"):
        words = _quoted(clean(printable(line.removeprefix("^")))).rstrip("<= ")
        if not words:
            continue
        if is_above and line.startswith("^"):
            is_above = _read_head(head, words, is_short=line.rstrip().endswith("="), body=body)
            continue
        is_above = False
        if _is_row(line):
            body.append((ParagraphKind.TABLE, [clean(words.lstrip("^").replace(";", " ; "))]))
        elif line.startswith("^"):
            body.append((ParagraphKind.SUBHEAD, [words]))
        elif line[:1] in "\t " or not body:
            body.append((ParagraphKind.TEXT, [words]))
        else:
            body[-1][1].append(words)
    return head, [(kind, " ".join(lines)) for kind, lines in body]


def _read_head(head: _Head, words: str, *, is_short: bool, body: _Lines) -> bool:
    """Take a line above the text; whether more may follow: a second short line is a subhead, and the text begins."""
    low = words.casefold()
    if head.slug is None:
        head.slug = _without_count(words)
    elif byline.is_byline(words) or low.startswith("by "):
        head.bylines.append(words)
    elif low.startswith(_lines("notes")):
        head.notes.append(words.strip("()"))
    elif is_short and head.bylines and next(byline.agencies_in(words), None):
        # What the author is: "Associated Press", "AP Sports Writer".
        return True
    elif not low.startswith(_lines("pictures")):
        if is_short and head.titles:
            body.append((ParagraphKind.SUBHEAD, [words]))
        else:
            head.titles.append(words)
    return True


def _without_count(words: str) -> str:
    """The slug of a line that may end with how many words the text has: "BC-US--Ferry,1140"."""
    slug, comma, count = words.rpartition(",")
    return slug if comma and (not count.strip() or count.strip().isdigit()) else words


def _is_row(line: str) -> bool:
    return line.startswith("\x08") or line.count(";") >= _CELLS


def _quoted(words: str) -> str:
    """The words with quotation marks in place of the two strokes that stood for them: the code had no marks."""
    return words.replace("``", "“").replace("''", "”")


@cache
def _lines(kind: str) -> tuple[str, ...]:
    return tuple(tables.table("any", "wire")["lines"][kind])
