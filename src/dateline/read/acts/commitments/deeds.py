"""Deeds: verbs that bind, give or end something by what is said of them and their object ("banned imports").

The lists of verbs and of objects are data; `_DEEDS` says which of them make which commitment.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read import amounts
from dateline.read.acts.clauses import doer, is_done, is_manner, is_negated, meant, objects
from dateline.read.acts.commitments.bond import Bond, actor_of, is_not_yet, is_of_any, is_only_pointed_at, marked
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
    Deed("freezing", CommitmentStatus.PLEDGED, "impose", about="frozen"),
    Deed("signing", CommitmentStatus.PLEDGED, "sign", about="signed"),
    Deed("withdrawn", CommitmentStatus.WITHDRAWN, "end"),
    Deed("transfers", CommitmentStatus.DELIVERED, "give", about="goods", gives=True, past=True),
)
_ANY = frozenset({"a", "an"})
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
    found = next((one for one in _DEEDS if _is_by(story, verb, one, about)), None)
    if verb.tag_ == "VBG" and story.form("commitments.weighed_objects", verb):
        found = _WEIGHED
    doing = [one for one in children(verb, "xcomp") if one.tag_ == "VBG"]
    if found is None or (found.rule == "promise-object" and children(verb, "xcomp")):
        return None
    if any(is_only_pointed_at(story, one) for one in doing) or _is_hollow(story, verb, found, things):
        return None
    if (
        (found.status is CommitmentStatus.PROPOSED and verb.dep_ == "acl")
        or not (things or doing or story.form("commitments.alone", verb))
        or _is_judged(story, verb)
    ):
        return None
    if _is_of_somebody(story, found, things) or _is_bought(story, verb, about):
        return None
    if found.past and verb.tag_ in {"VBZ", "VBP"}:
        return None
    fits = (
        found.about is None
        or (doing and found.rule == "reject")
        or not about.isdisjoint(story.known.lists[f"commitments.{found.about}"])
    )
    return found if fits or (found.gives and any(_is_sum(story, one) for one in things)) else None


def _is_by(story: Story, verb: Token, one: Deed, about: set[str]) -> bool:
    """Whether a verb is of a class; one that freezes prices sets a ceiling, where one that freezes aid ends it."""
    if one.verbs == "freezing" and about.isdisjoint(story.known.lists["commitments.frozen"]):
        return False
    return story.form(f"commitments.{one.verbs}", verb) is not None


def _is_hollow(story: Story, verb: Token, found: Deed, things: list[Token]) -> bool:
    """Whether its object makes no act of it: "agreed on some of them", "announced the plan", "sent a delegation",
    "gave its approval of the accounts", "ordered two meals".
    """
    known = story.known
    lemmas = {one.lemma_.lower() for one in things}
    if any(known.has("grammar.unnamed", one.lower_) for one in (*things, *_counted(verb))):
        return True
    if found.rule in {"announce", "offer-object"} and things and all(_is_only_named(story, one) for one in things):
        return True
    if found.verbs == "transfers":
        lemmas |= {one.lemma_.lower() for thing in things for one in children(thing, "conj")}
        return any(lemmas & known.lists[f"commitments.{listed}"] for listed in ("visitors", "results"))
    if found.verbs == "promised_objects" and story.known.has("commitments.assenting", verb.lemma_):
        return any(of.lower_ in known.lists["grammar.part"] for one in things for of in children(one, "prep"))
    return False


def _counted(verb: Token) -> list[Token]:
    """Of what so many are meant: "agreed on ten of them"."""
    behind = [one for word in children(verb, "prep") for one in children(word, "pobj")]
    numbers = [one for one in (*children(verb, "dobj"), *behind) if one.pos_ in {"NUM", "PRON", "DET"}]
    return [one for number in numbers for of in children(number, "prep") for one in children(of, "pobj")]


def _is_only_named(story: Story, thing: Token) -> bool:
    """Whether a word only points to what is told elsewhere: "the plan", "this alternative"."""
    pointed = [child for child in thing.children if child.dep_ == "det" and child.lower_ not in _ANY]
    alone = all(child.dep_ == "det" for child in thing.children)
    return bool(pointed) and alone and story.known.has("commitments.plain", thing.lemma_.lower())


def _is_of_somebody(story: Story, found: Deed, things: list[Token]) -> bool:
    """Whether it is somebody who is dismissed, and no course that ends: "suspended the mayor"."""
    return found.verbs == "withdrawn" and bool(things) and all(story.can_act(one) for one in things)


def _is_bought(story: Story, verb: Token, about: set[str]) -> bool:
    """Whether it is a thing that is ordered, and no act: "ordered a boiler"."""
    ordered = story.form("commitments.ordering", verb) is not None and bool(about)
    things = about - story.known.lists["commitments.bought"]
    acts = things & (story.known.lists["commitments.orderable"] | story.known.lists["agenda.events"])
    endings = tuple(story.known.lists["commitments.endings_of_acts"])
    return ordered and not (acts or any(one.endswith(endings) for one in things) or children(verb, "xcomp", "ccomp"))


def _is_judged(story: Story, verb: Token) -> bool:
    """Whether it is only agreed what is needed: "agreed on the need for a new pier"."""
    behind = [one for word in children(verb, "prep") for one in children(word, "pobj")]
    return any(story.known.has("positions.stressed", one.lemma_.lower()) for one in behind)


def _is_sum(story: Story, thing: Token) -> bool:
    """Whether so much money or so many of something are given: not what somebody earned, lost or is forecast to win."""
    results = story.known.lists["commitments.results"]
    if any(one.lemma_.lower() in results for one in thing.subtree if one.dep_ in {thing.dep_, "pobj"}):
        return False
    return thing.ent_type_ == "MONEY" or amounts.of_act(story.words(below.i for below in thing.subtree)) is not None


def performed(story: Story, verb: Token) -> Bond | None:
    """A verb that itself binds, gives or ends: "banned", "rejected the offer", "sent 500 troops", "suspended"."""
    if verb.pos_ != "VERB" or story.form("commitments.deeds", verb) is None or is_negated(verb):
        return None
    if not (is_manner(verb) and _has_been(verb)) and (not is_done(verb) or story.lead(verb) is not None):
        return None
    done = deed(story, verb)
    who = doer(verb) if done else None
    actor = actor_of(story, who)
    if done is None or who is None or actor is None or _is_untold(story, verb):
        return None
    if _is_of_no_office(story, verb, who):
        return None
    status, rule = _status(story, verb, done)
    return Bond(verb, actor, status, rule, (verb,), who)


def _is_untold(story: Story, verb: Token) -> bool:
    """Whether the clause does not tell that it was done, or not by somebody in particular."""
    asked = marked(story, verb, "mark") or _is_supposed(story, verb)
    return asked or is_not_yet(story, verb) or is_of_any(verb)


def _is_supposed(story: Story, verb: Token) -> bool:
    """Whether the clause around it does not tell it or supposes it: "it does not mean that we accepted"."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.i == verb.i:
        return False
    unsure = story.form("guesses.verbs", above) is not None
    return unsure or is_negated(above) or marked(story, above, "mark") or _is_supposed(story, above)


