"""How much of a text must be quoted so that nothing is cut loose."""

from collections.abc import Sequence

from dateline.records import Span
from dateline.text import quotes, sentences


def passage(text: str, span: Span, attributions: Sequence[Sequence[Span]]) -> Span:
    """`span` grown to whole sentences, and on until every attribution and quotation that it touches is in it whole.

    `attributions` are the pieces of each: source, cue and content. "The bridge is safe" is never cut loose from
    "He denied that" or from the sentence that names who is speaking.
    """
    grown = sentences.whole(text, span)
    together = [*attributions, *([quotation] for quotation in quotes.spans(text))]
    while True:
        pieces = [piece for pieces in together if any(one.overlaps(grown) for one in pieces) for piece in pieces]
        start = min((piece.start for piece in pieces), default=grown.start)
        end = max((piece.end for piece in pieces), default=grown.end)
        wider = sentences.whole(text, Span(min(start, grown.start), max(end, grown.end)))
        if wider == grown:
            return grown
        grown = wider
