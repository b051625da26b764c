"""Stands that nouns, adjectives and phrases take: "its calls for", "is opposed to", "voted against"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.acts.clauses import holder, is_negated, own_subject
from dateline.read.acts.stances.stand import TURNED, WHEN, Stand, holder_of, is_unreal, noun_phrase, until_break
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, subtree
from dateline.records import Stance

_SIDES = (Stance.SUPPORTS, Stance.OPPOSES)
_ACTS = ("xcomp", "ccomp")


def of_noun(story: Story, noun: Token) -> Iterator[Stand]:
    """As in "its calls for a clear sign", "voiced opposition to the plan"."""
    known = story.known
    for stance in _SIDES:
        if not known.has(f"positions.nouns_{stance}", noun.lemma_.lower()):
            continue
        who = holder(noun, known.lists["positions.carriers"])
        about = [child for child in children(noun, "prep") if child.lower_ in known.lists["positions.prepositions"]]
        about = [
            child for child in about if (who is None or not child.is_ancestor(who)) and not _is_to_whom(story, child)
        ]
        if noun.dep_ == "dobj" and not about:
            about = [one for one in _beside(noun.head) if one.lower_ in known.lists["positions.prepositions"]]
        if known.has("positions.nouns_asking", noun.lemma_.lower()):
            about += [child for child in children(noun, "acl", "ccomp") if who is not None and who.i != child.i]
        if who is not None and about and story.can_act(who):
            turned = TURNED[stance] if _is_taken_back(story, noun) else stance
            opening = {about[0].i} if about[0].dep_ == "prep" else set()
            hoped = known.has("positions.hopes", noun.lemma_.lower())
            yield Stand(noun, who, turned, subtree(about[0]) - opening, "stance-hope" if hoped else "stance-noun")


def of_side(story: Story, noun: Token) -> Iterator[Stand]:
    """As in "Ana Ruz, an opponent of the toll": who is said to be on a side."""
    for stance in _SIDES:
        if not story.known.has(f"positions.sides_{stance}", noun.lemma_.lower()):
            continue
        who = noun.head if noun.dep_ == "appos" else own_subject(noun.head) if noun.dep_ == "attr" else None
        about = [one for one in children(noun, "prep") if one.lower_ in story.known.lists["positions.prepositions"]]
        if who is not None and about and story.can_act(who) and not is_negated(noun.head):
            yield Stand(noun, who, stance, until_break(about[0]), "stance-noun")


def of_received(story: Story, noun: Token) -> Iterator[Stand]:
    """As in "the plan won support from the board", "drew criticism from": the stand of whom it comes from."""
    known = story.known
    verb = noun.head
    hardly = (*known.lists["grammar.none"], *known.lists["positions.hardly"])
    denied = is_negated(verb) or any(one.lower_ in hardly for one in noun.lefts)
    if noun.dep_ != "dobj" or denied or story.form("positions.receive", verb) is None:
        return
    about = own_subject(verb)
    for stance in _SIDES:
        if about is None or not known.has(f"positions.received_{stance}", noun.lemma_.lower()):
            continue
        for preposition in (*children(noun, "prep"), *children(verb, "prep")):
            for who in children(preposition, "pobj"):
                if preposition.lower_ in known.lists["positions.receiving"] and story.can_act(who):
                    yield Stand(noun, who, stance, noun_phrase(about), "stance-noun")
                    return


def of_policy(story: Story, verb: Token) -> Iterator[Stand]:
    """As in "its policy is to close the ferry"."""
    about = children(verb, *_ACTS)
    if verb.lemma_ != "be" or not about or is_negated(verb) or is_unreal(story, verb):
        return
    for noun in children(verb, "nsubj"):
        if story.known.has("positions.policies", noun.lemma_.lower()):
            who = holder(noun, frozenset())
            if who is not None and story.can_act(who):
                yield Stand(noun, who, Stance.SUPPORTS, subtree(about[0]), "stance-noun")


def of_adjective(story: Story, word: Token) -> Iterator[Stand]:
    """As in "are reluctant to go beyond", "is opposed to", "were angered by"."""
    verb = word if word.pos_ == "VERB" else word.head
    if verb.i == word.i and not children(word, "auxpass"):
        return
    if verb.i != word.i and (word.dep_ not in {"acomp", "conj"} or verb.pos_ not in {"AUX", "VERB"}):
        return
    known = story.known
    for stance in (*_SIDES, Stance.HESITANT):
        if not known.has(f"positions.adjectives_{stance}", word.lower_):
            continue
        who = own_subject(verb)
        about = [one for one in children(word, "prep", "agent") if one.lower_ in known.lists["positions.behind"]]
        about = [*children(word, *(("ccomp",) if known.has("positions.felt", word.lower_) else _ACTS)), *about]
        if who is None or not about or not story.can_act(who) or is_unreal(story, verb) or is_negated(about[0]):
            return
        turned = TURNED.get(stance, stance) if is_negated(verb) else stance
        issue = subtree(about[0]) - ({about[0].i} if about[0].dep_ in {"prep", "agent"} else set())
        yield Stand(word, who, turned, issue, "stance-adjective")


def of_phrase(story: Story, opening: Token) -> Iterator[Stand]:
    """As in "is in favour of", "voted against", "spoke out in support of"."""
    known = story.known
    for stance in _SIDES:
        for phrase in known.lists[f"positions.phrases_{stance}"]:
            words = phrase.split(" ")
            end = opening.i + len(words)
            if [token.lower_ for token in opening.doc[opening.i : end]] != words or end >= len(opening.doc):
                continue
            verb = opening.head
            while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
                verb = verb.head
            if verb.pos_ not in {"VERB", "AUX"} or is_unreal(story, verb) or story.lead(verb) is not None:
                return
            if len(words) == 1 and verb.lemma_.lower() not in known.lists["positions.standing"]:
                return
            who = holder_of(story, verb)
            issue = until_break(opening.doc[end - 1])
            if who is not None and issue:
                turned = TURNED[stance] if is_negated(verb) else stance
                yield Stand(opening, who, turned, issue, "stance-phrase")
            return


def _is_to_whom(story: Story, preposition: Token) -> bool:
    """Whether it only tells of whom it is asked: "an appeal to the court"."""
    asked = story.known.has("positions.nouns_asking", preposition.head.lemma_.lower())
    inner = children(preposition, "pobj")
    return (
        asked
        and preposition.lower_ in story.known.lists["agenda.before_places"]
        and bool(inner)
        and story.can_act(inner[0])
    )


def _beside(verb: Token) -> list[Token]:
    """The prepositions of a verb that open no day."""
    return [one for one in children(verb, "prep") if not any(i.ent_type_ in WHEN for i in children(one, "pobj"))]


def _is_taken_back(story: Story, noun: Token) -> bool:
    """Whether a stand is given up or not taken: "withdrew its support for", "has no objection to"."""
    none = any(one.lower_ in story.known.lists["grammar.none"] for one in children(noun, "det"))
    return none or (noun.dep_ == "dobj" and story.form("positions.taking_back", noun.head) is not None)