def _is_of_no_office(story: Story, verb: Token, who: Token) -> bool:
    """Whether somebody signs or orders for himself: a player his contract, gunmen that others go away."""
    private = {one.lemma_.lower() for one in objects(verb)} & story.known.lists["commitments.private"]
    if who.ent_type_ == "PERSON" and private and story.form("commitments.signing", verb):
        return True
    return story.known.has("commitments.outlaws", who.lemma_.lower()) and bool(story.form("commitments.imposed", verb))


def _status(story: Story, verb: Token, done: Deed) -> tuple[CommitmentStatus, str]:
    """How what is done stands, and the rule. "Has been sending" is given, "is sending" pledged."""
    status = done.status
    gone_on = any(one.tag_ == "VBN" for one in children(verb, "aux"))
    ahead = verb.tag_ == "VBG" and not is_manner(verb) and not gone_on
    if status is CommitmentStatus.DELIVERED and ahead and not story.form("commitments.at_once", verb):
        status = CommitmentStatus.PLEDGED
    condition = story.condition(verb) if status is CommitmentStatus.PLEDGED else None
    if condition is not None and story.is_doubtful(condition):
        return CommitmentStatus.CONDITIONAL, "condition"
    return status, done.rule


def _has_been(gerund: Token) -> bool:
    """Whether what a gerund tells of has been done: "was blamed for sending", not "would pay for sending"."""
    above = gerund.head.head
    return above.pos_ == "VERB" and above.tag_ in {"VBD", "VBN"} and is_done(above)
