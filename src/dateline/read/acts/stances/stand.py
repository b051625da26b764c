"""A stand as words take it, and the questions that all rules for it ask."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.clauses import clause_places, doer, holder
from dateline.read.acts.story import Story
from dateline.read.acts.words import words
from dateline.read.statements.tree import children, subtree
from dateline.records import Stance

TURNED = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}
"""By a stance that of who denies it; who does not hesitate takes none."""
CLAUSES = frozenset({"advcl", "relcl", "parataxis", "punct", "cc", "conj"})
"""The relations of what stands around a clause without belonging to what it says."""
WHEN = frozenset({"DATE", "TIME"})
MARK = frozenset({"mark"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_INNER = frozenset("-'’\"“”")
_RELATIVES = frozenset({"WDT", "WP"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand that words take, before the rest is looked up."""

    head: Token
    """The word that decided."""
    holder: Token | str
    stance: Stance
    issue: set[int]
    """The places of what it is about."""
    rule: str


def holder_of(story: Story, verb: Token) -> Token | None:
    """Who takes the stand of a verb; not anybody of a kind: "all countries that support it"."""
    who = doer(verb)
    if who is not None and story.known.has("positions.papers", who.lemma_.lower()):
        who = holder(who, frozenset())
    if who is None or who.i == verb.i or not story.can_act(who) or _decides_cases(story, who):
        return None
    anybody = story.known.lists["grammar.anybody"]
    clause = verb.head if verb.dep_ == "xcomp" else verb
    loose = clause.dep_ in {"relcl", "acl"} and any(one.lower_ in anybody for one in children(who, "det"))
    none = any(one.lower_ in story.known.lists["grammar.none"] for one in children(who, "det"))
    return None if loose or none or who.lower_ in anybody else who


def _decides_cases(story: Story, who: Token) -> bool:
    """Whether it is a court, a judge or a prosecutor, whose decisions in a case are no stands."""
    entry = story.context.cast.entry(who)
    roles = () if entry is None else entry.roles
    named = (who.lemma_.lower(), *(role.rpartition(" ")[2].lower() for role in roles))
    return any(story.known.has("positions.courts", one) for one in named)


def is_unreal(story: Story, verb: Token) -> bool:
    """Whether it is only possible, supposed or still to be said."""
    strength = story.modal(verb)
    if strength is not None and story.known.has("conditions.possible", strength):
        return True
    return any(child.lower_ in story.known.lists["conditions.marks"] for child in children(verb, "mark"))


def is_on_terms(story: Story, word: Token) -> bool:
    """Whether it is to be only after, or only if, something else is: "should join only after the toll is gone"."""
    known = story.known
    last = word.sent.end - 1
    for token in word.doc[word.i + 1 : last]:
        if token.lower_ in known.lists["positions.only"] and token.nbor(1).lower_ in known.lists["positions.terms"]:
            return True
    return False


def noun_phrase(noun: Token) -> set[int]:
    """The places of a noun with what describes it, not what it is called; of "which" what it stands for."""
    if noun.tag_ in _RELATIVES and noun.head.dep_ == "relcl":
        noun = noun.head.head
    if noun.pos_ == "PRON":
        return {noun.i}
    named = [one for one in children(noun, "prep") if one.lower_ in words("en").lists["positions.naming_as"]]
    acts = [one for one in children(noun, "relcl") if one.tag_ == "VB" and children(one, "aux")]
    around = clause_places(noun, frozenset({"relcl", "punct", "parataxis"}))
    return around.difference(*map(subtree, named)).union(*map(subtree, acts))


def until_break(preposition: Token) -> set[int]:
    """What follows a preposition up to the end of the clause: "for a better road for the islands to trade on"."""
    places = set()
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if (token.is_punct and token.text not in _INNER) or token.lower_ in words("en").lists["positions.breaks"]:
            break
        places.add(token.i)
    return places


def is_body(story: Story, token: Token) -> bool:
    """Whether a noun phrase names a body or a state, and no person."""
    return token.ent_type_ in _BODIES or story.known.has("actors.bodies", token.lemma_.lower())
