"""What a hostile page may cost: bytes before they are parsed are cut to a size and a depth that bound the time."""

import re

LARGEST = 10_000_000
"""Bytes of a page that are read; the largest real page among those measured has 2.6 million."""
_DEEPEST = 400
"""Open elements within one another; browsers stop at 512. The parser's time grows with the square of it."""
_UNCLOSED = 2_000
"""Only a page with so many more tags that open than tags that close can be deep enough to matter."""
_MOST_TAGS = 400_000
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# These hold nothing, or are closed by the next of their kind.
_FLAT = frozenset(b"area base br col embed hr img input link meta param source track wbr p li td th tr dd dt".split())


def tamed(content: bytes) -> bytes:
    """The page itself where it is neither too large nor too deep; else as much of it as is read.

    Of too many elements within one another the inner ones lose their tags and keep their text.
    """
    content = content[:LARGEST]
    if content.count(b"<") - 2 * content.count(b"</") < _UNCLOSED:
        return content
    return _flattened(content)


def _flattened(content: bytes) -> bytes:
    kept: list[bytes] = []
    depth = start = 0
    last = len(content)
    for count, found in enumerate(_TAG.finditer(content)):
        if count > _MOST_TAGS:
            last = max(found.start(), start)
            break
        if found[2].lower() in _FLAT:
            continue
        if found[1]:
            depth = max(depth - 1, 0)
            continue
        depth += 1
        if depth > _DEEPEST:
            kept.append(content[start : found.start()])
            end = content.find(b">", found.end())
            start = last if end < 0 else end + 1
    kept.append(content[start:last])
    return b"".join(kept)
