"""The lines of a PDF, as they are set on its pages."""

import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

from dateline.extract.documents.budget import MOST_PAGES, Budget, SpentError, limits

# What it finds wrong with a file it also writes to the log; the reader of a day has no use for that.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_SAME_LINE = 0.4
_APART = 2.5
"""What stands so many lines away from all else at the edge of a page is its running head or foot."""
_RUNNING = 80
_LONGEST = 10_000
"""A line of more characters is none, and would be joined anew with each of its runs."""
_FEW = 5
"""On a page of fewer lines nothing tells what is its text."""
_FIGURES = re.compile(r"\d+")
_LIGATURES = str.maketrans({chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)})
"""Letters that a font draws as one: "ﬁ" is "fi" to whoever searches."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    page: int
    left: float
    height: float
    """Of its foot above the foot of the page, in points, as `left` from the left edge."""
    size: float
    is_bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF holds and says of itself."""

    lines: tuple[Line, ...]
    title: str | None
    language: str | None
    cut: str | None
    """Why not all of it was read, in words."""


def paper(content: bytes) -> Paper:
    """The lines of a PDF in the order in which they are drawn, without running heads and page numbers.

    What costs more than `Budget` has is read as far as it goes. Raises whatever pypdf raises for a file that is broken
    or wants a password.
    """
    with limits():
        reader = PdfReader(BytesIO(content))
        found, cut = _pages(reader)
        about = reader.metadata
        language = reader.root_object.get("/Lang")
        return Paper(
            lines=tuple(_without_running(found)),
            title=about.title if about else None,
            language=str(language) if language else None,
            cut=cut,
        )


def _pages(reader: PdfReader) -> tuple[list[list[Line]], str | None]:
    """The lines of each page, and why not of all."""
    budget = Budget()
    found: list[list[Line]] = []
    try:
        for number, page in enumerate(reader.pages[:MOST_PAGES]):
            found.append(list(_lines(page, number, budget)))
    except SpentError as error:
        return found, str(error)
    return found, f"the PDF has more than {MOST_PAGES} pages" if len(reader.pages) > MOST_PAGES else None


def _lines(page: PageObject, number: int, budget: Budget) -> Iterator[Line]:
    """The lines of a page; text that is turned, as that of watermarks is, is none. Raises `SpentError`."""
    if not budget.begin(page):
        return
    runs: list[Line] = []

    def take(text: str, user: list[float], matrix: list[float], font: dict[str, Any] | None, size: float) -> None:
        if not text.strip() or abs(matrix[1]) > abs(matrix[0]) or font is None:
            return
        runs.append(
            Line(
                page=number,
                left=matrix[4] * user[0] + user[4],
                height=matrix[5] * user[3] + user[5],
                size=abs(size * matrix[3] * user[3]),
                is_bold="bold" in str(font.get("/BaseFont", "")).lower(),
                text=text.translate(_LIGATURES),
            )
        )

    page.extract_text(visitor_operand_before=budget.operation, visitor_text=take)
    yield from _joined(runs)


def _joined(runs: list[Line]) -> Iterator[Line]:
    """Runs of one line in one: a word in another type begins a run of its own."""
    open_line: Line | None = None
    for run in runs:
        same = (
            open_line is not None
            and len(open_line.text) < _LONGEST
            and abs(run.height - open_line.height) < _SAME_LINE * open_line.size
        )
        if open_line is not None and same and not open_line.text.endswith("\n"):
            larger = max(open_line, run, key=lambda one: len(one.text))
            text = open_line.text + run.text
            open_line = Line(run.page, open_line.left, open_line.height, larger.size, larger.is_bold, text)
            continue
        if open_line is not None:
            yield open_line
        open_line = run
    if open_line is not None:
        yield open_line


def _without_running(pages: list[list[Line]]) -> Iterator[Line]:
    """The lines of all pages without those that several pages have alike at one height, or that stand far out."""
    several = Counter(key for lines in pages for key in {_alike(line) for line in lines})
    for lines in pages:
        edges = _edges(lines)
        for line in lines:
            if several[_alike(line)] < 2 and line not in edges:
                yield line


def _alike(line: Line) -> tuple[str, int]:
    """The same for the running heads and feet of several pages: their words without figures, and their height."""
    return _FIGURES.sub("#", line.text.strip()), round(line.height)


def _edges(lines: list[Line]) -> list[Line]:
    """The highest and the lowest line of a page, where each is short, no larger than the rest, and far from it."""
    if len(lines) < _FEW:
        return []
    ordered = sorted(lines, key=lambda line: line.height)
    return [
        outer
        for outer, inner in ((ordered[0], ordered[1]), (ordered[-1], ordered[-2]))
        if abs(outer.height - inner.height) > _APART * inner.size
        and len(outer.text.strip()) < _RUNNING
        and outer.size <= inner.size
    ]
