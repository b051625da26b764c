"""Whether the clause that a time stands in looks back or ahead."""

from spacy.tokens import Doc, Token

from dateline.read.times.found import Tense
from dateline.read.times.words import words

_CLIMB = 12


def tense_at(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the verb that governs the characters; None where none does or it is a plain present."""
    touched = doc.char_span(start, end, alignment_mode="expand")
    if touched is None:
        return None
    token = touched.root
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"} and (found := _of_verb(token)):
            return found
        if token.head.i == token.i or token.head.sent != token.sent:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> Tense | None:
    known = words("en")
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "until"} for child in verb.children):
        return Tense.FUTURE
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in known.modals for child in auxiliaries):
        perfect = any(child.lower_ == "have" for child in auxiliaries)
        return Tense.PAST if perfect else Tense.FUTURE
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return _of_past(verb, auxiliaries)
    if any(child.lower_ in {"has", "have", "having"} for child in auxiliaries):
        return Tense.PAST
    if any(child.lower_ == "to" for child in auxiliaries):
        return Tense.FUTURE if verb.head.lemma_.lower() in known.ahead else None
    if verb.tag_ in {"VBN", "VBG"} and not auxiliaries:
        return Tense.FUTURE if verb.lemma_.lower() in known.ahead else None
    if verb.tag_ == "VBG" or verb.lemma_.lower() in known.ahead:
        return Tense.FUTURE
    return None


def _of_past(verb: Token, auxiliaries: list[Token]) -> Tense:
    """As in "was expected on Friday" looks ahead all the same."""
    passive = any(child.dep_ == "auxpass" for child in auxiliaries)
    return Tense.FUTURE if passive and verb.lemma_.lower() in words("en").ahead else Tense.PAST
