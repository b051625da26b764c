"""Attributions whose clause stands right beside a quotation: '"...", X said', 'X said: "..."', '"..." - X'.

What the marks say outweighs what the parser makes of a sentence with a quotation in it.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from dateline.read.statements import tree
from dateline.read.statements.found import Draft

# The rules whose content may be a quotation beside the clause.
_SPOKEN = frozenset({"quotation", "clause", "parenthetical"})
_LINKS = frozenset(",:–—-")
_PAUSES = frozenset(",!?…–—-")
_ENDS = frozenset(",.!?…–—-")
_DASHES = frozenset({"-", "--", "–", "—", "―", "~"})
_OF_NAMES = ("PROPN", "NOUN", "ADJ", "DET")
_OF_PHRASES = (*_OF_NAMES, "PRON", "NUM", "ADP", "PART")
# Of a title the parser may leave out this much.
_TITLE = 2
_LONGEST_SUBJECT = 8
_LONGEST_CUE = 7


def fit(doc: Doc, drafts: list[Draft], quoted: Sequence[Span]) -> None:
    """Gives every attribution that stands right behind or before a quotation that quotation as its content.

    Adds to `drafts` those whose cue is known only by where it stands: '"...", she fumed', 'He went on: "..."'.
    """
    behind = [_behind(doc, drafts, span) for span in quoted]
    for draft, span in zip(behind, quoted, strict=True):
        if draft is not None:
            draft.content = _places(span)
            _part(drafts, draft, span)
    taken = {id(draft) for draft in behind}
    for span in (span for draft, span in zip(behind, quoted, strict=True) if draft is None):
        before = _before(doc, drafts, span)
        if before is None:
            drafts += _unlisted(doc, span)
        elif id(before) not in taken:
            rest = set() if _is_complete(doc, span) else {at for at in before.content if at >= span.start}
            before.content = rest | _places(span)


def _part(drafts: Sequence[Draft], of: Draft, span: Span) -> None:
    """Takes the quotation and its attribution out of what an earlier clause says before a colon."""
    if span.start and span.doc[span.start - 1].text == ":":
        for other in drafts:
            if other is not of and other.head.i < span.start:
                other.content -= _places(span) | of.tokens()


def opens(span: Span) -> bool:
    """Whether the quotation opens a sentence, or is what a colon leads to."""
    before = span.doc[span.start - 1] if span.start else None
    return before is None or before.is_space or before.text == ":" or bool(span.doc[span.start].is_sent_start)


def _places(span: Span) -> set[int]:
    return set(range(span.start, span.end))


def _behind(doc: Doc, drafts: Sequence[Draft], span: Span) -> Draft | None:
    """The attribution whose clause opens right behind the quotation, which itself opens a sentence."""
    at = _past_links(doc, span.end)
    if not opens(span) or (_last(span) == "." and not doc[at].text[0].islower()):
        return None
    fitting = [
        draft
        for draft in drafts
        if draft.rule in _SPOKEN
        and draft.head.tag_ in tree.FINITE
        and 0 <= draft.start - at <= _TITLE
        and all(token.pos_ in _OF_NAMES for token in doc[at : draft.start])
    ]
    return min(fitting, key=lambda draft: draft.start, default=None)


def _past_links(doc: Doc, at: int) -> int:
    while at < len(doc) - 1 and (doc[at].text in _LINKS or doc[at].text == " "):
        at += 1
    return min(at, len(doc) - 1)


def _last(span: Span) -> str:
    """The last word or mark within the quotation marks."""
    return next((token.text for token in reversed(span) if not token.is_quote and not token.is_space), "")


def _before(doc: Doc, drafts: Sequence[Draft], span: Span) -> Draft | None:
    """The attribution whose clause ends right before the quotation, with a comma or a colon."""
    last = span.start - 1
    while last >= 0 and (doc[last].is_space or doc[last].text in _LINKS):
        last -= 1
    if last == span.start - 1:
        return None
    fitting = [draft for draft in drafts if draft.rule in _SPOKEN and max(draft.cue) <= last]
    reaching = [draft for draft in fitting if _reaches(doc, draft, last)]
    return max(reaching, key=lambda draft: draft.head.i, default=None)


def _reaches(doc: Doc, draft: Draft, last: int) -> bool:
    """Whether nothing but when, where and to whom stands between the clause and `last`."""
    end = max(at for at in draft.cue | draft.source if at <= last)
    return all(token.pos_ not in ("VERB", "AUX", "PUNCT") and not token.is_space for token in doc[end + 1 : last + 1])


def _is_complete(doc: Doc, span: Span) -> bool:
    """Whether the quotation ends as a sentence or clause does: then it is all that was said."""
    return _last(span) in _ENDS or span.end == len(doc) or doc[span.end].text in _ENDS


def _unlisted(doc: Doc, span: Span) -> list[Draft]:
    """The attribution of a quotation by its place alone, as a list of one; empty where there is none."""
    for rule in (_signed, _followed, _led):
        found = rule(doc, span)
        if found is not None:
            found.content = _places(span)
            return [found]
    return []


def _signed(doc: Doc, span: Span) -> Draft | None:
    """A name behind a dash, as the signature of a quotation."""
    dash = span.end
    while dash < len(doc) and doc[dash].is_space:
        dash += 1
    if dash + 1 >= len(doc) or doc[dash].text not in _DASHES:
        return None
    end = dash + 1
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    ends = end == len(doc) or doc[end].is_space or doc[end].is_quote or doc[end].text in _ENDS
    name = doc[dash + 1 : end]
    return Draft(doc[dash], "signed", {dash}, _places(name), set(), name.root) if name and ends else None


def _followed(doc: Doc, span: Span) -> Draft | None:
    """Any verb with who does it, right behind a quotation that pauses there."""
    start = _past_links(doc, span.end)
    if not opens(span) or not (_last(span) in _PAUSES or doc[min(span.end, len(doc) - 1)].text == ","):
        return None
    at = start
    while at < len(doc) - 1 and at - start < _LONGEST_SUBJECT and _is_of_phrase(doc[at]):
        at += 1
    verb = doc[at]
    if verb.tag_ not in (*tree.FINITE, "VBN") or verb.pos_ != "VERB":
        return None
    subject = doc[start:at].root if at > start else _subject_behind(verb)
    if subject is None:
        return None
    cue = {place for place in tree.cue(verb, ()) if place >= at}
    source = set(range(start, at)) if at > start else tree.source(subject, verb)
    return Draft(verb, "followed", cue, source - cue, set(), subject)


def _is_of_phrase(token: Token) -> bool:
    """Whether it can belong to who speaks; "here" and "also" stand between that and the verb."""
    return token.pos_ in _OF_PHRASES or token.text == "-" or token.dep_ == "advmod"


def _subject_behind(verb: Token) -> Token | None:
    inside = range(verb.i + 1, verb.sent.end)
    return tree.phrase_head(verb.nbor(1), inside) if inside else None


def _led(doc: Doc, span: Span) -> Draft | None:
    """A clause, or a name alone, that leads to a quotation with a colon."""
    colon = span.start - 1
    while colon > 0 and doc[colon].is_space:
        colon -= 1
    if colon < 1 or doc[colon].text != ":":
        return None
    start = doc[colon].sent.start
    named = _named(doc, start, colon)
    verbs = [token for token in doc[start:colon] if token.tag_ in tree.FINITE and token.pos_ == "VERB"]
    telling = [verb for verb in verbs if not _describes(verb, start)]
    if named is not None or not telling:
        return named
    verb, subject = telling[-1], tree.subject(telling[-1])
    if subject is None or subject.i > colon:
        return None
    cue = tree.cue(verb, ())
    if colon - min(cue) <= _LONGEST_CUE:
        cue |= set(range(verb.i, colon))
    return Draft(verb, "led", cue, tree.source(subject, verb) - cue, set(), subject)


def _describes(verb: Token, start: int) -> bool:
    """Whether the verb stands in a clause that only describes somebody or something."""
    return any(token.dep_ in ("relcl", "acl") and token.i >= start for token in (verb, *verb.ancestors))


def _named(doc: Doc, start: int, colon: int) -> Draft | None:
    """'Moor: "..."', 'The story so far - Moor: "..."' and 'Said Moor: "..."'."""
    first = colon
    while first > start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    name = doc[first:colon]
    if not name:
        return None
    if first == start + 1 and doc[start].tag_ in tree.FINITE:
        return Draft(doc[start], "led", {start}, _places(name), set(), name.root)
    alone = first == start or doc[first - 1].text in _DASHES or doc[first - 1].is_space
    return Draft(doc[colon], "script", {colon}, _places(name), set(), name.root) if alone else None
