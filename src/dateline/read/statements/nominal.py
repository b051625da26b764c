"""Attributions whose cue is a noun, an adjective or a fixed phrase."""

from spacy.tokens import Token

from dateline.read.statements import tree
from dateline.read.statements.found import Draft
from dateline.read.statements.lexicon import Lexicon

_LONGEST_NAME = 5
_INITIALS = 3
_LIGHT_REACH = 3
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def draft(head: Token, lexicon: Lexicon) -> Draft | None:
    """The attribution that a noun, an adjective, a colon or the start of a phrase makes; None where it makes none."""
    for phrase in lexicon.sources:
        if head.lower_ == phrase[0]:
            return _phrase(head, phrase)
    if head.text == ":":
        return _script(head)
    if head.lower_ in lexicon.hearsay:
        return _hearsay(head)
    if head.pos_ == "NOUN" and head.lemma_.lower() in lexicon.nouns:
        return _noun(head, lexicon)
    if head.pos_ == "ADJ" and head.lower_ in lexicon.adjectives:
        return _adjective(head)
    return None


def _phrase(head: Token, phrase: tuple[str, ...]) -> Draft | None:
    words = head.doc[head.i : head.i + len(phrase)]
    if words.text.lower() != " ".join(phrase):
        return None
    last = words[-1]
    named = tree.children(last, "pobj") or tree.children(head, "pobj")
    if not named:
        return None
    cue = set(range(words.start, words.end))
    around = _clause_of(head) - tree.subtree(head)
    return Draft(head, "phrase", cue, tree.subtree(named[0]) - cue, around, named[0])


def _hearsay(adverb: Token) -> Draft | None:
    """What is so by hearsay: the clause or phrase that "reportedly" stands in."""
    content = tree.subtree(adverb.head) - {adverb.i}
    return Draft(adverb, "hearsay", {adverb.i}, set(), content) if adverb.dep_ == "advmod" else None


def _script(colon: Token) -> Draft | None:
    """A name and a colon that open a line, as in a headline or a transcript; the rest of the line is the content."""
    start = colon.i
    while start > 0 and not colon.doc[start - 1].is_space and colon.i - start <= _LONGEST_NAME:
        start -= 1
    named = colon.doc[start : colon.i]
    opens = start == 0 or "\n" in colon.doc[start - 1].text
    if not opens or not all(token.pos_ == "PROPN" for token in named) or not any(map(_is_person, named)):
        return None
    end = next((token.i for token in colon.doc[colon.i :] if "\n" in token.text), len(colon.doc))
    return Draft(colon, "script", {colon.i}, set(range(start, colon.i)), set(range(colon.i + 1, end)), named.root)


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (token.is_upper and len(token) > _INITIALS)


def _clause_of(head: Token) -> set[int]:
    clause = head.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    return tree.subtree(clause)


def _noun(head: Token, lexicon: Lexicon) -> Draft | None:
    clauses = [child for child in tree.children(head, "acl", "ccomp") if _complement(child)]
    if not clauses:
        return None
    content = set().union(*(tree.subtree(clause) for clause in clauses))
    speaker, cue = next(iter(tree.children(head, "poss")), None), {head.i}
    led = head.head
    if speaker is None and head.dep_ == "dobj" and led.lemma_ in lexicon.noun_light:
        speaker = tree.subject(led)
        if led.i < head.i <= led.i + _LIGHT_REACH:
            cue |= tree.cue(led, lexicon.light) | set(range(led.i, head.i + 1))
    if speaker is None:
        return None
    source = {at for at in tree.source(speaker, head) if head.doc[at].text not in _POSSESSIVE}
    return Draft(head, "noun", cue, source - cue, content - cue - source, speaker)


def _complement(clause: Token) -> bool:
    words = {child.lower_ for child in clause.children if child.dep_ in ("mark", "aux")}
    return bool(words & {"that", "to"}) or clause.dep_ == "ccomp"


def _adjective(head: Token) -> Draft | None:
    verb = head.head
    if head.dep_ not in ("acomp", "oprd") or verb.pos_ not in ("AUX", "VERB"):
        return None
    clauses = tree.children(head, "ccomp", "xcomp")
    linked = [child for child in tree.children(head, "prep") if child.lower_ in ("about", "of", "with", "over", "to")]
    speaker = tree.subject(verb)
    if speaker is None or speaker.dep_ == "expl" or speaker.lower_ in ("it", "that", "this"):
        return None
    cue = tree.cue(verb, ()) | set(range(verb.i, head.i + 1)) if verb.i < head.i <= verb.i + 4 else {head.i}
    if clauses:
        content = set().union(*(tree.subtree(clause) for clause in clauses))
    elif linked:
        content = tree.subtree(linked[0]) - {linked[0].i}
        cue |= {linked[0].i} if linked[0].i == max(cue) + 1 else set()
    else:
        return None
    source = tree.source(speaker, head)
    return Draft(head, "adjective", cue, source - cue, content - cue - source, speaker)
