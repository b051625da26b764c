"""Events that a noun names: "the 18 May vote", "a summit in July", "called a strike on Friday", "an upcoming vote"."""

from spacy.tokens import Token

from dateline.read.acts.agenda.days import NO_DAY, Day, coming, day_of, is_ahead, is_far, is_own_day, lies_ahead
from dateline.read.acts.agenda.event import Event, certainty_of, is_event
from dateline.read.acts.agenda.verbs import is_past
from dateline.read.acts.clauses import is_done, is_negated, objects, own_subject
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import Certainty

_SET = Certainty.SCHEDULED
_INNER = frozenset({"compound", "nmod", "amod", "poss"})


def of_noun(story: Story, noun: Token) -> Event | None:
    """The event that a noun names, or None."""
    if noun.ent_type_ == "DATE" or noun.dep_ in _INNER or _is_lacking(story, noun):
        return None
    if not is_event(story, noun):
        return _planned(story, noun)
    by = _called_off_by(story, noun)
    return _ahead(story, noun) if by is None else _cancelled(story, noun, by)


def _ahead(story: Story, noun: Token) -> Event | None:
    """The event of a noun where the words say that it is still to come."""
    governor = _governor(noun)
    fixed = _said_of(story, noun) or (governor and _moved(story, noun, governor))
    if fixed:
        return fixed
    is_next = _is_next(story, noun)
    day = coming(story, day_of(story, noun)) if is_next else day_of(story, noun)
    past = governor is not None and is_done(governor) and is_far(story, day)
    if lies_ahead(story, day) and not _is_denied(noun, governor) and not past:
        return Event(noun, noun, _SET, "event-dated", noun, day)
    if _is_prospect(story, noun, day):
        return Event(noun, noun, Certainty.EXPECTED, "event-noun", noun, coming(story, day))
    if is_next:
        return Event(noun, noun, _SET, "event-next", noun, coming(story, day))
    if governor is None:
        return None
    return _expected(story, noun, governor) or _fixed(story, noun, governor)


def _is_lacking(story: Story, noun: Token) -> bool:
    """Whether there is none: "without a vote", "in the absence of talks", "no summit"."""
    of = noun.head
    without = noun.dep_ == "pobj" and (
        of.lower_ in story.known.lists["agenda.without"] or story.known.has("agenda.lack", of.head.lemma_.lower())
    )
    return without or any(one.lower_ in story.known.lists["grammar.none"] for one in children(noun, "det"))


def _is_denied(noun: Token, governor: Token | None) -> bool:
    """Whether the clause says that it will not be: "will not hold the vote on Friday"."""
    return governor is not None and noun.head.i == governor.i and is_negated(governor)


def _called_off_by(story: Story, noun: Token) -> Token | None:
    """The verb that tells that an event is called off or put off, or surely will be; of joined events all are."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    verbs = (first.head, *children(first, "acl"))
    verb = next((one for one in verbs if any(thing.i == first.i for thing in objects(one))), None)
    if verb is None or story.form("agenda.cancelled", verb) is None or is_negated(verb):
        return None
    ahead = story.lead(verb)
    if ahead is None:
        return verb if is_done(verb) else None
    sure = not ahead.denied and certainty_of(story, ahead.name) is _SET and story.condition(verb) is None
    return verb if sure else None


def _cancelled(story: Story, noun: Token, verb: Token) -> Event | None:
    """What was called off or put off, with its new day; not what was to be on the story's own day."""
    former = [day_of(story, one) for one in (noun, *_words_of(story, noun))]
    if any(is_own_day(story, day) for day in former):
        return None
    day = coming(story, day_of(story, verb, noun, moved=True))
    day = day if lies_ahead(story, day) else NO_DAY
    days = [coming(story, one) for one in former]
    return Event(noun, noun, Certainty.CANCELLED, "event-cancelled", verb, day, former=tuple(days))


def _words_of(story: Story, noun: Token) -> list[Token]:
    """What describes an event, or whose it is: "a march planned for", "a march of hauliers planned for"."""
    names = story.known.lists["agenda.of"]
    whose = [one for of in children(noun, "prep") if of.lower_ in names for one in children(of, "pobj")]
    return [*children(noun, "acl", "amod"), *(word for one in whose for word in children(one, "acl"))]


def _is_whose(story: Story, noun: Token) -> bool:
    """Whether it only says whose event it is: "a march of hauliers"."""
    of = noun.head
    return noun.dep_ == "pobj" and of.lower_ in story.known.lists["agenda.of"] and is_event(story, of.head)


