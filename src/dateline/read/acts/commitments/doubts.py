"""What makes it doubtful that a commitment is one, whose it is, or what it is: named facts that the data weighs."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.acts.commitments.bond import Bond
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive, subtree
from dateline.records import StatementKind

_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp", "ccomp", "conj"})
_PLURAL = frozenset({"NNS", "NNPS"})
_LONG_ACT, _SHORT_ACT = 25, 4
"""Words of an act that is longer, or shorter, than most."""


def doubts(story: Story, bond: Bond, act: str) -> frozenset[str]:
    """The names of the doubts about a commitment, which `[commitment_doubts]` of `lang/<language>/acts.toml` weighs in
    log odds beside its rule.
    """
    return frozenset((*_of_actor(story, bond), *_of_place(story, bond), *_of_act(bond, act)))


def _of_actor(story: Story, bond: Bond) -> Iterator[str]:
    """Whose it is."""
    who = bond.who
    if who is None:
        yield "speaker"
        return
    cast = story.context.cast
    entry = cast.entry(who)
    yield from cast.doubts(story.doc[who.i : who.i + 1])
    if who.pos_ == "PRON":
        yield "first person" if story.known.has("grammar.we", who.lower_) else "third person"
    elif _is_told_elsewhere(story, who, bond.actor):
        yield "resolved person" if entry is not None and entry.person else "resolved body"
    elif entry is None:
        yield from _of_description(story, who)
    if entry is not None and entry.person:
        yield "official" if entry.roles else "person without office"
    elif entry is not None:
        yield "state" if entry.place else "body"
    if any(child.dep_ == "conj" for child in who.children):
        yield "several joined"
    if bond.actor.count("(") != bond.actor.count(")"):
        yield "odd name"


def _is_told_elsewhere(story: Story, who: Token, actor: str) -> bool:
    """Whether the name has words that do not stand here: "the government" that is "the old government of Tolle"."""
    here = {story.doc[place].lower_ for place in subtree(who)}
    return any(word.casefold() not in here for word in actor.replace("(", " ").replace(")", " ").split())


def _of_description(story: Story, who: Token) -> Iterator[str]:
    """Of somebody without a name: "the two sides", "his party", "two farmers", "the ministry"."""
    before = {child.lower_ for child in who.children if child.dep_ in {"det", "poss", "predet"}}
    if before & story.known.lists["grammar.personal"]:
        yield "somebody's"
    elif before & story.known.lists["grammar.pointing"]:
        yield "pointed at" if who.tag_ in _PLURAL else "described only"
    elif who.tag_ in _PLURAL:
        yield "several"


def _of_place(story: Story, bond: Bond) -> Iterator[str]:
    """Where it stands, and who tells it."""
    verb = bond.verb
    if verb.dep_ in _CLAUSES:
        yield f"in {verb.dep_}"
    if is_passive(verb):
        yield "passive"
    if story.is_of_sport:
        yield "sport"
    said = story.said(verb)
    if said is not None:
        yield "quoted" if said.kind is StatementKind.DIRECT else "reported"
        himself = said.speaker is not None and said.speaker.casefold() == bond.actor.casefold()
        modal = story.modal(verb)
        if modal is not None and not himself:
            yield f"{modal} of others"
    elif story.modal(verb) == "would":
        yield "would of nobody's words"
    if any(one.tag_ == "VBN" for one in children(verb, "aux")) or any(
        one.lower_ in story.known.lists["grammar.pluperfect"] for one in children(bond.cue[0], "aux")
    ):
        yield "looks back"


def _of_act(bond: Bond, act: str) -> Iterator[str]:
    """What it says."""
    count = len(act.split(" "))
    if count > _LONG_ACT:
        yield "long act"
    elif count <= _SHORT_ACT:
        yield "short act"
    if not children(bond.verb, "dobj", "nsubjpass", "ccomp", "xcomp", "prep"):
        yield "bare verb"
