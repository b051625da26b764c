"""The edition as plain text, as a person would write it into a mail."""

import re
import textwrap
from collections.abc import Iterator

from dateline.publish.documents.outline import Block, Heading, Line, Outline, Quote, blocks

_WIDTH = 72
_EMPTY = re.compile(r"\n{3,}")


def text(found: Outline) -> str:
    """Lines of up to 72 characters; addresses stand on lines of their own and are never broken."""
    lines = [found.name.upper(), found.day, ""]
    for block in blocks(found):
        lines += _lines(block)
    lines += [found.link] if found.link else []
    return _EMPTY.sub("\n\n", "\n".join(lines)).strip() + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from _heading(block)
    elif isinstance(block, Quote):
        yield from _quote(block)
    elif isinstance(block, Line):
        yield from _wrapped(block.head, "* ")
        yield from _wrapped(f"{' '.join(block.words.split())} ({block.outlet})", "  ")
        yield from ([f"  {block.link}"] if block.link else [])
    else:
        yield from ("", *_wrapped(block.text), "")


def _heading(heading: Heading) -> Iterator[str]:
    if heading.level == 1:
        yield from ("", heading.text.upper(), "=" * min(len(heading.text), _WIDTH), "")
        return
    yield from ("", *_wrapped(heading.text, "## " if heading.level == 2 else ""))
    if heading.link:
        yield f"   {heading.link}"
    yield ""


def _quote(quote: Quote) -> Iterator[str]:
    if quote.label:
        yield from _wrapped(f"{quote.label}:", "  ")
    words = "".join(text + (f" [{name}]" if name else "") for text, name in quote.pieces)
    for paragraph in words.split("\n\n"):
        yield from _wrapped(paragraph, "  ")
    yield from _wrapped(f"({quote.outlet}, {quote.moment})", "  ")
    if quote.link:
        yield f"  {quote.link}"
    yield ""


def _wrapped(words: str, indent: str = "") -> list[str]:
    """Lines, all behind the same width of indent; `indent` itself stands before the first."""
    plain, later = " ".join(words.split()), " " * len(indent)
    return textwrap.wrap(
        plain, _WIDTH, initial_indent=indent, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
