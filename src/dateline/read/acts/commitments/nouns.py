"""Nouns that bind with what is promised behind them, promises about what others do, and plans that nobody has."""

from spacy.tokens import Token

from dateline.read.acts.clauses import doer, holder, is_negated
from dateline.read.acts.commitments.bond import Bond, actor_of, who_tells
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children
from dateline.records import CommitmentStatus

# The nouns that do so with what is promised behind a preposition: "its pledge of aid".
_NAMED = (("nouns_given", CommitmentStatus.PLEDGED), ("nouns_offered_too", CommitmentStatus.PROPOSED))
_STATES = frozenset({"GPE", "ORG"})


def named(story: Story, noun: Token) -> Bond | None:
    """As in "reaffirmed its commitment to free ports", "the council's promise of aid": a noun with what is promised."""
    known = story.known
    lemma = noun.lemma_.lower()
    found = next((one for one in _NAMED if known.has(f"commitments.{one[0]}", lemma)), None)
    behind = [one for one in children(noun, "prep") if one.lower_ in known.lists["commitments.naming"]]
    given = [one for preposition in behind for one in children(preposition, "pobj")]
    if found is None or not given or is_negated(noun):
        return None
    who = holder(noun, known.lists["commitments.carriers"])
    if who is None or who.i in {one.i for one in given}:
        return None
    actor = actor_of(story, who)
    return None if actor is None else Bond(noun, actor, found[1], "noun-object", (noun,), who)


def vowed(story: Story, verb: Token) -> Bond | None:
    """As in "promised that all would have a house": who promises a thing is bound to it, whoever does it; but of an
    official who promises that his state or body will do it, that is bound.
    """
    strength = story.modal(verb)
    vow = verb.head
    if verb.dep_ != "ccomp" or strength is None or not story.known.has("commitments.will", strength):
        return None
    if story.form("commitments.vowing", vow) is None or is_negated(vow) or story.lead(vow) is not None:
        return None
    who = doer(vow)
    own = next(iter(children(verb, "nsubj")), None)
    if who is not None and own is not None and _is_person(story, who) and own.ent_type_ in _STATES:
        who = own
    actor = actor_of(story, who)
    status = CommitmentStatus.REFUSED if is_negated(verb) else CommitmentStatus.PLEDGED
    return None if actor is None else Bond(verb, actor, status, "promise", (vow,), who, vowed=True)


def _is_person(story: Story, who: Token) -> bool:
    return who.ent_type_ == "PERSON" or story.known.has("actors.offices", who.lemma_.lower())


def unplanned(story: Story, verb: Token) -> Bond | None:
    """As in "we have no plans for a toll", "there are no plans to sell it": refused by who has none, or says so."""
    if story.form("commitments.having", verb) is None:
        return None
    for noun in children(verb, "dobj", "attr"):
        none = any(one.lower_ in story.known.lists["grammar.none"] for one in children(noun, "det"))
        if not none or not story.known.has("commitments.plans", noun.lemma_.lower()):
            continue
        who = next(iter(children(verb, "nsubj")), None)
        behind = [one for one in children(noun, "prep") if one.lower_ in story.known.lists["commitments.giving"]]
        if behind and (actor := actor_of(story, who)):
            return Bond(verb, actor, CommitmentStatus.REFUSED, "noun-not", (noun,), who)
        if children(verb, "expl") and (behind or children(noun, "acl")) and (actor := who_tells(story, verb)):
            return Bond(verb, actor, CommitmentStatus.REFUSED, "noun-not", (noun,), None)
    return None
