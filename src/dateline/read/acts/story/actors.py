"""Whom a phrase of a story means: who is bound, who takes a stand, for whom a speaker speaks."""

from itertools import dropwhile

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.read import statements
from dateline.read.acts.clauses import can_act, doer, is_listed
from dateline.read.acts.found import StoryContext
from dateline.read.acts.story.sayings import Sayings
from dateline.read.acts.words import Words, words
from dateline.records import StatementKind
from dateline.text import initials
from dateline.text.words import words as plain_words

_ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "prep", "punct"})
_ABOUT = frozenset({"nsubj", "nsubjpass", "pobj"})
_EDGES = frozenset({"case", "cc", "dep"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_DAYS = frozenset({"DATE", "TIME"})
# Among so many words a role names the body: "senior French foreign ministry official".
_ROLE_OPENS = 2


class Actors:
    """Who is in a story, asked by token."""

    def __init__(self, context: StoryContext, sayings: Sayings, known: Words) -> None:
        self._cast = context.cast
        self._doc = context.doc
        self._sayings = sayings
        self._known = known
        self._speaking: dict[int, bool] = {}
        self._nations = frozenset(known.nations.values())
        self._roles = {entry.actor().name: entry.roles for entry in context.cast.entries}
        self._bodies = {entry.actor().name for entry in context.cast.entries if not entry.person}
        self._long_forms = dict(initials.long_forms(context.doc.text))

    def actor(self, token: Token) -> str | None:
        """Whom a noun phrase means; None where it is a pronoun of which that is unsure.

        "I" is the speaker; "we" the body for which he speaks in this sentence, or else himself.
        """
        if token.pos_ == "PRON":
            return self._pronoun(token)
        if any(child.tag_ == "WP$" for child in token.children):
            return None
        if token.dep_ in _DESCRIBING and (state := self._known.nations.get(token.lower_)) is not None:
            return state
        phrase = self._phrase(token)
        name = self._cast.resolve(phrase).name
        if name == token.text and any(one.pos_ == "PROPN" and one.i < token.i for one in phrase):
            # Brackets within a name: of "the Union (I) party" only the last word was taken for it.
            name = phrase.text
        if name.count("(") != name.count(")"):
            return None
        owner = next((child.text for child in token.children if child.dep_ == "case"), None)
        name = name.removesuffix(owner) if owner else name
        return self._long_forms.get(name.removeprefix("the ").removeprefix("The "), name)

    def _pronoun(self, token: Token) -> str | None:
        said = self._sayings.said(token)
        if self._known.has("grammar.ours", token.lower_):
            return None if said is None or not self.can_speak(said) else self._body(said, token)
        if self._known.has("grammar.myself", token.lower_):
            return None if said is None or not self.can_speak(said) else said.speaker
        if said is not None and said.kind is StatementKind.DIRECT and self._known.has("grammar.things", token.lower_):
            # Nobody says "it" of himself; mostly it is what he speaks of.
            return None
        if said is not None and self._is_himself(token, said):
            return said.speaker if (issuer := self._issuer(said)) is None else self.actor(issuer)
        actor = self._cast.resolve(self._doc[token.i : token.i + 1])
        himself = said is not None and actor.name == said.speaker and said.kind is StatementKind.DIRECT
        if himself and self._known.has("grammar.him", token.lower_):
            # Nobody says "he" of himself.
            return None
        if actor.name.casefold() != token.lower_:
            return actor.name
        above = self._above(token) if self._known.has("grammar.many", token.lower_) else None
        return None if above is None else self.actor(above)

    def _issuer(self, said: statements.Found) -> Token | None:
        """Who gave out the paper that says it: "issued statements saying they would"; None where no paper speaks."""
        for span in said.source:
            paper = self._doc.char_span(span.start, span.end, alignment_mode="expand")
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
        source = [place for span in said.source for place in self._sayings.places(span)]
        if said.kind is StatementKind.DIRECT or token.dep_ not in {"nsubj", "nsubjpass"} or token.i in source:
            return False
        people_ = any(self._is_person(self._doc[place]) for place in source)
        many = any(
            self._doc[place].tag_ in {"NNS", "CC"} or self._known.has("grammar.many", self._doc[place].lower_)
            for place in source
        )
        if self._known.has("grammar.him", token.lower_):
            return people_
        if self._known.has("grammar.things", token.lower_):
            return not people_ and not many
        return many and self._known.has("grammar.many", token.lower_)

    def _is_person(self, token: Token) -> bool:
        person = token.ent_type_ == "PERSON" or self._known.has("grammar.him", token.lower_)
        return person or (token.dep_ in _ABOUT and self._known.has("actors.offices", token.lemma_.lower()))

    def _body(self, said: statements.Found, at: Token) -> str | None:
        """For whom a speaker says "we": the state or body that his role begins with, or himself."""
        role = _role(said)
        if self._is_spokesman(role):
            return self.speaker(said, at)
        opening = [word.removesuffix("'s") for word in role.split(" ")[:_ROLE_OPENS]]
        if len(opening) == _ROLE_OPENS and all(word.lower() in self._known.nations for word in opening):
            # "Turkish Cypriot leader": neither state.
            return said.speaker
        state = next((body for word in opening if (body := self._state(word)) is not None), None)
        return state or self._led(role) or said.speaker

    def _led(self, role: str) -> str | None:
        """The body that an office is of: "Bank of Quay deputy governor", "chairman of the Harbour Board"; or None."""
        office, _, behind = role.partition(" of ")
        behind = behind.removeprefix("the ")
        if self._known.has("actors.offices", office.rpartition(" ")[2].lower()) and behind in self._bodies:
            return behind
        words_ = role.split()
        named = list(dropwhile(str.islower, reversed(words_)))[::-1]
        offices = [word for word in words_[len(named) :] if self._known.has("actors.offices", word)]
        return " ".join(named) if named and named[0][0].isupper() and offices else None

    def _state(self, word: str) -> str | None:
        """The state that a word names, or the body whose initials it is: "French", "EU"; None where it is neither."""
        if word in self._nations:
            return word
        return self._known.nations.get(word.lower(), word if len(word) > 1 and word.isupper() else None)

    def _is_spokesman(self, role: str) -> bool:
        return self._known.has("actors.spokesmen", role.rpartition(" ")[2].lower())

    def speaker(self, said: statements.Found, at: Token) -> str | None:
        """Who takes the stand of what was said: the body for which a spokesman speaks, where the sentence of `at`
        names it, a state before its ministry; else the speaker.
        """
        role = _role(said)
        spoken_for = role.rpartition(" ")[0]
        if not spoken_for or not self._is_spokesman(role):
            return said.speaker
        sentence = self._sayings.evidence(at).of(self._sayings.text)
        state = next(
            (self._known.nations[word] for word in self._opens(said, role) if word in self._known.nations), None
        )
        if not any(one in sentence for one in (spoken_for, state) if one):
            return said.speaker
        return state or spoken_for

    def _opens(self, said: statements.Found, role: str) -> list[str]:
        """The first word of each role that the story has for a speaker: of which state a "ministry spokesman" is."""
        return [one.split(" ")[0].lower() for one in (role, *self._roles.get(said.speaker or "", ()))]

    def has_office(self, name: str | None) -> bool:
        """Whether the story tells an office of whom a name means."""
        return bool(self._roles.get(name or ""))

    def can_speak(self, said: statements.Found) -> bool:
        """Whether who is told to have said it is somebody or some body, and no paper: not "the report states"."""
        known = self._speaking.get(id(said))
        if known is None:
            heads = [self._doc.char_span(span.start, span.end, alignment_mode="expand") for span in said.source]
            known = self._speaking[id(said)] = all(head is None or self.can_act(head.root) for head in heads)
        return known

    def is_onlooker(self, said: statements.Found) -> bool:
        """Whether a speaker tells what others will do, without a say in it: an analyst, a poll."""
        words_ = {word.rstrip("s") for name in (said.speaker, said.role) for word in plain_words(name or "")}
        return not words_.isdisjoint(self._known.lists["actors.onlookers"])

    def _phrase(self, token: Token) -> Phrase:
        start, end = token.left_edge.i, token.right_edge.i + 1
        while start < token.i and self._doc[start].ent_type_ in _DAYS:
            start += 1
        for child in token.children:
            if child.dep_ in _ASIDE and child.i > token.i and not is_listed(token, child):
                end = min(end, max(child.left_edge.i, token.i + 1))
            elif child.dep_ == "relcl" and child.i < token.i:
                start = child.right_edge.i + 1
        while end - 2 > token.i and self._doc[end - 1].ent_type_ in _DAYS:
            end -= 1 + (self._doc[end - 2].pos_ == "ADP")
        while end > start + 1 and (self._doc[end - 1].is_punct or self._doc[end - 1].dep_ in _EDGES):
            end -= 1
        return self._doc[start:end]

    def can_act(self, token: Token) -> bool:
        """Whether a noun phrase names somebody or some body that can bind itself or take a stand."""
        if token.idx == 0 and token.is_upper and self._doc[1:2].text == ",":
            # The place of a dateline that stands in the text.
            return False
        return can_act(self._cast.meant(token), self._known.agents)


def _role(said: statements.Found) -> str:
    """The office of a speaker, or the description of one who has no name: "a Marrow ministry spokesman"."""
    if said.role is not None:
        return said.role
    opening, _, rest = (said.speaker or "").partition(" ")
    return rest if opening.lower() in words("en").lists["grammar.articles"] else ""
