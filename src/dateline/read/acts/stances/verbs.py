"""Stands that verbs take: "urged the board to", "was criticised by", "called for", "will not tolerate"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.acts.clauses import clause_places, complement, is_negated, meant, objects
from dateline.read.acts.stances.stand import (
    MARK,
    TURNED,
    WHEN,
    Stand,
    holder_of,
    is_body,
    is_unreal,
    noun_phrase,
    until_break,
)
from dateline.read.acts.story import Story
from dateline.read.acts.words import words
from dateline.read.statements.tree import children, is_passive, subtree
from dateline.records import Stance

_CLASSES = (
    ("supports", Stance.SUPPORTS, "stance-verb"),
    ("opposes", Stance.OPPOSES, "stance-verb"),
    ("hesitant", Stance.HESITANT, "stance-verb"),
    ("supports_loosely", Stance.SUPPORTS, "stance-verb-loosely"),
    ("opposes_loosely", Stance.OPPOSES, "stance-verb-loosely"),
)
"""The lists of verbs in the order in which they are asked, with their stance and their rule."""
_RULES = {
    "positions.hoping": "stance-hope",
    "positions.asking": "stance-asked",
    "positions.passing": "stance-passed",
    "positions.stressing": "stance-stressed",
    "positions.wishes": "stance-wanted",
}
"""By list the rule of its verbs among those that take a stand only at times."""
_NEAR = 12


def of_verb(story: Story, verb: Token) -> Iterator[Stand]:
    """The stand that a verb of a list takes."""
    if story.form("positions.verbs", verb) is None or is_unreal(story, verb) or _is_of_nobody(verb):
        return
    if _is_on_no_side(story, verb):
        return
    if _is_asked_of(story, verb) or (
        story.modal(verb) in story.known.lists["obligations.allowing"] and not is_negated(verb)
    ):
        return
    for name, stance, rule in _CLASSES:
        form = story.form(f"positions.{name}", verb)
        if form is None:
            continue
        if (name.endswith("_loosely") and _is_vague(story, verb, form)) or _is_no_stand(story, verb):
            return
        who = holder_of(story, verb)
        issue = _issue(story, verb, form) if who is not None else set()
        turned = _turned(story, verb, form, stance)
        if turned is not stance and (act := _act_asked(verb)) is not None:
            denying = story.known.lists["grammar.negations"]
            issue = clause_places(act, MARK) - {one.i for one in act.children if one.lower_ in denying}
        if who is not None and issue and turned is not None:
            yield Stand(verb, who, turned, issue, _rule(story, verb, form, rule))
        return


def of_unwilling(story: Story, verb: Token) -> Iterator[Stand]:
    """As in "we cannot accept the toll": who does not suffer a thing is against it."""
    form = story.form("positions.suffering", verb)
    strength = story.modal(verb)
    if form is None or not is_negated(verb) or strength in story.known.lists["conditions.possible"]:
        return
    said = story.said(verb)
    who: Token | str | None = holder_of(story, verb)
    if is_passive(verb) and who is None and said is not None and strength is not None and story.can_speak(said):
        who = story.speaker(said, verb)
    about = next(objects(verb), None) or complement(verb)
    if who is None or about is None:
        return
    issue = noun_phrase(about) if about.pos_ in {"NOUN", "PROPN", "PRON"} else clause_places(about, MARK)
    yield Stand(verb, who, Stance.OPPOSES, issue, "stance-verb-not")


def _is_on_no_side(story: Story, verb: Token) -> bool:
    """As in "neither backs nor rejects the toll"."""
    joined = {verb, verb.head} if verb.dep_ == "conj" else {verb}
    near = {child.lower_ for one in joined for child in one.children}
    return len(near & story.known.lists["grammar.neither"]) > 1


def _is_asked_of(story: Story, verb: Token) -> bool:
    """Whether somebody only asks, wants or orders others to take the stand: "urged the board to condemn it"."""
    if verb.dep_ not in {"xcomp", "ccomp"} or verb.tag_ != "VB" or verb.head.pos_ != "VERB":
        return False
    others = (
        children(verb.head, "dobj") or children(verb, "nsubj") or story.known.has("positions.calling", verb.head.lemma_)
    )
    return bool(others) and any(
        story.form(name, verb.head) for name in ("positions.asking", "positions.wishes", "commitments.imposed")
    )


def _turned(story: Story, verb: Token, form: str, stance: Stance) -> Stance | None:
    """The stance as it is denied, or asked for with "not to"; None where nothing follows from the denial."""
    act = _act_asked(verb) if form in story.known.lists["positions.asking"] else None
    if act is not None and is_negated(act):
        stance = TURNED.get(stance, stance)
    if not is_negated(verb) and not _is_refused(story, verb):
        return stance
    # Who does not rule it out need not be for it, nor who does not ask for it against it.
    asks = form in story.known.lists["positions.asking"]
    return Stance.OPPOSES if stance is Stance.SUPPORTS and not asks else None


def _is_vague(story: Story, verb: Token, form: str) -> bool:
    """Whether a verb that takes a stand only at times takes none here: "hoped that it is", "stressed its beauty"."""
    lists = story.known.lists
    ahead = story.lead(verb)
    if form in lists["positions.liking"]:
        return ahead is None or ahead.name != "would"
    if ahead is not None or verb.dep_ == "acl":
        return True
    if form in lists["positions.asking"] and form in lists["positions.acts_only"]:
        act = _act_asked(verb)
        return act is None or not any(child.tag_ == "TO" for child in children(act, "aux"))
    if form in lists["positions.passing"]:
        return not any(one.lemma_.lower() in lists["positions.bills"] for one in objects(verb))
    if form in lists["positions.stressing"]:
        return not _is_stressed(story, verb)
    hoping = form in lists["positions.hoping"]
    return hoping and any(one.lemma_ in lists["commitments.states"] for one in children(verb, "ccomp"))


def _is_no_stand(story: Story, verb: Token) -> bool:
    """Whether it is about words to be kept back, only an aside, or what somebody is accused of: "asked not to be
    named", "as asked by", "accused her of backing it".
    """
    silence = any(story.form("commitments.no_refusals", one) and is_negated(one) for one in children(verb, "xcomp"))
    aside = verb.dep_ == "advcl" and is_passive(verb)
    accused = verb.dep_ == "pcomp" and story.form("positions.accusing", verb.head.head) is not None
    return silence or aside or accused


def _is_of_nobody(verb: Token) -> bool:
    """Whether it is not said who does it: "the chairman, criticised for his spending"."""
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")
    return participle and not children(verb, "aux", "auxpass", "agent")


def _is_stressed(story: Story, verb: Token) -> bool:
    """Whether what is stressed is that something must be: "stressed the need for", "underlined that it must"."""
    for said in children(verb, "ccomp"):
        return story.modal(said) in story.known.lists["obligations.modals"]
    about = [*objects(verb), *(one for word in children(verb, "prep") for one in children(word, "pobj"))]
    return any(story.known.has("positions.stressed", one.lemma_.lower()) for one in about)


def _rule(story: Story, verb: Token, form: str, rule: str) -> str:
    """The rule by which it is a stand; who wants to do a thing himself only wishes, who insists that something is so
    only argues.
    """
    lists = story.known.lists
    if form in lists["positions.wishes"] and _is_own_wish(verb):
        return "stance-wish"
    loose = rule == "stance-verb-loosely"
    for name, told in _RULES.items():
        if loose and form in lists[name] and form not in lists["positions.plainly"]:
            return told
    if any(story.known.has("positions.claims", one.lemma_.lower()) for one in objects(verb)):
        return "stance-argument"
    if form in lists["positions.plainly"] and not _is_said_otherwise(story, verb, form):
        return "stance-verb-plainly"
    said = next(iter(children(verb, "ccomp")), None)
    if said is None or form not in lists["positions.arguing"]:
        return rule
    strength = story.modal(said)
    demanded = said.tag_ == "VB" if strength is None else strength in lists["obligations.modals"]
    return rule if demanded else "stance-argument"


def _is_said_otherwise(story: Story, verb: Token, form: str) -> bool:
    """Whether a plain verb says something else here: "shied from criticising it", "appealed the case to the court"."""
    asks = " " in form and story.known.has("positions.asking", form)
    return verb.dep_ == "pcomp" or (asks and bool(children(verb, "dobj")))


def _is_refused(story: Story, verb: Token) -> bool:
    """As in "refused to back it"."""
    ahead = story.lead(verb)
    return ahead is not None and (story.known.has("commitments.refused", ahead.name) or ahead.denied)


def _is_own_wish(verb: Token) -> bool:
    """Whether somebody only wants to do something himself: "wanted to meet them"."""
    return any(not children(one, "nsubj") for one in children(verb, "xcomp")) and not children(verb, "dobj")


def _issue(story: Story, verb: Token, form: str) -> set[int]:
    """The places of what a stance verb is about; empty where it is about nothing, or only about a person."""
    lists = story.known.lists
    asking = form in lists["positions.asking"]
    if " " in form and not is_passive(verb):
        of_somebody = asking or form in lists["positions.judging"]
        return _asked(verb) if of_somebody and _preposition(verb, form) is not None else _behind(verb, form)
    acts_only = form in lists["positions.acts_only"]
    if asking or form in lists["positions.judging"]:
        return _of_somebody(story, verb, acts_only=acts_only, is_asked=asking)
    about = complement(verb) if not is_passive(verb) else next(objects(verb), None)
    if about is not None and about.dep_ == "ccomp" and form in lists["positions.of_things"]:
        # "It is closed, she criticised the board": what stands before it is no issue.
        return set()
    if about is not None and about.dep_ == "xcomp":
        # "Demanded escorts to pass": what is demanded is no act.
        about = next((one for one in children(verb, "dobj") if not story.can_act(one)), about)
    if about is None or (acts_only and about.dep_ not in {"xcomp", "ccomp"}):
        return set()
    return noun_phrase(about) if about.pos_ in {"NOUN", "PROPN", "PRON"} else clause_places(about, MARK)


def _of_somebody(story: Story, verb: Token, *, acts_only: bool, is_asked: bool) -> set[int]:
    """What somebody is asked to do or is criticised for, or the thing or body that is: not a person by himself."""
    suffered = is_passive(verb)
    met = [one for one in map(meant, objects(verb)) if one.pos_ != "PRON"]
    things = [one for one in met if suffered or not story.can_act(one)]
    if things and not acts_only and not children(verb, "xcomp"):
        return noun_phrase(things[0])
    if (not is_asked and children(verb, "xcomp")) or any(
        story.known.has("commitments.gatherings", one.lemma_) for one in children(verb, "xcomp")
    ):
        # "Welcomed them", or "invited them", "to visit" is kindness.
        return set()
    asked = _asked(verb)
    bodies = [] if asked or is_asked else [one for one in met if is_body(story, one)]
    return noun_phrase(bodies[0]) if bodies else asked


def _behind(verb: Token, form: str) -> set[int]:
    """What stands behind the preposition of a stance verb: "called for a vote", "called for the board to resign"."""
    preposition = _preposition(verb, form)
    if preposition is None:
        return set()
    return subtree(preposition.head) - {preposition.i} if preposition.dep_ == "mark" else until_break(preposition)


def _act_asked(verb: Token) -> Token | None:
    """What somebody is asked to do: "urged the board to resign"."""
    for act in children(verb, "xcomp", "ccomp"):
        return act
    for one in objects(verb):
        for act in children(one, "acl", "relcl"):
            if act.tag_ == "VB":
                return act
    return None


def _asked(verb: Token) -> set[int]:
    """The places of what somebody is asked to do, with who, or is criticised for: what stands behind "for"."""
    act = _act_asked(verb)
    if act is not None:
        behind = [one for word in children(verb, "prep") for one in children(word, "pobj")]
        asked = [one for one in (*children(verb, "dobj"), *behind) if verb.i < one.i < act.i and one.pos_ != "PRON"]
        first = min((one for one in asked if one.ent_type_ not in WHEN), key=lambda one: one.i, default=act)
        return clause_places(act, MARK) | subtree(first)
    for preposition in children(verb, "prep"):
        if preposition.i > verb.i and preposition.lower_ in words("en").lists["positions.about"]:
            for act in children(preposition, "pcomp", "pobj"):
                return subtree(act)
    for act in children(verb, "advcl"):
        if any(child.tag_ == "TO" for child in act.children) and act.tag_ == "VB":
            return subtree(act)
    return set()


def _preposition(verb: Token, form: str) -> Token | None:
    """The last word of a form where it stands near behind its verb."""
    word = form.rsplit(" ", 1)[1]
    return next((below for below in verb.subtree if below.lower_ == word and 0 < below.i - verb.i <= _NEAR), None)
