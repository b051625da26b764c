"""Events that a verb tells of: "will meet", "is due to visit", "agreed to hold a vote", "the race ends on Friday"."""

from spacy.tokens import Token

from dateline.read.acts.agenda.days import coming, day_of, is_ahead, is_own_day, lies_ahead, of_day_before
from dateline.read.acts.agenda.event import Event, certainty_of, event_noun, is_event
from dateline.read.acts.clauses import Lead, is_negated, own_subject
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import Certainty

_ABOUT = frozenset({"nsubj", "nsubjpass"})
_NO_EVENTS = ("commitments.acts", "commitments.states", "agenda.forecasts")
_FIGURES = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL", "DATE"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MODIFIERS = frozenset({"acl", "relcl"})


def of_verb(story: Story, verb: Token) -> Event | None:
    """The event that a verb tells of, or None."""
    if story.form("agenda.cancelled", verb):
        return None
    ahead = _beside(story, verb) or story.lead(verb)
    if ahead is None:
        return _to_be(story, verb) or _present(story, verb) or _awaited(story, verb)
    certainty = certainty_of(story, ahead.name)
    if certainty is None:
        return _to_be(story, verb)
    day = coming(story, of_day_before(story, verb, ahead.owner) or day_of(story, verb, ahead.owner))
    # A verb that is no event has the day of its report at times: "said on Monday the visit would help".
    dated = is_ahead(story, day) and not (story.form("agenda.verbs", verb) is None and is_own_day(story, day))
    if not _is_stated(story, verb, ahead, dated=dated) or not _is_public(story, verb, ahead):
        return None
    event = _event_of(story, verb) or _subject_event(story, ahead)
    if not (_is_event(story, verb, event, dated=dated) or _is_certain(story, verb, ahead, event)):
        return None
    if _is_unsure(story, verb):
        certainty = Certainty.EXPECTED
    beside = (ahead.owner.head, ahead.owner.head.head) if ahead.owner.dep_ == "relcl" else ()
    return Event(
        head=verb,
        what=event or verb,
        certainty=certainty,
        rule="event-verb" if dated else "event-verb-dateless",
        cue=ahead.word,
        day=day if dated else coming(story, day_of(story, verb, event or verb, ahead.owner, *beside)),
    )


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
    # "Had wanted to" tells of what has changed since.
    if certainty_of(story, ahead.name) is Certainty.EXPECTED and is_past(story, ahead.owner):
        return False
    # "Where they will meet" is asked, "in Tolle, where they will meet" is told, as is "on 6 May, when they will meet".
    asked = any(one.lower_ in known.lists["conditions.marks"] for one in children(verb, "mark", "advmod", "dobj"))
    if asked and verb.dep_ != "relcl" and of_day_before(story, verb, ahead.owner) is None:
        return False
    if not dated and known.has("agenda.only_dated", ahead.name):
        return False
    outer = story.lead(ahead.owner) if ahead.owner.i != verb.i else None
    if outer is not None and (certainty_of(story, outer.name) is None or is_negated(ahead.owner)):
        return False
    if not dated and verb.dep_ == "relcl" and _is_any(story, verb.head):
        return False
    return dated or not known.has("commitments.reported", ahead.name) or story.said(verb) is not None


def _is_any(story: Story, noun: Token) -> bool:
    """Whether a noun is one of many, of which nothing is told: "a government that will be elected"."""
    return any(one.lower_ in story.known.lists["agenda.any"] for one in children(noun, "det"))


def _is_unsure(story: Story, verb: Token) -> bool:
    """Whether it is what somebody believes, or hangs on a condition."""
    believed = verb.dep_ == "ccomp" and story.form("guesses.verbs", verb.head) is not None
    supposed = verb.dep_ in {"acl", "ccomp"} and story.known.has("guesses.nouns", verb.head.lemma_.lower())
    likely = any(one.lower_ in story.known.lists["agenda.perhaps"] for one in children(verb, "advmod"))
    return believed or supposed or likely or story.condition(verb) is not None


