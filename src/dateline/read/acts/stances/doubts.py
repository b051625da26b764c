"""What makes it doubtful that a stand is one, whose it is, or what it is about: named facts that the data weighs."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.acts.stances.issue import is_bare
from dateline.read.acts.stances.stand import Stand
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, is_passive
from dateline.records import Stance, StatementKind

_INNER = frozenset({"relcl", "acl", "advcl", "pcomp"})
_LONG = 25
_SHORT = 2
_PLURAL = frozenset({"NNS", "NNPS"})


def doubts(story: Story, stand: Stand) -> frozenset[str]:
    """The names of the doubts about a stand, which `[doubts]` of `lang/<language>/acts.toml` weighs in log odds."""
    return frozenset((*_of_holder(story, stand), *_of_word(story, stand), *_of_issue(story, stand)))


def _of_holder(story: Story, stand: Stand) -> Iterator[str]:
    if isinstance(stand.holder, str):
        yield from _of_speaker(story, stand.head)
        return
    cast, token = story.context.cast, stand.holder
    yield from cast.doubts(story.doc[token.i : token.i + 1])
    entry = cast.entry(token)
    if token.pos_ == "PRON":
        yield "pronoun"
        if story.known.has("grammar.ours", token.lower_) or story.known.has("grammar.myself", token.lower_):
            yield "first person"
    if entry is None:
        yield "several" if token.tag_ in _PLURAL else "described"
    elif entry.person:
        yield "official" if entry.roles else "person without office"
    else:
        yield "state" if entry.place else "body"


def _of_speaker(story: Story, head: Token) -> Iterator[str]:
    """Of a stand in somebody's own words."""
    said = story.said(head)
    if said is None:
        return
    if said.anonymous:
        yield "speaker unnamed"
    elif said.role is None and not story.has_office(said.speaker):
        yield "speaker without office"
    else:
        yield "official"


def _of_word(story: Story, stand: Stand) -> Iterator[str]:
    """Where the word stands that takes the stand."""
    head = stand.head
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    if story.lead(verb) is not None:
        yield "ahead"
    if stand.rule == "demand" and not children(verb, "nsubj", "nsubjpass"):
        yield "of nobody"
    if verb.dep_ in _INNER:
        yield "inner clause"
    if story.is_of_sport:
        yield "sport"
    if stand.stance is Stance.SUPPORTS:
        yield "in favour"
    if is_passive(verb):
        yield "passive"
    for name in ("asking", "judging"):
        if story.form(f"positions.{name}", verb) is not None:
            yield name
    said = story.said(head)
    if said is not None:
        yield "quoted" if said.kind is StatementKind.DIRECT else "reported"


def _of_issue(story: Story, stand: Stand) -> Iterator[str]:
    places = stand.issue
    tokens = [story.doc[place] for place in sorted(places)]
    heads = [token for token in tokens if token.head.i not in places]
    if any(story.can_act(token) for token in heads if token.pos_ != "PRON"):
        yield "about somebody"
    if is_bare(story, stand.head, places):
        yield "only pointed at"
    if len(places) > _LONG:
        yield "long issue"
    if len(places) <= _SHORT:
        yield "short issue"
    if any(token.pos_ == "PRON" and token.dep_ != "poss" for token in tokens):
        yield "pronoun in the issue"
    if tokens and tokens[0].tag_ in {"TO", "VB", "VBG"}:
        yield "act"
    elif any(token.head.i == stand.head.i and token.dep_ == "ccomp" for token in tokens):
        yield "clause"
    if any(token.ent_type_ in {"GPE", "ORG", "NORP", "LAW"} for token in tokens):
        yield "names"