def _said_of(story: Story, noun: Token) -> Event | None:
    """As in "talks scheduled for Monday", "the planned vote on Friday", "a hearing beginning on 19 August"."""
    for word in _words_of(story, noun):
        begun = word.tag_ == "VBG" and story.form("agenda.running", word) is not None
        certainty = _SET if begun else certainty_of(story, f"be {word.lower_}")
        if certainty is None or is_past(story, word):
            continue
        day = coming(story, day_of(story, word, *children(word, "xcomp"), noun))
        dated = lies_ahead(story, day) if begun else is_ahead(story, day)
        if not dated and (begun or word.tag_ == "JJ"):
            continue
        return Event(noun, noun, certainty, "event-noun" if dated else "event-noun-dateless", word, day)
    return None


def _moved(story: Story, noun: Token, governor: Token) -> Event | None:
    """An event that was given another place: "has moved Friday's summit from Tolle to Brennick".

    What was moved on another day is left out: "moved Friday's match" may tell of last Friday's.
    """
    if governor.lower_ not in story.known.lists["agenda.moved"] or noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    perfect = story.known.lists["grammar.perfect"] - story.known.lists["grammar.pluperfect"]
    if not any(one.lower_ in perfect for one in children(governor, "aux")) or is_negated(governor):
        return None
    day = coming(story, day_of(story, noun))
    # Another day of the verb may be when it was decided, or the new one.
    if noun.head.i != governor.i or story.times_of(governor) != story.times_of(noun) or not lies_ahead(story, day):
        return None
    return Event(governor, noun, _SET, "event-dated", governor, day)


def _planned(story: Story, noun: Token) -> Event | None:
    """Any noun that is planned for a day: "the planned rise of the toll on 1 June"."""
    if noun.ent_type_ or story.can_act(noun) or _is_whose(story, noun):
        return None
    for word in children(noun, "acl", "amod"):
        if not story.known.has("agenda.planned", word.lower_) or children(word, "xcomp") or is_past(story, word):
            continue
        day = coming(story, day_of(story, word, noun))
        if lies_ahead(story, day):
            return Event(noun, noun, certainty_of(story, f"be {word.lower_}") or _SET, "event-noun", word, day)
    return None


def _is_prospect(story: Story, noun: Token, day: Day) -> bool:
    """Whether it has a day and is what is thought of: "the possibility of a meeting on Monday"."""
    of = noun.head
    thought = of.dep_ == "prep" and story.known.has("agenda.prospects", of.head.lemma_.lower())
    return thought and lies_ahead(story, coming(story, day))


def _is_next(story: Story, noun: Token) -> bool:
    """Whether the words say that it is still to come: "the upcoming vote", "on the eve of the vote"."""
    if any(one.lower_ in story.known.lists["agenda.coming"] for one in children(noun, "amod")):
        return True
    before = story.text[: noun.left_edge.idx].rstrip().lower()
    return any(before.endswith(f" {words}") for words in story.known.lists["agenda.ahead_of"])


def _fixed(story: Story, noun: Token, governor: Token) -> Event | None:
    """As in "called a strike on Friday", "is planning a tour", "set 6 May for the vote"."""
    form = story.form("agenda.fixing", governor)
    set_for = (
        noun.dep_ == "pobj" and noun.head.lower_ in story.known.lists["agenda.for"] and noun.head.head.i == governor.i
    )
    if form is None or (noun.dep_ not in {"dobj", "nsubjpass"} and not set_for):
        return None
    if (
        not is_done(governor)
        or is_negated(governor)
        or is_past(story, governor)
        or children(governor, "oprd", "ccomp", "xcomp")
    ):
        return None
    day = coming(story, day_of(story, governor))
    planned = story.known.has("agenda.expected", form)
    if not (is_ahead(story, day) if planned else lies_ahead(story, day)):
        return None
    certainty = certainty_of(story, form) or _SET
    return Event(noun, noun, certainty, "event-fixed", governor, day)


def _expected(story: Story, noun: Token, governor: Token) -> Event | None:
    """As in "elections are due in May", "a vote is expected"."""
    subject = own_subject(governor)
    if subject is None or subject.i != noun.i or is_negated(governor) or is_past(story, governor):
        return None
    words = (
        [governor] if is_passive(governor) else children(governor, "acomp", "attr") if governor.lemma_ == "be" else []
    )
    for word in words:
        certainty = (
            None if story.known.has("agenda.not_awaited", word.lower_) else certainty_of(story, f"be {word.lower_}")
        )
        if certainty is not None and not children(word, "xcomp"):
            day = day_of(story, governor, word)
            rule = "event-noun" if is_ahead(story, day) else "event-noun-dateless"
            return Event(noun, noun, certainty, rule, word, coming(story, day))
    return None


def _governor(noun: Token) -> Token | None:
    head = noun.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} else None
