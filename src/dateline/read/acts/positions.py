"""Positions: who supports, opposes or hesitates about what."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read import statements
from dateline.read.acts.clauses import Story, acts_for_itself, complement, is_negated, modal, who
from dateline.read.acts.found import FoundCommitment, FoundPosition
from dateline.read.acts.words import Words, words
from dateline.read.statements.tree import children, is_passive, subtree
from dateline.records import CommitmentStatus, Stance

_OTHER = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}
_LONGEST = 30
_INNER = frozenset("-'’\"“")


@dataclass(frozen=True, slots=True)
class _Stand:
    head: Token
    holder: Token
    stance: Stance
    issue: set[int]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Where a speaker stands by words of his own."""

    head: Token
    issue: set[int]
    stance: Stance
    rule: str
    confidence: float


def positions(story: Story, bound: Iterable[FoundCommitment]) -> list[FoundPosition]:
    """The positions of a story, one a holder and stance in a sentence, in order; `bound` are its commitments."""
    known = words("en")
    found: dict[tuple[object, ...], FoundPosition] = {}
    for token in story.doc:
        for stand in _stands(token, known):
            one = _made(story, stand)
            if one.issue:
                found.setdefault((one.span, one.holder.casefold(), one.stance), one)
    for one in (*_demanded(story, known), *_on_terms(story, known), *_refusals(bound)):
        found.setdefault((one.span, one.holder.casefold(), one.stance), one)
    return sorted(found.values(), key=lambda one: (one.span, one.issue))


def _stands(token: Token, known: Words) -> Iterator[_Stand]:
    if token.pos_ == "VERB":
        yield from _of_verb(token, known)
    elif token.pos_ == "ADJ":
        yield from _of_adjective(token, known)
    elif token.pos_ == "NOUN":
        yield from _of_noun(token, known)


def _of_verb(verb: Token, known: Words) -> Iterator[_Stand]:
    holder = who(verb)
    if holder is None or is_passive(verb) or modal(verb) in {"could", "may", "might"}:
        return
    for stance in (Stance.SUPPORTS, Stance.OPPOSES, Stance.HESITANT):
        name = f"positions.{stance}"
        if not known.verb(name, verb):
            continue
        issue = _issue(verb, known, name)
        if issue is None:
            return
        turned = _OTHER.get(stance, stance) if is_negated(verb) else stance
        yield _Stand(verb, holder, turned, issue, f"{stance}-verb", 0.45)
        return


def _issue(verb: Token, known: Words, name: str) -> set[int] | None:
    preposition = known.preposition(name, verb)
    if preposition is not None:
        return _until_break(preposition)
    if verb.lemma_.lower() not in known.lists[name] and not children(verb, "prt"):
        return None
    act = complement(verb)
    if act is None:
        return None
    if (
        act.dep_ in {"dobj", "oprd"}
        and known.has("positions.persons", verb.lemma_.lower())
        and act.ent_type_ == "PERSON"
    ):
        return None
    if verb.lemma_ in {"want", "seek", "insist"} and act.dep_ == "xcomp" and not children(act, "nsubj"):
        return None
    return subtree(act)


def _until_break(preposition: Token) -> set[int]:
    """What follows a preposition up to the end of the clause: "for a better road for the islands to trade on"."""
    places = set()
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if (token.is_punct and token.text not in _INNER) or token.lower_ in {"if", "because", "while", "although"}:
            break
        places.add(token.i)
    return places


def _of_adjective(word: Token, known: Words) -> Iterator[_Stand]:
    """As in "are reluctant to go beyond", "is opposed to"."""
    if word.dep_ not in {"acomp", "conj"} or word.head.pos_ not in {"AUX", "VERB"}:
        return
    holder = who(word.head)
    about = [*children(word, "xcomp", "ccomp"), *children(word, "prep")]
    if holder is None or not about:
        return
    for stance in (Stance.SUPPORTS, Stance.OPPOSES, Stance.HESITANT):
        if known.has(f"positions.adjectives_{stance}", word.lower_):
            turned = _OTHER.get(stance, stance) if is_negated(word.head) else stance
            issue = subtree(about[0])
            yield _Stand(
                word,
                holder,
                turned,
                issue - {about[0].i} if about[0].dep_ == "prep" else issue,
                f"{stance}-adjective",
                0.5,
            )


