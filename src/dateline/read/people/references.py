"""What pronouns and descriptions refer to. Where two people fit, neither is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dateline.read.people.actor import Words
from dateline.read.people.entry import Entry
from dateline.read.people.mentions import is_title
from dateline.text import quotes

_REACH = 4
_SUBJECTS = ("nsubj", "nsubjpass")
_OUTER = ("relcl", "appos", "acl", "advcl", "punct", "parataxis", "cc", "conj")
_PLURAL = ("NNS", "NNPS")
_JOINS = ("-", "‑")


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


def pronouns(doc: Doc, entries: Sequence[Entry], known: Words) -> dict[int, int]:
    """For each pronoun whose meaning is clear: its token's place, and that of the head of what it means."""
    named = {mention.end - 1: entry for entry in entries for mention in entry.mentions}
    quoted = _quoted_tokens(doc)
    found: dict[int, int] = {}
    genders: dict[int, str] = {}
    sentences: list[list[_Candidate]] = []
    for sentence in doc.sents:
        here: list[_Candidate] = []
        sentences.append(here)
        for token in sentence:
            sort = known.pronouns.get(token.lower_)
            if sort is not None and token.pos_ in ("PRON", "DET"):
                chosen = _choose(sort, sentences[-_REACH:], quoted=token.i in quoted)
                if chosen is not None:
                    found[token.i] = chosen.at
                    genders.setdefault(chosen.at, sort)
                    here.append(
                        _Candidate(chosen.at, chosen.key, _narrowed(chosen.sort, sort), _rank(token), chosen.quoted)
                    )
            elif token.i in named:
                entry = named[token.i]
                here.append(_named(token, entry, quoted=token.i in quoted))
            elif token.dep_ in _SUBJECTS and token.pos_ == "NOUN":
                here.append(_described(token, entries, known, quoted=token.i in quoted))
    return found


def described(head: Token, entries: Sequence[Entry], known: Words) -> Entry | None:
    """The one person whose printed role a description such as "the minister" repeats; None where none or two fit."""
    if not is_title(head, known) or head.tag_ in _PLURAL or not _definite(head):
        return None
    said = {token.lower_ for token in phrase(head) if token.pos_ in ("NOUN", "ADJ", "PROPN")}
    proper = {token.lower_ for token in phrase(head) if token.text[0].isupper() and not token.is_sent_start}
    fitting = [entry for entry in entries if entry.role and _same_role(said, proper, entry.role, head, known)]
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
        if child.dep_ == "npadvmod" or any(below.ent_type_ in ("DATE", "TIME") for below in (child, *child.children)):
            end = min(end, child.left_edge.i)
    while end > head.i + 1 and (head.doc[end - 1].is_punct or head.doc[end - 1].is_space):
        end -= 1
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return head.doc[start:end]


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


def _compatible(pronoun: str, sort: str) -> bool:
    if pronoun in ("man", "woman"):
        return sort in (pronoun, "person")
    return sort == pronoun


def _narrowed(sort: str, pronoun: str) -> str:
    return pronoun if sort == "person" else sort


def _rank(token: Token) -> tuple[bool, int]:
    return (token.dep_ not in _SUBJECTS, sum(1 for _ in token.ancestors))


def _named(token: Token, entry: Entry, *, quoted: bool) -> _Candidate:
    sort = (entry.gender or "person") if entry.person else "body"
    return _Candidate(token.i, entry, sort, _rank(token), quoted)


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


def _same_role(said: set[str], proper: set[str], role: str, head: Token, known: Words) -> bool:
    printed = set(role.lower().replace("-", " ").split())
    if not printed & {head.lower_, head.lemma_.lower()}:
        return False
    return proper <= printed and (said & known.modifiers) == (printed & known.modifiers)
