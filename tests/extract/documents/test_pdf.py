"""Articles in PDF files, made here by WeasyPrint."""

import time
import tracemalloc
import zlib

import pytest
import weasyprint

from dateline.records import Completeness, MediaType, Moment, ParagraphKind, SkipReason
from tests.extract.wire.made import article, paragraphs, skipped

KIND = MediaType.PDF
TITLE = "Tolle keeps its north quay open against its engineers’ advice"
TEXT = """
The harbour board of Tolle voted on Thursday to keep the north quay open through the winter, although the engineers
who inspected its piles in August had recommended that it be closed until they were replaced.

“We cannot send forty boats to sea from a single quay,” said Maren Oru, who chairs the board. “The piles will hold,
and if they do not, we shall see it in time.”

The engineers’ well-known report says that eleven of the 64 piles have lost more than a third of their section to
shipworm. It gives no date by which they must be replaced, and the board’s statement says so twice.

The ministry in Sorvale has offered 3.2 million crowns towards the repair. The board wants five million, and will
send two of its members to the capital on 14 May to ask for it.

Oru said that the board would meet again in June.

Councillor Ebbe Lunt, who voted against, called it a decision of people who would not be standing on the quay when
it gave way. He asked for a second inspection before the autumn storms, by other engineers.
"""
TEXTS = [" ".join(one.split()) for one in TEXT.split("\n\n")]
GAPS = "p { margin: 0 0 8pt }"
INDENTS = "p { margin: 0; text-indent: 1.5em; text-align: justify; hyphens: auto }"
COLUMNS = "div { columns: 2; column-gap: 1cm } p { margin: 0 0 8pt; text-align: justify; hyphens: auto }"


def pdf(css="", head=f"<h1>{TITLE}</h1><p>By Ana Ruz</p>", title=TITLE, texts=TEXTS):
    body = "".join(f"<p>{one}</p>" for one in texts[:3]) + "<h2>What the report says</h2>"
    body += "".join(f"<p>{one}</p>" for one in texts[3:])
    page = "@page { size: A5; margin: 2cm; @bottom-center { content: 'Harbour Post ' counter(page) } }"
    return weasyprint.HTML(
        string=f"<html lang=en><head><title>{title}</title><style>{page} body {{ font: 10pt serif }} {css}</style>"
        f"<body>{head}<div>{body}</div></body></html>"
    ).write_pdf()


def test_letters_that_are_drawn_as_one_are_letters():
    """Who searches for fish finds it."""
    found = article(pdf(texts=[one.replace("fi", "\ufb01").replace("fl", "\ufb02") for one in TEXTS]), KIND)
    assert paragraphs(found) == WHOLE


WHOLE = [*TEXTS[:3], "What the report says", *TEXTS[3:]]


@pytest.mark.parametrize("css", [GAPS, INDENTS, COLUMNS], ids=["gaps", "indents", "columns"])
def test_lines_become_the_paragraphs_that_they_were(css):
    """However the page is set: hyphens at line ends go, those of words stay, running feet are left out."""
    found = article(pdf(css), KIND)
    assert paragraphs(found) == WHOLE
    assert found.paragraphs[3].kind is ParagraphKind.SUBHEAD
    assert found.authors == ("Ana Ruz",)
    assert found.completeness is Completeness.COMPLETE


def test_it_is_marked_as_a_pdf_and_has_no_date_of_its_own():
    """The day on which the file was made says nothing; the person who collects may tell."""
    found = article(pdf(GAPS), KIND)
    assert dict(found.found_by) == {"*": "pdf"}
    assert (found.published, found.language) == (None, "en")
    day = Moment.parse("2031-05-08")
    assert article(pdf(GAPS), KIND, published=day).published == day


def test_a_headline_is_what_is_set_largest_or_what_the_file_says_and_prints():
    """A title that is printed nowhere is a template's; text without larger type above it has no headline."""
    assert article(pdf(GAPS, title="Untitled-3"), KIND).headline == TITLE
    assert article(pdf(GAPS, head="", title=TITLE), KIND).headline is None
    small = f"<p><b>{TITLE}</b></p>"
    assert article(pdf("b { font-size: 11.5pt }" + GAPS, head=small), KIND).headline == TITLE
    assert article(pdf("b { font-size: 11.5pt }" + GAPS, head=small, title="x"), KIND).headline is None


def test_two_headlines_are_none():
    """A page of two articles has no headline of which one could be sure, and loses no words."""
    second = f"<h1>{TITLE}</h1><p>By Ana Ruz</p><h1>Another story of the same day</h1>"
    found = article(pdf(GAPS, head=second, title="x"), KIND)
    assert found.headline is None
    assert "Another story of the same day" in found.text


def test_a_scan_and_a_broken_file_are_named():
    """Pictures have no text; what breaks off or is locked cannot be read."""
    scan = weasyprint.HTML(string="<svg width=9 height=9><rect width=9 height=9 /></svg>").write_pdf()
    assert skipped(scan, KIND).reason is SkipReason.NOT_TEXT
    assert skipped(b"%PDF-1.7 nothing", KIND).reason is SkipReason.MALFORMED
    assert skipped(pdf(GAPS)[:400], KIND).reason is SkipReason.MALFORMED


