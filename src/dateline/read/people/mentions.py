"""Where names stand in a parsed text, and the role that is printed beside each."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dateline.read.people.actor import Words

# "(WFC)" behind the name of a body.
_BRACKETED = 3
_BRACKETS = ("(", ")")
_JOINS = ("-", "‑", "'", "’")
_LONGEST_ROLE = 9
# Behind "minister of trade and" what is left of the office and the name run together.
_PLAIN_NAME = 2
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT"})
# Where a name stands that owns nothing.
_NAMING = ("nsubj", "nsubjpass", "appos")
_SEATS = ("GPE", "LOC", "ORG")
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_PLURAL = ("NNS", "NNPS")
_TIMES = ("DATE", "TIME")
_ROLE_WORDS = ("PROPN", "NOUN", "ADJ")
_BEFORE_ROLES = (*_ROLE_WORDS, "DET", "PART", "PRON")
_OF_ROLES = (*_ROLE_WORDS, "DET", "PART", "ADP", "CCONJ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens `start` up to, not including, `end`, without title or honorific."""

    start: int
    end: int
    before: int
    """Where the role begins that stands before it; `start` where none does."""
    words: tuple[str, ...]
    role: str | None
    gender: str | None
    person: bool
    """Whether a title, an honorific or the name finder says that it is a person."""
    place: bool
    """Whether the name finder takes it for a country, a people or a place."""
    subject: bool
    """Whether somebody of this name does something here."""


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
    """The places of proper names: what the tagger says, and the same word wherever else it stands with a capital.

    In the name of a body it may be of any sort ("Fisheries and Aquatic Resources").
    """
    tagged = {
        token.i for token in doc if (token.pos_ == "PROPN" and token.ent_type_ not in _TIMES) or _is_of_body(token)
    }
    seen = {doc[at].text for at in tagged if doc[at].ent_type_ == "PERSON" and not doc[at].is_sent_start}
    return frozenset(tagged | {token.i for token in doc if token.text in seen and token.pos_ == "NOUN"})


def _is_of_body(token: Token) -> bool:
    return token.ent_type_ == "ORG" and token.ent_iob_ == "I" and token.pos_ in _ROLE_WORDS and token.text[0].isupper()


def is_title(token: Token, known: Words) -> bool:
    """Whether the word is a role ("minister")."""
    if token.pos_ in ("VERB", "AUX"):
        return False
    return token.lower_ in known.titles or token.lemma_.lower() in known.titles


def _run_end(doc: Doc, start: int, proper: frozenset[int], known: Words) -> int:
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        if end in proper:
            end += 1
        elif _bridges(doc, end, proper, known) and not _is_titled(doc, start, end, known):
            end += 2
        else:
            break
    return end


def _bridges(doc: Doc, at: int, proper: frozenset[int], known: Words) -> bool:
    if at + 1 not in proper or doc[at + 1].is_sent_start:
        return False
    tight = not doc[at - 1].whitespace_ and not doc[at].whitespace_
    if tight and doc[at].text in _JOINS:
        return True
    if doc[at].ent_iob_ == "I" and doc[at + 1].ent_iob_ == "I" and doc[at].ent_type_ in _BODIES:
        return doc[at].lower_ in known.linkers or doc[at].tag_ == "POS"
    return doc[at].text in known.particles


def _is_titled(doc: Doc, start: int, end: int, known: Words) -> bool:
    """Whether a title and a name stand before a linker, so that no body's name goes on: "Mayor Ida Ruz of Tolle"."""
    run = doc[max(start - 1, 0) : end]
    titles = [token.i for token in run if is_title(token, known) or token.lower_ in known.honorifics]
    name = doc[titles[-1] + 1 : end] if titles and doc[end].lower_ in known.linkers else run[:0]
    return len(name) >= _PLAIN_NAME and not any(token.lower_ in known.linkers | known.bodies for token in name)


