"""The commitments of a story, with all that is said of each."""

from spacy.tokens import Token

from dateline.read.acts.commitments import nouns
from dateline.read.acts.commitments.act import act
from dateline.read.acts.commitments.bond import Bond, is_denied
from dateline.read.acts.commitments.deeds import performed
from dateline.read.acts.commitments.doubts import doubts
from dateline.read.acts.commitments.gifts import amount, beneficiary
from dateline.read.acts.commitments.leads import led
from dateline.read.acts.found import FoundCommitment
from dateline.read.acts.story import Story
from dateline.records import CommitmentStatus


def commitments(story: Story) -> list[FoundCommitment]:
    """The commitments of a story, in order: one for an act, or for acts joined to one ("will repair and widen")."""
    found: dict[tuple[object, ...], FoundCommitment] = {}
    bonds = [bond for noun in story.words_of["NOUN"] if (bond := nouns.named(story, noun)) is not None]
    bonds += [bond for verb in story.words_of["VERB"] if (bond := _bond(story, verb)) is not None]
    for bond in sorted(bonds, key=lambda bond: bond.verb.i):
        one = _made(story, bond)
        found.setdefault((one.span, one.actor.casefold(), one.status, bond.cue[0].i), one)
    return list(found.values())


def _bond(story: Story, verb: Token) -> Bond | None:
    """What binds by a verb; nothing in a question, of what is denied, nor in a headline within the text."""
    if story.asks(verb) or is_denied(story, verb) or story.evidence(verb).of(story.text).isupper():
        return None
    return led(story, verb) or nouns.vowed(story, verb) or performed(story, verb) or nouns.unplanned(story, verb)


def _made(story: Story, bond: Bond) -> FoundCommitment:
    index = story.report(bond.verb, [bond.actor])
    due, alternatives = _due(story, bond)
    action = act(story, bond, index)
    doubted = doubts(story, bond, action)
    return FoundCommitment(
        span=story.evidence(bond.verb),
        confidence=story.known.confidence_of(f"acts/{bond.rule}", doubted, story.known.commitment_doubts),
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
        doubts=doubted,
    )


def _due(story: Story, bond: Bond) -> tuple[str | None, tuple[str, ...]]:
    """The day by which, or the readings left open: "approved cuts last month" names no deadline, it looks back."""
    if bond.status is CommitmentStatus.DELIVERED:
        return None, ()
    due, alternatives = story.dates(bond.verb)
    if bond.verb.i == bond.cue[0].i:
        due = story.deadline(bond.verb) or due
        return (due, ()) if due is not None and story.is_ahead(due) and not story.has_begun(due) else (None, ())
    due = story.coming(due)
    ahead = story.is_ahead(due) and not story.is_own_day(due)
    return (due, alternatives) if alternatives or ahead else (None, ())
