"""Deeds: verbs that bind, give or end something by what is said of them and their object ("banned imports").

The lists of verbs and of objects are data; `_DEEDS` says which of them make which commitment.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read import amounts
from dateline.read.acts.clauses import objects
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children
from dateline.records import CommitmentStatus


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
    Deed("ruled_out", CommitmentStatus.REFUSED, "reject"),
    Deed("rejected", CommitmentStatus.REFUSED, "reject", about="rejectable"),
    Deed("promised_objects", CommitmentStatus.PLEDGED, "promise-object"),
    Deed("announced", CommitmentStatus.PLEDGED, "announce", about="announceable", gives=True),
    Deed("offered_objects", CommitmentStatus.PROPOSED, "offer-object", about="offerable", gives=True),
    Deed("proposed_objects", CommitmentStatus.PROPOSED, "offer-object"),
    Deed("imposed", CommitmentStatus.PLEDGED, "impose"),
    Deed("signing", CommitmentStatus.PLEDGED, "sign", about="signed"),
    Deed("withdrawn", CommitmentStatus.WITHDRAWN, "end"),
    Deed("transfers", CommitmentStatus.DELIVERED, "give", about="goods", gives=True, past=True),
)
_WEIGHED = Deed("weighed_objects", CommitmentStatus.PROPOSED, "offer-object")


def deed(story: Story, verb: Token) -> Deed | None:
    """What a verb with its object does; None where that is no commitment."""
    if story.form("commitments.deeds", verb) is None:
        return None
    things = list(objects(verb))
    about = {thing.lemma_.lower() for one in things for thing in (one, *children(one, "conj"))}
    if story.form("agenda.cancelled", verb) and not about.isdisjoint(story.known.lists["commitments.called_off"]):
        return None
    found = next((one for one in _DEEDS if story.form(f"commitments.{one.verbs}", verb)), None)
    if verb.tag_ == "VBG" and story.form("commitments.weighed_objects", verb):
        found = _WEIGHED
    doing = [one for one in children(verb, "xcomp") if one.tag_ == "VBG"]
    if found is None or (found.rule == "promise-object" and children(verb, "xcomp")):
        return None
    if not (things or doing or story.form("commitments.alone", verb)):
        return None
    if found.past and (verb.tag_ in {"VBZ", "VBP"} or children(verb, "prt")):
        return None
    fits = found.about is None or not about.isdisjoint(story.known.lists[f"commitments.{found.about}"])
    return found if fits or (found.gives and any(_is_sum(story, one) for one in things)) else None


def _is_sum(story: Story, thing: Token) -> bool:
    return thing.ent_type_ == "MONEY" or amounts.of_act(story.words(below.i for below in thing.subtree)) is not None
