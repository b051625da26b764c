"""Who answers is whom somebody asked: "Ruz asked the mayor why. He replied that" is the mayor's reply."""

from spacy.tokens import Token

from dateline.read.people.actor import Words
from dateline.read.people.mentions import is_title

_BEHIND = ("dative", "dobj")


def asked(token: Token, known: Words) -> tuple[Token, ...]:
    """Who was asked, in this sentence or the one before, where `token` is who answers.

    Several who are joined are all of them; empty where nobody is asked, or `token` does not answer.
    """
    if token.dep_ != "nsubj" or token.head.lemma_.lower() not in known.answering:
        return ()
    start = token.doc[max(token.sent.start - 1, 0)].sent.start
    asking = [one for one in token.doc[start : token.i] if one.pos_ == "VERB" and one.lemma_.lower() in known.asking]
    return _whom(asking[-1], known) if asking else ()


def _whom(verb: Token, known: Words) -> tuple[Token, ...]:
    """Whom a verb asks: its first object ("asked the mayor a question"), or the subject of a passive."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    behind = [child for child in verb.children if child.dep_ in _BEHIND and child.i > verb.i and child.pos_ != "ADP"]
    # "Asked the mayor why": at times the parser takes the mayor for the subject of the question.
    inner = [
        child
        for clause in verb.children
        if clause.dep_ == "ccomp"
        for child in clause.children
        if child.dep_ == "nsubj" and child.i > verb.i and _stands_right_behind(verb, child, known)
    ]
    found = (passive or behind or inner)[:1]
    return tuple(one for head in found for one in (head, *head.conjuncts))


def _stands_right_behind(verb: Token, noun: Token, known: Words) -> bool:
    return noun.left_edge.i == verb.i + 1 and (is_title(noun, known) or noun.pos_ == "PROPN")
