"""Commitments: what somebody binds himself to, offers, refuses, gives or ends."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.clauses import (
    Lead,
    doer,
    holder,
    is_done,
    is_ended,
    is_manner,
    is_negated,
    objects,
    own_subject,
    whose,
)
from dateline.read.acts.deeds import amount, beneficiary, deed
from dateline.read.acts.found import FoundCommitment
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import CommitmentStatus

_WHEN = frozenset({"DATE", "TIME"})
_PLEDGED, _PROPOSED, _CONDITIONAL = CommitmentStatus.PLEDGED, CommitmentStatus.PROPOSED, CommitmentStatus.CONDITIONAL
_REFUSED, _DELIVERED, _WITHDRAWN = CommitmentStatus.REFUSED, CommitmentStatus.DELIVERED, CommitmentStatus.WITHDRAWN

# Lists of leads with the status and the rule that each gives; the first that has the lead decides.
_LEADS = (
    ("refused", _REFUSED, "refuse"),
    ("stopped", _WITHDRAWN, "stop"),
    ("promised", _PLEDGED, "promise"),
    ("offered", _PROPOSED, "offer"),
    ("intended", _PLEDGED, "intend"),
    ("set", _PLEDGED, "set"),
    ("weak", _CONDITIONAL, "condition"),
    ("will", _PLEDGED, "will"),
    ("able", _PLEDGED, "can"),
)
_NOUNS = (
    ("nouns_promised", _PLEDGED, "noun"),
    ("nouns_offered", _PROPOSED, "noun"),
    ("nouns_refused", _REFUSED, "noun"),
)
# The nouns that do so with what is promised behind a preposition: "its pledge of aid".
_NAMED = (("nouns_given", _PLEDGED), ("nouns_offered_too", _PROPOSED))
_NOT_BEHIND = {"refuse": "no_refusals"} | dict.fromkeys(
    ("offer", "intend", "set", "condition", "will", "can"), "states"
)
"""By rule the verbs to which its leads bind nobody, denied or not."""
_WEAK_RULES = frozenset({"intend", "condition", "set", "will"})
"""Of these, what is a forecast or an event is no commitment, unless it is denied or hangs on a condition."""
_UNSURE = ("guesses.verbs", "guesses.nouns", "guesses.adjectives", "denials.verbs")
"""Behind these it is only supposed or denied that something will be done."""
_OUTER = ("will", "promised", "intended", "set")
"""What may stand before a lead: "will be ready to"."""


@dataclass(frozen=True, slots=True)
class _Bond:
    """A verb that binds, before the rest is looked up."""

    verb: Token
    """The verb whose clause is the act."""
    actor: str
    status: CommitmentStatus
    rule: str
    cue: tuple[Token, ...]
    """The words that decided."""


def commitments(story: Story) -> list[FoundCommitment]:
    """The commitments of a story, in order: one for an act, or for acts joined to one ("will repair and widen")."""
    found: dict[tuple[object, ...], FoundCommitment] = {}
    bonds = [bond for noun in story.words_of["NOUN"] if (bond := _named(story, noun)) is not None]
    for verb in story.words_of["VERB"]:
        bond = (
            None
            if story.asks(verb)
            else _led(story, verb) or _vowed(story, verb) or _performed(story, verb) or _unplanned(story, verb)
        )
        if bond is not None:
            bonds.append(bond)
    for bond in sorted(bonds, key=lambda bond: bond.verb.i):
        one = _made(story, bond)
        found.setdefault((one.span, one.actor.casefold(), one.status, bond.cue[0].i), one)
    return list(found.values())


def _led(story: Story, verb: Token) -> _Bond | None:
    """What a lead makes of the verb behind it: "will send", "agreed to send", "its offer to send"."""
    ahead = _lead(story, verb)
    kind = None if ahead is None else _kind(story, verb, ahead)
    if ahead is None or kind is None or _is_supposed(story, verb, ahead):
        return None
    actor, is_told = _actor(story, verb, ahead)
    if actor is None or _is_for_a_purpose(story, verb, ahead):
        return None
    status, rule = kind if not is_told else (kind[0], "will-be-done")
    if _hangs(story, verb, ahead):
        status, rule = _CONDITIONAL, "condition"
    elif status is _CONDITIONAL or ((ahead.denied or is_negated(verb)) and status in {_REFUSED, _WITHDRAWN}):
        return None
    elif ahead.denied or is_negated(verb):
        ended = is_ended(verb) or is_ended(ahead.owner)
        status, rule = _WITHDRAWN if ended else _REFUSED, f"{rule}-not"
    elif status is _PLEDGED:
        status = _turned(story, verb)
    return _Bond(verb, actor, status, rule, (ahead.word,))


def _lead(story: Story, verb: Token) -> Lead | None:
    """The lead of a verb; the noun where that stands before it and leads by itself: "took the decision to close it"."""
    ahead = story.lead(verb)
    if ahead is None or verb.dep_ not in {"xcomp", "advcl"} or not story.form("commitments.carriers", ahead.owner):
        return ahead
    nouns = [one for one in children(ahead.owner, "dobj") if one.i < verb.i and _is_bond(story, one)]
    return Lead(nouns[0].lemma_.lower(), nouns[0], nouns[0]) if nouns else ahead


def _is_bond(story: Story, noun: Token) -> bool:
    return any(story.known.has(f"commitments.{name}", noun.lemma_.lower()) for name, _, _ in _NOUNS)


def _named(story: Story, noun: Token) -> _Bond | None:
    """As in "reaffirmed its commitment to free ports", "the council's promise of aid": a noun with what is promised."""
    known = story.known
    lemma = noun.lemma_.lower()
    found = next((one for one in _NAMED if known.has(f"commitments.{one[0]}", lemma)), None)
    behind = [one for one in children(noun, "prep") if one.lower_ in known.lists["commitments.naming"]]
    given = [one for preposition in behind for one in children(preposition, "pobj")]
    if found is None or not given or is_negated(noun):
        return None
    who = holder(noun, known.lists["commitments.carriers"])
    if who is None or who.i in {one.i for one in given} or not story.can_act(who):
        return None
    actor = story.actor(who)
    return None if actor is None else _Bond(noun, actor, found[1], "noun-object", (noun,))


def _vowed(story: Story, verb: Token) -> _Bond | None:
    """As in "promised that all would have a house": who promises a thing is bound to it, whoever does it."""
    strength = story.modal(verb)
    vow = verb.head
    if verb.dep_ != "ccomp" or strength is None or not story.known.has("commitments.will", strength):
        return None
    if story.form("commitments.vowing", vow) is None or is_negated(vow) or story.lead(vow) is not None:
        return None
    who = doer(vow)
    actor = story.actor(who) if who is not None and story.can_act(who) else None
    status = _REFUSED if is_negated(verb) else _PLEDGED
    return None if actor is None else _Bond(verb, actor, status, "promise", (vow,))


def _is_for_a_purpose(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether the infinitive only says what for: "chose that moment to leave"."""
    if ahead.is_noun or ahead.owner.i == verb.i or story.known.has("commitments.of_others", ahead.name):
        return False
    return any(one.i < verb.i and one.ent_type_ not in _WHEN for one in children(ahead.owner, "dobj"))


