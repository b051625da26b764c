"""The words of an article that a record rests on, as far as a reader needs them."""

from dateline.lang import tables
from dateline.records import AgendaItem, Article, Commitment, Position, Span, Statement
from dateline.text import sentences
from dateline.text.words import words

_BARE = 3
"""Words of "the new increase", which says nothing of what was increased."""


def evidence(record: Statement | Commitment | AgendaItem | Position, article: Article) -> Span:
    """The characters that a reader needs to see what a record was made of: its sentence; of a statement its source, cue
    and content as well; of a position the sentence before it too, where its issue only points at what that one tells
    ("the increase", "that demand"; English alone) or has words that stand only there.
    """
    if isinstance(record, Statement):
        pieces = record.spans.all()
        return Span(min(record.span.start, pieces[0].start), max(record.span.end, *(piece.end for piece in pieces)))
    if not isinstance(record, Position):
        return record.span
    told_here = set(words(record.issue)) <= set(words(record.span.of(article.text)))
    if told_here and not (article.language == "en" and _only_points(record.issue)):
        return record.span
    opening = sentences.whole(article.text, record.span).start
    before = [sentence for sentence in sentences.spans(article.text) if sentence.end <= opening]
    return Span(before[-1].start if before else record.span.start, record.span.end)


def _only_points(phrase: str) -> bool:
    said = words(phrase)
    if not tables.words("en", "brief", "stand_ins").isdisjoint(said):
        return True
    return 0 < len(said) <= _BARE and said[0] in tables.words("en", "brief", "pointing")
