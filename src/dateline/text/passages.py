"""How much of a text must be quoted so that nothing is cut loose."""

from collections.abc import Sequence
from itertools import chain

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
        start, end = grown
        touched = [pieces for pieces in together for one in pieces if one.start < end and start < one.end]
        within = [grown, *chain.from_iterable(touched)]
        wider = sentences.whole(text, Span(min(one.start for one in within), max(one.end for one in within)))
        if wider == grown:
            return grown
        grown = wider
