"""What reading a PDF may cost, over all its pages: counted, not timed, so that a file gives the same everywhere."""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from pypdf import Configuration, PageObject, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

MOST_PAGES = 100
_MOST_BYTES = 4_000_000
"""Of one page's instructions; a page of a newspaper has 100,000."""
_MOST_OF_ALL = 10_000_000
"""Of the instructions and fonts of all pages, each time that they are read: about half a minute of a processor."""
_MOST_CHARACTERS = 10_000_000
"""Of the text of all pages, if each were what its font makes the most of."""
_MOST_FORMS = 200
_DRAW = b"Do"
_HEX = re.compile(rb"<([0-9A-Fa-f]{4,})>")
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

    def begin(self, page: PageObject) -> bool:
        """Spend a page's instructions; False for a page without any. Raises `SpentError`."""
        contents = page.get_contents()
        size = len(contents.get_data()) if contents is not None else 0
        fonts, forms, self._letters = _fonts(page), [], 1
        for form in _forms(page):
            forms.append(len(form.get_data()) + _costs(_fonts(form)))
            fonts += _fonts(form)
        self._form = max(forms, default=0)
        if max(size, self._form) > _MOST_BYTES:
            raise SpentError(f"a page of the PDF has more than {_MOST_BYTES} bytes of instructions")
        self._letters = max((font.letters for font in fonts), default=1)
        self._spend(size + _costs(fonts), 0)
        return size > 0

    def operation(self, operator: bytes, operands: list[Any], *_: Any) -> None:
        """Spend an operation: one that draws a form costs what the largest form of the page does. Raises as `begin`."""
        shown = operands[0] if operands and isinstance(operands[0], list) else operands
        letters = sum(len(one) for one in shown if isinstance(one, str | bytes))
        self._spend(1 + self._form if operator == _DRAW else 1, letters * self._letters)

    def _spend(self, size: int, characters: int) -> None:
        self._bytes -= size
        self._characters -= characters
        if self._bytes < 0:
            raise SpentError(f"the instructions of the PDF come to more than {_MOST_OF_ALL} bytes")
        if self._characters < 0:
            raise SpentError(f"the PDF holds more than {_MOST_CHARACTERS} characters")


class _Font(NamedTuple):
    cost: int
    letters: int
    """How many letters it makes of one, at most."""


def _fonts(holder: Any) -> list[_Font]:
    """The fonts of a page or a form."""
    found = _named(holder, "/Font")
    return [_font(font) for font in found if isinstance(font, DictionaryObject)]


def _font(font: DictionaryObject) -> _Font:
    table = font.get("/ToUnicode")
    told = table.get_object() if table is not None else None
    data = told.get_data() if isinstance(told, StreamObject) else b""
    inner = [one.get_object() for one in font.get("/DescendantFonts", ArrayObject()).get_object()]
    widths = [holder.get(key) for holder in (font, *inner) for key in ("/Widths", "/W") if holder.get(key) is not None]
    wide = sum(len(one.get_object()) for one in widths)
    longest = max((len(one) for one in _HEX.findall(data)), default=0)
    return _Font(_FONT + len(data) + _WIDTH * wide, max(1, longest // 4))


def _costs(fonts: Iterable[_Font]) -> int:
    return sum(font.cost for font in fonts)


def _forms(page: PageObject) -> Iterator[Any]:
    """The forms that a page, or a form of it, may draw, each once. Raises `SpentError` where there are too many."""
    seen: set[int] = set()
    waiting: list[Any] = [page]
    while waiting:
        for form in _named(waiting.pop(), "/XObject"):
            if id(form) not in seen and isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
                seen.add(id(form))
                waiting.append(form)
                yield form
        if len(seen) > _MOST_FORMS:
            raise SpentError(f"a page of the PDF has more than {_MOST_FORMS} forms")


def _named(holder: Any, kind: str) -> list[Any]:
    """What the resources of a page or a form name, of a kind."""
    resources = holder.get("/Resources")
    named = resources.get_object().get(kind) if resources is not None else None
    return [one.get_object() for one in named.get_object().values()] if named is not None else []
