"""Positions: who supports, opposes or hesitates about what."""

from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile

from dateline.read.acts.found import FoundCommitment, FoundPosition
from dateline.read.acts.stances import judgements, nouns, verbs
from dateline.read.acts.stances.doubts import doubts
from dateline.read.acts.stances.issue import phrase
from dateline.read.acts.stances.stand import Stand, is_on_terms
from dateline.read.acts.story import Story
from dateline.records import CommitmentStatus, Stance

_OPENING = 40
_NO_REFUSALS = frozenset({"acts/noun-not", "acts/will-be-done-not"})
"""Who has no plans to do it need not be against it, nor who tells that it will not be done."""


def positions(story: Story, bound: Iterable[FoundCommitment]) -> list[FoundPosition]:
    """The positions of a story in order; `bound` are its commitments, whose refusals are positions too."""
    found = [(stand.issue, one) for stand in _stands(story) if (one := _made(story, stand)) is not None]
    found += [(set(), one) for one in _refusals(story, bound)]
    kept: list[tuple[set[int], FoundPosition]] = []
    for issue, one in sorted(found, key=lambda pair: -pair[1].confidence):
        if not any(_is_told_by(issue, one, *other) for other in kept):
            kept.append((issue, one))
    return sorted((one for _, one in kept), key=lambda one: (one.span, story.text.find(one.cue, one.span.start)))


def _is_told_by(issue: set[int], one: FoundPosition, other_issue: set[int], other: FoundPosition) -> bool:
    """Whether another stand of the same sentence tells the same: of the same holder and side, on the same words."""
    same = (one.span, one.holder.casefold(), one.stance) == (other.span, other.holder.casefold(), other.stance)
    return same and (not issue or not other_issue or not issue.isdisjoint(other_issue))


def _stands(story: Story) -> Iterator[Stand]:
    """The stands of verbs, adjectives, nouns of a stand and openings of phrases, in no order."""
    for verb in story.words_of["VERB"]:
        if not story.asks(verb):
            yield from chain.from_iterable(rule(story, verb) for rule in _OF_VERBS)
    for word in story.words_of["ADJ"]:
        yield from nouns.of_adjective(story, word)
    for noun in story.words_of["NOUN"]:
        if story.known.has("positions.nouns", noun.lemma_.lower()):
            yield from chain.from_iterable(rule(story, noun) for rule in _OF_NOUNS)
    for word in story.words_of["ADP"]:
        if story.known.has("positions.phrase_openers", word.lower_):
            yield from nouns.of_phrase(story, word)


_OF_VERBS = (
    verbs.of_verb,
    verbs.of_unwilling,
    nouns.of_policy,
    nouns.of_adjective,
    judgements.named,
    judgements.spoken,
)
_OF_NOUNS = (nouns.of_noun, nouns.of_side, nouns.of_received)


def _made(story: Story, stand: Stand) -> FoundPosition | None:
    who = stand.holder if isinstance(stand.holder, str) else story.actor(stand.holder)
    issue = phrase(story, stand.head, stand.issue)
    if who is None or not issue or story.known.has("grammar.unnamed", issue.lower()):
        return None
    index = story.report(stand.head, [who])
    doubted = doubts(story, stand)
    return FoundPosition(
        span=story.evidence(stand.head),
        confidence=story.known.confidence_of(f"acts/{stand.rule}", doubted, story.known.doubts),
        rule=f"acts/{stand.rule}",
        cue=stand.head.text,
        statement=index,
        reported_by=story.reporter(index, [who]),
        condition=story.condition(stand.head),
        holder=who,
        issue=issue,
        doubts=doubted,
        stance=Stance.CONDITIONAL if stand.stance is Stance.SUPPORTS and _is_on_terms(story, stand) else stand.stance,
    )


def _is_on_terms(story: Story, stand: Stand) -> bool:
    """Whether its holder is for it on terms: "wants it, but only under", "insists that it will not unless"."""
    if is_on_terms(story, stand.head):
        return True
    if not stand.rule.startswith("stance"):
        return False
    said = [story.doc[place] for place in stand.issue if story.doc[place].head.i == stand.head.i]
    conditions = [story.condition(stand.head), *map(story.condition, said)]
    return any(one is not None and story.is_doubtful(one) for one in conditions)


def _refusals(story: Story, found: Iterable[FoundCommitment]) -> list[FoundPosition]:
    """The positions that refusals are: who will not do it is against it (GUIDELINES, ruling 9)."""
    attends = story.known.lists["commitments.attends"]
    return [
        FoundPosition(
            span=one.span,
            confidence=story.known.confidence["acts/refusal"],
            doubts=frozenset(),
            rule="acts/refusal",
            cue=one.cue,
            statement=one.statement,
            reported_by=one.reported_by,
            condition=one.condition,
            holder=one.actor,
            issue=_without_refusal(story, one),
            stance=Stance.OPPOSES,
        )
        for one in found
        if one.status is CommitmentStatus.REFUSED
        and one.rule not in _NO_REFUSALS
        and not any(f" {act} " in f" {one.action.lower()} "[:_OPENING] for act in attends)
    ]


def _without_refusal(story: Story, refused: FoundCommitment) -> str:
    """What is refused: of "will not mend the road" and "refused the offer" the road's mending and the offer."""
    known = story.known
    before = known.lists["grammar.negations"] | known.lists["grammar.perfect"] | {*known.modals, *known.modals.values()}
    before |= known.lists["commitments.will"] | known.lists["commitments.able"] | {refused.cue.lower()}
    words_ = refused.action.split(" ")
    return " ".join(dropwhile(lambda word: word.lower() in before, words_)) or refused.action