def _mention(doc: Doc, start: int, end: int, known: Words) -> Mention | None:
    first, honorific = _name_start(doc, start, end, known)
    if first >= end or doc[first].lower_ in known.linkers or doc[first:end].text.islower():
        return None
    if end - first > _PLAIN_NAME and _runs_on(doc, first, end - _PLAIN_NAME, known):
        first = end - _PLAIN_NAME
    head = doc[first:end].root
    before = _role_before(doc, first, known)
    place = head.ent_type_ in _PLACES
    role = _role(doc[first:end], known, is_place=place) if before is None else before.text
    hints = ([honorific] if honorific else []) + (role.lower().split() if role else [])
    gender = next((known.genders[hint] for hint in hints if hint in known.genders), None)
    person = bool(hints) or doc[end - 1].ent_type_ == "PERSON" or _acts(head, first)
    shown = end + 1 if _is_own_mark(doc, end) else end
    text = doc[first:shown].text
    if text.count(".") == 1 and doc[shown - 1].i == doc[shown - 1].sent[-1].i:
        # The full stop of a sentence that ends with a name is no abbreviation's.
        text = text.removesuffix(".")
    words, opening = tuple(text.split()), first if before is None else before.start
    return Mention(first, end, opening, words, role, gender, person, place, _is_subject(head))


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
        elif _is_office(token, end, known) or (first == token.i and token.is_punct):
            first = token.i + 1
        elif token.ent_type_ == "PERSON" and token.ent_iob_ == "B":
            begins = _follows_place(token, start) or _title_before(doc, token.i, known) is not None
            first = token.i if begins else first
    return first, honorific


def _is_office(token: Token, end: int, known: Words) -> bool:
    """Whether it is a title, and not the first word of a body's name ("Justice Department", "Judge Oru Foundation")."""
    if not is_title(token, known) or token.i + 1 >= end:
        return is_title(token, known)
    rest = token.doc[token.i + 1 : end]
    is_body = rest[-1].lower_ in known.bodies and all(one.ent_type_ == "ORG" for one in rest)
    return not is_body and rest[0].lower_ not in known.bodies


def _follows_place(token: Token, start: int) -> bool:
    """Whether a person's name begins behind that of a place in a run of names ("envoy to Veldt Maren Oru")."""
    return token.i > start > 0 and token.nbor(-1).ent_type_ in _SEATS and token.doc[start - 1].pos_ == "ADP"


def _runs_on(doc: Doc, first: int, name: int, known: Words) -> bool:
    """Whether a name that starts at `first` is in truth the end of an office and then a person's name."""
    return doc[first - 1].lower_ in known.linkers and _title_before(doc, name, known) is not None


def _is_subject(head: Token) -> bool:
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("nsubj", "nsubjpass")


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
            leads = doc[at].tag_ not in _PLURAL and doc[at + 1].lower_ in known.linkers
            return at if leads and _is_apart(doc[first], doc[at]) else None
        if doc[at].pos_ not in ("PROPN", "NOUN", "ADP", "CCONJ", "DET") and doc[at].text not in _BRACKETS:
            return None
        at -= 1
    return None


def _is_apart(name: Token, title: Token) -> bool:
    """Whether a name is not of what the role is about: "envoy to Veldt Maren Oru", and not "aide of Maren Oru"."""
    if name.ent_type_ == "PERSON" and name.nbor(-1).ent_type_ in _SEATS:
        return True
    return not title.is_ancestor(name)


def _describes(token: Token, name: Token) -> bool:
    """Whether it is a common noun set right before the name of a person ("dealer Maren Oru")."""
    return token.tag_ == "NN" and token.dep_ == "compound" and token.is_lower and name.ent_type_ == "PERSON"


def _role_before(doc: Doc, first: int, known: Words) -> Span | None:
    title = _title_before(doc, first, known)
    if title is None:
        return None
    start, end = title, max(title + 1, first)
    while doc[end - 1].lower_ in known.honorifics:
        end -= 1
    while start > 0 and not doc[start].is_sent_start:
        if doc[start - 1].text == ")" and doc[max(start - _BRACKETED, 0)].text == "(":
            start -= _BRACKETED
        elif _belongs(doc[start - 1]) or (doc[start].ent_type_ == "ORG" and doc[start].ent_iob_ == "I"):
            start -= 1
        else:
            break
    start = _hyphened(start, doc)
    if doc[end - 1].pos_ == "ADP":
        # "The envoy to Veldt": what follows is where the office is, and nobody's name.
        return None
    return doc[start + 1 if doc[start].pos_ == "DET" else start : end]


