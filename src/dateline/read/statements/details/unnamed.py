"""A source that the story does not name: of what type it is, of what body, and why its name is withheld."""

from spacy.tokens import Span, Token

from dateline.read.statements import tree
from dateline.read.statements.details.words import Words
from dateline.records import SourceType

_BEFORE = ("compound", "amod", "nmod", "poss")
_BODY_SIGNS: frozenset[str] = frozenset({"ORG", "GPE"})
_ANYBODY = (SourceType.PERSON, SourceType.WITNESS, None)
_GOES_ON = 2
"""Sentences behind a statement in which the story may say why the name is withheld."""
_NEAR = 8
"""Words between what says that the name is withheld and the reason."""


def source_type(head: Token, known: Words) -> SourceType | None:
    """The type that the story's words give to the source whose noun is `head`; None where they give none."""
    if _opens_with(head.doc[head.i + 1 : head.i + 4], known.close):
        return SourceType.CLOSE
    noun = head.lemma_.lower()
    before = [known.modifiers[token.lower_] for token in _before(head) if token.lower_ in known.modifiers]
    if before and noun in known.open_nouns:
        return before[-1]
    return known.types.get(noun)


def body(head: Token, known: Words) -> Span | None:
    """The body that the source belongs to, in the story's words; None where they name none.

    Where somebody lives is no body: "a resident of Harlan", "a Harlan woman".
    """
    signs = frozenset() if source_type(head, known) in _ANYBODY else _BODY_SIGNS
    for link in tree.children(head, "prep"):
        for noun in tree.children(link, "pobj") if link.lower_ in known.body_links else ():
            named = _trimmed(noun.left_edge, noun, known)
            if _is_body(named, signs, known):
                return named
    before = _before(head)
    if not before:
        return None
    named = _trimmed(before[0], before[-1], known)
    return named if _is_body(named, signs, known) else None


def reason(head: Token, known: Words) -> Span | None:
    """Why the name is withheld, in the story's words; None where the story does not say.

    It is said with the source, or in one of the next sentences, of the same noun or of a pronoun.
    """
    for sentence in _about(head):
        found = _reason_in(sentence, known)
        if found is not None:
            return found
    return None


def _before(head: Token) -> list[Token]:
    """The words between the article and the noun."""
    first = min((child.left_edge.i for child in tree.children(head, *_BEFORE) if child.i < head.i), default=head.i)
    return [token for token in head.doc[first : head.i] if token.dep_ != "det" and not token.is_punct]


def _trimmed(first: Token, last: Token, known: Words) -> Span:
    """The words from `first` to `last` without articles, ranks and what only says the type ("US defence" is "US")."""
    start, end = first.i, last.i + 1
    doc = first.doc
    while start < end and (doc[start].dep_ == "det" or doc[start].lower_ in known.ranks or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or _is_only_type(doc[end - 1], known)):
        end -= 1
    return doc[start:end]


def _is_only_type(token: Token, known: Words) -> bool:
    return token.lower_ in known.modifiers and token.lemma_.lower() not in known.bodies


def _is_body(named: Span, signs: frozenset[str], known: Words) -> bool:
    words = {token.lemma_.lower() for token in named}
    return bool(words & known.bodies) or any(token.ent_type_ in signs for token in named)


def _about(head: Token) -> list[Span]:
    """The sentence of the source, and those behind it that speak of the same noun or begin with a pronoun."""
    found = [head.sent]
    while len(found) <= _GOES_ON and found[-1].end < len(head.doc):
        found.append(head.doc[found[-1].end].sent)
    return [found[0], *(sentence for sentence in found[1:] if _has_subject(sentence, head))]


def _has_subject(sentence: Span, head: Token) -> bool:
    subjects = [token for token in sentence if token.dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and (subjects[0].lemma_ == head.lemma_ or subjects[0].pos_ == "PRON")


def _reason_in(sentence: Span, known: Words) -> Span | None:
    text = sentence.text.lower()
    for phrase in known.withheld:
        start = text.find(phrase)
        if start < 0:
            continue
        words = sentence.char_span(start, start + len(phrase), alignment_mode="expand")
        behind = _reason_behind(words, known) if words is not None else None
        if behind is not None or words is None:
            return behind
        if phrase in known.forbidden:
            return _forbidden(words)
    return None


def _reason_behind(words: Span, known: Words) -> Span | None:
    doc = words.doc
    for at in range(words.end, min(words.end + _NEAR, words.sent.end)):
        opens_clause = doc[at].dep_ in ("mark", "aux")
        length = next((len(o) for o in known.because if doc[at : at + len(o)].text.lower().split() == list(o)), 0)
        if length or (opens_clause and doc[at].lower_ in known.because_clause):
            last = (doc[at].head if opens_clause else doc[at]).right_edge.i
            return _without_end(doc[at : max(last, at + length) + 1])
    return None


def _forbidden(words: Span) -> Span:
    verb = words.root
    start = min([words.start, *(child.i for child in tree.children(verb, "aux", "auxpass", "neg"))])
    cut = [child.i for child in tree.children(verb, "cc", "conj") if child.i >= words.end]
    return _without_end(words.doc[start : min([verb.right_edge.i + 1, *cut])])


def _without_end(span: Span) -> Span:
    end = next((token.i for token in span if token.is_quote or token.text == ";"), span.end)
    while end > span.start + 1 and (span.doc[end - 1].is_punct or span.doc[end - 1].is_space):
        end -= 1
    return span.doc[span.start : end]


def _opens_with(span: Span, phrases: tuple[str, ...]) -> bool:
    return any(f"{span.text.lower()} ".startswith(f"{phrase} ") for phrase in phrases)
