"""What a hostile page may cost: bytes before they are parsed are cut to a size and a depth that bound the time."""

import re
from collections import defaultdict

LARGEST = 10_000_000
"""Bytes of a page that are read; the largest of the 1,142 pages that the project is measured with has 2.2 million."""
MOST_TAGS = 120_000
"""Tags of a page that are read; of those pages the one with the most has 20,000."""
_DEEPEST = 400
"""Open elements within one another; browsers stop at 512. The parser's time grows with the square of it."""
_MOST_FORMATS = 10
"""Open elements of print. The parser opens each of them again in every paragraph that follows."""
_START = re.compile(rb"</?[a-zA-Z][a-zA-Z0-9]*")
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# These hold nothing, or are closed by the next of their kind.
_FLAT = frozenset(
    b"a area base basefont bgsound br col dd dt embed frame hr img input keygen li link meta p param source td th "
    b"track tr wbr".split()
)
_FORMATS = frozenset(b"b big code em font i nobr s small strike strong tt u".split())


def tamed(content: bytes) -> tuple[bytes, bool]:
    """As much of a page as is read, and whether that is less than all of it.

    Of too many elements within one another the inner ones lose their tags and keep their text.
    """
    cut = len(content) > LARGEST
    content = content[:LARGEST]
    tags = _START.findall(content)
    if len(tags) <= MOST_TAGS and not _is_deep(tags):
        return content, cut
    return _flattened(content), cut or len(tags) > MOST_TAGS


def _is_deep(tags: list[bytes]) -> bool:
    """Whether more elements may be open at once than are let through; what closes nothing open does not count."""
    opened: defaultdict[bytes, int] = defaultdict(int)
    depth = formats = 0
    # A page has few different tags.
    steps = {tag: _step(tag) for tag in set(tags)}
    for name, opens, is_format in filter(None, map(steps.__getitem__, tags)):
        if opens:
            opened[name] += 1
            depth += 1
            formats += is_format
            if depth > _DEEPEST or formats > _MOST_FORMATS:
                return True
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
            formats -= is_format
    return False


def _step(tag: bytes) -> tuple[bytes, bool, bool] | None:
    """The name of a tag, whether it opens an element, and whether that is one of print; None for one that is flat."""
    name = tag.lstrip(b"</")
    return None if name in _FLAT else (name, not tag.startswith(b"</"), name in _FORMATS)


def _flattened(content: bytes) -> bytes:
    """The page without the tags of what lies too deep; an end tag closes what is open within its element, too."""
    kept: list[bytes] = []
    stack: list[bytes] = []
    start = formats = 0
    last = len(content)
    for count, found in enumerate(_TAG.finditer(content)):
        if count >= MOST_TAGS:
            last = max(found.start(), start)
            break
        name = found[2].lower()
        if name in _FLAT or found.start() < start:
            continue
        if not found[1]:
            is_format = name in _FORMATS
            if len(stack) < _DEEPEST and (not is_format or formats < _MOST_FORMATS):
                stack.append(name)
                formats += is_format
                continue
        elif name in stack:
            while stack:
                gone = stack.pop()
                formats -= gone in _FORMATS
                if gone == name:
                    break
            continue
        kept.append(content[start : found.start()])
        end = content.find(b">", found.end())
        start = last if end < 0 else end + 1
    kept.append(content[start:last])
    return b"".join(kept)
