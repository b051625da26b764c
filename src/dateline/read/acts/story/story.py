"""A story's context with the lookups that the rules share: who, on whose word, in which sentence, when, if what."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property

from spacy.tokens import Token

from dateline.read import times
from dateline.read.acts.clauses import Lead, clause_places, lead, steps
from dateline.read.acts.found import StoryContext
from dateline.read.acts.story.actors import Actors
from dateline.read.acts.story.sayings import Sayings
from dateline.read.acts.words import Words, forms, words
from dateline.read.statements.tree import subtree
from dateline.text.timex import day_range

_NO_ACT = frozenset({"nsubj", "nsubjpass", "csubj", "mark", "cc", "conj", "punct", "parataxis", "relcl", "expl"})
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod", "punct"})
_PARTS = ("VERB", "NOUN", "PROPN", "ADJ", "ADP")
_HELPING = frozenset({"aux", "auxpass"})
_CONTEST = ("NOUN", "PROPN", "ADJ")
_SPORT = 4
"""Different words of sport in a story of it."""
_DAYS = frozenset({"DATE", "TIME"})
_WEEK = timedelta(days=7)


class Story:
    """What was read in a story before, asked by token."""

    def __init__(self, context: StoryContext) -> None:
        self.context = context
        self.doc = context.doc
        self.text = context.doc.text
        self.known: Words = words("en")
        self._sayings = Sayings(context)
        self._actors = Actors(context, self._sayings, self.known)
        self.asks, self.evidence = self._sayings.asks, self._sayings.evidence
        self.report, self.reporter, self.said = self._sayings.report, self._sayings.reporter, self._sayings.said
        self.actor, self.can_act, self.can_speak = self._actors.actor, self._actors.can_act, self._actors.can_speak
        self.speaker, self.is_onlooker = self._actors.speaker, self._actors.is_onlooker
        self.has_office = self._actors.has_office
        self._forms: dict[int, list[str]] = {}
        self._leads: dict[int, Lead | None] = {}
        self.words_of: dict[str, list[Token]] = {part: [] for part in _PARTS}
        """By part of speech the words of the story; auxiliaries that do not help another verb are verbs."""
        for token in self.doc:
            part = "VERB" if token.pos_ == "AUX" and token.dep_ not in _HELPING else token.pos_
            if part in self.words_of:
                self.words_of[part].append(token)
        self.placed_times = self._placed_times()
        self._weekdays = {(found.value or "")[: len("2031-05-06")] for found in context.times if found.is_weekday}
        self._of_a_year = {found.value for found in context.times if found.value and found.value[:4] in found.text}

    @cached_property
    def is_of_sport(self) -> bool:
        """Whether the story tells of a contest, by how many of its words do."""
        words_ = (token.lemma_.lower() for part in _CONTEST for token in self.words_of[part])
        return len(self.known.lists["grammar.sport"].intersection(words_)) >= _SPORT

    def no_surer(self, confidence: float, index: int | None, actor: str, who: Token | None) -> float:
        """A confidence, or that of the attribution `index` where it is lower and alone tells who the actor is.

        It does where `who` names the actor with a pronoun that means its speaker ("he said he would"), or the body for
        which he speaks ("we will"), and where nothing names him.
        """
        if index is None or (who is not None and who.pos_ != "PRON"):
            return confidence
        said = self.context.statements[index]
        his = (said.speaker or "").casefold() == actor.casefold()
        ours = who is None or self.known.has("grammar.ours", who.lower_) or self.known.has("grammar.myself", who.lower_)
        return min(confidence, said.confidence) if his or ours else confidence

    def form(self, name: str, verb: Token) -> str | None:
        """The form in which a list holds a verb, the longest: with its particle or preposition, or alone; or None."""
        found = self._forms.get(verb.i)
        if found is None:
            found = self._forms[verb.i] = forms(verb)
        listed = self.known.lists[name]
        return next((form for form in found if form in listed), None)

    def lead(self, verb: Token) -> Lead | None:
        """What leads to a verb, as `clauses.lead`."""
        if verb.i not in self._leads:
            self._leads[verb.i] = lead(verb)
        return self._leads[verb.i]

    def modal(self, verb: Token) -> str | None:
        """The modal of a verb in full ("will", "would"), its own or that of the verb it is joined to; or None."""
        found = self.lead(verb)
        return found.name if found is not None and found.word.tag_ == "MD" else None

    def condition(self, verb: Token) -> str | None:
        """The clause on which the verb hangs: "if Tolle opens by 1 June"."""
        openers = self.known.lists["conditions.openers"]
        for child in verb.children:
            # "Until Friday" is a time, "until the strike ends" a condition.
            if child.dep_ not in {"advcl", "prep", "ccomp"} or (child.dep_ == "prep" and self.dates(child)[0]):
                continue
            phrase = self.words(subtree(child))
            opening = phrase.lower()
            if any(opening.startswith(f"{opener} ") for opener in openers):
                return phrase
        return None

    def is_doubtful(self, condition: str) -> bool:
        """Whether a condition may fail: "if" and "unless", not "once"."""
        opening = condition.lower()
        return any(opening.startswith(f"{opener} ") for opener in self.known.lists["conditions.doubtful"])

    def words(self, places: Iterable[int]) -> str:
        """The characters from the first to the last token, verbatim, without marks at the edges."""
        inside = sorted(places)
        while inside and (self.doc[inside[-1]].is_punct or self.doc[inside[-1]].is_space):
            inside.pop()
        while inside and self._is_edge(self.doc[inside[0]]):
            inside.pop(0)
        if not inside:
            return ""
        last = self.doc[inside[-1]]
        return self.text[self.doc[inside[0]].idx : last.idx + len(last)]

    def clause(self, verb: Token) -> str:
        """The shortest clause that says what the verb does: verb, auxiliaries, objects and adverbials, no subject."""
        first = verb.i
        for child in reversed([child for child in verb.children if child.i < verb.i]):
            if child.dep_ not in _BEFORE or child.right_edge.i < first - 1:
                break
            first = child.left_edge.i
        left_out = {below.i for child in verb.children if self._is_aside(child, verb) for below in child.subtree}
        end = verb.i
        for place in sorted(place for place in clause_places(verb, _NO_ACT) - left_out if place > verb.i):
            if place - end > 1 and not all(self.doc[gap].is_punct for gap in range(end + 1, place)):
                break
            end = place
        return self.words(range(first, end + 1))

    def _is_aside(self, child: Token, verb: Token) -> bool:
        """Whether a clause only goes on from the verb: "banned it, causing losses", "banned it while others"."""
        if child.dep_ != "advcl" or child.i < verb.i:
            return False
        return child.left_edge.nbor(-1).text == "," or (
            child.tag_ not in {"VB", "VBG"} and not self._opens_condition(child)
        )

    def _opens_condition(self, clause: Token) -> bool:
        opening = clause.left_edge.lower_
        return any(opener.split(" ")[0] == opening for opener in self.known.lists["conditions.openers"])

    def dates(self, *heads: Token) -> tuple[str | None, tuple[str, ...]]:
        """The value of the time that says when it is to be, the nearest to the first head that has one ahead or open.

        The second value are all readings where the words leave several; then the first is None.
        """
        found = next((one for head in heads for one in self.times_of(head)), None)
        if found is None:
            return None, ()
        return (None, (found.value or "", *found.alternatives)) if found.alternatives else (found.value, ())

    def coming(self, value: str | None) -> str | None:
        """A weekday of the last week, or a day or month of the last year, as the same to come: what lies ahead.

        Only for those given without a year; a value that is ahead already stays, and so do "27 May" told on the 31st
        and "yesterday": they name the day that is past.
        """
        day, published = day_range(value), self.context.published
        if value is None or day is None or published is None or day[1] >= published.day or value in self._of_a_year:
            return value
        past, is_day = published.day - day[1], day[0] == day[1]
        if past <= _WEEK and is_day and value[: len("2031-05-06")] in self._weekdays:
            return value.replace(day[0].isoformat(), (day[0] + _WEEK).isoformat())
        if past < timedelta(days=250) or not (is_day or len(value) == len("2031-05")):
            return value
        return f"{published.day.year + (day[1].replace(year=published.day.year) < published.day)}{value[4:]}"

    def word_before(self, found: times.Found) -> str:
        """The word before a time in lower case: "by", "until"; empty where there is none."""
        return self.text[: found.span.start].rstrip().replace("\n", " ").rpartition(" ")[2].lower()

    def is_ahead(self, value: str | None) -> bool:
        """Whether a value names days of which some lie after the story's day, or that day itself; an hour of that day
        which had struck when the story came out does not: "from noon", told at four, is the noon of another day.
        """
        days, published = day_range(value), self.context.published
        if days is None or published is None:
            return days is not None
        hour = (value or "").partition("T")[2][:5]
        has_struck = days[1] == published.day and published.clock is not None and ":" in hour
        return days[1] >= published.day and not (has_struck and hour < f"{published.clock:%H:%M}")

    def has_begun(self, value: str) -> bool:
        """Whether the first day that a value names is the story's day or before it; false where either is unknown."""
        days, published = day_range(value), self.context.published
        return days is not None and published is not None and days[0] <= published.day

    def is_own_day(self, value: str | None) -> bool:
        """Whether a value is the day of the story without an hour: "said on Monday it would"."""
        return self.context.published is not None and value == str(self.context.published.day)

    def times_of(self, head: Token) -> list[times.Found]:
        """The days and hours of the clause of a word, the nearest first."""
        near, sentence = [], self.evidence(head)
        for place, found in self.placed_times:
            depth = steps(self.doc[place], head) if sentence.overlaps(found.span) else None
            if depth is not None:
                near.append((depth, abs(place - head.i), found))
        return [found for *_, found in sorted(near, key=lambda one: one[:2])]

    def _placed_times(self) -> list[tuple[int, times.Found]]:
        placed = []
        for found in self.context.times:
            if found.type not in _DAYS or not found.value or not day_range(found.value.split("T")[0]):
                continue
            if self.known.has("grammar.earlier", found.text.partition(" ")[0].lower()):
                continue
            span = self.doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
            if span is not None:
                placed.append((span.root.i, found))
        return placed

    def _is_edge(self, token: Token) -> bool:
        return (
            token.is_punct
            or token.is_space
            or (token.dep_ == "mark" and self.known.has("grammar.relatives", token.lower_))
        )
