"""Quotations: which attribution each belongs to, and those that stand alone in a paragraph."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from dateline.read.statements import frames
from dateline.read.statements.found import Draft
from dateline.text import quotes

_FEW = 3
_LEAST = 2
_NEAR = 6
# The rules of what is spoken, on which a speaker may go.
_SPOKEN = ("alone", "carried", "clause", "followed", "led", "parenthetical", "quotation")
# Agencies and old archives set a double mark as two single ones.
_DOUBLED = ("``", "''")


def spans(doc: Doc) -> list[Span]:
    """The quotations of the document in tokens, in order."""
    text = doc.text
    for doubled in _DOUBLED:
        text = text.replace(doubled, '" ')
    found = [doc.char_span(place.start, place.end, alignment_mode="expand") for place in quotes.spans(text)]
    return [span for span in found if span is not None]


def attach(doc: Doc, drafts: Sequence[Draft], quoted: Sequence[Span]) -> list[Draft]:
    """The drafts with the quotations they touch or stand beside, then those that stand alone; no empty ones."""
    paragraphs = _paragraphs(doc)
    outer = [draft for draft in drafts if not draft.nested]
    taken: set[int] = set()
    for draft in outer:
        _complete(draft, quoted)
        taken |= draft.content
    alone: list[Draft] = []
    for span in quoted:
        if taken & set(range(span.start, span.end)):
            continue
        place = _paragraph(paragraphs, span.start)
        here = [draft for draft in outer if place.start <= draft.head.i < place.end and _open(doc, draft, quoted)]
        if not frames.opens(span):
            here = [draft for draft in here if draft.head.sent == doc[span.start].sent]
        if _words(span) < _FEW:
            here = [draft for draft in here if not draft.content and abs(draft.head.i - span.start) <= _NEAR]
            if not here:
                alone += _carried(doc, span, [*outer, *alone])
                continue
        if here:
            _nearest(here, span).content.update(range(span.start, span.end))
        elif _stands_alone(doc, place, quoted):
            earlier = [*outer, *alone]
            before = [
                draft for draft in earlier if max(draft.tokens(), default=span.start) < span.start and draft.content
            ]
            found = _continued(before, place, paragraphs)
            if found is not None:
                alone.append(_alone(span, found))
        else:
            alone += _carried(doc, span, [*outer, *alone])
    kept = [draft for draft in (*drafts, *alone) if draft.content]
    return sorted(kept, key=lambda draft: min(draft.tokens()))


def _complete(draft: Draft, quoted: Sequence[Span]) -> None:
    for span in quoted:
        tokens = set(range(span.start, span.end))
        if draft.speaker is not None and draft.speaker.i not in tokens:
            draft.source -= tokens
        if draft.content & tokens and not (draft.cue | draft.source) & tokens:
            draft.content |= tokens


def _open(doc: Doc, draft: Draft, quoted: Sequence[Span]) -> bool:
    """Whether the content is nothing yet but quotations, so that one more may belong to it."""
    if draft.rule not in ("quotation", "clause", "parenthetical", "phrase", "followed", "led", "signed"):
        return False
    marked = {at for span in quoted for at in range(span.start, span.end)}
    return all(at in marked or not doc[at].text[0].isalnum() for at in draft.content)


def _nearest(drafts: Sequence[Draft], span: Span) -> Draft:
    """The attribution that goes on in a quotation: the last one before it; where none is, the first behind it."""
    before = [draft for draft in drafts if draft.head.i < span.start and draft.content]
    if before:
        return max(before, key=lambda draft: draft.head.i)
    return min(drafts, key=lambda draft: min(abs(draft.head.i - span.end), abs(span.start - draft.head.i)))


def _continued(before: Sequence[Draft], place: Span, paragraphs: Sequence[Span]) -> Draft | None:
    """The attribution that ends the paragraph just before `place`; None where that paragraph ends otherwise."""
    if not before:
        return None
    last = max(before, key=lambda draft: max(draft.tokens()))
    index = next(i for i, paragraph in enumerate(paragraphs) if paragraph.start == place.start)
    close = index > 0 and paragraphs[index - 1].start <= max(last.tokens()) < paragraphs[index - 1].end
    same = place.start <= max(last.tokens()) < place.end
    return last if (close or same) and last.speaker is not None else None


def _alone(span: Span, earlier: Draft) -> Draft:
    return Draft(span[0], "alone", set(), set(), set(range(span.start, span.end)), earlier.speaker, alone=True)


def _carried(doc: Doc, span: Span, earlier: Sequence[Draft]) -> list[Draft]:
    """A sentence with quoted words and no speaker, right behind what somebody said: it goes on with that."""
    sentence = doc[span.start].sent
    if sentence.start == 0 or not any(token.text[0].islower() for token in span if token.text[0].isalpha()):
        return []
    before = doc[sentence.start - 1].sent
    own = [draft for draft in earlier if sentence.start <= draft.head.i < sentence.end]
    said = [draft for draft in earlier if before.start <= draft.head.i < before.end and draft.rule in _SPOKEN]
    if own or not said or _words(span) < _LEAST:
        return []
    last = max(said, key=lambda draft: draft.head.i)
    content = {token.i for token in sentence if not token.is_space}
    return [Draft(span[0], "carried", set(), set(), content, last.speaker, alone=True)]


def _stands_alone(doc: Doc, place: Span, quoted: Sequence[Span]) -> bool:
    marked = {at for span in quoted for at in range(span.start, span.end)}
    return all(token.i in marked or not token.text[0].isalnum() for token in doc[place.start : place.end])


def _paragraphs(doc: Doc) -> list[Span]:
    found, start = [], 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                found.append(doc[start : token.i])
            start = token.i + 1
    if start < len(doc):
        found.append(doc[start:])
    return found


def _paragraph(paragraphs: Sequence[Span], at: int) -> Span:
    return next(paragraph for paragraph in paragraphs if at < paragraph.end)


def _words(span: Span) -> int:
    return sum(token.text[0].isalnum() for token in span)
