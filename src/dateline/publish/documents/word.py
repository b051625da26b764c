"""The edition as a DOCX document."""

import io
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from dateline.publish.documents.outline import Block, Heading, Line, Outline, Quote, blocks
from dateline.records import PressTime

_SOFT = RGBColor(0x55, 0x50, 0x48)
_BODY, _SMALL = Pt(11), Pt(9)
_NO_CHARACTERS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""What XML 1.0 cannot hold."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP archive can hold."""


def word(found: Outline) -> bytes:
    """The file; its headings have the program's own styles, so that a table of contents can be made of them."""
    document = Document()
    document.core_properties.title = _clean(found.title)
    document.core_properties.author = _clean(found.name)
    day = PressTime.parse(found.key).day
    made_on = datetime(day.year, day.month, day.day, tzinfo=UTC)
    document.core_properties.created = document.core_properties.modified = made_on
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = _BODY
    document.add_heading(_clean(found.title), 0)
    for block in blocks(found):
        _add(document, block)
    made = io.BytesIO()
    document.save(made)
    return _without_times(made)


def _without_times(made: io.BytesIO) -> bytes:
    """The archive with no clock in it: python-docx stamps every part with the time of its writing."""
    again = io.BytesIO()
    with ZipFile(made) as given, ZipFile(again, "w") as taken:
        for part in given.infolist():
            stamped = ZipInfo(part.filename, _NO_TIME)
            stamped.create_system = 0  # else it is that of the system it is made on
            taken.writestr(stamped, given.read(part), ZIP_DEFLATED)
    return again.getvalue()


def _add(document: Opened, block: Block) -> None:
    if isinstance(block, Heading):
        _linked(document.add_heading("", block.level), block.text, block.link, quoted=block.quoted)
    elif isinstance(block, Quote):
        _quote(document, block)
    elif isinstance(block, Line):
        paragraph = document.add_paragraph(style="List Bullet")
        _ours(paragraph, f"{block.head}. ")
        paragraph.add_run(_clean(block.words))
        _ours(paragraph, " (")
        _linked(paragraph, block.outlet, block.link)
        _ours(paragraph, ")")
    else:
        _ours(document.add_paragraph(), block.text)


def _quote(document: Opened, quote: Quote) -> None:
    if quote.label:
        _ours(document.add_paragraph(), f"{quote.label}:")
    if quote.pieces:
        paragraph = document.add_paragraph()
        for words, name in quote.pieces:
            paragraph.add_run(_clean(words))
            if name:
                _ours(paragraph, f" [{name}]")
    where = document.add_paragraph()
    _linked(where, quote.outlet, quote.link)
    _ours(where, f", {quote.moment}")


def _ours(paragraph: Paragraph, words: str) -> None:
    run = paragraph.add_run(_clean(words))
    run.font.name, run.font.size, run.font.color.rgb = "Arial", _SMALL, _SOFT


def _linked(paragraph: Paragraph, words: str, link: str | None, *, quoted: bool = False) -> None:
    """A run that is a link; python-docx reads such runs and has no call that writes one."""
    if quoted:
        paragraph.add_run(_clean(words))
    else:
        _ours(paragraph, words)
    if link is None:
        return
    run = paragraph.runs[-1]
    run.font.underline = True
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), paragraph.part.relate_to(_clean(link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(holder)  # noqa: SLF001  the element behind a paragraph is python-docx's way to what it lacks
    holder.append(run._r)  # noqa: SLF001


def _clean(words: str) -> str:
    return words.translate(_NO_CHARACTERS)