def _is_public(story: Story, verb: Token, ahead: Lead) -> bool:
    """Whether it is of the agenda by who does it and what: not "meets the demand", not "agreed to pay"."""
    if story.known.has("agenda.public_leads", ahead.name) and story.form("agenda.public", verb) is None:
        return False
    things = [one for one in children(verb, "dobj") if not (story.can_act(one) or is_event(story, one))]
    whom = any(one.lower_ in story.known.lists["agenda.with"] for one in children(verb, "prep"))
    if story.form("agenda.meetings", verb) and things and not whom:
        return False
    who = own_subject(verb) or own_subject(ahead.owner)
    form = story.form("agenda.verbs", verb)
    return who is None or story.can_act(who) or form is None or not story.known.has("agenda.by_people", form)


def _is_event(story: Story, verb: Token, event: Token | None, *, dated: bool) -> bool:
    """Whether what a verb says is an event of the agenda: by its subject, by its object, by the verb, by its day."""
    known = story.known
    form = story.form("agenda.verbs", verb)
    if event is not None and event.i < verb.i:
        held = is_passive(verb) and story.form("agenda.holding", verb) is not None
        ahead = dated and (form is not None or lies_ahead(story, coming(story, day_of(story, verb, event))))
        return ahead or held or story.form("agenda.of_things", verb) is not None
    if form is None:
        seen = story.form("agenda.seeing", verb) is not None and all(
            one.ent_type_ in _FIGURES for one in children(verb, "nsubj")
        )
        other = any(story.form(listed, verb) for listed in _NO_EVENTS)
        return dated and (seen or not other) and event is not None and event.dep_ == "dobj"
    if known.has("agenda.loosely", form) and children(verb, "xcomp"):
        return False
    if known.has("agenda.of_events", form):
        return event is not None
    return event is not None or dated or not known.has("agenda.loosely", form) or _is_journey(story, verb)


def _is_certain(story: Story, verb: Token, ahead: Lead, event: Token | None) -> bool:
    """Whether the lead alone says that it has its day: "is scheduled to speak in Tolle"."""
    form = story.form("agenda.verbs", verb)
    of_others = form is None or (story.known.has("agenda.of_events", form) and event is None)
    who = own_subject(verb) or own_subject(ahead.owner)
    return story.known.has("agenda.certain", ahead.name) and not of_others and who is not None and story.can_act(who)


def _is_journey(story: Story, verb: Token) -> bool:
    """Whether somebody goes to a place that is named: "will travel to Tolle"."""
    who = own_subject(verb)
    towards = (
        place
        for one in children(verb, "prep")
        if one.lower_ in story.known.lists["agenda.towards"]
        for place in one.children
    )
    return (
        story.form("agenda.journeys", verb) is not None
        and who is not None
        and story.can_act(who)
        and any(place.ent_type_ in _PLACES for place in towards)
    )


def _to_be(story: Story, verb: Token) -> Event | None:
    """As in "elections to be held in May", "the fair, to be opened in June"; of a headline "chief to visit Tolle"."""
    if verb.tag_ not in {"VB", "VBN"} or not any(one.tag_ == "TO" for one in verb.children) or is_negated(verb):
        return None
    form = story.form("agenda.verbs", verb)
    day = coming(story, day_of(story, verb))
    if form is None or not lies_ahead(story, day):
        return None
    if verb.dep_ == "ROOT" and children(verb, "nsubj", "nsubjpass"):
        event = _event_of(story, verb)
        return Event(verb, event or verb, Certainty.SCHEDULED, "event-verb", verb, day)
    if verb.dep_ not in _MODIFIERS or not is_passive(verb):
        return None
    noun = next(
        (one for one in (_noun_before(verb.left_edge), verb.head) if one is not None and is_event(story, one)), None
    )
    return None if noun is None else Event(noun, noun, Certainty.SCHEDULED, "event-noun", verb, day)


def _noun_before(token: Token) -> Token | None:
    """The noun right before a word, or before the comma before it."""
    place = token.i - 1
    while place > 0 and token.doc[place].text == ",":
        place -= 1
    return token.doc[place] if place >= 0 and token.doc[place].pos_ in {"NOUN", "PROPN"} else None


