"""Where names stand in a parsed text, and the role that is printed beside each."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.read.people.actor import Words

_JOINS = ("-", "‑", "'", "’")
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
    at = 0
    while at < len(doc):
        if doc[at].pos_ != "PROPN":
            at += 1
            continue
        end = _run_end(doc, at, known)
        mention = _mention(doc, at, end, known)
        if mention is not None:
            yield mention
        at = end


def is_title(token: Token, known: Words) -> bool:
    """Whether the word is a role ("minister")."""
    return token.lower_ in known.titles or token.lemma_.lower() in known.titles


def _run_end(doc: Doc, start: int, known: Words) -> int:
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        if doc[end].pos_ == "PROPN":
            end += 1
        elif _bridges(doc, end, known):
            end += 2
        else:
            break
    return end


def _bridges(doc: Doc, at: int, known: Words) -> bool:
    if at + 1 >= len(doc) or doc[at + 1].pos_ != "PROPN" or doc[at + 1].is_sent_start:
        return False
    tight = not doc[at - 1].whitespace_ and not doc[at].whitespace_
    return doc[at].text in known.particles or (tight and doc[at].text in _JOINS)


def _mention(doc: Doc, start: int, end: int, known: Words) -> Mention | None:
    first = start
    honorific = None
    for token in doc[start:end]:
        if token.lower_ in known.honorifics and token.i + 1 < end:
            honorific = token
            first = token.i + 1
        elif is_title(token, known) and token.i > first - 1:
            first = token.i + 1
    if first >= end:
        return None
    role = _role_before(doc, first, known) or _role_beside(doc[end - 1], doc[first:end].root, known)
    hints = [honorific.lower_] if honorific is not None else []
    hints += role.lower().split() if role else []
    gender = next((known.genders[hint] for hint in hints if hint in known.genders), None)
    person = bool(hints) or doc[end - 1].ent_type_ == "PERSON"
    return Mention(first, end, tuple(doc[first:end].text.split()), role, gender, person)


def _role_before(doc: Doc, first: int, known: Words) -> str | None:
    at = first - 1
    while at >= 0 and doc[at].lower_ in known.honorifics:
        at -= 1
    if at < 0 or not is_title(doc[at], known) or doc[first].is_sent_start:
        return None
    start = at
    while start > 0 and not doc[start].is_sent_start and _belongs(doc[start - 1]):
        start -= 1
    return doc[start : at + 1].text


def _belongs(token: Token) -> bool:
    hyphen = token.text in _JOINS and not token.whitespace_
    return hyphen or (token.pos_ in _ROLE_WORDS and token.dep_ in ("compound", "amod", "nmod"))


def _role_beside(last: Token, root: Token, known: Words) -> str | None:
    for token in (*root.children, *last.children):
        if token.dep_ == "appos" and is_title(token, known):
            return _phrase(token)
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and is_title(root.head, known):
        return _phrase(root.head)
    return None


def _phrase(head: Token) -> str:
    """The noun phrase of `head` without article, clauses and appositions."""
    left = [child for child in head.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
    start = min([head.i, *(child.left_edge.i for child in left)])
    end = head.i + 1
    for child in head.rights:
        if child.i != end or child.dep_ != "prep":
            break
        end = child.right_edge.i + 1
    comma = next((token.i for token in head.doc[head.i : end] if token.text == ","), end)
    return head.doc[start:comma].text
