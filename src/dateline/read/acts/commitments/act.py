"""What a commitment says will be done or was done: the clause of its verb, with what belongs to it."""

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.read.acts.commitments.bond import Bond
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import Span

_COMPLETE = frozenset(
    {"dobj", "xcomp", "ccomp", "prep", "oprd", "prt", "dative", "advcl", "acomp", "attr", "nsubjpass"}
)
_LOOSE = frozenset({"cc", "punct"})


def act(story: Story, bond: Bond, statement: int | None) -> str:
    """The shortest clause that says it, verbatim: that of `Story.clause`, with the subject of a passive ("the pier will
    be mended") or the noun of a participle ("tolls imposed"), and with the verb joined to one that shares its object
    with it ("develop and sell boats"); what somebody else is to do has its subject. What tells who says it (the
    attribution `statement`) is no part of it.
    """
    verb = bond.verb
    clause = _span(story, verb)
    if clause is None:
        return verb.text
    start, end = _start(bond, clause), clause.end
    for other in children(verb, "conj"):
        if _shares_object(verb, other) and (further := _span(story, other)) is not None:
            end = max(end, further.end)
    end = _before_teller(story, verb, statement, end)
    while end > verb.i + 1 and (story.doc[end - 1].dep_ in _LOOSE or story.doc[end - 1].is_space):
        end -= 1
    words = story.words(range(start, end)) or verb.text
    closing = ")" if words.count("(") > words.count(")") and story.doc[end : end + 1].text == ")" else ""
    return words + closing


def _span(story: Story, verb: Token) -> Phrase | None:
    """The clause of a verb in the document."""
    words = story.clause(verb)
    at = story.text.rfind(words, 0, verb.idx + len(words)) if words else -1
    return story.doc.char_span(at, at + len(words), alignment_mode="expand") if at >= 0 else None


def _start(bond: Bond, clause: Phrase) -> int:
    """Where it begins: a passive has its object before it, and what is promised of others says who they are."""
    verb = bond.verb
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return min(clause.start, verb.head.left_edge.i)
    subjects = children(verb, "nsubjpass") if is_passive(verb) else children(verb, "nsubj")
    own = [one for one in subjects if one.tag_ not in {"PRP", "WDT", "WP"}]
    others = is_passive(verb) or (bond.vowed and bond.who not in own)
    return min(clause.start, own[-1].left_edge.i) if own and others else clause.start


def _shares_object(verb: Token, other: Token) -> bool:
    """Whether a joined verb has the object for both: "develop and sell boats"."""
    own = {child.dep_ for child in verb.children if child.i > verb.i}
    subjects = children(other, "nsubj", "nsubjpass", "aux")
    return own.isdisjoint(_COMPLETE) and bool(children(other, "dobj")) and not subjects and other.tag_ == verb.tag_


def _before_teller(story: Story, verb: Token, statement: int | None, end: int) -> int:
    """The end, before the words that tell who says it: "will mend it, according to the mayor"."""
    if statement is None:
        return end
    said = story.context.statements[statement]
    tellers: list[Span] = [*said.source, *said.cue]
    after = [span.start for span in tellers if span.start > verb.idx]
    if not after:
        return end
    return next((place for place in range(verb.i + 1, end) if story.doc[place].idx >= min(after)), end)
