"""Agenda items: what is scheduled or expected after the story's day."""

from spacy.tokens import Token

from dateline.read.acts.clauses import (
    Lead,
    is_done,
    is_negated,
    objects,
    own_subject,
)
from dateline.read.acts.event import Event, called, taking_part, where
from dateline.read.acts.found import FoundAgendaItem
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import Certainty
from dateline.text.words import words as plain_words

_INNER = frozenset({"compound", "nmod", "amod", "poss"})
_ABOUT = frozenset({"nsubj", "nsubjpass"})
_NO_EVENTS = ("commitments.acts", "commitments.states", "agenda.forecasts")
_FIGURES = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL", "DATE"})


def agenda(story: Story) -> list[FoundAgendaItem]:
    """The events ahead, each once, at the sentence that gives its time best."""
    events = [event for verb in story.words_of["VERB"] if (event := _of_verb(story, verb)) is not None]
    names = (*story.words_of["NOUN"], *story.words_of["PROPN"])
    events += [event for noun in names if (event := _of_noun(story, noun)) is not None]
    found = [_item(story, event) for event in events if not story.asks(event.head)]
    return _each_once([item for item in found if item is not None])


def _of_verb(story: Story, verb: Token) -> Event | None:
    """As in "will meet", "is due to visit", "agreed to hold a vote", "the campaign ends on Friday"."""
    if story.form("agenda.cancelled", verb):
        return _cancelled(story, verb)
    ahead = _beside(story, verb) or story.lead(verb)
    if ahead is None:
        return _present(story, verb) or _awaited(story, verb)
    certainty = _certainty(story, ahead.name)
    if certainty is None:
        return None
    when = story.coming(story.dates(verb, ahead.owner)[0])
    # A verb that is no event has the day of its report at times: "said on Monday the visit would help".
    dated = story.is_ahead(when) and not (story.form("agenda.verbs", verb) is None and story.is_own_day(when))
    if not _is_stated(story, verb, ahead, dated=dated):
        return None
    if _is_unsure(story, verb):
        certainty = Certainty.EXPECTED
    event = _event_of(story, verb)
    if not _is_public(story, verb, ahead) or not _is_event(story, verb, event, dated=dated):
        return None
    rule = "event-verb" if dated else "event-verb-dateless"
    day = (ahead.owner.head, ahead.owner.head.head) if ahead.owner.dep_ == "relcl" else ()
    return Event(verb, event or verb, certainty, rule, ahead.word, (ahead.owner, *day))


def _beside(story: Story, verb: Token) -> Lead | None:
    """The lead of the verb before or after which it stands: "will hold talks before leaving"."""
    beside = (
        verb.dep_ == "pcomp"
        and verb.tag_ == "VBG"
        and verb.head.dep_ == "prep"
        and verb.head.lower_ in story.known.lists["agenda.beside"]
    )
    return story.lead(verb.head.head) if beside and verb.head.head.pos_ == "VERB" else None


def _is_stated(story: Story, verb: Token, ahead: Lead, *, dated: bool) -> bool:
    """Whether it is said that it will be: not denied, not asked, not supposed."""
    known = story.known
    if ahead.denied or ahead.is_noun or is_negated(verb):
        return False
    # "Where they will meet" is asked, "in Tolle, where they will meet" is told.
    asked = any(one.lower_ in known.lists["conditions.marks"] for one in children(verb, "mark", "advmod", "dobj"))
    if asked and verb.dep_ != "relcl":
        return False
    outer = story.lead(ahead.owner) if ahead.owner.i != verb.i else None
    if outer is not None and (_certainty(story, outer.name) is None or is_negated(ahead.owner)):
        return False
    return dated or not known.has("commitments.reported", ahead.name) or story.said(verb) is not None


def _is_unsure(story: Story, verb: Token) -> bool:
    """Whether it is what somebody believes, or hangs on a condition."""
    believed = verb.dep_ == "ccomp" and story.form("guesses.verbs", verb.head) is not None
    likely = any(one.lower_ in story.known.lists["agenda.perhaps"] for one in children(verb, "advmod"))
    return believed or likely or story.condition(verb) is not None


