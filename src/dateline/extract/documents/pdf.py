"""A PDF to its article: lines become paragraphs; a headline is one only where the type says so."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from dateline.extract.documents.lines import Line, Paper, paper
from dateline.extract.markup import Words, clean
from dateline.extract.wire.item import Parts, article
from dateline.records import Article, Completeness, Page, ParagraphKind, Skipped, SkipReason, skipped

_LARGER = 1.08
_HEADLINE = 1.25
"""A headline is set so many times larger than the text."""
_HEADLINE_WORDS = (2, 30)
_SUBHEAD_WORDS = 14
_WIDER = 1.3
"""Lines of a paragraph are parted by the usual gap; a gap so many times wider begins another one."""
_INDENT, _MOST_INDENT = 0.6, 5
_SHORT = 0.75
"""A line that ends a sentence and is so much shorter than the others ends its paragraph."""
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BROKEN = re.compile(r"(?<=[^\W\d_])[‐\u00ad]$")
_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_TAIL = 100
"""A hyphen is looked for at the end of the last word alone: a paragraph may have any number of lines."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Type:
    """How most of a PDF is set."""

    size: float
    gap: float
    width: int
    """The characters of a full line."""


def articles(page: Page) -> list[Article | Skipped]:
    """The one article of a PDF. It has no date of publication but what the person who collects tells."""
    try:
        found = paper(page.content)
    except Exception as error:  # noqa: BLE001  # the library raises whatever a broken file makes it raise
        detail = f"a PDF that cannot be read, broken or locked by a password: {type(error).__name__}: {error}"[:200]
        return [skipped(page, "extract", SkipReason.MALFORMED, detail)]
    if not found.lines and found.cut:
        return [skipped(page, "extract", SkipReason.TOO_LARGE, f"no text of it was read: {found.cut}")]
    if not found.lines:
        return [skipped(page, "extract", SkipReason.NOT_TEXT, "a PDF without text: a scan, or pictures")]
    made = article(_parts(found), page, "pdf")
    if isinstance(made, Article) and found.cut:
        return [replace(made, completeness=Completeness.CUT, completeness_why=found.cut)]
    return [made]


def _parts(found: Paper) -> Parts:
    usual = _usual(found.lines)
    groups = _groups(found.lines, usual)
    hyphens = _Hyphens(found.lines)
    headline = _headline(groups, usual, found.title, hyphens)
    paragraphs: Words = [(_kind(group, usual), hyphens.joined(group)) for group in groups]
    return Parts(headline=headline, paragraphs=paragraphs, language=found.language)


def _usual(lines: Sequence[Line]) -> _Type:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if _is_near(line.size, size)]
    steps = (one.height - other.height for one, other in pairwise(body))
    gaps = Counter(round(step, 1) for step in steps if 0 < step < 4 * size)
    gap = max(gaps, key=lambda one: (gaps[one], -one), default=size)
    widths = sorted(len(line.text) for line in body)
    return _Type(size, gap, widths[int(len(widths) * 0.8)])


def _is_near(size: float, other: float) -> bool:
    return size < other * _LARGER and other < size * _LARGER


def _groups(lines: Sequence[Line], usual: _Type) -> list[list[Line]]:
    """The lines by paragraph."""
    margins = _margins(lines, usual)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, usual, margins):
            groups.append([])
        groups[-1].append(line)
    return groups


def _begins(before: Line, line: Line, usual: _Type, margins: Sequence[float]) -> bool:
    """Whether a line begins a paragraph."""
    if not _is_near(before.size, line.size) or before.is_bold != line.is_bold:
        return True
    ended = bool(_ENDED.search(before.text.strip()))
    gap = before.height - line.height
    if before.page != line.page or gap <= 0:
        # A paragraph may go on in the next column.
        return ended and not line.text.lstrip()[:1].islower()
    wide = max(usual.gap, line.size) if not _is_near(line.size, usual.size) else usual.gap
    if gap > wide * _WIDER or _is_indented(line, margins):
        return True
    if margins:
        return False
    return (ended and len(before.text) < usual.width * _SHORT) or _had_room(before, line, usual)


