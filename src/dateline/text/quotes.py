"""Where quotations in double marks open and close."""

import re
from functools import lru_cache

from dateline.records import Span

# Which marks close which; papers mix straight and typographic marks within one quotation.
_CLOSED_BY = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”'}

_MARK = re.compile(f"[\\n{''.join(_CLOSED_BY)}{''.join(sorted(set(''.join(_CLOSED_BY.values()))))}]")


def spans(text: str) -> list[Span]:
    """The quotations of `text`, marks included, in order.

    A quotation ends at its closing mark, or with its paragraph: where a speech runs over several paragraphs,
    each opens with a mark of its own and only the last one closes.
    """
    return list(_spans(text))


@lru_cache(maxsize=16)
def _spans(text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    opened: int | None = None
    closers = ""
    for mark in _MARK.finditer(text):
        place, letter = mark.start(), mark[0]
        if opened is None:
            if letter in _CLOSED_BY:
                opened, closers = place, _CLOSED_BY[letter]
        elif letter == "\n" or letter in closers:
            found.append(Span(opened, place + (letter != "\n")))
            opened = None
    if opened is not None:
        found.append(Span(opened, len(text)))
    return tuple(found)
