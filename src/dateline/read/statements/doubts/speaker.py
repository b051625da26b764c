"""What makes it doubtful who speaks."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dateline.read.people import Actor, Cast
from dateline.read.statements.found import Draft
from dateline.read.statements.lexicon import Lexicon

_LONG = 15
"""Tokens of a source that is long."""
_LONG_NAME = 6
_LONG_ROLE = 8
_HOLE = 2
"""Tokens that a source may leave out."""
_NAMES = ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def speaker_doubts(draft: Draft, source: Span, actor: Actor, cast: Cast, known: Lexicon) -> frozenset[str]:
    """The names of the doubts about who speaks; `source` is the noun phrase of the speaker."""
    return cast.doubts(source).union(
        _of_name(actor, source), _of_role(actor, known), _of_place(draft, source), _of_cue(draft, known)
    )


def _of_name(actor: Actor, source: Span) -> Iterator[str]:
    """What the name itself looks like."""
    words = actor.name.split()
    if actor.anonymous:
        yield "unnamed"
    elif not actor.named:
        yield "described only" if len(words) > 1 else "lone name"
    if len(words) > _LONG_NAME:
        yield "long name"
    if actor.name.count("(") != actor.name.count(")"):
        yield "odd brackets"
    if actor.named and _is_odd(words):
        yield "odd name"
    given = f"{actor.name} {actor.role}".lower()
    if any(_is_name(token, actor) and token.lower_ not in given for token in source):
        yield "names left out"


def _is_odd(words: list[str]) -> bool:
    """Whether a name begins with a mark or a figure, ends in small letters, or is one word with a full stop."""
    return not words[0][0].isalpha() or words[-1].islower() or (len(words) == 1 and words[0].endswith("."))


def _is_name(token: Token, actor: Actor) -> bool:
    """Whether it is of a name that the speaker should have: of any where he has none, else of a person."""
    return token.ent_type_ == "PERSON" if actor.named else token.pos_ == "PROPN"


def _of_role(actor: Actor, known: Lexicon) -> Iterator[str]:
    role = (actor.role or "").split()
    if len(role) > _LONG_ROLE:
        yield "long role"
    if role and role[-1].lower() in known.leading_on:
        yield "role cut short"
    # "Minister of Ports and Harbour Maren Oru", "Secretary of the Harbour Maren Oru": where does the name begin?
    if role and actor.name.split()[0] in role:
        yield "name within the role"
    if any("(" in word for word in role[:-1]):
        yield "brackets in the role"


def _of_place(draft: Draft, source: Span) -> Iterator[str]:
    """Where the source stands."""
    if not draft.source:
        yield "no source"
        return
    first, last = min(draft.source), max(draft.source)
    if first > max(draft.cue):
        yield "behind the cue"
    elif last > min(draft.cue):
        yield "around the cue"
    if last - first + 1 > len(draft.source) + _HOLE:
        yield "source with a gap"
    if len(draft.source) > _LONG:
        yield "long source"
    if first > 0 and _may_belong(source.doc[first - 1], draft):
        yield "words before the source"


def _may_belong(before: Token, draft: Draft) -> bool:
    return before.pos_ in _NAMES and before.i not in draft.cue | draft.content


def _of_cue(draft: Draft, known: Lexicon) -> Iterator[str]:
    """How the source hangs on its cue."""
    verb, head = draft.head, draft.speaker
    if head is None or verb.pos_ != "VERB":
        return
    if head.tag_ in ("WP", "WDT"):
        yield "relative"
    elif head.head.i != verb.i:
        yield "not the subject"
    if not known.verbs.get(known.name(verb), frozenset()) & {"say", "tell"}:
        yield "no word of saying"