def _turned(story: Story, verb: Token) -> CommitmentStatus:
    """What a pledge is by its act: who pledges to withdraw ends something, who decides to bar it refuses it."""
    if story.form("commitments.ending", verb):
        return _WITHDRAWN
    if story.form("commitments.rejected", verb) or story.form("commitments.barring", verb):
        return _REFUSED
    offered = {one.lemma_.lower() for one in objects(verb)} & story.known.lists["commitments.offerable"]
    return _PROPOSED if offered and story.form("commitments.offered_objects", verb) else _PLEDGED


def _kind(story: Story, verb: Token, ahead: Lead) -> tuple[CommitmentStatus, str] | None:
    """The status that a lead gives, and the rule; None where it binds nobody to this verb."""
    leads = _NOUNS if ahead.is_noun else _LEADS
    found = next((one for one in leads if story.known.has(f"commitments.{one[0]}", ahead.name)), None)
    if found is None:
        return None
    name, status, rule = found
    denied = ahead.denied or is_negated(verb)
    if _is_unbound(story, verb, rule, denied=denied):
        return None
    if name == "able":
        return (status, rule) if denied and _is_declined(story, verb) else None
    if name != "will":
        return status, rule
    if story.known.has("commitments.reported", ahead.name) and not _is_reported(story, verb):
        return _CONDITIONAL, "condition"
    if story.form("commitments.acts", verb):
        return status, rule
    return (status, "will-loosely") if denied or _tells_himself(story, verb) else None


def _is_unbound(story: Story, verb: Token, rule: str, *, denied: bool) -> bool:
    """Whether a lead binds nobody to this verb: a state, a forecast, or an event, which who denies it still refuses."""
    if rule in _NOT_BEHIND and story.form(f"commitments.{_NOT_BEHIND[rule]}", verb):
        return True
    if denied or rule == "refuse":
        return False
    if story.form("commitments.gatherings", verb) or _is_gathering(story, verb):
        return True
    return rule in _WEAK_RULES and _is_no_act(story, verb)


