"""What pronouns and descriptions refer to. Where two people fit, neither is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dateline.read.people import turns
from dateline.read.people.actor import Words
from dateline.read.people.entry import Entry
from dateline.read.people.mentions import closed, is_title
from dateline.text import quotes

_REACH = 4
# Sentences, with its own, in which the body is named that a description means.
_NEAR = 3
# Sentences, with its own, in which another may be meant by a pronoun.
_RIVALS = 3
_SUBJECTS = ("nsubj", "nsubjpass")
_OUTER = ("relcl", "appos", "acl", "advcl", "punct", "parataxis", "cc", "conj")
_PLURAL = ("NNS", "NNPS")
_JOINS = ("-", "‑")
_CLOSING = (",", '"', "”", "''")
_SAID = ("ccomp", "xcomp", "dobj", "advcl")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody or something that a later pronoun may mean."""

    at: int
    key: object
    """The same for all mentions of one person or body."""
    sort: str
    """man, woman, person, many or body."""
    rank: tuple[bool, int]
    """Subjects before others, main clauses before inner ones."""
    quoted: bool


@dataclass(frozen=True, slots=True)
class Pronouns:
    """What the pronouns of a story mean, and the descriptions of a named body by its kind ("the newspaper")."""

    meant: dict[int, int]
    """By the place of each whose meaning is clear, that of the head of what it means."""
    contested: frozenset[int]
    """Those that might mean somebody else of whom the story speaks near them."""


def pronouns(doc: Doc, entries: Sequence[Entry], known: Words) -> Pronouns:
    """What they mean."""
    walk = _Walk(doc, entries, known)
    for sentence in doc.sents:
        walk.read(sentence)
    return Pronouns(walk.found, frozenset(walk.contested))


class _Walk:
    """Goes through a story from its beginning, and keeps who was mentioned."""

    def __init__(self, doc: Doc, entries: Sequence[Entry], known: Words) -> None:
        self.found: dict[int, int] = {}
        self.contested: set[int] = set()
        self._entries = entries
        self._known = known
        self._named = {mention.end - 1: entry for entry in entries for mention in entry.mentions}
        self._quoted = _quoted_tokens(doc)
        self._sentences: list[list[_Candidate]] = []

    def read(self, sentence: Span) -> None:
        """Takes in a sentence; one that is all quotation is no further step away from those who speak."""
        if not self._sentences or any(token.i not in self._quoted and token.text[0].isalnum() for token in sentence):
            self._sentences.append([])
        for token in sentence:
            candidate = self._candidate(token)
            if candidate is not None:
                self._sentences[-1].append(candidate)

    def _candidate(self, token: Token) -> _Candidate | None:
        sort = self._known.pronouns.get(token.lower_)
        if sort is not None and token.pos_ in ("PRON", "DET"):
            return self._pronoun(token, sort)
        if token.i in self._named:
            return _named(token, self._named[token.i], quoted=token.i in self._quoted)
        if token.dep_ in _SUBJECTS and token.pos_ == "NOUN":
            return self._noun(token)
        return None

    def _pronoun(self, token: Token, sort: str) -> _Candidate | None:
        answers = [one for one in map(self._asked, turns.asked(token, self._known)) if _compatible(sort, one.sort)]
        reach = self._sentences[-_REACH:]
        reach = reach[:-1] if _closes(token) else reach
        chosen = answers[0] if answers else _choose(sort, reach, quoted=token.i in self._quoted)
        if chosen is None or len(answers) > 1 or _is_open(chosen):
            return None
        self.found[token.i] = chosen.at
        near = [one for here in reach[-_RIVALS:] for one in here]
        if any(_compatible(sort, one.sort) and one.key != chosen.key for one in near):
            self.contested.add(token.i)
        return replace(chosen, sort=sort if chosen.sort == "person" else chosen.sort, rank=_rank(token))

    def _asked(self, token: Token) -> _Candidate:
        """Somebody who was asked; a pronoun that means nobody for sure is itself."""
        at = self.found.get(token.i, token.i)
        # Nobody asks himself in these words: a pronoun that seems to mean who asks is unsure.
        asker = any(child.i == at and child.dep_ == "nsubj" for child in token.head.children)
        head = token if asker else token.doc[at]
        if head.i in self._named:
            return _named(head, self._named[head.i], quoted=False)
        if head.pos_ == "PRON":
            return _Candidate(head.i, head, self._known.pronouns.get(head.lower_, ""), _rank(head), quoted=False)
        return _described(head, self._entries, self._known, quoted=False)

    def _noun(self, token: Token) -> _Candidate:
        name = next((child for child in token.head.children if child.dep_ == "attr" and child.i in self._named), None)
        if name is not None and self._named[name.i].person:
            return replace(_named(name, self._named[name.i], quoted=False), rank=_rank(token))
        kind = _of_kind(token, self._sentences[-_NEAR:-1], self._known)
        if kind is not None:
            self.found[token.i] = kind.at
        return _described(token, self._entries, self._known, quoted=token.i in self._quoted)


