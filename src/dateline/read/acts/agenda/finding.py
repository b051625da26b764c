"""The agenda items of a story: each event once, at the sentence that gives its time best."""

from spacy.tokens import Token

from dateline.read.acts.agenda.days import NO_DAY, in_year, is_ahead
from dateline.read.acts.agenda.event import Event, called, taking_part, where
from dateline.read.acts.agenda.nouns import of_noun
from dateline.read.acts.agenda.verbs import of_verb
from dateline.read.acts.clauses import own_subject
from dateline.read.acts.found import FoundAgendaItem
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children
from dateline.records import Certainty
from dateline.text.words import words as plain_words

_Pair = tuple[FoundAgendaItem, Event]


def agenda(story: Story) -> list[FoundAgendaItem]:
    """The events ahead, in the order of the text."""
    events = [event for verb in story.words_of["VERB"] if (event := of_verb(story, verb)) is not None]
    names = (*story.words_of["NOUN"], *story.words_of["PROPN"])
    events += [event for noun in names if (event := of_noun(story, noun)) is not None]
    pairs = [(item, event) for event in events if not story.asks(event.head) and (item := _item(story, event))]
    return _each_once(story, pairs)


def _item(story: Story, event: Event) -> FoundAgendaItem | None:
    what, day = called(story, event), in_year(story, event.day, _phrase_of(event))
    late = bool(day.all) and not is_ahead(story, day)
    if not what or (late and event.certainty is not Certainty.CANCELLED):
        return None
    day = NO_DAY if late else day
    participants = taking_part(story, event)
    index = story.report(event.head, participants)
    return FoundAgendaItem(
        span=story.evidence(event.head),
        confidence=story.known.confidence[f"acts/{event.rule}"],
        rule=f"acts/{event.rule}",
        cue=event.cue.text,
        statement=index,
        reported_by=story.reporter(index, participants),
        condition=story.condition(event.head),
        what=what,
        when=day.value,
        when_alternatives=day.readings,
        when_words=day.words,
        settled=day.settled,
        where=where(story, event),
        participants=participants,
        certainty=event.certainty,
    )


def _phrase_of(event: Event) -> list[Token]:
    """What names an event: its noun with what stands before it, or the subject of its verb."""
    who = own_subject(event.head) if event.what.pos_ == "VERB" else event.what
    return [] if who is None else [one for one in who.subtree if one.i <= who.i]


def _each_once(story: Story, found: list[_Pair]) -> list[FoundAgendaItem]:
    """One record an event: the same sentence and day, or the same words; the one that gives its time best."""
    kept: list[_Pair] = []
    off = [pair for pair in found if pair[0].certainty is Certainty.CANCELLED]
    for one in sorted(found, key=_worth):
        if any(_is_off(one, other) for other in off):
            continue
        if not any(_same(one, other) or _is_known(story, one, other) for other in kept):
            kept.append(one)
    return sorted((item for item, _ in kept), key=lambda item: (item.span, item.what))


def _worth(pair: _Pair) -> tuple[object, ...]:
    """The order in which items are kept: with a time, the finer before the broader of a sentence."""
    item = pair[0]
    return item.when is None, item.span, -len(item.when or ""), -item.confidence, item.what


def _same(one: _Pair, other: _Pair) -> bool:
    """Whether two have the same words, and no other day; a visit and the meeting after it are two."""
    when = one[0].when
    is_clause = (one[1].what.pos_ == "VERB") != (other[1].what.pos_ == "VERB")
    if one[0].span == other[0].span and is_clause and when != other[0].when:
        return False
    return _share_words(one, other) and (when is None or (other[0].when or "").startswith(when))


def _share_words(one: _Pair, other: _Pair) -> bool:
    ours, theirs = set(plain_words(one[0].what)), set(plain_words(other[0].what))
    return ours <= theirs or theirs <= ours


def _is_off(one: _Pair, other: _Pair) -> bool:
    """Whether it is what another sentence says is called off, told with the day that it had."""
    ahead = one[0].when is not None and one[0].certainty is not Certainty.CANCELLED
    named = one[1].what.lemma_.lower() == other[1].what.lemma_.lower() or _share_words(one, other)
    return ahead and named and any(one[0].when in day.all for day in other[1].former)


def _is_known(story: Story, one: _Pair, other: _Pair) -> bool:
    """Whether "the meeting" without a time is the meeting of which another sentence gives it."""
    noun, named = one[1].what, other[1].what
    told_before = any(word.lower_ in story.known.lists["agenda.known"] for word in children(noun, "det"))
    return one[0].when is None and other[0].when is not None and told_before and noun.lemma_ == named.lemma_