def _present(story: Story, verb: Token) -> Event | None:
    """A verb of the present with a day ahead: "the campaign ends on Friday", "he is leaving in June"; or "once the
    report is delivered on Friday", "Sunday sees the first round".
    """
    if is_negated(verb) or any(
        one.lower_ in story.known.lists["grammar.past"] for one in children(verb, "aux", "auxpass")
    ):
        return None
    event, form = _event_of(story, verb), story.form("agenda.now", verb)
    day = day_of(story, verb)
    if not lies_ahead(story, day):
        return None
    seen = children(verb, "dobj") if story.form("agenda.seeing", verb) else []
    passive = is_passive(verb) and verb.dep_ not in _MODIFIERS and story.form("agenda.verbs", verb) is not None
    if _is_now(verb) and form is not None and (event is not None or not story.known.has("agenda.now_of_events", form)):
        return Event(verb, event or verb, Certainty.SCHEDULED, "event-now", verb, day)
    if passive and children(verb, "auxpass") and event is not None and event.dep_ in _ABOUT:
        return Event(event, event, Certainty.SCHEDULED, "event-now", verb, day)
    found = next((one for one in seen if is_event(story, one)), None)
    return None if found is None else Event(found, found, Certainty.SCHEDULED, "event-now", verb, day)


def _is_now(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"} or (
        verb.tag_ == "VBG" and any(one.lemma_ == "be" for one in children(verb, "aux"))
    )


def _awaited(story: Story, verb: Token) -> Event | None:
    """As in "a ship was expected on Saturday", "the report is due in May", "she is expected in Tolle on Friday"."""
    words = [verb] if is_passive(verb) else children(verb, "acomp") if verb.lemma_ == "be" else []
    who = own_subject(verb)
    for word in words:
        certainty = (
            None if story.known.has("agenda.not_awaited", word.lower_) else certainty_of(story, f"be {word.lower_}")
        )
        if certainty is None or who is None or children(word, "xcomp", "ccomp") or is_negated(verb):
            continue
        if verb.dep_ == "acl" or is_past(story, verb) or who.ent_type_ in _FIGURES:
            continue
        if story.known.has("agenda.perhaps_only", word.lower_) and not is_event(story, who):
            continue
        day = coming(story, day_of(story, word, verb))
        if lies_ahead(story, day) and who.pos_ == "NOUN":
            return Event(who, who, certainty, "event-noun", word, day)
        if lies_ahead(story, day) and story.can_act(who) and _is_somewhere(word):
            return Event(verb, verb, certainty, "event-noun", word, day)
    return None


def _is_somewhere(word: Token) -> bool:
    return any(place.ent_type_ in _PLACES for one in children(word, "prep") for place in children(one, "pobj"))


def is_past(story: Story, verb: Token) -> bool:
    """Whether it was expected before: "had been expected", "was originally scheduled"."""
    if any(one.lower_ in story.known.lists["agenda.formerly"] for one in children(verb, "advmod")):
        return True
    return any(one.lower_ in story.known.lists["grammar.pluperfect"] for one in children(verb, "aux"))


def _subject_event(story: Story, ahead: Lead) -> Token | None:
    """The event that a lead is about: "the fair is to open", "talks due to start"."""
    described = ahead.owner.dep_ in {"amod", "acl", "prep"}
    near = _noun_before(ahead.owner) if described else own_subject(ahead.owner)
    return event_noun(story, [near] if near is not None and near.pos_ != "PRON" else [])


def _event_of(story: Story, verb: Token) -> Token | None:
    """The noun of the event that a verb is about: its object, its subject, or what stands behind a preposition."""
    behind = story.known.lists["agenda.within"]
    if story.form("agenda.journeys", verb):
        # What somebody travels for need not be on the day that he travels.
        behind -= story.known.lists["agenda.for"]
    inner = (one for prep in children(verb, "prep") if prep.lower_ in behind for one in children(prep, "pobj"))
    return event_noun(story, (*children(verb, "dobj", "nsubjpass", "nsubj"), *inner))