def _is_public(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is of the agenda by who does it and what: not "meets the demand", not "agreed to pay"."""
    if story.known.has("agenda.public_leads", ahead.name) and story.form("agenda.public", verb) is None:
        return False
    if story.form("agenda.meetings", verb) and any(
        not (story.can_act(one) or story.known.has("agenda.events", one.lemma_.lower()))
        for one in children(verb, "dobj")
    ):
        return False
    who = own_subject(verb) or own_subject(ahead.owner)
    return who is None or story.can_act(who) or story.form("agenda.by_people", verb) is None


def _is_event(story: Story, verb: Token, event: Token | None, *, dated: bool) -> bool:
    """Whether what a verb says is an event of the agenda: by its subject, by its object, by the verb, by its day."""
    known = story.known
    form = story.form("agenda.verbs", verb)
    if event is not None and event.dep_ in _ABOUT:
        held = is_passive(verb) and form is not None
        return dated or held or story.form("agenda.of_things", verb) is not None
    if form is None:
        other = any(story.form(listed, verb) for listed in _NO_EVENTS)
        return dated and not other and event is not None and event.dep_ == "dobj"
    if known.has("agenda.loosely", form) and children(verb, "xcomp"):
        return False
    if known.has("agenda.of_events", form):
        return event is not None
    return event is not None or dated or not known.has("agenda.loosely", form)


def _present(story: Story, verb: Token) -> Event | None:
    """A verb of the present with a day ahead: "the campaign ends on Friday", "he is leaving in June"."""
    now = verb.tag_ in {"VBZ", "VBP"} or (
        verb.tag_ == "VBG" and any(one.lemma_ == "be" for one in children(verb, "aux"))
    )
    if not now or is_negated(verb) or story.form("agenda.now", verb) is None:
        return None
    if any(one.lower_ in story.known.lists["grammar.past"] for one in children(verb, "aux")):
        return None
    if not _lies_ahead(story, story.dates(verb)[0]):
        return None
    return Event(verb, _event_of(story, verb) or verb, Certainty.SCHEDULED, "event-now", verb)


def _awaited(story: Story, verb: Token) -> Event | None:
    """As in "a second ship was expected on Saturday", "the report is due in May"."""
    words = [verb] if is_passive(verb) else children(verb, "acomp") if verb.lemma_ == "be" else []
    who = own_subject(verb)
    for word in words:
        certainty = (
            None if story.known.has("agenda.not_awaited", word.lower_) else _certainty(story, f"be {word.lower_}")
        )
        if certainty is None or who is None or children(word, "xcomp", "ccomp") or is_negated(verb):
            continue
        if verb.dep_ == "acl" or _is_past(story, verb) or who.ent_type_ in _FIGURES:
            continue
        day = story.coming(story.dates(verb, word)[0])
        if _lies_ahead(story, day) and who.pos_ == "NOUN":
            return Event(who, who, certainty, "event-noun", word, (verb, word))
    return None


def _cancelled(story: Story, verb: Token) -> Event | None:
    if not is_done(verb) or is_negated(verb) or story.lead(verb) is not None:
        return None
    event = next((one for one in objects(verb) if story.known.has("agenda.events", one.lemma_.lower())), None)
    return None if event is None else Event(event, event, Certainty.CANCELLED, "event-cancelled", verb)


def _of_noun(story: Story, noun: Token) -> Event | None:
    """As in "the 18 May election", "a summit in July", "called a strike on Friday", "an upcoming vote"."""
    known = story.known
    if not known.has("agenda.events", noun.lemma_.lower()) or noun.ent_type_ == "DATE" or noun.dep_ in _INNER:
        return None
    governor = _governor(noun)
    day = story.dates(noun)[0]
    if _lies_ahead(story, day) and not _is_season(story, day):
        return Event(noun, noun, Certainty.SCHEDULED, "event-dated", noun)
    for word in children(noun, "acl", "amod"):
        certainty = _certainty(story, f"be {word.lower_}")
        if certainty is not None:
            dated = story.is_ahead(story.coming(story.dates(noun, word, *children(word, "xcomp"))[0]))
            if word.tag_ == "JJ" and not dated:
                continue
            rule = "event-noun" if dated else "event-noun-dateless"
            return Event(noun, noun, certainty, rule, word, (word, *children(word, "xcomp")))
    if _is_prospect(story, noun):
        return Event(noun, noun, Certainty.EXPECTED, "event-noun", noun)
    if _is_next(story, noun):
        return Event(noun, noun, Certainty.SCHEDULED, "event-next", noun)
    if governor is None:
        return None
    ahead = _expected(story, noun, governor)
    if ahead is not None:
        return ahead
    return _fixed(story, noun, governor)


def _is_season(story: Story, value: str | None) -> bool:
    """Whether a value is a season or a feast, which only describes: "the winter exercise", "Christmas lights"."""
    seasons = story.known.lists["agenda.seasons"]
    return any(one.value == value and one.text.lower() in seasons for one in story.context.times)


def _is_prospect(story: Story, noun: Token) -> bool:
    """Whether it has a day and is what is thought of: "the possibility of a meeting on Monday"."""
    of = noun.head
    thought = of.dep_ == "prep" and story.known.has("agenda.prospects", of.head.lemma_.lower())
    return thought and _lies_ahead(story, story.coming(story.dates(noun)[0]))


def _is_next(story: Story, noun: Token) -> bool:
    """Whether the words say that it is still to come: "the upcoming vote", "ahead of Sunday's vote"."""
    return any(one.lower_ in story.known.lists["agenda.coming"] for one in children(noun, "amod"))


def _is_past(story: Story, verb: Token) -> bool:
    """Whether it was expected before: "had been expected"."""
    return any(one.lower_ in story.known.lists["grammar.pluperfect"] for one in children(verb, "aux"))


def _fixed(story: Story, noun: Token, governor: Token) -> Event | None:
    """As in "called a strike on Friday", "is planning a tour"."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or not is_done(governor) or is_negated(governor):
        return None
    form = story.form("agenda.fixing", governor)
    if children(governor, "oprd", "ccomp", "xcomp"):
        return None
    day = story.coming(story.dates(governor)[0])
    planned = form is not None and story.known.has("agenda.expected", form)
    if form is None or not (story.is_ahead(day) if planned else _lies_ahead(story, day)):
        return None
    certainty = _certainty(story, form) or Certainty.SCHEDULED
    return Event(noun, noun, certainty, "event-fixed", governor, (governor,))


def _expected(story: Story, noun: Token, governor: Token) -> Event | None:
    """As in "elections are due in May", "a vote is expected"."""
    subject = own_subject(governor)
    if subject is None or subject.i != noun.i or is_negated(governor) or _is_past(story, governor):
        return None
    words = (
        [governor] if is_passive(governor) else children(governor, "acomp", "attr") if governor.lemma_ == "be" else []
    )
    for word in words:
        certainty = (
            None if story.known.has("agenda.not_awaited", word.lower_) else _certainty(story, f"be {word.lower_}")
        )
        if certainty is not None and not children(word, "xcomp"):
            dated = story.is_ahead(story.dates(governor, word)[0])
            return Event(
                noun, noun, certainty, "event-noun" if dated else "event-noun-dateless", word, (governor, word)
            )
    return None


def _item(story: Story, event: Event) -> FoundAgendaItem | None:
    what = called(story, event)
    when, alternatives = story.dates(event.head, event.what, *event.beside)
    if event.rule != "event-dated":
        when = story.coming(when)
    late = when is not None and not story.is_ahead(when)
    if not what or (late and event.certainty is not Certainty.CANCELLED):
        return None
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
        when=None if late else when,
        when_alternatives=alternatives,
        where=where(story, event),
        participants=participants,
        certainty=event.certainty,
    )