def _of_noun(noun: Token, known: Words) -> Iterator[_Stand]:
    """As in "Kyiv's calls for a clear sign", "their opposition to the plan"."""
    holders = [child for child in children(noun, "poss") if acts_for_itself(child) or child.ent_type_]
    about = [child for child in children(noun, "prep") if child.lower_ in {"for", "to", "against"}]
    if not holders or not about:
        return
    for stance in (Stance.SUPPORTS, Stance.OPPOSES):
        if known.has(f"positions.nouns_{stance}", noun.lemma_.lower()):
            yield _Stand(noun, holders[0], stance, subtree(about[0]) - {about[0].i}, f"{stance}-noun", 0.4)


def _made(story: Story, stand: _Stand) -> FoundPosition:
    holder = story.actor(stand.holder)
    index = story.report(stand.head, [holder])
    low = min(stand.issue, default=stand.head.i)
    return FoundPosition(
        span=story.evidence(stand.head),
        confidence=stand.confidence,
        rule=f"acts/{stand.rule}",
        statement=index,
        reported_by=story.reporter(index, [holder]),
        condition=story.condition(stand.head),
        holder=holder,
        issue=story.words(place for place in stand.issue if place < low + _LONGEST),
        stance=stand.stance,
    )


def _demanded(story: Story, known: Words) -> Iterator[FoundPosition]:
    """What a speaker says that others must do or must not do."""
    for index, said in enumerate(story.context.statements):
        verb = _first_said(story, said, lambda token: _is_demand(token, known))
        if verb is not None:
            stance = Stance.OPPOSES if is_negated(verb) else Stance.SUPPORTS
            yield _spoken(story, index, _Spoken(verb, subtree(verb), stance, "demand", 0.4))


def _on_terms(story: Story, known: Words) -> Iterator[FoundPosition]:
    """A named speaker who grants that something could be, on a condition."""
    for index, said in enumerate(story.context.statements):
        verb = None if said.anonymous else _first_said(story, said, lambda token: _is_granted(token, story, known))
        if verb is not None:
            about = {place for child in children(verb, "nsubj", "nsubjpass") for place in subtree(child)}
            yield _spoken(story, index, _Spoken(verb, {*about, verb.i}, Stance.CONDITIONAL, "on-terms", 0.3))


def _first_said(story: Story, said: statements.Found, fits: Callable[[Token], bool]) -> Token | None:
    """The first word of what a speaker said that fits; None where nobody is known to have said it."""
    if said.speaker is None or not said.content:
        return None
    inside = story.doc.char_span(said.content[0].start, said.content[-1].end, alignment_mode="expand")
    return next((token for token in inside or () if fits(token)), None)


def _spoken(story: Story, index: int, spoken: _Spoken) -> FoundPosition:
    """The position that a speaker takes in words of his own."""
    return FoundPosition(
        span=story.evidence(spoken.head),
        confidence=spoken.confidence,
        rule=f"acts/{spoken.rule}",
        statement=index,
        reported_by=None,
        condition=story.condition(spoken.head),
        holder=story.context.statements[index].speaker or "",
        issue=story.words(spoken.issue),
        stance=spoken.stance,
    )


def _is_demand(verb: Token, known: Words) -> bool:
    conditional = any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children)
    return modal(verb) in known.lists["obligations.modals"] and not conditional


def _is_granted(verb: Token, story: Story, known: Words) -> bool:
    if modal(verb) not in known.lists["conditions.possible"] or is_negated(verb):
        return False
    condition = story.condition(verb)
    return condition is not None and condition.lower().startswith(("if", "provided"))


def _refusals(found: Iterable[FoundCommitment]) -> list[FoundPosition]:
    """The positions that refusals are: who will not do it is against it (GUIDELINES, ruling 9)."""
    attends = words("en").lists["commitments.attends"]
    return [
        FoundPosition(
            span=one.span,
            confidence=one.confidence,
            rule="acts/refusal",
            statement=one.statement,
            reported_by=one.reported_by,
            condition=one.condition,
            holder=one.actor,
            issue=one.action,
            stance=Stance.OPPOSES,
        )
        for one in found
        if one.status is CommitmentStatus.REFUSED and not attends & set(one.action.lower().split()[:3])
    ]
