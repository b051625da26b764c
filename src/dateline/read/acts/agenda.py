"""Agenda items: what is scheduled or expected after the story's day."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.acts.clauses import Story, modal, who
from dateline.read.acts.found import FoundAgendaItem
from dateline.read.acts.words import Words, words
from dateline.read.statements.tree import children, subtree
from dateline.records import Certainty
from dateline.text.timex import day_range
from dateline.text.words import words as plain_words

_PLACES = frozenset({"in", "at", "to"})
_WHERE = frozenset({"GPE", "LOC", "FAC"})
_EVENT_LONGEST = 14
_MODALS: dict[str | None, Certainty] = {
    **dict.fromkeys(("will", "shall", "would"), Certainty.SCHEDULED),
    **dict.fromkeys(("may", "might", "could"), Certainty.EXPECTED),
}


def agenda(story: Story) -> list[FoundAgendaItem]:
    """The events ahead, each once, at the sentence that gives its time best."""
    known = words("en")
    found: list[FoundAgendaItem] = []
    for token in story.doc:
        item = _of_verb(story, token, known) or _of_noun(story, token, known)
        if item is not None:
            found.append(item)
    return _each_once(found)


def _of_verb(story: Story, verb: Token, known: Words) -> FoundAgendaItem | None:
    """As in "will meet", "is due to visit", "plans to hold a vote"."""
    if verb.pos_ != "VERB" or not known.verb("agenda.verbs", verb):
        return None
    certainty = _certainty(verb, known)
    if certainty is None or not _is_ahead(story, verb):
        return None
    subject = who(verb)
    what = _event_below(verb, known)
    words_ = story.words(_phrase(what)) if what is not None else story.clause(verb)
    participants = _participants(story, verb, subject)
    return _item(story, verb, words_, certainty, participants)


def _participants(story: Story, verb: Token, subject: Token | None) -> tuple[str, ...]:
    """Who takes part: the subject, and who stands after "with"."""
    found = [story.actor(subject)] if subject is not None and subject.pos_ != "PRON" else []
    for below in verb.subtree:
        if below.dep_ == "prep" and below.lower_ == "with":
            found += [story.actor(one) for one in children(below, "pobj") if one.ent_type_ in {"PERSON", "ORG", "GPE"}]
    return tuple(dict.fromkeys(found))


def _of_noun(story: Story, noun: Token, known: Words) -> FoundAgendaItem | None:
    """As in "the summit in July", "the 18 May election", "an election is expected"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or not known.has("agenda.events", noun.lemma_.lower()):
        return None
    if noun.dep_ in {"compound", "nmod"}:
        return None
    governor = _governor(noun)
    certainty = _certainty(governor, known) if governor is not None and noun.dep_ in {"nsubj", "nsubjpass"} else None
    dated = _own_date(story, noun)
    if certainty is None and not dated:
        return None
    if (
        certainty is None
        and governor is not None
        and governor.tag_ == "VBD"
        and noun.dep_ in {"nsubj", "dobj", "nsubjpass"}
    ):
        return None
    if not _is_ahead(story, noun):
        return None
    return _item(story, noun, story.words(_phrase(noun)), certainty or Certainty.SCHEDULED, ())


def _item(
    story: Story, head: Token, what: str, certainty: Certainty, participants: tuple[str, ...]
) -> FoundAgendaItem | None:
    when, alternatives = story.dates(head)
    index = story.report(head, participants)
    if not what:
        return None
    return FoundAgendaItem(
        span=story.evidence(head),
        confidence=0.5 if when else 0.35,
        rule="acts/event-verb" if head.pos_ == "VERB" else "acts/event-noun",
        statement=index,
        reported_by=story.reporter(index, participants),
        condition=story.condition(head),
        what=what,
        when=when,
        when_alternatives=alternatives,
        where=_where(story, head),
        participants=participants,
        certainty=certainty,
    )


