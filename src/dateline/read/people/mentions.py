"""Where names stand in a parsed text, and the role that is printed beside each."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.read.people.actor import Words

_JOINS = ("-", "‑", "'", "’")
_LONGEST_ROLE = 9
# Behind "minister of trade and" what is left of the office and the name run together.
_PLAIN_NAME = 2
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT"})
# Where a name stands that owns nothing.
_NAMING = ("nsubj", "nsubjpass", "appos")
_TIMES = ("DATE", "TIME")
_ROLE_WORDS = ("PROPN", "NOUN", "ADJ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens `start` up to, not including, `end`, without title or honorific."""

    start: int
    end: int
    words: tuple[str, ...]
    role: str | None
    gender: str | None
    person: bool
    """Whether a title, an honorific or the name finder says that it is a person."""


def names(doc: Doc, known: Words) -> Iterator[Mention]:
    """The names of `doc`, in order."""
    proper = _proper(doc)
    at = 0
    while at < len(doc):
        if at not in proper:
            at += 1
            continue
        end = _run_end(doc, at, proper, known)
        mention = _mention(doc, at, end, known)
        if mention is not None:
            yield mention
        at = end


def _proper(doc: Doc) -> frozenset[int]:
    """The places of proper names: what the tagger says, and the same word wherever else it stands with a capital."""
    tagged = {token.i for token in doc if token.pos_ == "PROPN" and token.ent_type_ not in _TIMES}
    seen = {doc[at].text for at in tagged if doc[at].ent_type_ == "PERSON" and not doc[at].is_sent_start}
    return frozenset(tagged | {token.i for token in doc if token.text in seen and token.pos_ == "NOUN"})


def is_title(token: Token, known: Words) -> bool:
    """Whether the word is a role ("minister")."""
    return token.lower_ in known.titles or token.lemma_.lower() in known.titles


def _run_end(doc: Doc, start: int, proper: frozenset[int], known: Words) -> int:
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        if end in proper:
            end += 1
        elif _bridges(doc, end, proper, known):
            end += 2
        else:
            break
    return end


def _bridges(doc: Doc, at: int, proper: frozenset[int], known: Words) -> bool:
    if at + 1 not in proper or doc[at + 1].is_sent_start:
        return False
    if doc[at].ent_iob_ == "I" and doc[at + 1].ent_iob_ == "I" and doc[at].ent_type_ in _BODIES:
        return doc[at].lower_ in known.linkers or doc[at].tag_ == "POS"
    tight = not doc[at - 1].whitespace_ and not doc[at].whitespace_
    return doc[at].text in known.particles or (tight and doc[at].text in _JOINS)


def _mention(doc: Doc, start: int, end: int, known: Words) -> Mention | None:
    first, honorific = _name_start(doc, start, end, known)
    if first >= end:
        return None
    if end - first > _PLAIN_NAME and _runs_on(doc, first, end - _PLAIN_NAME, known):
        first = end - _PLAIN_NAME
    head = doc[first:end].root
    role = _role_before(doc, first, known) or _role_beside(doc[end - 1], head, known)
    hints = ([honorific] if honorific else []) + (role.lower().split() if role else [])
    gender = next((known.genders[hint] for hint in hints if hint in known.genders), None)
    person = bool(hints) or doc[end - 1].ent_type_ == "PERSON" or _acts(head, first)
    shown = end + 1 if _is_own_mark(doc, end) else end
    return Mention(first, end, tuple(doc[first:shown].text.split()), role, gender, person)


def _is_own_mark(doc: Doc, at: int) -> bool:
    """Whether a possessive mark is of the name itself ("Moody's said"): the name owns nothing."""
    if at >= len(doc) or doc[at].tag_ != "POS" or doc[at].head.dep_ == "poss":
        return False
    return doc[at].ent_iob_ == "I" or doc[at].head.dep_ in _NAMING


