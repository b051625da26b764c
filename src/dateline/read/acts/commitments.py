"""Commitments: what somebody binds himself to, offers, refuses, gives or ends."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read import amounts
from dateline.read.acts.clauses import Story, complement, is_negated, modal, who
from dateline.read.acts.found import FoundCommitment
from dateline.read.acts.words import Words, words
from dateline.read.statements.tree import children, is_passive
from dateline.records import CommitmentStatus
from dateline.text.timex import day_range

_CERTAIN = frozenset({"will", "shall", "would"})
_WEAK = frozenset({"could", "may", "might", "can"})
_TO = frozenset({"to", "for", "with"})


@dataclass(frozen=True, slots=True)
class _Bond:
    """A verb that binds, and what is known of it before the rest is looked up."""

    verb: Token
    """The verb whose clause is the act."""
    actor: Token
    status: CommitmentStatus
    rule: str
    confidence: float


def commitments(story: Story) -> list[FoundCommitment]:
    """The commitments of a story, one a verb, in order."""
    known = words("en")
    found: list[FoundCommitment] = []
    taken: set[int] = set()
    for token in story.doc:
        if token.pos_ not in {"VERB", "AUX"} or token.i in taken:
            continue
        for bond in _bonds(token, known):
            if bond.verb.i not in taken:
                found.append(_made(story, bond))
                taken |= {bond.verb.i, token.i}
                break
    return _each_once(found)


def _bonds(verb: Token, known: Words) -> Iterator[_Bond]:
    actor = who(verb)
    if actor is None or is_passive(verb) or _is_question(verb):
        return
    yield from _performed(verb, actor, known)
    yield from _announced(verb, actor, known)
    yield from _given(verb, actor, known)


def _performed(verb: Token, actor: Token, known: Words) -> Iterator[_Bond]:
    """A verb that itself binds: promise, offer, refuse, suspend, ban."""
    act = complement(verb)
    weak = modal(verb) in _WEAK
    if known.verb("commitments.refused", verb) and not is_negated(verb):
        yield _Bond(_act(verb, act), actor, CommitmentStatus.REFUSED, "refuse", 0.6)
    elif known.verb("commitments.pledged", verb) and act is not None and _binds(act, verb):
        status = CommitmentStatus.REFUSED if is_negated(act) else CommitmentStatus.PLEDGED
        if is_negated(verb):
            status = CommitmentStatus.REFUSED
        yield _Bond(_act(verb, act), actor, CommitmentStatus.PROPOSED if weak else status, "promise", 0.5)
    elif _proposes(verb, act, known):
        yield _Bond(_act(verb, act), actor, CommitmentStatus.PROPOSED, "offer", 0.4)
    elif known.verb("commitments.withdrawn", verb) and act is not None and not is_negated(verb) and not weak:
        yield _Bond(verb, actor, CommitmentStatus.WITHDRAWN, "end", 0.5)
    elif known.verb("commitments.imposed", verb) and act is not None and not is_negated(verb) and not weak:
        yield _Bond(verb, actor, CommitmentStatus.PLEDGED, "impose", 0.5)


def _proposes(verb: Token, act: Token | None, known: Words) -> bool:
    if act is None or is_negated(verb):
        return False
    return known.verb("commitments.proposed", verb) or (
        act.tag_ == "VBG" and known.has("commitments.weighed", verb.lemma_.lower())
    )


def _announced(verb: Token, actor: Token, known: Words) -> Iterator[_Bond]:
    """As in "will lend", "would not discuss", "is ready to send", "could lift … if"."""
    strength = modal(verb)
    act = verb
    going = (
        verb.lemma_ == "go" and verb.tag_ == "VBG" and (inner := complement(verb)) is not None and inner.tag_ == "VB"
    )
    ready = verb.lemma_ == "be" and _ready(verb, known)
    if going and inner is not None:
        act, strength = inner, "will"
    elif isinstance(ready, Token):
        act, strength = ready, "will"
    elif known.verb("commitments.intends", verb) and (inner := complement(verb)) is not None and inner.tag_ == "VB":
        act, strength = inner, "will"
    if strength is None or known.has("commitments.no_acts", act.lemma_.lower()):
        return
    negated = is_negated(verb) or is_negated(act)
    conditional = any(
        child.dep_ == "advcl" and any(mark.lower_ in {"if", "unless", "provided"} for mark in child.subtree)
        for child in act.children
    )
    if conditional:
        yield _Bond(act, actor, CommitmentStatus.CONDITIONAL, "condition", 0.4)
    elif strength in _CERTAIN:
        yield _Bond(act, actor, CommitmentStatus.REFUSED if negated else CommitmentStatus.PLEDGED, "will", 0.4)


def _given(verb: Token, actor: Token, known: Words) -> Iterator[_Bond]:
    """A transfer that is done, where what was given is said."""
    done = verb.tag_ in {"VBD", "VBN"} and (
        verb.tag_ == "VBD" or any(child.lower_ in {"has", "have", "had"} for child in verb.children)
    )
    if not done or is_negated(verb) or not known.has("commitments.transfers", verb.lemma_.lower()):
        return
    objects = children(verb, "dobj")
    goods = [
        child
        for child in objects
        if any(below.like_num for below in child.subtree) or child.ent_type_ == "MONEY" or _worth(child)
    ]
    if goods:
        yield _Bond(verb, actor, CommitmentStatus.DELIVERED, "give", 0.4)


def _made(story: Story, bond: _Bond) -> FoundCommitment:
    actor = story.actor(bond.actor)
    index = story.report(bond.verb, [actor])
    action = story.clause(bond.verb) or bond.verb.text
    due, alternatives = _due(story, bond)
    condition = story.condition(bond.verb)
    status = bond.status
    if condition and status in {CommitmentStatus.PLEDGED, CommitmentStatus.PROPOSED}:
        status = CommitmentStatus.CONDITIONAL
    return FoundCommitment(
        span=story.evidence(bond.verb),
        confidence=bond.confidence,
        rule=f"acts/{bond.rule}",
        statement=index,
        reported_by=story.reporter(index, [actor]),
        condition=condition,
        actor=actor,
        action=action,
        beneficiary=_beneficiary(story, bond.verb),
        amount=amounts.of_act(action),
        due=due,
        due_alternatives=alternatives,
        status=status,
    )


def _due(story: Story, bond: _Bond) -> tuple[str | None, tuple[str, ...]]:
    """The day by which, or the readings left open: "approved cuts last month" names no deadline, it looks back."""
    due, alternatives = story.dates(bond.verb)
    days, published = day_range(due), story.context.published
    over = days is not None and published is not None and days[1] < published.day
    return (None, ()) if over or bond.status is CommitmentStatus.DELIVERED else (due, alternatives)


def _beneficiary(story: Story, verb: Token) -> str | None:
    """Whom it is given to: the indirect object, or what stands after "to", "for" or "with" and is a person or body."""
    for child in children(verb, "dative"):
        inner = children(child, "pobj")
        return story.actor(inner[0] if inner else child)
    for holder in (verb, *children(verb, "dobj")):
        for preposition in children(holder, "prep"):
            inner = children(preposition, "pobj")
            if preposition.lower_ in _TO and inner and (inner[0].pos_ == "PROPN" or inner[0].ent_type_):
                return story.actor(inner[0])
    return None


def _act(verb: Token, act: Token | None) -> Token:
    """The verb whose clause is the act: the infinitive or clause, else the verb with its object."""
    return act if act is not None and act.pos_ in {"VERB", "AUX"} else verb


def _binds(act: Token, verb: Token) -> bool:
    """Not "agreed that it was late": a clause must look ahead."""
    if act.dep_ != "ccomp":
        return act.pos_ in {"VERB", "AUX"} or verb.lemma_.lower() != "agree"
    return modal(act) in _CERTAIN or (act.tag_ == "VB" and modal(act) is None)


def _ready(verb: Token, known: Words) -> Token | None:
    for child in children(verb, "acomp"):
        if known.has("commitments.ready", child.lower_):
            return next(iter(children(child, "xcomp")), None)
    return None


def _worth(child: Token) -> bool:
    """Whether its worth is given; the parser hangs "worth" on the goods or on the verb."""
    return any(below.lower_ == "worth" for below in (*child.subtree, *child.head.children))


def _is_question(verb: Token) -> bool:
    return verb.sent.text.rstrip("\"'”’ ").endswith("?")


def _each_once(found: list[FoundCommitment]) -> list[FoundCommitment]:
    """One record an actor and status in a sentence: "will build and run" is one act."""
    kept: dict[tuple[object, ...], FoundCommitment] = {}
    for one in found:
        kept.setdefault((one.span, one.actor.casefold(), one.status), one)
    return list(kept.values())
