"""Verbs with a lead that binds: "will send", "agreed to send", "its offer to send"."""

from spacy.tokens import Token

from dateline.read.acts.clauses import (
    Lead,
    doer,
    holder,
    is_ended,
    is_negated,
    objects,
    own_subject,
    whose,
)
from dateline.read.acts.commitments.bond import (
    Bond,
    actor_of,
    is_denied,
    is_not_yet,
    is_of_any,
    is_only_pointed_at,
    marked,
    who_tells,
)
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import CommitmentStatus

_NO_PLACES = frozenset({"EVENT", "NORP", "ORG", "PERSON"})
_WHEN = frozenset({"DATE", "TIME"})
_PLEDGED, _PROPOSED, _CONDITIONAL = CommitmentStatus.PLEDGED, CommitmentStatus.PROPOSED, CommitmentStatus.CONDITIONAL
_REFUSED, _WITHDRAWN = CommitmentStatus.REFUSED, CommitmentStatus.WITHDRAWN

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
_NOT_BEHIND = {"refuse": "no_refusals"} | dict.fromkeys(
    ("offer", "intend", "set", "condition", "will", "can"), "states"
)
"""By rule the verbs to which its leads bind nobody, denied or not."""
_WEAK_RULES = frozenset({"intend", "condition", "set", "will"})
"""Of these, what is a forecast or an event is no commitment, unless it is denied or hangs on a condition."""
_UNSURE = ("guesses.verbs", "guesses.nouns", "guesses.adjectives")
"""Behind these it is only supposed that something will be done."""
_OUTER = ("will", "promised", "intended", "set")
"""What may stand before a lead: "will be ready to"."""


def led(story: Story, verb: Token) -> Bond | None:
    """What a lead makes of the verb behind it: "will send", "agreed to send", "its offer to send"."""
    ahead = _lead(story, verb)
    kind = None if ahead is None else _kind(story, verb, ahead)
    if ahead is None or kind is None or _is_supposed(story, verb, ahead):
        return None
    is_told = _names_nobody(story, verb, ahead)
    who = None if is_told else _who(story, verb, ahead)
    actor = who_tells(story, verb) if is_told else actor_of(story, who)
    if actor is None or is_of_any(verb) or _is_for_a_purpose(story, verb, ahead):
        return None
    status, rule = kind if not is_told else (kind[0], "will-be-done")
    if _hangs(story, verb, ahead):
        status, rule = _CONDITIONAL, "condition"
    elif status is _CONDITIONAL or ((ahead.denied or is_negated(verb)) and status in {_REFUSED, _WITHDRAWN}):
        return None
    elif ahead.denied or is_negated(verb) or (status is _PLEDGED and _is_of_none(story, verb)):
        ended = is_ended(verb) or is_ended(ahead.owner)
        status, rule = _WITHDRAWN if ended else _REFUSED, f"{rule}-not"
    elif status is _PLEDGED:
        status = _turned(story, verb)
    return Bond(verb, actor, status, rule, (ahead.word,), who)


def _is_of_none(story: Story, verb: Token) -> bool:
    """Whether it is to be done to nobody: "will release no prisoners", "will send neither troops nor aid"."""
    none = story.known.lists["grammar.none"] | story.known.lists["grammar.neither"]
    return any(child.lower_ in none for thing in children(verb, "dobj") for child in children(thing, "det"))


def _lead(story: Story, verb: Token) -> Lead | None:
    """The lead of a verb; the noun where that stands before it and leads by itself: "took the decision to close it"."""
    ahead = story.lead(verb)
    if ahead is None or verb.dep_ not in {"xcomp", "advcl"} or not story.form("commitments.carriers", ahead.owner):
        return ahead
    nouns = [one for one in children(ahead.owner, "dobj") if one.i < verb.i and _is_bond(story, one)]
    return Lead(nouns[0].lemma_.lower(), nouns[0], nouns[0]) if nouns else ahead


def _is_bond(story: Story, noun: Token) -> bool:
    return any(story.known.has(f"commitments.{name}", noun.lemma_.lower()) for name, _, _ in _NOUNS)


