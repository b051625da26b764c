"""An event ahead, in words: what it is called, where it is, who takes part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.agenda.days import NO_DAY, Day
from dateline.read.acts.clauses import clause_places, doer, own_subject
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import Certainty

_WHERE = frozenset({"GPE", "LOC", "FAC"})
_TAKING_PART = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BEYOND = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj"})
_LONGEST = 14
"""Words from an event's noun to the end of a phrase behind it that still belongs to its name."""


@dataclass(frozen=True, slots=True)
class Event:
    """A word that names something ahead, before the rest is looked up."""

    head: Token
    """The verb or noun of the event."""
    what: Token
    """The event's noun where the verb has one ("will hold a summit"), else the head."""
    certainty: Certainty
    rule: str
    cue: Token
    """The word that decided."""
    day: Day = NO_DAY
    former: tuple[Day, ...] = ()
    """The days that it had before it was called off or put off."""


def certainty_of(story: Story, lead: str) -> Certainty | None:
    """How sure a lead makes what stands behind it; None where it does not look ahead."""
    if story.known.has("agenda.scheduled", lead):
        return Certainty.SCHEDULED
    return Certainty.EXPECTED if story.known.has("agenda.expected", lead) else None


def is_event(story: Story, noun: Token) -> bool:
    """Whether a noun names an event; of "run-off", which the pipeline parts, the whole word does."""
    doc, place = noun.doc, noun.i
    parted = place > 1 and doc[place - 1].text == "-" and not doc[place - 1].whitespace_
    whole = f"{doc[place - 2].lower_}-{noun.lower_.removesuffix('s')}" if parted else ""
    return any(story.known.has("agenda.events", name) for name in (noun.lemma_.lower(), whole))


def event_noun(story: Story, nouns: Iterable[Token]) -> Token | None:
    """The first of some nouns that names an event."""
    return next((one for one in nouns if is_event(story, one)), None)


def called(story: Story, event: Event) -> str:
    """What it is called: its noun with what belongs to it, or the clause of its verb."""
    return _clause(story, event.head) if event.what.pos_ == "VERB" else story.words(_phrase(event.what))


def where(story: Story, event: Event) -> str | None:
    """Its place, in the words of the text."""
    for place, is_told in _places(story, event):
        is_name = place.ent_type_ in _WHERE or (is_told and place.pos_ == "PROPN")
        if is_name or story.known.has("agenda.places", place.lemma_.lower()):
            return story.words(_phrase(place))
    return None


def taking_part(story: Story, event: Event) -> tuple[str, ...]:
    """Who takes part: who does it, and who stands after "with"."""
    who = doer(event.head) if event.head.pos_ == "VERB" else None
    found = [story.actor(who)] if who is not None and story.can_act(who) else []
    for below in event.head.subtree:
        if below.dep_ == "prep" and below.lower_ in story.known.lists["agenda.with"]:
            found += [story.actor(one) for one in children(below, "pobj") if one.ent_type_ in _TAKING_PART]
    return tuple(dict.fromkeys(one for one in found if one))


def _clause(story: Story, verb: Token) -> str:
    """The clause that names an event; of what happens to a thing the thing with it: "a toll to be lifted"."""
    clause = story.clause(verb)
    who = own_subject(verb)
    told = who is not None and clause and (is_passive(verb) or story.form("agenda.of_things", verb) is not None)
    if (
        who is None
        or not told
        or who.pos_ == "PRON"
        or who.ent_type_ == "DATE"
        or (who.ent_type_ == "PERSON" and not is_passive(verb))
    ):
        return clause
    thing = story.words(_phrase(who))
    return f"{thing} {clause}" if thing else clause


def _phrase(noun: Token) -> set[int]:
    inside = clause_places(noun, _BEYOND)
    for child in children(noun, "prep"):
        if child.right_edge.i - noun.i > _LONGEST:
            inside -= {below.i for below in child.subtree}
    end = max((place for place in inside if all(gap in inside for gap in range(noun.i, place))), default=noun.i)
    return {place for place in inside if place <= end}


def _places(story: Story, event: Event) -> Iterator[tuple[Token, bool]]:
    """What may be its place, and whether the text says that it is one: "Tolle, where they will meet", "in Tolle"."""
    relatives, in_place_of = story.known.lists["agenda.of_places"], story.known.lists["agenda.in_place_of"]
    if event.head.dep_ == "relcl" and any(one.lower_ in relatives for one in event.head.lefts):
        yield event.head.head, True
    # What something is moved to is a place, whatever the pipeline takes its name for.
    is_moved = event.cue.lower_ in story.known.lists["agenda.moved"]
    for preposition in _prepositions(event):
        before = story.doc[max(0, preposition.i - 2) : preposition.i].text.lower()
        # "Instead of in Tolle" says where it is not.
        if preposition.lower_ in story.known.lists["agenda.before_places"] and before not in in_place_of:
            yield from ((one, is_moved and one.ent_type_ != "DATE") for one in children(preposition, "pobj"))


def _prepositions(event: Event) -> Iterator[Token]:
    for head in dict.fromkeys((event.head, event.what)):
        yield from children(head, "prep")
        for inner in children(head, "dobj", "xcomp", "npadvmod", "prep"):
            yield from (below for below in inner.subtree if below.dep_ == "prep")
