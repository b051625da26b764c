"""Stands that people take in words of their own: what must be, what is wrong, what they warn of, what they call it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.acts.clauses import Lead, clause_places, is_negated, objects
from dateline.read.acts.stances.stand import CLAUSES, MARK, Stand, holder_of, is_on_terms, is_unreal
from dateline.read.acts.story import Story
from dateline.read.statements import Found
from dateline.read.statements.tree import children, is_passive, subtree
from dateline.records import Stance

_CALLED = (("judged_bad", Stance.OPPOSES), ("judged_good", Stance.SUPPORTS), ("judged_fine", Stance.SUPPORTS))
_CALLED_NOT = (("judged_denied", Stance.OPPOSES),)
"""The lists of what a thing is said to be, and not to be, with the stance of who says so."""
_NAMES = frozenset({"oprd", "acomp", "attr", "ccomp", "xcomp"})
_INNER_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp"})


def spoken(story: Story, verb: Token) -> Iterator[Stand]:
    """The stand that a speaker takes in words of his own: what must be, what is wrong, what may be on terms."""
    known = story.known
    said = story.said(verb)
    if said is None or said.speaker is None or story.is_onlooker(said) or not story.can_speak(said):
        return
    if any(child.lower_ in known.lists["conditions.marks"] for child in children(verb, "mark", "advmod")):
        return
    who = story.speaker(said, verb) or said.speaker
    warned_of = _warned_of(story, verb, said)
    if warned_of:
        yield Stand(verb, who, Stance.OPPOSES, warned_of, "warning")
        return
    if verb.dep_ in _INNER_CLAUSES:
        return
    strength = story.lead(verb)
    if strength is not None and strength.name in known.lists["obligations.modals"] | known.lists["obligations.leads"]:
        yield from _demanded(verb, who, strength, story)
    elif strength is not None and strength.name in known.lists["obligations.allowing"] and is_on_terms(story, verb):
        yield Stand(verb, who, Stance.CONDITIONAL, clause_places(verb, CLAUSES), "demand")
    elif verb.lemma_ == "be" and not is_unreal(story, verb):
        yield from _lacking(story, verb, who)
        yield from _judged(story, verb, who)
    elif story.form("positions.judged_needed", verb) and not is_negated(verb):
        needed = [one for one in children(verb, "nsubjpass") if one.pos_ != "PRON"]
        about = {place for one in needed for place in subtree(one)}
        if _is_told(story, about):
            yield Stand(verb, who, Stance.SUPPORTS, about, "judgement")


def named(story: Story, verb: Token) -> Iterator[Stand]:
    """What somebody calls good or bad: "called the toll unacceptable", "described it as a mistake"."""
    if story.form("positions.naming", verb) is None or is_negated(verb) or is_unreal(story, verb):
        return
    who = holder_of(story, verb)
    if who is None:
        return
    for word in _names(story, verb):
        stance = _stance(story, word, _CALLED)
        if stance is not None:
            about = {place for one in objects(verb) if one.pos_ != "PRON" for place in subtree(one) - subtree(word)}
            yield Stand(word, who, stance, about or clause_places(verb, CLAUSES) - {verb.i}, "judgement-named")
            return


def _names(story: Story, verb: Token) -> Iterator[Token]:
    """What a thing is called, beside the verb or behind "as"."""
    yield from (word for word in children(verb, *_NAMES) if word.i > verb.i)
    for one in (verb, *objects(verb)):
        for preposition in children(one, "prep"):
            if preposition.lower_ in story.known.lists["positions.naming_as"]:
                yield from (word for word in preposition.children if word.i > preposition.i)
    for made in children(verb, "ccomp"):
        yield from children(made, "acomp", "attr")


def _demanded(verb: Token, who: str, strength: Lead, story: Story) -> Iterator[Stand]:
    """What must be or must not be, once for verbs that are joined; not "we must wait", nor "should he come"."""
    joined = strength.owner.i != verb.i and verb.dep_ == "conj"
    state = verb.lemma_ != "be" and not is_passive(verb) and story.form("commitments.states", verb)
    turned_round = any(strength.word.i < one.i < verb.i for one in children(verb, "nsubj", "nsubjpass"))
    if joined or state or turned_round:
        return
    denied = any(one.lower_ in story.known.lists["grammar.negations"] for one in verb.children)
    stance = Stance.OPPOSES if denied else Stance.SUPPORTS
    if strength.name in story.known.lists["obligations.modals"] and not _is_foretold(story, verb):
        yield Stand(verb, who, stance, clause_places(verb, CLAUSES), "demand")
    elif not strength.denied:
        yield Stand(verb, who, stance, clause_places(verb, CLAUSES), "demand-need")


def _is_foretold(story: Story, verb: Token) -> bool:
    """Whether it is what a thing should bring about rather than what somebody should do: "that should end the row"."""
    things = [one for one in children(verb, "nsubj") if story.known.has("grammar.things", one.lower_)]
    things += [one for one in children(verb, "nsubj") if not story.can_act(one)]
    return bool(things) and verb.lemma_ != "be" and not is_passive(verb)


def _warned_of(story: Story, verb: Token, said: Found) -> set[int]:
    """What somebody warns of: the condition or the act from which harm comes, as in "if the board votes for it, there
    will be consequences", "failure to mend it could harm trade".
    """
    if is_negated(verb):
        return set()
    warned = any(
        story.known.has("positions.warnings", word.strip(",."))
        for span in said.cue
        for word in span.of(story.text).lower().split()
    )
    clauses = [one for one in children(verb, "advcl") if _is_if(story, one)]
    if clauses and not is_unreal(story, verb) and (warned or _is_harm(story, verb)):
        return clause_places(clauses[0], MARK)
    if not warned:
        return set()
    acts = [
        one
        for one in children(verb, "nsubj", "csubj")
        if one.dep_ == "csubj" or story.known.has("positions.failures", one.lemma_.lower())
    ]
    return subtree(acts[0]) if acts else set()


def _is_harm(story: Story, verb: Token) -> bool:
    """Whether a clause tells of harm to come, outside of its condition."""
    own = clause_places(verb, frozenset({"advcl"})) if story.lead(verb) is not None else ()
    return any(story.known.has("positions.harms", story.doc[place].lemma_.lower()) for place in own)


def _is_if(story: Story, clause: Token) -> bool:
    return any(child.lower_ in story.known.lists["grammar.if"] for child in children(clause, "mark"))


def _lacking(story: Story, verb: Token, who: str) -> Iterator[Stand]:
    """As in "there is no reason to close it", "there is no alternative to a bridge"."""
    if not children(verb, "expl"):
        return
    for noun in children(verb, "attr", "nsubj"):
        about = [*children(noun, "acl", "relcl", "prep"), *children(verb, "prep", "xcomp", "advcl")]
        for listed, denied, stance in (
            ("lacking_good", True, Stance.OPPOSES),
            ("lacking_other", True, Stance.SUPPORTS),
            ("lacking_good", False, Stance.SUPPORTS),
        ):
            fits = story.known.has(f"positions.{listed}", noun.lemma_.lower()) and denied == is_negated(noun)
            if fits and about:
                yield Stand(noun, who, stance, subtree(about[0]), "judgement")


def _judged(story: Story, verb: Token, who: str) -> Iterator[Stand]:
    """As in "it is wrong to close it", "the toll is unacceptable"; not "the outcome will be good"."""
    lists = _CALLED_NOT if is_negated(verb) else _CALLED[:2] if story.lead(verb) is not None else _CALLED
    for word in children(verb, "acomp", "attr", "oprd"):
        stance = _stance(story, word, lists)
        if stance is None:
            continue
        subjects = [one for one in children(verb, "nsubj", "csubj") if one.pos_ != "PRON"]
        after = [*children(verb, "advcl", "ccomp", "xcomp"), *children(word, "xcomp", "ccomp", "advcl")]
        about = {place for one in subjects or after for place in subtree(one)}
        if _is_told(story, about):
            yield Stand(word, who, stance, about, "judgement")


def _stance(story: Story, word: Token, lists: tuple[tuple[str, Stance], ...]) -> Stance | None:
    """The stance of who calls a thing by a word: "a mistake", "an important step"; None for other words."""
    for listed, stance in lists:
        called = [word, *(children(word, "amod") if word.pos_ == "NOUN" and listed != "judged_fine" else ())]
        if any(story.known.has(f"positions.{listed}", one.lemma_.lower()) for one in called):
            return stance
    return None


def _is_told(story: Story, about: set[int]) -> bool:
    """Whether it is said what is meant: not "what further steps"."""
    return not any(story.known.has("conditions.marks", story.doc[place].lower_) for place in about)