def described(head: Token, entries: Sequence[Entry], known: Words) -> Entry | None:
    """The one person whose printed role a description such as "the minister" repeats; None where none or two fit.

    Of two the one fits whose role has all its words, or of whom alone this sentence or the one before it speaks.
    """
    if not is_title(head, known) or head.tag_ in _PLURAL or not _definite(head):
        return None
    said = {token.lower_ for token in phrase(head) if token.pos_ in ("NOUN", "ADJ", "PROPN")}
    proper = {token.lower_ for token in phrase(head) if token.text[0].isupper() and not token.is_sent_start}
    rest = [entry for entry in entries if entry.roles and not _is_of_another(head, said, entry, known)]
    fitting = [entry for entry in rest if any(_same_role(said, proper, role, head, known) for role in entry.roles)]
    whole = [entry for entry in fitting if any(said <= _words(role) for role in entry.roles)]
    fitting = whole or fitting
    if len(fitting) > 1:
        fitting = [entry for entry in fitting if _is_near(entry, head)]
    elif not fitting and head.lemma_.lower() in known.leading:
        fitting = [entry for entry in entries if any(_leads(said, proper, role, known) for role in entry.roles)]
    return fitting[0] if len(fitting) == 1 else None


def phrase(head: Token) -> Span:
    """The noun phrase of `head` without relative clauses, appositions and what is joined by "and"."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.dep_ in _OUTER and child.i > head.i:
            end = min(end, child.left_edge.i)
        elif child.dep_ in ("punct", "relcl") and child.i < head.i and child.text not in _JOINS:
            start = max(start, child.right_edge.i + 1)
    for child in head.rights:
        if child.dep_ in ("advmod", "npadvmod") or any(
            below.ent_type_ in ("DATE", "TIME") for below in (child, *child.children)
        ):
            end = min(end, child.left_edge.i)
    # Of a broken sentence what belongs to a word may stand on its other side.
    start, end = min(start, head.i), max(end, head.i + 1)
    while end > head.i + 1 and _is_no_part(head.doc[end - 1]):
        end -= 1
    if start > 0 and head.doc[start - 1].text.endswith(_JOINS) and head.doc[start].tag_ == "VBN":
        start -= 1
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return head.doc[start : closed(head.doc, start, end)]


def _is_no_part(last: Token) -> bool:
    """Whether a word ends no noun phrase: a mark, or the ending that says it owns something ("the mayor's")."""
    return last.is_punct or last.is_space or last.dep_ == "case"


def _quoted_tokens(doc: Doc) -> frozenset[int]:
    inside: set[int] = set()
    for place in quotes.spans(doc.text):
        covered = doc.char_span(place.start, place.end, alignment_mode="expand")
        if covered is not None:
            inside.update(range(covered.start, covered.end))
    return frozenset(inside)


def _choose(sort: str, sentences: list[list[_Candidate]], *, quoted: bool) -> _Candidate | None:
    """The nearest subject that fits; else the one other that fits in this sentence or the one before."""
    nearest = [
        [c for c in found if _compatible(sort, c.sort) and (quoted or not c.quoted)] for found in reversed(sentences)
    ]
    for fitting in nearest:
        subjects = [candidate for candidate in fitting if not candidate.rank[0]]
        if subjects:
            return min(subjects, key=lambda candidate: candidate.rank)
    others = [candidate for fitting in nearest[:2] for candidate in fitting]
    return others[0] if len({id(candidate.key) for candidate in others}) == 1 else None


def _closes(token: Token) -> bool:
    """Whether a pronoun and its verb stand behind what was said: then it means nobody of whom that speaks."""
    behind = token.i > token.sent.start and token.nbor(-1).text in _CLOSING
    clauses = any(child.i > token.head.i and child.dep_ in _SAID for child in token.head.children)
    return behind and token.dep_ == "nsubj" and not clauses


def _is_open(candidate: _Candidate) -> bool:
    """Whether it is a pronoun of which it is unsure whom it means."""
    return isinstance(candidate.key, Token) and candidate.key.pos_ == "PRON"


def _compatible(pronoun: str, sort: str) -> bool:
    if pronoun in ("man", "woman"):
        return sort in (pronoun, "person")
    return sort == pronoun


def _rank(token: Token) -> tuple[bool, int]:
    return (token.dep_ not in _SUBJECTS, sum(1 for _ in token.ancestors))


def _named(token: Token, entry: Entry, *, quoted: bool) -> _Candidate:
    sort = (entry.gender or "person") if entry.person else "body"
    return _Candidate(token.i, entry, sort, _rank(token), quoted)


def _of_kind(token: Token, sentences: list[list[_Candidate]], known: Words) -> _Candidate | None:
    """The body that a description such as "the newspaper" means: the named subject of the sentences right before."""
    if token.lemma_.lower() not in known.kinds or token.tag_ in _PLURAL or not _definite(token):
        return None
    for here in reversed(sentences):
        subjects = [one for one in here if not one.rank[0] and one.sort == "body"]
        if subjects:
            first = min(subjects, key=lambda one: one.rank)
            return first if isinstance(first.key, Entry) and not first.key.place else None
    return None


def _described(token: Token, entries: Sequence[Entry], known: Words, *, quoted: bool) -> _Candidate:
    entry = described(token, entries, known)
    if token.tag_ in _PLURAL:
        sort = "many" if is_title(token, known) or token.lemma_.lower() in known.anonymous else "things"
    elif is_title(token, known) or token.lemma_.lower() in known.anonymous:
        sort = known.genders.get(token.lower_, "person")
    else:
        sort = "body"
    return _Candidate(token.i, entry if entry is not None else token, sort, _rank(token), quoted)


def _definite(head: Token) -> bool:
    return any(
        child.dep_ in ("det", "poss") and child.lower_ in ("the", "his", "her", "its", "their")
        for child in head.children
    )


def _is_near(entry: Entry, head: Token) -> bool:
    """Whether the sentence of `head`, before it, or the one before that names somebody."""
    start = head.doc[max(head.sent.start - 1, 0)].sent.start
    return any(start <= mention.start < head.i for mention in entry.mentions)


def _words(role: str) -> set[str]:
    return set(role.lower().replace("-", " ").split())


def _is_of_another(head: Token, said: set[str], entry: Entry, known: Words) -> bool:
    """Whether a description is about something else than the roles of somebody: "the finance minister", and he is
    foreign minister; "the hospital spokesman", and he is of the police.

    What leads a body may be called by another word for that body ("the opposition leader").
    """
    general = {head.lower_, head.lemma_.lower()} | known.modifiers | known.linkers | known.definite
    about = {word for word in said if word in known.fields}
    if head.lemma_.lower() not in known.leading:
        about |= {child.lower_ for child in head.children if child.dep_ == "compound" and child.lower_ in said}
    printed = set().union(*map(_words, entry.roles)) - general
    told = {known.fields.get(word, word) for word in about - general}
    return bool(told and printed) and told.isdisjoint({known.fields.get(word, word) for word in printed})


def _leads(said: set[str], proper: set[str], role: str, known: Words) -> bool:
    """Whether "the party leader" or "the Veldt chief" can be said of whoever holds an office."""
    printed = _words(role)
    rest = said - known.leading - known.bodies
    return bool(printed & known.offices) and proper | rest <= printed and not printed & known.modifiers


def _same_role(said: set[str], proper: set[str], role: str, head: Token, known: Words) -> bool:
    printed = _words(role)
    if not printed & {head.lower_, head.lemma_.lower()}:
        return False
    return proper <= printed and (said & known.modifiers) == (printed & known.modifiers)
