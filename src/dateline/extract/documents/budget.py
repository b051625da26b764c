"""What reading a PDF may cost, over all its pages: counted, not timed, so that a file gives the same everywhere."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

from pypdf import Configuration, PageObject, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

MOST_PAGES = 100
_MOST_BYTES = 4_000_000
"""Of one page's instructions; a page of a newspaper has 100,000."""
_MOST_OF_ALL = 10_000_000
"""Of the instructions and fonts of all pages, each time that they are read, and of a form once when it is unpacked:
about half a minute of a processor."""
_MOST_CHARACTERS = 10_000_000
"""Of the text of all pages, if each were what its font makes the most of."""
_MOST_FORMS = 200
_DRAW = b"Do"
_HEX = re.compile(rb"<([0-9A-Fa-f]{4,})>")
_TOO_LONG = f"a page of the PDF has more than {_MOST_BYTES} bytes of instructions"
_FONT, _WIDTH = 1000, 10
"""What a font costs as so many bytes of instructions, and each of its widths."""


class SpentError(Exception):
    """More than may be spent on a file; in words."""


def limits() -> AbstractContextManager[Configuration]:
    """A block in which pypdf unpacks no more of a stream, and walks no further, than an article could need."""
    unpacked = 4 * _MOST_BYTES
    return apply_configuration(
        zlib_maximum_output_length=unpacked,
        lzw_maximum_output_length=unpacked,
        run_length_maximum_output_length=unpacked,
        brotli_maximum_output_length=unpacked,
        array_based_stream_maximum_output_length=unpacked,
        stream_decoding_work_maximum_length=4 * unpacked,
        page_tree_maximum_entries=100 * MOST_PAGES,
        page_tree_maximum_page_entries=1000 * MOST_PAGES,
        xform_maximum_invocations_per_extraction=_MOST_FORMS,
    )


class Budget:
    """What is left of it."""

    def __init__(self) -> None:
        """Nothing is spent."""
        self._bytes, self._characters = _MOST_OF_ALL, _MOST_CHARACTERS
        self._form, self._letters = 0, 1
        self._unpacked: dict[int, Any] = {}
        """The forms that were unpacked, which pages may share, by their identity."""

    def begin(self, page: PageObject) -> bool:
        """Spend a page's instructions; False for a page without any. Raises `SpentError`.

        Each font and form is spent before anything is done with what it holds.
        """
        contents = page.get_contents()
        size = _instructions(contents) if contents is not None else 0
        self._spend(size, 0)
        self._form, self._letters = 0, 1
        self._fonts(page)
        for form in _forms(page):
            self._form = max(self._form, self._unpack(form) + self._fonts(form))
        if self._form > _MOST_BYTES:
            raise SpentError(_TOO_LONG)
        return size > 0

    def operation(self, operator: bytes, operands: list[Any], *_: Any) -> None:
        """Spend an operation: one that draws a form costs what the largest form of the page does. Raises as `begin`."""
        shown = operands[0] if operands and isinstance(operands[0], list) else operands
        letters = sum(len(one) for one in shown if isinstance(one, str | bytes))
        self._spend(1 + self._form if operator == _DRAW else 1, letters * self._letters)

    def _unpack(self, form: StreamObject) -> int:
        """The bytes of a form's instructions, spent when they are unpacked first."""
        size = _instructions(form)
        if id(form) not in self._unpacked:
            self._unpacked[id(form)] = form
            self._spend(size, 0)
        return size

    def _fonts(self, holder: Any) -> int:
        """Spend the fonts of a page or a form, each under every name that it has; what they cost."""
        costs = 0
        for font in _named(holder, "/Font"):
            if isinstance(font, DictionaryObject):
                table = _table(font)
                cost = _FONT + len(table) + _WIDTH * _widths(font)
                self._spend(cost, 0)
                self._letters = max(self._letters, _letters(table))
                costs += cost
        return costs

    def _spend(self, size: int, characters: int) -> None:
        self._bytes -= size
        self._characters -= characters
        if self._bytes < 0:
            raise SpentError(f"the instructions of the PDF come to more than {_MOST_OF_ALL} bytes")
        if self._characters < 0:
            raise SpentError(f"the PDF holds more than {_MOST_CHARACTERS} characters")


def _instructions(stream: StreamObject) -> int:
    """The bytes of a stream's instructions. Raises `SpentError` where there are more than a page may have."""
    size = len(stream.get_data())
    if size > _MOST_BYTES:
        raise SpentError(_TOO_LONG)
    return size


def _table(font: DictionaryObject) -> bytes:
    """What letters a font stands for, as it says."""
    table = font.get("/ToUnicode")
    told = table.get_object() if table is not None else None
    return told.get_data() if isinstance(told, StreamObject) else b""


def _letters(table: bytes) -> int:
    """How many letters a font with such a table makes of one, at most."""
    return max((len(found[1]) // 4 for found in _HEX.finditer(table)), default=1)


def _widths(font: DictionaryObject) -> int:
    inner = [one.get_object() for one in font.get("/DescendantFonts", ArrayObject()).get_object()]
    widths = [holder.get(key) for holder in (font, *inner) for key in ("/Widths", "/W") if holder.get(key) is not None]
    return sum(len(one.get_object()) for one in widths)


def _forms(page: PageObject) -> Iterator[Any]:
    """The forms that a page, or a form of it, may draw, each once. Raises `SpentError` where there are too many."""
    seen: set[int] = set()
    waiting: list[Any] = [page]
    while waiting:
        for form in _named(waiting.pop(), "/XObject"):
            if id(form) not in seen and isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
                seen.add(id(form))
                waiting.append(form)
                if len(seen) > _MOST_FORMS:
                    raise SpentError(f"a page of the PDF has more than {_MOST_FORMS} forms")
                yield form


def _named(holder: Any, kind: str) -> list[Any]:
    """What the resources of a page or a form name, of a kind."""
    resources = holder.get("/Resources")
    named = resources.get_object().get(kind) if resources is not None else None
    return [one.get_object() for one in named.get_object().values()] if named is not None else []