def _certainty(story: Story, name: str) -> Certainty | None:
    """How sure a lead makes the verb behind it; None where it does not look ahead."""
    if story.known.has("agenda.scheduled", name):
        return Certainty.SCHEDULED
    return Certainty.EXPECTED if story.known.has("agenda.expected", name) else None


def _lies_ahead(story: Story, value: str | None) -> bool:
    """Whether it begins after the story's day: "this year" does not."""
    return value is not None and story.is_ahead(value) and not story.has_begun(value)


def _governor(noun: Token) -> Token | None:
    head = noun.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} else None


def _event_of(story: Story, verb: Token) -> Token | None:
    """The noun of the event that a verb is about: its object, its subject, or what stands behind a preposition."""
    near = [
        *children(verb, "dobj", "nsubjpass", "nsubj"),
        *(
            inner
            for one in children(verb, "prep")
            if one.lower_ in story.known.lists["agenda.within"]
            for inner in children(one, "pobj")
        ),
    ]
    return next((one for one in near if story.known.has("agenda.events", one.lemma_.lower())), None)


def _each_once(found: list[FoundAgendaItem]) -> list[FoundAgendaItem]:
    """One record an event: the same sentence and day, or the same words; the one that gives its time best."""
    kept: list[FoundAgendaItem] = []
    for one in sorted(found, key=_worth):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda item: (item.span, item.what))


def _worth(item: FoundAgendaItem) -> tuple[object, ...]:
    """The order in which items are kept: with a time, the finer before the broader of a sentence."""
    return item.when is None, item.span, -len(item.when or ""), -item.confidence, item.what


def _same(one: FoundAgendaItem, other: FoundAgendaItem) -> bool:
    ours, theirs = set(plain_words(one.what)), set(plain_words(other.what))
    alike = ours <= theirs or theirs <= ours
    return alike and (one.when is None or (other.when or "").startswith(one.when))
