"""Stands that people take in words of their own: what must be, what is wrong, what they call a thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.clauses import Lead, clause_places, is_negated, objects
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive, subtree
from dateline.records import Stance

_JUDGED = {
    False: (("judged_bad", Stance.OPPOSES), ("judged_good", Stance.SUPPORTS)),
    True: (("judged_denied", Stance.OPPOSES),),
}
"""By whether it is denied the lists of what a thing is called, with the stance of who calls it so."""
_NAMES = frozenset({"oprd", "acomp", "pobj", "amod", "ccomp", "attr"})
_INNER_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp"})
_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "punct", "cc", "conj"})
_MARK = frozenset({"mark"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand that words take, before the rest is looked up."""

    head: Token
    """The word that decided."""
    holder: Token | str
    stance: Stance
    issue: set[int]
    rule: str


def spoken(story: Story, verb: Token) -> Iterator[Stand]:
    """The stand that a speaker takes in words of his own: what must be, what is wrong, what may be on terms."""
    known = story.known
    said = story.said(verb)
    if said is None or said.speaker is None or story.is_onlooker(said) or not story.can_speak(said):
        return
    who = story.speaker(said, verb) or said.speaker
    strength = story.lead(verb)
    if any(child.lower_ in known.lists["conditions.marks"] for child in children(verb, "mark", "advmod")):
        return
    threat = _threatened(story, verb)
    if threat:
        yield Stand(verb, who, Stance.OPPOSES, threat, "warning")
        return
    if verb.dep_ in _INNER_CLAUSES:
        return
    if strength is not None and strength.name in known.lists["obligations.modals"] | known.lists["obligations.leads"]:
        yield from _demanded(verb, who, strength, story)
    elif verb.lemma_ == "be":
        yield from _judged(story, verb, who)
    elif story.form("positions.judged_needed", verb) and not is_negated(verb):
        needed = [one for one in children(verb, "nsubjpass") if one.pos_ != "PRON"]
        about = {place for one in needed for place in subtree(one)}
        if _is_told(story, about):
            yield Stand(verb, who, Stance.SUPPORTS, about, "judgement")


def _demanded(verb: Token, who: str, strength: Lead, story: Story) -> Iterator[Stand]:
    """What must be or must not be, once for verbs that are joined; not "we must wait", nor "should he come"."""
    joined = strength.owner.i != verb.i and verb.dep_ == "conj"
    state = verb.lemma_ != "be" and not is_passive(verb) and story.form("commitments.states", verb)
    turned_round = any(strength.word.i < one.i < verb.i for one in children(verb, "nsubj", "nsubjpass"))
    if joined or state or turned_round:
        return
    stance = Stance.OPPOSES if is_negated(verb) else Stance.SUPPORTS
    if _is_on_terms(story, verb):
        stance = Stance.CONDITIONAL
    if strength.name in story.known.lists["obligations.modals"]:
        yield Stand(verb, who, stance, clause_places(verb, _CLAUSES), "demand")
    elif not strength.denied:
        yield Stand(verb, who, stance, clause_places(verb, _CLAUSES), "demand-need")


def _is_on_terms(story: Story, verb: Token) -> bool:
    """Whether it is to be only after, or only if, something else is: "should join only after the toll is gone"."""
    return any(
        one.lower_ in story.known.lists["positions.only"]
        for clause in children(verb, "advcl", "prep")
        for one in (*children(clause, "advmod"), *([clause.left_edge.nbor(-1)] if clause.left_edge.i else []))
    )


def _threatened(story: Story, verb: Token) -> set[int]:
    """The condition of a threat: "if the board votes for it, there will be consequences"."""
    said = story.said(verb)
    strength = story.modal(verb)
    if said is None or strength is None or strength in story.known.lists["conditions.possible"]:
        return set()
    warned = any(
        story.known.has("positions.warnings", word.strip(",."))
        for span in said.cue
        for word in span.of(story.text).lower().split()
    )
    harm = any(story.known.has("positions.harms", below.lemma_.lower()) for below in verb.subtree)
    if not warned and not harm:
        return set()
    for clause in children(verb, "advcl"):
        if any(child.lower_ in story.known.lists["grammar.if"] for child in children(clause, "mark")):
            return clause_places(clause, _MARK)
    return set()


def _judged(story: Story, verb: Token, who: str) -> Iterator[Stand]:
    """As in "it is wrong to close it", "the toll is unacceptable"."""
    for word in children(verb, "acomp", "attr", "oprd"):
        for listed, stance in _JUDGED[is_negated(verb)]:
            if story.known.has(f"positions.{listed}", word.lemma_.lower()):
                subjects = [one for one in children(verb, "nsubj", "csubj") if one.pos_ != "PRON"]
                after = [*children(verb, "advcl", "ccomp", "xcomp"), *children(word, "xcomp", "ccomp", "advcl")]
                about = {place for one in subjects or after for place in subtree(one)}
                if _is_told(story, about):
                    yield Stand(word, who, stance, about, "judgement")


def called(story: Story, verb: Token, who: Token) -> Iterator[Stand]:
    """What somebody calls good or bad: "called the toll unacceptable", "described it as a mistake"."""
    about = [one for one in objects(verb) if one.pos_ != "PRON"]
    names = [word for word in verb.subtree if word.dep_ in _NAMES and word.i > verb.i]
    for word in names:
        for listed, stance in _JUDGED[False]:
            if story.known.has(f"positions.{listed}", word.lemma_.lower()):
                places = {place for one in about for place in subtree(one) if one.i != word.i}
                yield Stand(word, who, stance, places or clause_places(verb, _CLAUSES) - {verb.i}, "judgement")
                return


def _is_told(story: Story, about: set[int]) -> bool:
    """Whether it is said what is meant: not "what further steps"."""
    return not any(story.known.has("conditions.marks", story.doc[place].lower_) for place in about)