def raw(stream):
    """A PDF of one page whose instructions are packed in `stream`."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]  # fmt: skip
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 5\n0000000000 65535 f \n" + table
    return content + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def test_a_paragraph_of_many_lines_costs_its_length():
    """And not its square: a page of a few hundred bytes, packed."""
    started = time.process_time()
    paper = raw(zlib.compress(b"BT /F1 12 Tf 72 700 Td " + b"(The ferry sails) Tj 0 -14 Td " * 6000 + b"ET"))
    assert len(article(paper, KIND).text) > 90_000
    assert time.process_time() - started < 15


def test_a_bomb_costs_bounded_memory():
    """300 MB of blanks packed into 300 kB."""
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b" " * 10_000_000) for _ in range(30)) + packer.flush()
    tracemalloc.start()
    found = skipped(raw(bomb), KIND)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.reason in {SkipReason.MALFORMED, SkipReason.NOT_TEXT}
    assert peak < 200_000_000


def many(pages, stream, resources="", objects=(), fonts=1):
    """A PDF of a page of an article and so many that all have the same instructions; objects are numbered from 7 on."""
    told = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    named = "".join(f"/F{number}{told}" for number in range(1, fonts + 1))
    font = f"<<{named}>>" if objects else HELVETICA

    def page(contents, drawn):
        return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {contents}/Resources<<{drawn}>>>>".encode()

    kids = " ".join(["3 0 R", *["5 0 R"] * pages])
    tree = f"<</Type/Pages/Kids[{kids}]/Count {pages + 1}>>".encode()
    parts = [
        *(b"<</Type/Catalog/Pages 2 0 R>>", tree, page("4 0 R", f"/Font{HELVETICA}"), packed(LINES)),
        *(page("6 0 R", f"/Font{font}{resources}"), packed(stream), *objects),
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(content), len(parts) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return content + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def packed(stream, more=b""):
    inside = zlib.compress(stream, 9)
    return b"<</Filter/FlateDecode%s/Length %d>>stream\n%s\nendstream" % (more, len(inside), inside)


def cut(paper):
    """Why not all of a PDF was read, where its first page was."""
    found = article(paper, KIND)
    assert found.completeness is Completeness.CUT
    assert "The ferry sails again, line 98." in found.text
    return found.completeness_why


HELVETICA = "<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
LINES = b"".join(b"BT /F1 10 Tf 50 %d Td (The ferry sails again, line %d.) Tj ET\n" % (n * 7, n) for n in range(99))


def test_a_file_has_a_budget_over_all_its_pages():
    """None of ninety is too long by itself: what was read till then is an article that is cut."""
    assert cut(many(90, b" " * 900_000)) == "the instructions of the PDF come to more than 10000000 bytes"


def test_forms_that_draw_forms_have_one_as_well():
    """A thousand times one of 200,000 bytes, and a hundred thousand times one of a few."""
    draw, form = b"/X Do " * 10, b"/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>"
    large = [packed(b"", b"/Length1 0"), packed(draw, form % 9), packed(b" " * 200_000, form % 99)]
    assert "instructions" in cut(many(90, draw, "/XObject<</X 8 0 R>>", large))
    small = [packed(b"", b"/Length1 0"), *(packed(draw, form % (number + 1)) for number in range(8, 13))]
    assert "instructions" in cut(many(90, draw, "/XObject<</X 8 0 R>>", small))


def test_a_font_that_makes_many_letters_of_one_is_counted_with_them():
    """Of 3 MB of instructions it would make 700 MB of text."""
    table = packed(b"begincmap 1 beginbfchar <41> <%s> endbfchar endcmap" % (b"0041" * 250))
    stream = b"BT /F1 9 Tf " + (b"(" + b"A" * 30_000 + b") Tj ") * 99 + b"ET"
    assert cut(many(1, stream, "", [table])) == "the PDF holds more than 10000000 characters"


def held(paper):
    """Why a PDF was cut, and how much memory was held at most until then."""
    tracemalloc.start()
    why = cut(paper)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return why, peak


def test_what_there_is_no_budget_for_is_not_looked_into():
    """Three hundred names of one table of 15 MB, and forty forms that no page draws of as many."""
    table = packed(b"<0041>" * 2_500_000)
    why, peak = held(many(1, b"q Q", "", [table], fonts=300))
    assert why == "the instructions of the PDF come to more than 10000000 bytes"
    assert peak < 100_000_000
    forms = [packed(b" " * 3_900_000, b"/Subtype/Form")] * 40
    drawn = "".join(f"/X{number} {number + 8} 0 R" for number in range(40))
    why, peak = held(many(1, b"q Q", f"/XObject<<{drawn}>>", [packed(b""), *forms]))
    assert why == "the instructions of the PDF come to more than 10000000 bytes"
    assert peak < 100_000_000


def test_forms_that_pages_share_are_unpacked_once():
    """Half a megabyte of one, named by each of sixty pages and drawn by none, is no reason to cut the last."""
    form = packed(b" " * 500_000, b"/Subtype/Form")
    found = article(many(60, b"q Q", "/XObject<</X 8 0 R>>", [packed(b""), form]), KIND)
    assert found.completeness is Completeness.COMPLETE


def test_a_file_of_more_pages_than_a_newspaper_is_none():
    """Though each is small."""
    assert skipped(many(10_001, b"q Q"), KIND).reason is SkipReason.MALFORMED
    assert cut(many(100, b"q Q")) == "the PDF has more than 100 pages"