def _is_for_a_purpose(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether the infinitive only says what for: "chose that moment to leave"."""
    if ahead.is_noun or ahead.owner.i == verb.i or story.known.has("commitments.of_others", ahead.name):
        return False
    return any(one.i < verb.i and one.ent_type_ not in _WHEN for one in children(ahead.owner, "dobj"))


def _turned(story: Story, verb: Token) -> CommitmentStatus:
    """What a pledge is by its act: who pledges to withdraw ends something, who decides to bar it refuses it."""
    if story.form("commitments.ending", verb):
        return _PLEDGED if _is_leaving(story, verb) or _is_ceiling(story, verb) else _WITHDRAWN
    if story.form("commitments.considering", verb) and story.known.has("commitments.will", story.modal(verb) or ""):
        return _PROPOSED
    if story.form("commitments.rejected", verb) or story.form("commitments.barring", verb):
        return _REFUSED
    offered = {one.lemma_.lower() for one in objects(verb)} & story.known.lists["commitments.offerable"]
    return _PROPOSED if offered and story.form("commitments.offered_objects", verb) else _PLEDGED


def _is_ceiling(story: Story, verb: Token) -> bool:
    """Whether what is frozen only keeps its height: "will freeze rents", not "will freeze aid"."""
    kept = story.known.lists["commitments.frozen"]
    freezes = story.form("commitments.freezing", verb) is not None
    return freezes and any(one.lemma_.lower() in kept for one in objects(verb))


def _is_leaving(story: Story, verb: Token) -> bool:
    """Whether somebody will go from a place, or take away what he has there: "will withdraw 500 troops"."""
    if story.form("commitments.leaving", verb) is None:
        return False
    things = [*objects(verb)]
    if things:
        return any(story.known.has("commitments.goods", one.lemma_.lower()) for one in things)
    places = [one for behind in children(verb, "prep") for one in children(behind, "pobj", "pcomp")]
    return any(
        story.known.has("agenda.places", one.lemma_.lower())
        or (one.pos_ == "PROPN" and one.ent_type_ not in _NO_PLACES)
        for one in places
    )


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
    if rule == "intend" and verb.dep_ == "pcomp" and verb.head.head.dep_ == "advcl":
        # "Aiming at peace, it hosted talks."
        return True
    if _is_background(story, verb) or is_only_pointed_at(story, verb):
        return True
    if rule in _WEAK_RULES and (_is_judged(story, verb) or _is_effect(story, verb)):
        return True
    if denied or rule == "refuse":
        return False
    if story.form("commitments.gatherings", verb) or _is_gathering(story, verb):
        return True
    return rule in _WEAK_RULES and _is_no_act(story, verb)


def _is_background(story: Story, verb: Token) -> bool:
    """Whether the story only tells what somebody was going to do then: "the bridge that she was set to cross"."""
    ahead = story.lead(verb)
    past = (
        ahead is not None
        and ahead.name.startswith("be ")
        and any(
            one.tag_ == "VBD" and one.lemma_ == "be" for one in (ahead.owner, *children(ahead.owner, "auxpass", "aux"))
        )
    )
    return past and story.said(verb) is None


def _is_judged(story: Story, verb: Token) -> bool:
    """Whether it is only thought of: "will not be considered a citizen"."""
    return is_passive(verb) and story.form("commitments.judging", verb) is not None


def _is_effect(story: Story, verb: Token) -> bool:
    """Whether it only follows from something else that is done: "by selling the yard, Tolle would obey the court"."""
    if not story.known.has("commitments.reported", story.modal(verb) or ""):
        return False
    fronted = [one for one in children(verb, "prep") if one.i < verb.i and children(one, "pcomp")]
    return any(story.known.has("grammar.manner", one.lower_) for one in fronted)


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
    """Whether it is an event of the agenda: "hold talks", "pay a visit", "send a delegation"."""
    light = story.form("commitments.light", verb)
    sent = {one.lemma_.lower() for one in children(verb, "dobj")} & story.known.lists["commitments.visitors"]
    if sent and story.form("commitments.sending", verb):
        return True
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


def _names_nobody(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is a passive that tells neither who will do it nor whose it is: "the road will be mended"."""
    return _is_passive(story, verb, ahead) and doer(verb) is None and _owner(story, verb) is None


def _owner(story: Story, verb: Token) -> Token | None:
    """Whose the people or goods are that something is done with: "Marrow's troops will be sent", no "Pell's debts"."""
    what = own_subject(verb)
    lemma = "" if what is None else what.lemma_.lower()
    given = story.known.has("commitments.goods", lemma) or lemma in story.known.agents
    return whose(verb) if given else None


def _is_passive(story: Story, verb: Token, ahead: Lead) -> bool:
    own = ahead.owner.i == verb.i or story.known.has("commitments.set", ahead.name)
    return is_passive(verb) and own and not ahead.is_noun


def _who(story: Story, verb: Token, ahead: Lead) -> Token | None:
    """The words for who is bound."""
    if ahead.is_noun:
        return holder(ahead.owner, story.known.lists["commitments.carriers"])
    if _is_passive(story, verb, ahead):
        return doer(verb) or _owner(story, verb)
    if ahead.name.startswith("be"):
        return own_subject(ahead.owner)
    if story.known.has("commitments.of_others", ahead.name):
        return next(iter(children(ahead.owner, "dobj", "dative")), None) or doer(ahead.owner)
    own = children(verb, "nsubj")
    return own[0] if own and ahead.owner.i != verb.i else doer(ahead.owner)


def _is_supposed(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is only guessed, asked of somebody, denied or part of a condition."""
    for word in {verb, ahead.owner}:
        if is_not_yet(story, word) or is_denied(story, word) or marked(story, word, "mark", "advmod", "dobj"):
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


def _is_told_of(story: Story, verb: Token) -> bool:
    """Whether a relative clause tells of its noun what that will do: not "which they claim would"."""
    return any(
        one.dep_ in {"nsubj", "nsubjpass"} and one.lower_ in story.known.lists["grammar.who"] for one in verb.children
    )


def _hangs(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is to be done only on a condition."""
    found = story.condition(verb) or (story.condition(ahead.owner) if ahead.owner.i != verb.i else None)
    return found is not None and story.is_doubtful(found)
