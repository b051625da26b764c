"""What the parse says of a time: whether it is one, its tense, what it is counted from, where its hour holds."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from dateline.lang import tables
from dateline.read.times.found import Tense, Value
from dateline.read.times.words import any_of, words
from dateline.records import Span, TimeType

_CLIMB = 12
_LOOK_BACK = 40
_LONGEST_ANCHOR = 12
"""In tokens."""
_NAMES = frozenset({"FAC", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def is_time(doc: Doc, span: Span) -> bool:
    """False for "may" and "march" as verbs, for "2000 people", an adjective "second", and words of a name."""
    touched = doc.char_span(*span, alignment_mode="expand")
    if touched is None:
        return False
    first, last = touched[0], touched[-1]
    if last.lower_ == "second" and last.pos_ != "NOUN":
        return False
    if _is_of_name(first) and _is_of_name(last):
        return False
    return len(touched) > 1 or _is_word_of_time(first)


def tense_at(doc: Doc, span: Span, text: str) -> Tense | None:
    """The tense of the verb that governs the characters; None where none does or it is a plain present.

    `text` is `doc.text`, which spaCy makes anew each time that it is asked for.
    """
    touched = doc.char_span(*span, alignment_mode="expand")
    if touched is None:
        return None
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    token = touched.root
    if _before_ahead().search(before) or (_deadline().search(before) and _is_still_to_do(token)):
        return Tense.FUTURE
    if token.dep_ == "poss":
        return _of_owned(token.head)
    return _above(token)


def _of_owned(noun: Token) -> Tense | None:
    """Of "Friday's meeting": ahead where it is what a verb that looks ahead is about, or where that is done."""
    at = noun.head.lower_ in words("en").table["anchors"]["at"] and noun.dep_ == "pobj"
    if noun.lemma_.lower() not in _events() or not (noun.dep_ in _SUBJECTS or at):
        return None
    return Tense.FUTURE if _above(noun) is Tense.FUTURE else None


@cache
def _events() -> frozenset[str]:
    return frozenset(tables.table("en", "acts")["agenda"]["events"])


def _above(token: Token) -> Tense | None:
    """The tense of the first verb above that has one."""
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"} and (found := _of_verb(token)):
            return found
        if token.head.i == token.i or token.head.sent != token.sent:
            return None
        token = token.head
    return None


def _is_still_to_do(token: Token) -> bool:
    """Whether what has a deadline lies ahead: "promised aid by Friday", "would pay all affected a grant by Friday"."""
    verb = next((one for one in token.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    while verb is not None and _only_describes(verb):
        verb = next((one for one in verb.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    bound = verb.lemma_.lower() in words("en").table["tense"]["binding"]
    return bound or _of_verb(verb) is Tense.FUTURE


def _only_describes(verb: Token) -> bool:
    """Whether it is a participle beside its noun, which the parser takes for a clause without a word of its own at
    times: "those affected".
    """
    alone = not any(child.dep_ in {"aux", "auxpass", "mark"} for child in verb.children)
    return alone and verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "ccomp"}


def place_of(doc: Doc, span: Span, kind: TimeType) -> str | None:
    """The place whose clock a time of day goes by, as in "Friday evening in Washington"; None where none is named."""
    after = _after(doc, span)
    if kind is not TimeType.TIME or after is None or after.lower_ != "in" or after.i + 1 >= len(doc):
        return None
    entity = next((one for one in doc[after.i + 1 : after.i + 2].ents), None)
    inner = doc[after.i + 1]
    if entity is None and inner.ent_type_ != "GPE":
        return None
    end = inner.i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "GPE":
        end += 1
    return doc[inner.i : end].text


def anchor_of(doc: Doc, span: Span, value: Value) -> Span | None:
    """The words from which a length is counted ("after the summit"); None where it stands alone."""
    after = _after(doc, span)
    if after is None or not (value.type is TimeType.DURATION or value.value is None):
        return None
    if after.lower_ not in words("en").table["anchors"]["words"] or after.dep_ not in {"prep", "mark"}:
        return None
    last = after.head.right_edge if after.dep_ == "mark" else after.right_edge
    last = doc[min(last.i, after.i + _LONGEST_ANCHOR)]
    while last.i > after.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return Span(after.idx, last.idx + len(last)) if last.i > after.i else None


def _after(doc: Doc, span: Span) -> Token | None:
    """The token right behind the characters, where only a space parts them."""
    touched = doc.char_span(*span, alignment_mode="expand")
    if touched is None or touched.end >= len(doc):
        return None
    return doc[touched.end]


def _is_word_of_time(token: Token) -> bool:
    if token.pos_ in {"VERB", "AUX"} and token.lower_ in {"may", "march", "spring", "fall"}:
        return False
    if token.lower_ in words("en").table["sets"] and token.pos_ in _NOUNS:
        return False
    if token.is_digit and token.dep_ == "nummod":
        return token.head.tag_ not in {"NNS", "NNPS"} or token.ent_type_ == "DATE"
    return True


def _is_of_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES and not token.text[:1].isdigit()


@cache
def _before_ahead() -> re.Pattern[str]:
    """What stands before a day that lies ahead, with an hour between them or not."""
    known = words("en")
    listed = any_of(known.table["anchors"]["ahead"])
    return re.compile(
        rf"(?<!\w)(?i:{listed}) (?:the )?(?:{known.pieces['clock']},? (?:{known.pieces['zone']},? )?(?:on )?)?$"
    )


@cache
def _deadline() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{any_of(words('en').table['anchors']['deadline'])}) (?:the )?$")


def _of_verb(verb: Token) -> Tense | None:
    table = words("en").table["tense"]
    if any(child.dep_ == "mark" and child.lower_ in table["conditions"] for child in verb.children):
        return Tense.FUTURE
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in table["modals"] for child in auxiliaries):
        perfect = any(child.lower_ == "have" for child in auxiliaries)
        return Tense.PAST if perfect else Tense.FUTURE
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return _of_past(verb, auxiliaries)
    if any(child.lower_ in {"has", "have", "having"} for child in auxiliaries):
        return Tense.PAST
    if any(child.lower_ == "to" for child in auxiliaries):
        return _of_infinitive(verb, table)
    return _of_present(verb, auxiliaries)


def _of_present(verb: Token, auxiliaries: list[Token]) -> Tense | None:
    """As in "is meeting" looks ahead, "issued" beside its noun back; "meets" does not say."""
    said = [verb, *(one for one in verb.children if one.dep_ == "acomp")] if verb.lemma_ == "be" else [verb]
    if any(one.lemma_.lower() in words("en").table["tense"]["ahead"] for one in said):
        return Tense.FUTURE
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not auxiliaries:
        return Tense.PAST
    return Tense.FUTURE if verb.tag_ == "VBG" and auxiliaries else None


def _of_infinitive(verb: Token, table: dict[str, list[str]]) -> Tense | None:
    """As in "plans to meet" and "is to meet" looks ahead, as in "had planned to meet" back."""
    if verb.head.tag_ in {"VBZ", "VBP"} and verb.head.lemma_ == "be" and verb.dep_ == "xcomp":
        plain = not any(child.dep_ in {"acomp", "attr", "expl"} for child in verb.head.children)
        return Tense.FUTURE if plain else None
    if verb.head.lemma_.lower() not in {*table["ahead"], *table["ahead_nouns"]}:
        return None
    return Tense.PAST if any(child.lower_ == "had" for child in verb.head.children) else Tense.FUTURE


def _of_past(verb: Token, auxiliaries: list[Token]) -> Tense:
    """As in "was expected on Friday", or "planned a rally on Friday", looks ahead all the same."""
    table = words("en").table["tense"]
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in auxiliaries)
    return Tense.FUTURE if lemma in table["set_ahead"] or (passive and lemma in table["ahead"]) else Tense.PAST
