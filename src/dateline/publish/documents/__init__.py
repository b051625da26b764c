"""The edition as documents: mail, plain text, Markdown, DOCX, PDF, JSON, calendar and feeds."""

from collections.abc import Callable
from types import MappingProxyType

from dateline.publish.contents import Contents
from dateline.publish.documents.calendar import calendar
from dateline.publish.documents.data import data
from dateline.publish.documents.feeds import json_feed, rss
from dateline.publish.documents.mail import Envelope, correction_mail, edition_mail
from dateline.publish.documents.markdown import markdown
from dateline.publish.documents.outline import Outline, outline
from dateline.publish.documents.page import mail_page, pdf
from dateline.publish.documents.text import text
from dateline.publish.documents.word import word
from dateline.publish.shelf import Shelf

__all__ = [
    "FORMS",
    "Envelope",
    "Outline",
    "correction_mail",
    "document",
    "edition_mail",
    "edition_outline",
    "json_feed",
    "rss",
]

_Writer = Callable[[Outline, Contents, Shelf], bytes]
_WRITERS: MappingProxyType[str, _Writer] = MappingProxyType(
    {
        "docx": lambda found, *_: word(found),
        "html": lambda found, *_: mail_page(found).encode(),
        "ics": calendar,
        "json": data,
        "md": lambda found, *_: markdown(found).encode(),
        "pdf": lambda found, *_: pdf(found),
        "txt": lambda found, *_: text(found).encode(),
    }
)
FORMS = tuple(_WRITERS)
"""The endings of the files that an edition can be made into."""


def document(contents: Contents, form: str, shelf: Shelf | None = None) -> bytes:
    """The edition as a file of one of `FORMS`; with the shelf of `contents` where there is one already.

    Raises `DocumentError` where the system lacks what a PDF is made with.
    """
    shelf = shelf or Shelf(contents)
    return _WRITERS[form](outline(contents, shelf), contents, shelf)


def edition_outline(contents: Contents) -> Outline:
    """What every document of the edition says, for mails to several recipients."""
    return outline(contents, Shelf(contents))
