"""A story's context with the lookups that the rules share: who, on whose word, in which sentence, when, if what."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import timedelta

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.read import statements, times
from dateline.read.acts.clauses import Lead, can_act, clause_places, doer, is_listed, lead, steps
from dateline.read.acts.found import StoryContext
from dateline.read.acts.words import Words, forms, words
from dateline.read.statements.tree import subtree
from dateline.records import Span, StatementKind
from dateline.text import initials, sentences
from dateline.text.timex import day_range
from dateline.text.words import words as plain_words

_NO_ACT = frozenset({"nsubj", "nsubjpass", "csubj", "mark", "cc", "conj", "punct", "parataxis", "relcl", "expl"})
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod", "punct"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "prep", "punct"})
_ABOUT = frozenset({"nsubj", "nsubjpass", "pobj"})
_EDGES = frozenset({"case", "cc", "dep"})
_CLOSING = "\"'”’ "
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_PARTS = ("VERB", "NOUN", "PROPN", "ADJ", "ADP")
_HELPING = frozenset({"aux", "auxpass"})
_DAYS = frozenset({"DATE", "TIME"})
# Among so many words a role names the body: "senior French foreign ministry official".
_ROLE_OPENS = 2


class Story:
    """What was read in a story before, asked by token."""

    def __init__(self, context: StoryContext) -> None:
        self.context = context
        self.doc = context.doc
        self.text = context.doc.text
        self.known: Words = words("en")
        self._sentences = sentences.spans(self.text)
        self._starts = [span.start for span in self._sentences]
        said = [span.of(self.text).rstrip(_CLOSING) for span in self._sentences]
        self._questions = {at for at, words_ in enumerate(said) if words_.endswith("?")}
        self._speaking: dict[int, bool] = {}
        self._forms: dict[int, list[str]] = {}
        self._leads: dict[int, Lead | None] = {}
        self.words_of: dict[str, list[Token]] = {part: [] for part in _PARTS}
        """By part of speech the words of the story; auxiliaries that do not help another verb are verbs."""
        for token in self.doc:
            part = "VERB" if token.pos_ == "AUX" and token.dep_ not in _HELPING else token.pos_
            if part in self.words_of:
                self.words_of[part].append(token)
        self._holding: dict[int, list[int]] = {}
        for index, found in enumerate(context.statements):
            for span in found.content:
                for place in self._places(span):
                    self._holding.setdefault(place, []).append(index)
        self.placed_times = self._placed_times()
        self._of_a_year = {found.value for found in context.times if found.value and found.value[:4] in found.text}
        self._nations = frozenset(self.known.nations.values())
        self._long_forms = dict(initials.long_forms(self.text))

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

    def asks(self, token: Token) -> bool:
        """Whether a token's sentence is a question."""
        at = bisect_right(self._starts, token.idx) - 1
        return at in self._questions

    def evidence(self, token: Token) -> Span:
        """The sentence that a token stands in."""
        at = bisect_right(self._starts, token.idx) - 1
        here = Span(token.idx, token.idx + len(token))
        return self._sentences[at] if at >= 0 and self._sentences[at].overlaps(here) else here

    def report(self, token: Token, actors: Iterable[str] = ()) -> int | None:
        """The innermost attribution in whose content a token stands, the actors' own last; None where there is none."""
        own = {actor.casefold() for actor in actors}
        said = self.context.statements
        holding = [
            ((said[index].speaker or "").casefold() in own, sum(s.end - s.start for s in said[index].content), index)
            for index in self._holding.get(token.i, ())
        ]
        return min(holding)[2] if holding else None

    def said(self, token: Token) -> statements.Found | None:
        """The innermost attribution with a speaker in whose content a token stands, or None."""
        holding = [self.context.statements[index] for index in self._holding.get(token.i, ())]
        named = [one for one in holding if one.speaker is not None and one.cue]
        return min(named, key=lambda one: sum(s.end - s.start for s in one.content), default=None)

    def reporter(self, index: int | None, actors: Iterable[str]) -> str | None:
        """Who reports it, where that is somebody else than the actors themselves."""
        speaker = None if index is None else self.context.statements[index].speaker
        return None if speaker is None or speaker.casefold() in {actor.casefold() for actor in actors} else speaker

    def actor(self, token: Token) -> str | None:
        """Whom a noun phrase means; None where it is a pronoun of which that is unsure.

        "I" is the speaker; "we" the body for which he speaks in this sentence, or else himself.
        """
        if token.pos_ == "PRON":
            return self._pronoun(token)
        if any(child.tag_ == "WP$" for child in token.children):
            return None
        if token.dep_ in _DESCRIBING and (state := self.known.nations.get(token.lower_)) is not None:
            return state
        phrase = self._phrase(token)
        name = self.context.cast.resolve(phrase).name
        if name == token.text and any(one.pos_ == "PROPN" and one.i < token.i for one in phrase):
            # Brackets within a name: of "the Union (I) party" only the last word was taken for it.
            name = phrase.text
        owner = next((child.text for child in token.children if child.dep_ == "case"), None)
        name = name.removesuffix(owner) if owner else name
        return self._long_forms.get(name.removeprefix("the ").removeprefix("The "), name)

    def _pronoun(self, token: Token) -> str | None:
        said = self.said(token)
        if self.known.has("grammar.ours", token.lower_):
            return None if said is None or not self.can_speak(said) else self._body(said, token)
        if self.known.has("grammar.myself", token.lower_):
            return None if said is None or not self.can_speak(said) else said.speaker
        if said is not None and said.kind is StatementKind.DIRECT and self.known.has("grammar.things", token.lower_):
            # Nobody says "it" of himself; mostly it is what he speaks of.
            return None
        if said is not None and self._is_himself(token, said):
            return said.speaker if (issuer := self._issuer(said)) is None else self.actor(issuer)
        actor = self.context.cast.resolve(self.doc[token.i : token.i + 1])
        if actor.name.casefold() != token.lower_:
            return actor.name
        above = self._above(token) if self.known.has("grammar.many", token.lower_) else None
        return None if above is None else self.actor(above)

    def _issuer(self, said: statements.Found) -> Token | None:
        """Who gave out the paper that says it: "issued statements saying they would"; None where no paper speaks."""
        for span in said.source:
            paper = self.doc.char_span(span.start, span.end, alignment_mode="expand")
            if paper is not None and paper.root.dep_ == "dobj" and not self.can_act(paper.root):
                return doer(paper.root.head)
        return None

    def _above(self, token: Token) -> Token | None:
        """Several who are the subject of a clause around the pronoun's: "the two made it clear that they would"."""
        for verb in token.ancestors:
            for one in verb.children:
                if one.dep_ == "nsubj" and one.i < token.i and one.pos_ != "PRON":
                    return one if one.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in one.children) else None
        return None

    def _is_himself(self, token: Token, said: statements.Found) -> bool:
        """Whether a pronoun in reported speech is the speaker: "the board said it would", "she said she would"."""
        source = [place for span in said.source for place in self._places(span)]
        if said.kind is StatementKind.DIRECT or token.dep_ not in {"nsubj", "nsubjpass"} or token.i in source:
            return False
        people_ = any(self._is_person(self.doc[place]) for place in source)
        many = any(
            self.doc[place].tag_ in {"NNS", "CC"} or self.known.has("grammar.many", self.doc[place].lower_)
            for place in source
        )
        if self.known.has("grammar.him", token.lower_):
            return people_
        if self.known.has("grammar.things", token.lower_):
            return not people_ and not many
        return many and self.known.has("grammar.many", token.lower_)

    def _is_person(self, token: Token) -> bool:
        person = token.ent_type_ == "PERSON" or self.known.has("grammar.him", token.lower_)
        return person or (token.dep_ in _ABOUT and self.known.has("actors.offices", token.lemma_.lower()))

    def _body(self, said: statements.Found, at: Token) -> str | None:
        """For whom a speaker says "we": the state or body that his role begins with, or himself."""
        role = _role(said)
        if self._is_spokesman(role):
            return self.speaker(said, at)
        opening = [word.removesuffix("'s") for word in role.split(" ")[:_ROLE_OPENS]]
        return next((body for word in opening if (body := self._state(word)) is not None), said.speaker)

    def _state(self, word: str) -> str | None:
        """The state that a word names, or the body whose initials it is: "French", "EU"; None where it is neither."""
        if word in self._nations:
            return word
        return self.known.nations.get(word.lower(), word if len(word) > 1 and word.isupper() else None)

    def _is_spokesman(self, role: str) -> bool:
        return self.known.has("actors.spokesmen", role.rpartition(" ")[2].lower())

    def speaker(self, said: statements.Found, at: Token) -> str | None:
        """Who takes the stand of what was said: the body for which a spokesman speaks, where the sentence of `at`
        names it, a state before its ministry; else the speaker.
        """
        role = _role(said)
        spoken_for = role.rpartition(" ")[0]
        if not spoken_for or not self._is_spokesman(role):
            return said.speaker
        sentence = self.evidence(at).of(self.text)
        state = self.known.nations.get(spoken_for.split(" ")[0].lower())
        if role not in sentence and (state is None or state not in sentence):
            return said.speaker
        return state or spoken_for

    def can_speak(self, said: statements.Found) -> bool:
        """Whether who is told to have said it is somebody or some body, and no paper: not "the report states"."""
        known = self._speaking.get(id(said))
        if known is None:
            heads = [self.doc.char_span(span.start, span.end, alignment_mode="expand") for span in said.source]
            known = self._speaking[id(said)] = all(head is None or self.can_act(head.root) for head in heads)
        return known

    def is_onlooker(self, said: statements.Found) -> bool:
        """Whether a speaker tells what others will do, without a say in it: an analyst, a poll."""
        words_ = {word.rstrip("s") for name in (said.speaker, said.role) for word in plain_words(name or "")}
        return not words_.isdisjoint(self.known.lists["actors.onlookers"])

    def _phrase(self, token: Token) -> Phrase:
        start, end = token.left_edge.i, token.right_edge.i + 1
        while start < token.i and self.doc[start].ent_type_ in _DAYS:
            start += 1
        for child in token.children:
            if child.dep_ in _ASIDE and child.i > token.i and not is_listed(token, child):
                end = min(end, max(child.left_edge.i, token.i + 1))
            elif child.dep_ == "relcl" and child.i < token.i:
                start = child.right_edge.i + 1
        while end > start + 1 and (self.doc[end - 1].is_punct or self.doc[end - 1].dep_ in _EDGES):
            end -= 1
        return self.doc[start:end]

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

    def deadline(self, head: Token) -> str | None:
        """The day of a time that stands behind "by" or the like, as one to come; None where there is no such time."""
        found = next(iter(self.times_of(head)), None)
        span = found and self.doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
        before = self.doc[span.start - 1].lower_ if span and span.start else ""
        return self.coming(found.value) if found and before in self.known.lists["grammar.deadline"] else None

    def coming(self, value: str | None) -> str | None:
        """A day of the last week, or a day or month of the last year, as the same to come: what is said to lie ahead.

        Only for those given without a year; a value that is ahead already stays.
        """
        day, published = day_range(value), self.context.published
        if value is None or day is None or published is None or day[1] >= published.day or value in self._of_a_year:
            return value
        past, is_day = published.day - day[1], day[0] == day[1]
        if past <= timedelta(days=7) and is_day:
            return value.replace(day[0].isoformat(), (day[0] + timedelta(days=7)).isoformat())
        if past < timedelta(days=250) or not (is_day or len(value) == len("2031-05")):
            return value
        return f"{published.day.year + (day[1].replace(year=published.day.year) < published.day)}{value[4:]}"

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

    def _places(self, span: Span) -> range:
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return range(0) if found is None else range(found.start, found.end)

    def can_act(self, token: Token) -> bool:
        """Whether a noun phrase names somebody or some body that can bind itself or take a stand."""
        if token.idx == 0 and token.is_upper and self.doc[1:2].text == ",":
            # The place of a dateline that stands in the text.
            return False
        return can_act(self.context.cast.meant(token), self.known.agents)

    def _is_edge(self, token: Token) -> bool:
        return (
            token.is_punct
            or token.is_space
            or (token.dep_ == "mark" and self.known.has("grammar.relatives", token.lower_))
        )


def _role(said: statements.Found) -> str:
    """The office of a speaker, or the description of one who has no name: "a Marrow ministry spokesman"."""
    if said.role is not None:
        return said.role
    opening, _, rest = (said.speaker or "").partition(" ")
    return rest if opening.lower() in words("en").lists["grammar.articles"] else ""
