"""Questions to the parse tree that every rule asks."""

from collections.abc import Iterable

from spacy.tokens import Token

FINITE = ("VBD", "VBP", "VBZ")
"""The tags of verbs that can stand with a subject as a clause of their own."""
_AROUND = ("aux", "auxpass", "neg", "advmod", "prt")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LOOSE = ("advcl", "parataxis", "ccomp")
_CARRIERS = ("conj", "xcomp", "advcl", "ccomp", "pcomp")


def subtree(token: Token) -> set[int]:
    """The places of the token and all below it."""
    return {below.i for below in token.subtree}


def children(token: Token, *relations: str) -> list[Token]:
    """The children that stand in one of these relations to the token, in order."""
    return [child for child in token.children if child.dep_ in relations]


def subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, its agent, or that of the verb it hangs on; None where nobody is said to."""
    agents = [below for agent in children(verb, "agent") for below in children(agent, "pobj")]
    if agents:
        return agents[0]
    if is_passive(verb):
        return None
    own = children(verb, *_SUBJECTS)
    if own:
        return own[0] if _renames(own[-1], own[0]) else own[-1]
    if verb.dep_ in ("relcl", "acl") and verb.tag_ != "VBN":
        return verb.head
    carrier = verb.head.head if verb.dep_ == "pcomp" and verb.head.pos_ in ("ADP", "SCONJ") else verb.head
    if verb.dep_ in _CARRIERS and carrier.i != verb.i and carrier.pos_ in ("VERB", "AUX"):
        return subject(carrier)
    return None


def _renames(second: Token, first: Token) -> bool:
    """Whether a second subject is what the first one is, behind a comma ("Maren Oru, head of the port, said")."""
    return second.i > first.i and first.pos_ == "PROPN" and second.left_edge.nbor(-1).text == ","


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    if children(verb, "auxpass"):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl") and not children(verb, "aux", "nsubj")


def phrase_head(token: Token, within: range) -> Token | None:
    """The head of the noun phrase of `token` that lies in `within`; None where it is in no noun phrase."""
    while token.head.i in within and token.head.i != token.i and token.dep_ not in ("ROOT", "conj"):
        if token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None


def source(head: Token, word: Token) -> set[int]:
    """The noun phrase of a source with what describes it, without the clause in which `word`, the cue, stands."""
    left_out: set[int] = set()
    for child in head.children:
        aside = child.dep_ in _LOOSE or _is_day(child) or _is_doing(child)
        if aside or child.i == word.i or child.is_ancestor(word):
            left_out |= subtree(child)
    renamed = [sibling for sibling in children(head.head, "nsubj") if sibling.i > head.i and _renames(sibling, head)]
    return (subtree(head) - left_out).union(*map(subtree, renamed))


def _is_doing(token: Token) -> bool:
    """Whether it tells, behind a comma, what somebody did the while ("Moor, leaving the hall")."""
    return (
        token.dep_ == "acl" and token.tag_ == "VBG" and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
    )


def _is_day(token: Token) -> bool:
    return token.dep_ in ("npadvmod", "appos", "nmod") and token.ent_type_ in ("DATE", "TIME")


def cue(verb: Token, light: Iterable[str]) -> set[int]:
    """The verb with the auxiliaries, negations and adverbs that touch it, and the light verbs that lead to it."""
    own = {verb.i} | {child.i for child in children(verb, *_AROUND) if not children(child, "advcl", "prep")}
    touching = _run(own, verb.i)
    lead = verb.head
    start = min(touching)
    if verb.dep_ == "xcomp" and lead.lemma_ in light and lead.i < verb.i and start - lead.i <= 3:
        return cue(lead, light) | set(range(lead.i, max(touching) + 1))
    return touching


def _run(places: set[int], around: int) -> set[int]:
    low = high = around
    while low - 1 in places:
        low -= 1
    while high + 1 in places:
        high += 1
    return set(range(low, high + 1))
