"""The edition as Markdown (CommonMark), for a wiki or a note."""

import re
from collections.abc import Iterator

from dateline.publish.documents.outline import Block, Heading, Line, Outline, Quote, blocks

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&=-])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_NO_ADDRESS = re.compile(r"[<>\s\\]")


def markdown(found: Outline) -> str:
    """Quotations as block quotes, what is ours as plain text; nothing from a source is read as a mark."""
    lines = [f"# {_plain(found.title)}", ""]
    for block in blocks(found):
        lines += _lines(block)
    return "\n".join(lines).strip() + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from (f"{'#' * (block.level + 1)} {_linked(block.text, block.link)}", "")
    elif isinstance(block, Quote):
        yield from _quote(block)
    elif isinstance(block, Line):
        where = f"({_linked(block.outlet, block.link)})"
        yield from (
            f"- {_plain(block.head)}",
            *([f"  > {_plain(block.words)} {where}"] if block.words else [f"  {where}"]),
            "",
        )
    else:
        yield from (_plain(block.text), "")


def _quote(quote: Quote) -> Iterator[str]:
    if quote.label:
        yield from (f"{_plain(quote.label)}:", "")
    words = "".join(_plain(text) + (f" *{_plain(f'[{name}]')}*" if name else "") for text, name in quote.pieces)
    if words:
        yield from (*(f"> {line.strip()}".rstrip() for line in words.split("\n")), "")
    yield from (f"{_linked(quote.outlet, quote.link)}, {_plain(quote.moment)}", "")


def _linked(words: str, link: str | None) -> str:
    # In angle brackets an address may hold anything but these two, a backslash and a line end.
    return f"[{_plain(words)}](<{_NO_ADDRESS.sub('', link)}>)" if link else _plain(words)


def _plain(words: str) -> str:
    """Words in which nothing is a mark of Markdown."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", words))