def _belongs(token: Token) -> bool:
    hyphen = token.text in _JOINS and not token.whitespace_
    named = token.pos_ == "PROPN" and token.ent_type_ not in (*_TIMES, "PERSON")
    describes = token.pos_ == "ADJ" or token.tag_ in ("VBG", "VBN")
    return hyphen or named or token.dep_ == "compound" or (describes and token.dep_ in ("amod", "nmod"))


def _role(name: Span, known: Words, *, is_place: bool) -> str | None:
    """The role beside a name; of "Ida Ruz of Tolle, the mayor" it is not Tolle's."""
    behind = name.start > 0 and name.doc[name.start - 1].lower_ in known.linkers
    return None if is_place and behind else _role_beside(name[-1], name.root, known)


def _role_beside(last: Token, root: Token, known: Words) -> str | None:
    for token in (*root.children, *last.children):
        if token.dep_ == "appos" and is_title(token, known) and not _names_another(token):
            return _phrase(token)
    if root.dep_ == "appos" and root.head.pos_ in ("NOUN", "PROPN") and is_title(root.head, known):
        return _phrase(root.head)
    twin = next((one for one in root.head.children if one.dep_ == root.dep_ == "nsubj" and one.i < root.i), None)
    if twin is not None and is_title(twin, known) and twin.right_edge.i + 2 == root.left_edge.i:
        return _phrase(twin)
    return _role_behind(last, known)


def _names_another(title: Token) -> bool:
    """Whether the name right behind a role says that it is somebody else's."""
    return title.i + 1 < len(title.doc) and title.nbor().pos_ == "PROPN"


def _role_behind(last: Token, known: Words) -> str | None:
    """The role between commas right behind a name, whatever the parser makes of it."""
    doc, start = last.doc, last.i + 2
    if start + 1 < last.sent.end and doc[start].like_num and doc[start + 1].text == ",":
        start += 2
    if start >= last.sent.end or doc[start - 1].text != ",":
        return None
    found = None
    for token in doc[start : min(start + _LONGEST_ROLE, last.sent.end)]:
        if is_title(token, known):
            found = token
        elif found is not None or not (token.pos_ in _BEFORE_ROLES or token.is_upper or token.text in _JOINS):
            break
    if found is None or found.i + 1 >= last.sent.end or found.nbor().pos_ in ("PROPN", "NOUN", "VERB", "AUX"):
        # Behind "near the port, the spokesman said" follows what the spokesman did.
        return None
    return _phrase(found)


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
    while end + 1 < len(head.doc) and head.doc[end].text in _JOINS and not head.doc[end].whitespace_:
        end += 2
    end = max(end, _linked_end(head))
    end = next((token.i for token in head.doc[head.i : end] if token.text == ","), end)
    while head.doc[end - 1].pos_ == "ADP":
        end -= 1
    end = closed(head.doc, start, end)
    if head.doc[start].pos_ == "DET":
        start += 1
    return head.doc[start:end].text.strip()


def closed(doc: Doc, start: int, end: int) -> int:
    """Where a phrase ends: behind the bracket that closes what it opened, or before one that nothing closes."""
    opened = [token.i for token in doc[start:end] if token.text in _BRACKETS]
    if not opened or doc[opened[-1]].text != _BRACKETS[0]:
        return end
    return end + 1 if end < len(doc) and doc[end].text == _BRACKETS[1] else opened[-1]


def _linked_end(head: Token) -> int:
    """Where a role with "of" or "for" ends that the parser cuts off: at the comma that only names and nouns lead to."""
    doc = head.doc
    if head.i + 1 >= head.sent.end or head.nbor().pos_ != "ADP":
        return head.i + 1
    for token in doc[head.i + 1 : head.sent.end]:
        if token.text == ",":
            return token.i
        if token.pos_ not in _OF_ROLES and token.text not in _JOINS:
            break
    return head.i + 1


def _hyphened(start: int, doc: Doc) -> int:
    """Where the word begins whose last part stands at `start`: a "vice-president" is no president."""
    if doc[start].text in _JOINS and start > 0:
        start -= 1
    while start > 1 and doc[start - 1].text in _JOINS and not doc[start - 1].whitespace_:
        start -= 2
    return start