def _is_reported(story: Story, verb: Token) -> bool:
    """Whether "would" tells what somebody said, or an act in the words of the story, which reports it."""
    if story.said(verb) is not None or verb.dep_ == "ccomp":
        return True
    return verb.dep_ in {"ROOT", "conj"} and story.form("commitments.acts", verb) is not None


def _tells_himself(story: Story, verb: Token) -> bool:
    """Whether who is to do it says so himself: "the board said it would widen the road"; others only forecast it."""
    said, who = story.said(verb), own_subject(verb)
    if said is None or said.speaker is None or who is None or verb.dep_ == "relcl":
        return False
    return who.pos_ == "PRON" or (story.actor(who) or "").casefold() == said.speaker.casefold()


def _is_declined(story: Story, verb: Token) -> bool:
    """Whether who says that he cannot do it will not: "we cannot accept this"."""
    who = own_subject(verb)
    first = who is not None and story.known.has("grammar.we", who.lower_)
    return first and story.form("commitments.declined", verb) is not None


def _is_gathering(story: Story, verb: Token) -> bool:
    """Whether it is an event of the agenda: "hold talks", "pay a visit"."""
    light = story.form("commitments.light", verb)
    return light is not None and any(
        story.known.has("agenda.events", one.lemma_.lower()) for one in children(verb, "dobj")
    )


def _is_no_act(story: Story, verb: Token) -> bool:
    """Whether "will" makes a forecast or an event of a verb; who says "we will" decides himself, forecasts aside."""
    if any(one.ent_type_ in _WHEN for one in children(verb, "dobj")):
        return True
    if story.form("commitments.acts", verb):
        return False
    who = own_subject(verb)
    if who is not None and story.known.has("grammar.we", who.lower_):
        return story.form("commitments.no_acts_of_ours", verb) is not None
    return bool(story.form("commitments.no_acts", verb) or story.form("agenda.verbs", verb))


def _actor(story: Story, verb: Token, ahead: Lead) -> tuple[str | None, bool]:
    """Who is bound, and whether that is the speaker of a passive that names nobody: "the road will be mended"."""
    if ahead.is_noun:
        who = holder(ahead.owner, story.known.lists["commitments.carriers"])
    elif is_passive(verb) and (ahead.owner.i == verb.i or story.known.has("commitments.set", ahead.name)):
        who = doer(verb) or whose(verb)
        if who is None:
            return _who_tells(story, verb), True
    elif ahead.name.startswith("be"):
        who = own_subject(ahead.owner)
    elif story.known.has("commitments.of_others", ahead.name):
        who = next(iter(children(ahead.owner, "dobj", "dative")), None) or doer(ahead.owner)
    else:
        own = children(verb, "nsubj")
        who = own[0] if own and ahead.owner.i != verb.i else doer(ahead.owner)
    return (story.actor(who) if who is not None and story.can_act(who) else None), False


def _who_tells(story: Story, verb: Token) -> str | None:
    """The speaker who says what will be done, where he decides about it: somebody with a name, or a body."""
    said = story.said(verb)
    if said is None or said.speaker is None or said.anonymous:
        return None
    if not story.form("commitments.acts", verb) and story.condition(verb) is None:
        return None
    return None if story.is_onlooker(said) else story.speaker(said, verb)


