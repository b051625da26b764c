"""The edition as one HTML page without a script: the body of a mail, and what a PDF is printed from."""

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

import css_inline

from dateline.errors import DocumentError
from dateline.publish import environment
from dateline.publish.documents.outline import Heading, Line, Outline, Quote, blocks

_EPOCH = "SOURCE_DATE_EPOCH"


def mail_page(found: Outline) -> str:
    """HTML whose styles stand on the elements themselves, as mail clients want them; no picture, no script."""
    return _inliner().inline(_page(found, "mail.css"))


def pdf(found: Outline) -> bytes:
    """The edition as a PDF on A4, with bookmarks. Raises `DocumentError` where the system lacks what prints it."""
    try:
        weasyprint: Any = importlib.import_module("weasyprint")
    except OSError as error:
        raise DocumentError(
            "a PDF cannot be made: the system lacks Pango. On Debian and Ubuntu: apt install libpangoft2-1.0-0; on a "
            "Mac: brew install pango. The other forms need nothing"
        ) from error
    # Nothing is fetched: the page refers to nothing, and what a source says must not make us ask the web.
    document = weasyprint.HTML(string=_page(found, "print.css"), url_fetcher=_refuse)
    with _no_clock():
        made: bytes = document.write_pdf(pdf_identifier=found.key.encode())
    return made


@contextmanager
def _no_clock() -> Iterator[None]:
    """Fonts are cut to the letters in use by fontTools, where the system's HarfBuzz cannot; it notes when, unless told
    otherwise (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    before = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before


def _page(found: Outline, style: str) -> str:
    shown = [(_KINDS.get(type(block), "note"), block) for block in blocks(found)]
    css = files("dateline.publish").joinpath(style).read_text("utf-8")
    return environment.rendered("mail.html.j2", {"found": found, "blocks": shown, "style": css})


def _refuse(url: str) -> dict[str, Any]:
    raise ValueError(f"nothing is fetched for a document: {url[:80]}")


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=True)


_KINDS = {Heading: "heading", Quote: "quote", Line: "line"}