def _certainty(verb: Token, known: Words) -> Certainty | None:
    """How sure a verb is to happen; None where it does not look ahead."""
    if known.verb("agenda.cancelled", verb):
        return Certainty.CANCELLED
    if modal(verb) in _MODALS:
        return _MODALS[modal(verb)]
    head = verb.head
    if verb.dep_ == "xcomp" and any(child.lower_ == "to" for child in verb.children):
        if known.has("agenda.expected_verbs", head.lemma_.lower()):
            return Certainty.EXPECTED
        return _of_word(head, known) or (Certainty.SCHEDULED if head.lemma_ == "be" else None)
    words_ = [verb] if verb.tag_ == "VBN" else children(verb, "acomp", "attr") if verb.lemma_ == "be" else []
    return next((found for word in words_ if (found := _of_word(word, known))), None)


def _of_word(word: Token, known: Words) -> Certainty | None:
    """The certainty of "due", "scheduled", "expected" and the like."""
    if word.pos_ != "ADJ" and word.tag_ not in {"VBN", "VBD"}:
        return None
    if known.has("agenda.scheduled", word.lower_):
        return Certainty.SCHEDULED
    return Certainty.EXPECTED if known.has("agenda.expected", word.lower_) else None


def _governor(noun: Token) -> Token | None:
    head = noun.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} else None


def _own_date(story: Story, noun: Token) -> bool:
    inside = subtree(noun)
    low, high = story.doc[min(inside)], story.doc[max(inside)]
    return any(
        low.idx <= found.span.start < high.idx + len(high) and _days(found.value) for found in story.context.times
    )


def _days(value: str | None) -> bool:
    return day_range(value) is not None


def _is_ahead(story: Story, head: Token) -> bool:
    """False where its time is over; an undated story or an event without a time may lie ahead."""
    when, _ = story.dates(head)
    days = day_range(when)
    if days is None or story.context.published is None:
        return True
    return days[1] >= story.context.published.day


def _event_below(verb: Token, known: Words) -> Token | None:
    objects = [
        *children(verb, "dobj", "nsubj", "nsubjpass"),
        *(inner for one in children(verb, "prep") for inner in children(one, "pobj")),
    ]
    return next((one for one in objects if known.has("agenda.events", one.lemma_.lower())), None)


def _phrase(noun: Token) -> set[int]:
    inside = subtree(noun)
    for child in noun.children:
        if child.dep_ in {"relcl", "acl", "appos", "punct"} or (
            child.dep_ == "prep" and child.right_edge.i - noun.i > _EVENT_LONGEST
        ):
            inside -= subtree(child)
    end = max((place for place in inside if all(gap in inside for gap in range(noun.i, place))), default=noun.i)
    return {place for place in inside if place <= end}


def _where(story: Story, head: Token) -> str | None:
    for preposition in _prepositions(head):
        if preposition.lower_ not in _PLACES:
            continue
        for place in children(preposition, "pobj"):
            if place.ent_type_ in _WHERE or words("en").has("agenda.places", place.lemma_.lower()):
                return story.words(_phrase(place))
    return None


def _prepositions(head: Token) -> Iterator[Token]:
    yield from children(head, "prep")
    for holder in children(head, "dobj", "nsubjpass", "nsubj", "xcomp"):
        yield from (below for below in holder.subtree if below.dep_ == "prep")
    yield from (below for below in head.subtree if below.dep_ == "prep")


def _each_once(found: list[FoundAgendaItem]) -> list[FoundAgendaItem]:
    """One record an event: the same sentence and day, or the same words; the one that gives its time best."""
    kept: list[FoundAgendaItem] = []
    for one in sorted(found, key=lambda item: (item.when is None, item.span, item.what)):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda item: (item.span, item.what))


def _same(one: FoundAgendaItem, other: FoundAgendaItem) -> bool:
    if one.span == other.span and (one.when == other.when or one.when is None):
        return True
    ours, theirs = set(plain_words(one.what)), set(plain_words(other.what))
    return (one.when is None or one.when == other.when) and (ours <= theirs or theirs <= ours)
