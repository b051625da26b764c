"""Positions: who supports, opposes or hesitates about what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.clauses import Lead, clause_places, complement, doer, holder, is_negated, objects, own_subject
from dateline.read.acts.found import FoundCommitment, FoundPosition
from dateline.read.acts.story import Story
from dateline.read.acts.words import words
from dateline.read.statements.tree import children, is_passive, subtree
from dateline.records import CommitmentStatus, Stance

_OTHER = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}
_JUDGED = {
    False: (("judged_bad", Stance.OPPOSES), ("judged_good", Stance.SUPPORTS)),
    True: (("judged_denied", Stance.OPPOSES),),
}
"""By whether it is denied the lists of what a thing is called, with the stance of who calls it so."""
_LONGEST = 30
_INNER = frozenset("-'’\"“”")
_INNER_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp"})
_RELATIVES = frozenset({"WDT", "WP"})
_MARK = frozenset({"mark"})
_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "punct", "cc", "conj"})


@dataclass(frozen=True, slots=True)
class _Stand:
    """A stand that words take, before the rest is looked up."""

    head: Token
    """The word that decided."""
    holder: Token | str
    stance: Stance
    issue: set[int]
    rule: str


def positions(story: Story, bound: Iterable[FoundCommitment]) -> list[FoundPosition]:
    """The positions of a story in order; `bound` are its commitments, whose refusals are positions too."""
    found: dict[tuple[object, ...], FoundPosition] = {}
    for token in _telling(story):
        for stand in _stands(story, token):
            one = _made(story, stand)
            if one is not None:
                found.setdefault((one.span, one.holder.casefold(), one.stance, stand.head.i), one)
    taken = {key[:3] for key in found}
    refused = [one for one in _refusals(story, bound) if (one.span, one.holder.casefold(), one.stance) not in taken]
    return sorted((*found.values(), *refused), key=lambda one: (one.span, one.issue))


def _telling(story: Story) -> Iterator[Token]:
    """The words that may take a stand, in no order: verbs, adjectives, nouns of a stand, openings of phrases."""
    yield from story.words_of["VERB"]
    yield from story.words_of["ADJ"]
    yield from (noun for noun in story.words_of["NOUN"] if story.known.has("positions.nouns", noun.lemma_.lower()))
    yield from (word for word in story.words_of["ADP"] if story.known.has("positions.phrase_openers", word.lower_))


def _stands(story: Story, token: Token) -> Iterator[_Stand]:
    if token.pos_ in {"VERB", "AUX"}:
        if not story.asks(token):
            yield from _of_verb(story, token)
            yield from _of_adjective(story, token)
            yield from _spoken(story, token)
    elif token.pos_ == "ADJ":
        yield from _of_adjective(story, token)
    elif token.pos_ == "ADP":
        yield from _of_phrase(story, token)
    elif token.pos_ == "NOUN":
        yield from _of_noun(story, token)
        yield from _of_received(story, token)


def _of_verb(story: Story, verb: Token) -> Iterator[_Stand]:
    """As in "urged the board to", "was criticised by", "called for"."""
    known = story.known
    if story.form("positions.verbs", verb) is None or _is_unreal(story, verb):
        return
    for name, stance, plain in (
        ("supports", Stance.SUPPORTS, "stance-verb"),
        ("opposes", Stance.OPPOSES, "stance-verb"),
        ("hesitant", Stance.HESITANT, "stance-verb"),
        ("supports_loosely", Stance.SUPPORTS, "stance-verb-loosely"),
        ("opposes_loosely", Stance.OPPOSES, "stance-verb-loosely"),
    ):
        form = story.form(f"positions.{name}", verb)
        if form is None:
            continue
        if name.endswith("_loosely") and story.lead(verb) is not None:
            return
        if any(story.known.has("positions.deniable", one.lemma_.lower()) for one in objects(verb)):
            return
        who = _holder(story, verb)
        wish = form in known.lists["positions.wishes"] and _is_own_wish(verb)
        rule = "stance-wish" if wish else _rule(story, verb, form, plain)
        issue = _issue(story, verb, form)
        denied = is_negated(verb) or _is_refused(story, verb)
        if denied and stance is Stance.OPPOSES:
            # Who does not rule it out need not be for it.
            return
        if who is not None and issue and story.can_act(who):
            turned = _OTHER.get(stance, stance) if denied else stance
            yield _Stand(verb, who, turned, issue, rule)
        return


def _rule(story: Story, verb: Token, form: str, rule: str) -> str:
    """Who insists that something is so argues; who insists that it should be demands."""
    if form in story.known.lists["positions.hoping"]:
        return "stance-hope"
    said = next(iter(children(verb, "ccomp")), None)
    if said is None or form not in story.known.lists["positions.arguing"]:
        return rule
    strength = story.modal(said)
    demanded = said.tag_ == "VB" if strength is None else strength in story.known.lists["obligations.modals"]
    return rule if demanded else "stance-argument"


def _is_refused(story: Story, verb: Token) -> bool:
    """As in "refused to back it"."""
    ahead = story.lead(verb)
    return ahead is not None and (story.known.has("commitments.refused", ahead.name) or ahead.denied)


def _is_own_wish(verb: Token) -> bool:
    """Whether somebody only wants to do something himself: "wanted to meet them"."""
    return any(not children(one, "nsubj") for one in children(verb, "xcomp")) and not children(verb, "dobj")


def _holder(story: Story, verb: Token) -> Token | None:
    """Who takes the stand; not anybody of a kind: "all countries that support it"."""
    who = doer(verb)
    if who is None or who.i == verb.i:
        return None
    anybody = story.known.lists["grammar.anybody"]
    loose = verb.dep_ in {"relcl", "acl"} and any(one.lower_ in anybody for one in children(who, "det"))
    none = any(one.lower_ in story.known.lists["grammar.none"] for one in children(who, "det"))
    return None if loose or none or who.lower_ in anybody else who


def _is_unreal(story: Story, verb: Token) -> bool:
    """Whether it is only possible, supposed or still to be said."""
    strength = story.modal(verb)
    if strength is not None and story.known.has("conditions.possible", strength):
        return True
    return any(child.lower_ in story.known.lists["conditions.marks"] for child in children(verb, "mark"))


def _issue(story: Story, verb: Token, form: str) -> set[int]:
    """The places of what a stance verb is about; empty where it is about nothing, or only about a person."""
    if " " in form:
        return _behind(story, verb, form)
    acts_only = form in story.known.lists["positions.acts_only"]
    if form in story.known.lists["positions.persons"]:
        suffered = is_passive(verb)
        things = [one for one in objects(verb) if (suffered or not story.can_act(one)) and one.pos_ != "PRON"]
        if things and not acts_only and not children(verb, "xcomp"):
            return _noun_phrase(things[0])
        return _asked(verb)
    about = complement(verb) if not is_passive(verb) else next(objects(verb), None)
    if about is None or (acts_only and about.dep_ not in {"xcomp", "ccomp"}):
        return set()
    return _noun_phrase(about) if about.pos_ in {"NOUN", "PROPN", "PRON"} else clause_places(about, _MARK)


def _behind(story: Story, verb: Token, form: str) -> set[int]:
    """What stands behind the preposition of a stance verb: "called for a vote", "called for the board to resign"."""
    preposition = _preposition(verb, form.rsplit(" ", 1)[1])
    if preposition is None:
        return set()
    if preposition.dep_ == "mark":
        return subtree(preposition.head) - {preposition.i}
    return _asked(verb) if form in story.known.lists["positions.persons"] else _until_break(preposition)


def _asked(verb: Token) -> set[int]:
    """What somebody is asked to do, or criticised for: the infinitive, or what stands behind "for" and the like."""
    for act in children(verb, "xcomp", "ccomp"):
        return clause_places(act, _MARK)
    for one in objects(verb):
        for act in children(one, "acl", "relcl"):
            if act.tag_ == "VB":
                return clause_places(act, _MARK)
    for preposition in children(verb, "prep"):
        if preposition.lower_ in words("en").lists["positions.about"]:
            for act in children(preposition, "pcomp", "pobj"):
                return subtree(act)
    for act in children(verb, "advcl"):
        if any(child.tag_ == "TO" for child in act.children) and act.tag_ == "VB":
            return subtree(act)
    return set()


def _preposition(verb: Token, word: str) -> Token | None:
    near = [child for child in verb.subtree if child.lower_ == word and 0 < child.i - verb.i <= 12]
    return near[0] if near else None


def _noun_phrase(noun: Token) -> set[int]:
    """The places of a noun with what describes it; of "which" those of the noun that it stands for."""
    if noun.tag_ in _RELATIVES and noun.head.dep_ == "relcl":
        noun = noun.head.head
    return clause_places(noun, frozenset({"relcl", "punct", "parataxis"})) if noun.pos_ != "PRON" else {noun.i}


def _until_break(preposition: Token) -> set[int]:
    """What follows a preposition up to the end of the clause: "for a better road for the islands to trade on"."""
    places = set()
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if (token.is_punct and token.text not in _INNER) or token.lower_ in words("en").lists["positions.breaks"]:
            break
        places.add(token.i)
    return places


def _of_adjective(story: Story, word: Token) -> Iterator[_Stand]:
    """As in "are reluctant to go beyond", "is opposed to"."""
    verb = word if word.pos_ == "VERB" else word.head
    if verb.i == word.i and not children(word, "auxpass"):
        return
    if verb.i != word.i and (word.dep_ not in {"acomp", "conj"} or verb.pos_ not in {"AUX", "VERB"}):
        return
    who = own_subject(verb)
    behind = story.known.lists["positions.behind_adjectives"]
    about = [*children(word, "xcomp", "ccomp"), *(one for one in children(word, "prep") if one.lower_ in behind)]
    if who is None or not about or not story.can_act(who) or _is_unreal(story, verb) or is_negated(about[0]):
        return
    for stance in (Stance.SUPPORTS, Stance.OPPOSES, Stance.HESITANT):
        if story.known.has(f"positions.adjectives_{stance}", word.lower_):
            turned = _OTHER.get(stance, stance) if is_negated(verb) else stance
            issue = subtree(about[0]) - ({about[0].i} if about[0].dep_ == "prep" else set())
            yield _Stand(word, who, turned, issue, "stance-adjective")


def _of_phrase(story: Story, opening: Token) -> Iterator[_Stand]:
    """As in "is in favour of", "voted against", "spoke out in support of"."""
    known = story.known
    for stance in (Stance.SUPPORTS, Stance.OPPOSES):
        for phrase in known.lists[f"positions.phrases_{stance}"]:
            words = phrase.split(" ")
            end = opening.i + len(words)
            if [token.lower_ for token in opening.doc[opening.i : end]] != words or end >= len(opening.doc):
                continue
            verb = opening.head
            while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
                verb = verb.head
            if verb.pos_ not in {"VERB", "AUX"} or _is_unreal(story, verb) or story.lead(verb) is not None:
                return
            if len(words) == 1 and verb.lemma_.lower() not in known.lists["positions.standing"]:
                return
            who = _holder(story, verb)
            issue = _until_break(opening.doc[end - 1])
            if who is not None and issue and story.can_act(who):
                turned = _OTHER[stance] if is_negated(verb) else stance
                yield _Stand(opening, who, turned, issue, "stance-phrase")
            return


def _of_noun(story: Story, noun: Token) -> Iterator[_Stand]:
    """As in "its calls for a clear sign", "voiced opposition to the plan"."""
    known = story.known
    for stance in (Stance.SUPPORTS, Stance.OPPOSES):
        if not known.has(f"positions.nouns_{stance}", noun.lemma_.lower()):
            continue
        who = holder(noun, known.lists["positions.carriers"])
        about = [child for child in children(noun, "prep") if child.lower_ in known.lists["positions.prepositions"]]
        about = [child for child in about if who is None or not child.is_ancestor(who)]
        if who is not None and about and story.can_act(who):
            yield _Stand(noun, who, stance, subtree(about[0]) - {about[0].i}, "stance-noun")


def _of_received(story: Story, noun: Token) -> Iterator[_Stand]:
    """As in "the plan won support from the board", "drew criticism from": the stand of whom it comes from."""
    known = story.known
    verb = noun.head
    if noun.dep_ != "dobj" or story.form("positions.receive", verb) is None:
        return
    about = next(iter(children(verb, "nsubj")), None)
    for stance in (Stance.SUPPORTS, Stance.OPPOSES):
        if about is None or not known.has(f"positions.received_{stance}", noun.lemma_.lower()):
            continue
        for preposition in (*children(noun, "prep"), *children(verb, "prep")):
            for who in children(preposition, "pobj"):
                if preposition.lower_ in known.lists["positions.receiving"] and story.can_act(who):
                    yield _Stand(noun, who, stance, _noun_phrase(about), "stance-noun")
                    return


def _spoken(story: Story, verb: Token) -> Iterator[_Stand]:
    """The stand that a speaker takes in words of his own: what must be, what is wrong, what may be on terms."""
    known = story.known
    said = story.said(verb)
    if said is None or said.speaker is None or said.anonymous or story.is_onlooker(said):
        return
    who = story.speaker(said, verb) or said.speaker
    strength = story.lead(verb)
    if any(child.lower_ in known.lists["conditions.marks"] for child in children(verb, "mark", "advmod")):
        return
    threat = _threatened(story, verb)
    if threat:
        yield _Stand(verb, who, Stance.OPPOSES, threat, "warning")
        return
    if verb.dep_ in _INNER_CLAUSES:
        return
    if strength is not None and strength.name in known.lists["obligations.modals"] | known.lists["obligations.leads"]:
        yield from _demanded(verb, who, strength, story)
    elif verb.lemma_ == "be":
        yield from _judged(story, verb, who)


def _demanded(verb: Token, who: str, strength: Lead, story: Story) -> Iterator[_Stand]:
    """What must be or must not be, once for verbs that are joined; not "we must wait", nor "should he come"."""
    joined = strength.owner.i != verb.i and verb.dep_ == "conj"
    state = verb.lemma_ != "be" and not is_passive(verb) and story.form("commitments.states", verb)
    turned_round = any(strength.word.i < one.i < verb.i for one in children(verb, "nsubj", "nsubjpass"))
    if joined or state or turned_round:
        return
    stance = Stance.OPPOSES if is_negated(verb) else Stance.SUPPORTS
    if strength.name in story.known.lists["obligations.modals"]:
        yield _Stand(verb, who, stance, clause_places(verb, _CLAUSES), "demand")
    elif not strength.denied:
        yield _Stand(verb, who, stance, clause_places(verb, _CLAUSES), "demand-need")


def _threatened(story: Story, verb: Token) -> set[int]:
    """The condition of a threat: "if the board votes for it, there will be consequences"."""
    said = story.said(verb)
    strength = story.modal(verb)
    if said is None or strength is None or strength in story.known.lists["conditions.possible"]:
        return set()
    warned = any(
        story.known.has("positions.warnings", word.strip(",."))
        for span in said.cue
        for word in span.of(story.text).lower().split()
    )
    harm = any(story.known.has("positions.harms", below.lemma_.lower()) for below in verb.subtree)
    if not warned and not harm:
        return set()
    for clause in children(verb, "advcl"):
        if any(child.lower_ in story.known.lists["grammar.if"] for child in children(clause, "mark")):
            return clause_places(clause, _MARK)
    return set()


def _judged(story: Story, verb: Token, who: str) -> Iterator[_Stand]:
    """As in "it is wrong to close it", "the toll is unacceptable"."""
    for word in children(verb, "acomp", "attr"):
        for listed, stance in _JUDGED[is_negated(verb)]:
            if story.known.has(f"positions.{listed}", word.lemma_.lower()):
                subjects = [one for one in children(verb, "nsubj", "csubj") if one.pos_ != "PRON"]
                after = [*children(verb, "advcl", "ccomp", "xcomp"), *children(word, "xcomp", "ccomp", "advcl")]
                about = {place for one in subjects or after for place in subtree(one)}
                yield _Stand(word, who, stance, about, "judgement")


def _made(story: Story, stand: _Stand) -> FoundPosition | None:
    who = stand.holder if isinstance(stand.holder, str) else story.actor(stand.holder)
    low = min(stand.issue, default=stand.head.i)
    issue = story.words(place for place in stand.issue if place < low + _LONGEST)
    if who is None or not issue:
        return None
    index = story.report(stand.head, [who])
    return FoundPosition(
        span=story.evidence(stand.head),
        confidence=story.known.confidence[f"acts/{stand.rule}"],
        rule=f"acts/{stand.rule}",
        cue=stand.head.text,
        statement=index,
        reported_by=story.reporter(index, [who]),
        condition=story.condition(stand.head),
        holder=who,
        issue=issue,
        stance=stand.stance,
    )


def _refusals(story: Story, found: Iterable[FoundCommitment]) -> list[FoundPosition]:
    """The positions that refusals are: who will not do it is against it (GUIDELINES, ruling 9)."""
    attends = story.known.lists["commitments.attends"]
    return [
        FoundPosition(
            span=one.span,
            confidence=one.confidence,
            rule="acts/refusal",
            cue=one.cue,
            statement=one.statement,
            reported_by=one.reported_by,
            condition=one.condition,
            holder=one.actor,
            issue=one.action,
            stance=Stance.OPPOSES,
        )
        for one in found
        if one.status is CommitmentStatus.REFUSED
        and one.rule != "acts/will-be-done-not"
        and not attends & set(one.action.lower().split()[:3])
    ]