def _name_start(doc: Doc, start: int, end: int, known: Words) -> tuple[int, str | None]:
    """Where the name proper begins behind titles and honorifics, and the honorific."""
    first, honorific = start, None
    for token in doc[start:end]:
        if token.lower_ in known.honorifics and token.i + 1 < end:
            first, honorific = token.i + 1, token.lower_
        elif is_title(token, known):
            first = token.i + 1
        elif token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and _title_before(doc, token.i, known) is not None:
            first = token.i
    return first, honorific


def _runs_on(doc: Doc, first: int, name: int, known: Words) -> bool:
    """Whether a name that starts at `first` is in truth the end of an office and then a person's name."""
    return doc[first - 1].lower_ in known.linkers and _title_before(doc, name, known) is not None


def _acts(head: Token, first: int) -> bool:
    """Whether a name of several words that the name finder takes for no body does something."""
    return head.ent_type_ not in _BODIES and head.i > first and head.dep_ == "nsubj"


def _title_before(doc: Doc, first: int, known: Words) -> int | None:
    """The place of the role that ends, or with "of" and "and" leads, up to a name; None where there is none."""
    at = first - 1
    while at >= 0 and doc[at].lower_ in known.honorifics:
        at -= 1
    if at < 0 or doc[first].is_sent_start:
        return None
    if is_title(doc[at], known) or _describes(doc[at], doc[first]):
        return at
    while at >= 0 and first - at <= _LONGEST_ROLE and not doc[at + 1].is_sent_start:
        if is_title(doc[at], known):
            leads = doc[at + 1].lower_ in known.linkers and not doc[at].is_ancestor(doc[first])
            return at if leads else None
        if doc[at].pos_ not in ("PROPN", "ADP", "CCONJ"):
            return None
        at -= 1
    return None


def _describes(token: Token, name: Token) -> bool:
    """Whether it is a common noun set right before the name of a person ("dealer Maren Oru")."""
    return token.tag_ == "NN" and token.dep_ == "compound" and token.is_lower and name.ent_type_ == "PERSON"


def _role_before(doc: Doc, first: int, known: Words) -> str | None:
    title = _title_before(doc, first, known)
    if title is None:
        return None
    start, end = title, max(title + 1, first)
    while doc[end - 1].lower_ in known.honorifics:
        end -= 1
    while start > 0 and not doc[start].is_sent_start and _belongs(doc[start - 1]):
        start -= 1
    return doc[_hyphened(start, doc) : end].text


def _belongs(token: Token) -> bool:
    hyphen = token.text in _JOINS and not token.whitespace_
    return hyphen or token.dep_ == "compound" or (token.pos_ in _ROLE_WORDS and token.dep_ in ("amod", "nmod"))


def _role_beside(last: Token, root: Token, known: Words) -> str | None:
    for token in (*root.children, *last.children):
        if token.dep_ == "appos" and is_title(token, known):
            return _phrase(token)
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and is_title(root.head, known):
        return _phrase(root.head)
    return None


def _phrase(head: Token) -> str:
    """The noun phrase of `head` without article, clauses and appositions."""
    left = [
        child for child in head.lefts if child.dep_ in ("compound", "amod", "nmod", "poss") and child.tag_ != "PRP$"
    ]
    start = _hyphened(min([head.i, *(child.left_edge.i for child in left)]), head.doc)
    end = head.i + 1
    for child in head.rights:
        if child.i != end or child.dep_ != "prep":
            break
        end = child.right_edge.i + 1
    end = next((token.i for token in head.doc[head.i : end] if token.text == ","), end)
    while head.doc[end - 1].pos_ == "ADP":
        end -= 1
    return head.doc[start:end].text


def _hyphened(start: int, doc: Doc) -> int:
    """Where the word begins whose last part stands at `start`: a "vice-president" is no president."""
    if doc[start].text in _JOINS and start > 0:
        start -= 1
    while start > 1 and doc[start - 1].text in _JOINS and not doc[start - 1].whitespace_:
        start -= 2
    return start
