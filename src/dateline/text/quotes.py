"""Where quotations in double marks open and close."""

from dateline.records import Span

_OPEN = "“«„"
_CLOSE = "”»"
_STRAIGHT = '"'


def spans(text: str) -> list[Span]:
    """The quotations of `text`, marks included, in order.

    A quotation ends at its closing mark, or with its paragraph: where a speech runs over several paragraphs,
    each opens with a mark of its own and only the last one closes.
    """
    found: list[Span] = []
    opened: int | None = None
    for place, letter in enumerate(text):
        if letter == "\n":
            if opened is not None:
                found.append(Span(opened, place))
            opened = None
        elif opened is None:
            if letter in _OPEN or letter == _STRAIGHT:
                opened = place
        elif letter in _CLOSE or letter == _STRAIGHT:
            found.append(Span(opened, place + 1))
            opened = None
    if opened is not None:
        found.append(Span(opened, len(text)))
    return found
