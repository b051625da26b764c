"""To whom words were said, where, and through what, where the story says so beside the cue."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dateline.read.people import phrase
from dateline.read.statements import tree
from dateline.read.statements.details.words import Words
from dateline.read.statements.found import Draft

_SPOKEN = ("clause", "parenthetical", "quotation")
_TIMES = ("DATE", "TIME")
_PLACES = ("GPE", "LOC", "FAC")


def addressee(draft: Draft, known: Words) -> Span | None:
    """To whom it was said."""
    listening = [noun for link, noun in _linked(draft, known) if link.lower_ in known.to and draft.rule in _SPOKEN]
    for noun in (*_told(draft, known), *listening):
        if noun.pos_ != "PRON" and noun.lemma_.lower() not in known.media | known.events:
            return _cut(_whole(noun), known.at)
    return None


def medium(draft: Draft, known: Words) -> Span | None:
    """Through what it was said: a statement, an interview, an agency or a paper that was told; a tweet by its verb."""
    for link, noun in _linked(draft, known):
        if link.lower_ in known.by and (noun.lemma_.lower() in known.media or noun.lower_ in known.media):
            return _cut(_whole(noun), known.at | known.to)
    told = addressee(draft, known)
    if told is not None and (told.text.lower() in known.outlets or told.root.lemma_.lower() in known.outlets):
        return told
    return draft.head.doc[draft.head.i : draft.head.i + 1] if draft.head.lemma_.lower() in known.written else None


def place(draft: Draft, known: Words) -> Span | None:
    """Where it was said: a place, or an event such as a rally."""
    events = [noun for noun in _told(draft, known) if noun.lemma_.lower() in known.events]
    if events:
        return _whole(events[0])
    for link, noun in _linked(draft, known):
        is_event = noun.lemma_.lower() in known.events
        if link.lower_ in known.at and (noun.ent_type_ in _PLACES or is_event):
            found = _whole(noun)
            if found[0].ent_type_ not in _TIMES:
                return found
    return None


def _whole(noun: Token) -> Span:
    """The noun phrase, with the name that stands right behind the noun ("the newspaper Harlan Post")."""
    found = phrase(noun)
    names = [child for child in tree.children(noun, "appos") if child.left_edge.i == found.end]
    return noun.doc[found.start : names[0].right_edge.i + 1] if names else found


def _told(draft: Draft, known: Words) -> list[Token]:
    """Who is told: an object of the cue that is not of what was said."""
    if draft.head.lemma_.lower() not in known.tell:
        return []
    objects = [child for child in tree.children(draft.head, "dobj", "dative") if child.i > draft.head.i]
    nouns = [noun for child in objects for noun in (tree.children(child, "pobj") if child.pos_ == "ADP" else [child])]
    return [noun for noun in nouns if noun.i not in draft.content | draft.cue]


def _linked(draft: Draft, known: Words) -> Iterator[tuple[Token, Token]]:
    """The prepositions beside the cue and on those who are told, each with its noun, nearest to the cue first."""
    holders = [draft.head, *_told(draft, known)]
    for holder in holders:
        for link in tree.children(holder, "prep"):
            for noun in tree.children(link, "pobj"):
                if noun.i not in draft.content | draft.source:
                    yield link, noun
                    yield from _below(noun)


def _below(noun: Token) -> Iterator[tuple[Token, Token]]:
    """What hangs on the noun in turn: "in a statement in Harlan"."""
    for link in tree.children(noun, "prep"):
        for inner in tree.children(link, "pobj"):
            yield link, inner


def _cut(span: Span, links: frozenset[str]) -> Span:
    """The phrase up to where and through what ("reporters in Harlan" are reporters)."""
    end = next((token.i for token in span if token.dep_ == "prep" and token.lower_ in links), span.end)
    return span.doc[span.start : end] if end > span.start else span