def _had_room(before: Line, line: Line, usual: _Type) -> bool:
    """Whether a line of the text ends though the next word would have stood in it: as in a list, or a table."""
    if not _is_near(line.size, usual.size) or line.is_bold:
        return False
    return len(before.text.strip()) + len(line.text.split(maxsplit=1)[0]) < usual.width * _SHORT


def _margins(lines: Sequence[Line], usual: _Type) -> list[float]:
    """Where the lines of a text whose paragraphs begin with an indented line begin themselves, one for each column.

    Empty where paragraphs are told by other means: where not several lines stand out to the left of those before.
    """
    body = [line for line in lines if _is_near(line.size, usual.size)]
    outward = [
        line.left
        for before, line in pairwise(body)
        if line.page == before.page
        and line.height < before.height
        and usual.size * _INDENT < before.left - line.left < usual.size * _MOST_INDENT
    ]
    return sorted(set(outward)) if len(outward) > 1 else []


def _is_indented(line: Line, margins: Sequence[float]) -> bool:
    left = max((margin for margin in margins if margin <= line.left), default=line.left)
    return line.size * _INDENT < line.left - left < line.size * _MOST_INDENT


def _headline(groups: list[list[Line]], usual: _Type, title: str | None, hyphens: "_Hyphens") -> str | None:
    """The words in the largest type above the text of the first page, where no others are set as large.

    The title that the file gives itself is believed only where its words stand there too: it is often a template's.
    """
    first = [group for group in groups if group[0].page == groups[0][0].page]
    above = list(takewhile(lambda group: not _is_near(group[0].size, usual.size), first))
    words = {hyphens.joined(group): group[0].size for group in above}
    named = next((one for one in words if title and one.casefold() == clean(title).casefold()), None)
    if named:
        return named
    largest = max((group[0].size for group in groups), default=0.0)
    sure = [one for one, size in words.items() if _is_near(size, largest) and size >= usual.size * _HEADLINE]
    as_large = sum(_is_near(group[0].size, largest) for group in groups)
    least, most = _HEADLINE_WORDS
    return sure[0] if len(sure) == as_large == 1 and least <= len(sure[0].split()) <= most else None


def _kind(group: list[Line], usual: _Type) -> ParagraphKind:
    words = " ".join(line.text for line in group).split()
    stands_out = group[0].size > usual.size * _LARGER or group[0].is_bold
    is_title = stands_out and len(words) <= _SUBHEAD_WORDS and not _ENDED.search(words[-1])
    return ParagraphKind.SUBHEAD if is_title else ParagraphKind.TEXT


class _Hyphens:
    """Joins lines. A hyphen at a line's end belongs to the word where the paper writes that word so elsewhere."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words = {word.casefold() for line in lines for word in _WORD.findall(line.text)}
        # Where broken words have a sign of their own, a plain hyphen at a line's end is one of the word's.
        self._own_sign = any(_BROKEN.search(line.text.rstrip()) for line in lines)

    def joined(self, group: Sequence[Line]) -> str:
        """The words of some lines as one text."""
        text = ""
        for line in group:
            words = clean(line.text) if not line.text.rstrip().endswith("\u00ad") else f"{clean(line.text)}\u00ad"
            if not text:
                text = words
            elif _BROKEN.search(text[-_TAIL:]):
                text = text[:-1] + words
            elif found := _HYPHEN.search(text[-_TAIL:]):
                text = (text if self._is_hyphened(found[1], words) else text[:-1]) + words
            else:
                text = f"{text} {words}"
        return text

    def _is_hyphened(self, before: str, after: str) -> bool:
        rest = _WORD.match(after)
        if self._own_sign or rest is None or not rest[0][0].islower():
            return True
        whole, parted = f"{before}{rest[0]}".casefold(), f"{before}-{rest[0]}".casefold()
        return parted in self._words and whole not in self._words
