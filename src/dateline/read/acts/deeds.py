"""Deeds: verbs that bind, give or end something by what is said of them and their object ("banned imports").

Of any act that binds also what is given by it, and to whom.

The lists of verbs and of objects are data; `_DEEDS` says which of them make which commitment.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read import amounts
from dateline.read.acts.clauses import clause_places, meant, objects
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children
from dateline.records import Amount, CommitmentStatus


@dataclass(frozen=True, slots=True)
class Deed:
    """A class of verbs and what they make of their subject."""

    verbs: str
    """The list of the verbs, in `commitments`."""
    status: CommitmentStatus
    rule: str
    about: str | None = None
    """The list of what the object must be; None for anything."""
    gives: bool = False
    """Whether an amount of money, goods or troops does as the object."""
    past: bool = False
    """Whether it counts only once it is done, or is being done: "banks lend money" is a habit."""


_DEEDS = (
    Deed("ruled_out", CommitmentStatus.REFUSED, "reject", about="rejectable"),
    Deed("rejected", CommitmentStatus.REFUSED, "reject", about="rejectable"),
    Deed("accepted", CommitmentStatus.PLEDGED, "promise-object", about="acceptable"),
    Deed("promised_objects", CommitmentStatus.PLEDGED, "promise-object"),
    Deed("announced", CommitmentStatus.PLEDGED, "announce", about="announceable", gives=True),
    Deed("offered_objects", CommitmentStatus.PROPOSED, "offer-object", about="offerable", gives=True),
    Deed("proposed_objects", CommitmentStatus.PROPOSED, "offer-object"),
    Deed("imposed", CommitmentStatus.PLEDGED, "impose"),
    Deed("limiting", CommitmentStatus.PLEDGED, "impose", about="limits"),
    Deed("lifting", CommitmentStatus.WITHDRAWN, "end", about="limits"),
    Deed("easing", CommitmentStatus.DELIVERED, "end", about="limits"),
    Deed("resuming", CommitmentStatus.PLEDGED, "announce", about="resumable"),
    Deed("signing", CommitmentStatus.PLEDGED, "sign", about="signed"),
    Deed("withdrawn", CommitmentStatus.WITHDRAWN, "end"),
    Deed("transfers", CommitmentStatus.DELIVERED, "give", about="goods", gives=True, past=True),
)
_WEIGHED = Deed("weighed_objects", CommitmentStatus.PROPOSED, "offer-object")


def deed(story: Story, verb: Token) -> Deed | None:
    """What a verb of `commitments.deeds` with its object does; None where that is no commitment."""
    things = [meant(one) for one in objects(verb)]
    if len(children(verb, "dobj")) > 1:
        # Of two the parser takes for objects the first is to whom: "gave the team a medal".
        things = children(verb, "dobj")[-1:]
    about = {thing.lemma_.lower() for one in things for thing in (one, *children(one, "conj"))}
    if story.form("agenda.cancelled", verb) and not about.isdisjoint(story.known.lists["commitments.called_off"]):
        return None
    found = next((one for one in _DEEDS if story.form(f"commitments.{one.verbs}", verb)), None)
    if verb.tag_ == "VBG" and story.form("commitments.weighed_objects", verb):
        found = _WEIGHED
    doing = [one for one in children(verb, "xcomp") if one.tag_ == "VBG"]
    if found is None or (found.rule == "promise-object" and children(verb, "xcomp")):
        return None
    if found.status is CommitmentStatus.PROPOSED and verb.dep_ == "acl":
        return None
    if any(story.known.has("grammar.unnamed", one.lower_) for one in things):
        return None
    if not (things or doing or story.form("commitments.alone", verb)) or _is_judged(story, verb):
        return None
    if found.past and verb.tag_ in {"VBZ", "VBP"}:
        return None
    if _is_of_somebody(story, found, things) or _is_bought(story, verb, about):
        return None
    fits = (
        found.about is None
        or (doing and found.rule == "reject")
        or not about.isdisjoint(story.known.lists[f"commitments.{found.about}"])
    )
    return found if fits or (found.gives and any(_is_sum(story, one) for one in things)) else None


def _is_of_somebody(story: Story, found: Deed, things: list[Token]) -> bool:
    """Whether it is somebody who is dismissed, and no course that ends: "suspended the mayor"."""
    return found.verbs == "withdrawn" and bool(things) and all(story.can_act(one) for one in things)


def _is_bought(story: Story, verb: Token, about: set[str]) -> bool:
    """Whether it is a thing that is ordered, and no act: "ordered a boiler"."""
    ordered = story.form("commitments.ordering", verb) is not None and bool(about)
    acts = about & (story.known.lists["commitments.orderable"] | story.known.lists["agenda.events"])
    endings = tuple(story.known.lists["commitments.endings_of_acts"])
    return ordered and not (acts or any(one.endswith(endings) for one in about) or children(verb, "xcomp", "ccomp"))


def _is_judged(story: Story, verb: Token) -> bool:
    """Whether it is only agreed what is needed: "agreed on the need for a new pier"."""
    behind = [one for word in children(verb, "prep") for one in children(word, "pobj")]
    return any(story.known.has("positions.stressed", one.lemma_.lower()) for one in behind)


def _is_sum(story: Story, thing: Token) -> bool:
    return thing.ent_type_ == "MONEY" or amounts.of_act(story.words(below.i for below in thing.subtree)) is not None


def amount(story: Story, verb: Token) -> Amount | None:
    """How much is given, spent or sent: of the object, not of what describes it."""
    for thing in objects(verb):
        found = amounts.of_act(story.words(clause_places(thing, frozenset({"relcl", "acl", "prep"}))))
        found = found or amounts.of_act(story.words(clause_places(thing, frozenset({"relcl", "acl"}))))
        if found is not None:
            return found
    return None


def beneficiary(story: Story, verb: Token) -> str | None:
    """Whom it is given to: the indirect object, or what stands after "to", "for" or "with" and is a person or body."""
    for child in children(verb, "dative"):
        inner = children(child, "pobj")
        return story.actor(inner[0] if inner else child)
    for giving in (verb, *children(verb, "dobj")):
        for preposition in children(giving, "prep"):
            inner = children(preposition, "pobj")
            if (
                preposition.lower_ in story.known.lists["commitments.giving"]
                and inner
                and (inner[0].pos_ == "PROPN" or inner[0].ent_type_)
            ):
                return story.actor(inner[0])
    return None