def _is_supposed(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is only guessed, asked of somebody, denied or part of a condition."""
    for word in {verb, ahead.owner}:
        if _marked(story, word, "mark", "advmod", "dobj"):
            return True
        first = word
        while first.dep_ == "conj":
            first = first.head
        if first.dep_ in {"ccomp", "acl"} and _is_doubted(story, verb, first.head):
            return True
        if word.dep_ == "relcl" and ahead.word.tag_ == "MD" and not _is_told_of(story, word):
            return True
    said = story.said(verb)
    if said is not None and story.is_onlooker(said):
        return True
    outer = story.lead(ahead.owner) if ahead.owner.i != verb.i and not ahead.is_noun else None
    return outer is not None and not any(story.known.has(f"commitments.{name}", outer.name) for name in _OUTER)


def _is_doubted(story: Story, verb: Token, above: Token) -> bool:
    """Whether what a clause hangs from only supposes it, or warns of what others will do."""
    if any(story.form(listed, above) for listed in _UNSURE):
        return True
    return story.form("guesses.warnings", above) is not None and not _tells_himself(story, verb)


def _marked(story: Story, verb: Token, *relations: str) -> bool:
    """Whether a clause opens with a word that makes it no statement: "if", "whether", "what"."""
    marks = story.known.lists["conditions.marks"]
    return any(child.lower_ in marks for child in children(verb, *relations))


def _is_told_of(story: Story, verb: Token) -> bool:
    """Whether a relative clause tells of its noun what that will do: not "which they claim would"."""
    return any(
        one.dep_ in {"nsubj", "nsubjpass"} and one.lower_ in story.known.lists["grammar.who"] for one in verb.children
    )


def _hangs(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is to be done only on a condition."""
    found = story.condition(verb) or (story.condition(ahead.owner) if ahead.owner.i != verb.i else None)
    return found is not None and story.is_doubtful(found)


def _performed(story: Story, verb: Token) -> _Bond | None:
    """A verb that itself binds, gives or ends: "banned", "rejected the offer", "sent 500 troops", "suspended"."""
    if verb.pos_ != "VERB" or story.form("commitments.deeds", verb) is None or is_negated(verb):
        return None
    if not (is_manner(verb) and _has_been(verb)) and (not is_done(verb) or story.lead(verb) is not None):
        return None
    done = deed(story, verb)
    who = doer(verb) if done else None
    if done is None or who is None or not story.can_act(who) or _marked(story, verb, "mark"):
        return None
    private = {one.lemma_.lower() for one in objects(verb)} & story.known.lists["commitments.private"]
    if who.ent_type_ == "PERSON" and private and story.form("commitments.signing", verb):
        return None
    status, rule = done.status, done.rule
    # "Has been sending" is given, "is sending" pledged.
    gone_on = any(one.tag_ == "VBN" for one in children(verb, "aux"))
    if status is _DELIVERED and verb.tag_ == "VBG" and not is_manner(verb) and not gone_on:
        status = _PLEDGED
    if status is _PLEDGED and (condition := story.condition(verb)) is not None and story.is_doubtful(condition):
        status, rule = _CONDITIONAL, "condition"
    actor = story.actor(who)
    return None if actor is None else _Bond(verb, actor, status, rule, (verb,))


def _unplanned(story: Story, verb: Token) -> _Bond | None:
    """As in "we have no plans for a toll", "there are no plans to sell it": refused by who has none, or says so."""
    if story.form("commitments.having", verb) is None:
        return None
    for noun in children(verb, "dobj", "attr"):
        none = any(one.lower_ in story.known.lists["grammar.none"] for one in children(noun, "det"))
        if not none or not story.known.has("commitments.plans", noun.lemma_.lower()):
            continue
        who = next(iter(children(verb, "nsubj")), None)
        behind = [one for one in children(noun, "prep") if one.lower_ in story.known.lists["commitments.giving"]]
        if who is not None and behind and story.can_act(who) and (actor := story.actor(who)):
            return _Bond(verb, actor, _REFUSED, "noun-not", (noun,))
        if children(verb, "expl") and (behind or children(noun, "acl")) and (actor := _who_tells(story, verb)):
            return _Bond(verb, actor, _REFUSED, "noun-not", (noun,))
    return None


def _has_been(gerund: Token) -> bool:
    """Whether what a gerund tells of has been done: "was blamed for sending", not "would pay for sending"."""
    above = gerund.head.head
    return above.pos_ == "VERB" and above.tag_ in {"VBD", "VBN"} and is_done(above)


def _made(story: Story, bond: _Bond) -> FoundCommitment:
    action = story.clause(bond.verb) or bond.verb.text
    index = story.report(bond.verb, [bond.actor])
    due, alternatives = _due(story, bond)
    return FoundCommitment(
        span=story.evidence(bond.verb),
        confidence=story.known.confidence_of(f"acts/{bond.rule}", ("sport",) if story.is_of_sport else ()),
        rule=f"acts/{bond.rule}",
        cue=story.words(token.i for token in bond.cue),
        statement=index,
        reported_by=story.reporter(index, [bond.actor]),
        condition=story.condition(bond.verb),
        actor=bond.actor,
        action=action,
        beneficiary=beneficiary(story, bond.verb),
        amount=amount(story, bond.verb),
        due=due,
        due_alternatives=alternatives,
        status=bond.status,
    )


def _due(story: Story, bond: _Bond) -> tuple[str | None, tuple[str, ...]]:
    """The day by which, or the readings left open: "approved cuts last month" names no deadline, it looks back."""
    if bond.status is _DELIVERED:
        return None, ()
    due, alternatives = story.dates(bond.verb)
    if bond.verb.i == bond.cue[0].i:
        due = story.deadline(bond.verb) or due
        return (due, ()) if due is not None and story.is_ahead(due) and not story.has_begun(due) else (None, ())
    due = story.coming(due)
    ahead = story.is_ahead(due) and not story.is_own_day(due)
    return (due, alternatives) if alternatives or ahead else (None, ())
