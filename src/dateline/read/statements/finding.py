"""From a parsed story to its attributions."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dateline import records
from dateline.read.people import Actor, Cast
from dateline.read.statements import details, frames, nominal, quotations, tree, verbs
from dateline.read.statements.details.words import words
from dateline.read.statements.found import Details, Draft, Found, cue_pieces, pieces
from dateline.read.statements.lexicon import Lexicon, lexicon
from dateline.records import StatementKind

_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X")
_SOURCELESS = ("hearsay", "passive", "semblance")
# What is said of another attribution stands around it, and does not make it an inner one.
_AROUND = ("hearsay", "semblance")
_ENDS = ".!?…”\"')]»’"


def find(doc: Doc, cast: Cast, language: str = "en") -> tuple[Found, ...]:
    """The attributions of a parsed story, in the order of the text.

    Raises `LanguageDataError` where the language has no table of cues.
    """
    known = lexicon(language)
    quoted = quotations.spans(doc)
    marked = frozenset(at for span in quoted for at in range(span.start, span.end))
    rough = _drafts(doc, known)
    frames.fit(doc, rough, quoted)
    _spoken_for(rough, marked)
    drafts = quotations.attach(doc, _nested(rough, marked), quoted)
    _enclose(drafts)
    story = _Story(doc, cast, known, marked, tuple(draft for draft in drafts if not draft.nested), language)
    kept = [draft for draft in drafts if pieces(doc, draft.content)]
    places = {id(draft): place for place, draft in enumerate(kept)}
    return tuple(_found(draft, story, places.get(id(draft.within))) for draft in kept)


@dataclass(frozen=True, slots=True)
class _Story:
    """What is known when the drafts become results."""

    doc: Doc
    cast: Cast
    known: Lexicon
    marked: frozenset[int]
    """The tokens within quotation marks."""
    outer: tuple[Draft, ...]
    language: str


def _drafts(doc: Doc, known: Lexicon) -> list[Draft]:
    found = []
    for token in doc:
        draft = verbs.draft(token, known) or nominal.draft(token, known)
        if draft is not None:
            found.append(draft)
    return found


def _spoken_for(drafts: Sequence[Draft], marked: frozenset[int]) -> None:
    """Where words of a quotation were taken for who speaks outside it, lets the speaker before it go on speaking."""
    for draft in drafts:
        if draft.head.i in marked or draft.speaker is None or draft.speaker.i not in marked:
            continue
        before = [other for other in drafts if other.head.i < draft.head.i and other.head.sent == draft.head.sent]
        spoken = [other for other in before if other.speaker and not {other.head.i, other.speaker.i} & marked]
        if spoken:
            last = max(spoken, key=lambda other: other.head.i)
            draft.source, draft.speaker = last.source - draft.cue, last.speaker


def _nested(drafts: Sequence[Draft], marked: frozenset[int]) -> list[Draft]:
    """Marks what stands within the content of another draft, outermost first, or in quotation marks."""
    covered: set[int] = set()
    for draft in sorted(drafts, key=lambda draft: (_depth(draft), draft.head.i)):
        draft.nested = draft.head.i in marked or draft.head.i in covered
        if not draft.nested and draft.rule not in _AROUND:
            covered |= draft.content
    return list(drafts)


def _enclose(drafts: Sequence[Draft]) -> None:
    """Tells each nested draft in whose content it stands."""
    outer = [draft for draft in drafts if not draft.nested]
    for draft in drafts:
        if draft.nested:
            draft.within = next((other for other in outer if draft.head.i in other.content), None)


def _depth(draft: Draft) -> int:
    inserted = draft.rule == "parenthetical"
    return sum(1 for _ in draft.head.ancestors) - 2 * inserted


def _found(draft: Draft, story: _Story, within: int | None) -> Found:
    actor = _actor(draft, story)
    doc = story.doc
    return Found(
        source=pieces(doc, draft.source),
        cue=cue_pieces(doc, draft.cue),
        content=pieces(doc, draft.content),
        kind=_kind(doc, draft.content, story.marked),
        speaker=actor.name if actor is not None else None,
        role=actor.role if actor is not None else None,
        anonymous=actor is not None and actor.anonymous,
        truncated=_truncated(doc, draft.content),
        confidence=story.known.confidence["inner" if draft.nested else draft.rule],
        rule=f"statements/{draft.rule}",
        nested=draft.nested,
        within=within,
        sourceless=draft.rule in _SOURCELESS and not draft.source,
        details=_details(draft, actor, story),
    )


def _details(draft: Draft, actor: Actor | None, story: _Story) -> Details:
    known = words(story.language)
    unnamed = None
    if actor is not None and actor.anonymous and draft.speaker is not None:
        unnamed = story.cast.meant(_antecedent(draft.speaker))
    return Details(
        source_type=details.source_type(unnamed, known) if unnamed else None,
        source_body=_characters(details.body(unnamed, known) if unnamed else None),
        withheld_because=_characters(details.reason(unnamed, known) if unnamed else None),
        said_to=_characters(details.addressee(draft, known)),
        said_in=_characters(details.place(draft, known)),
        said_through=_characters(details.medium(draft, known)),
    )


def _characters(words_: Span | None) -> records.Span | None:
    return None if words_ is None else records.Span(words_.start_char, words_.end_char)


def _actor(draft: Draft, story: _Story) -> Actor | None:
    """The speaker; within a quotation "I" is who is quoted, and no other pronoun is looked up.

    None where the words name nobody: "nobody", or a pronoun of which it is not sure whom it means.
    """
    if draft.speaker is None:
        return None
    head = _antecedent(draft.speaker)
    if head.pos_ not in _NOMINAL:
        return None
    if head.i in story.marked and head.pos_ == "PRON":
        speaking = next((outer for outer in story.outer if head.i in outer.content), None)
        if head.lower_ not in story.known.self_words or speaking is None or speaking.speaker is None:
            return None
        head, draft = speaking.speaker, speaking
    source = _source(head, draft, story.doc)
    actor = story.cast.resolve(source)
    return None if _names_nobody(source, actor, story.known) else actor


def _names_nobody(source: Span, actor: Actor, known: Lexicon) -> bool:
    if source[0].lower_ in known.nobody:
        return True
    alone = len(source) == 1 and source[0].pos_ in ("PRON", "DET")
    return alone and not actor.named and not actor.anonymous and actor.name.lower() == source[0].lower_


def _antecedent(head: Token) -> Token:
    """What a relative pronoun stands for: in "the aide, who said" it is the aide who said it."""
    if head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl":
        return head.head.head
    return head


def _source(head: Token, draft: Draft, doc: Doc) -> Span:
    tokens = tree.source(head, draft.head)
    return doc[min(tokens) : max(tokens) + 1]


def _kind(doc: Doc, content: set[int], marked: frozenset[int]) -> StatementKind:
    words = [at for at in content if doc[at].text[0].isalnum()]
    within = sum(at in marked for at in words)
    if within == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if within == len(words) else StatementKind.MIXED


def _truncated(doc: Doc, content: set[int]) -> bool:
    last = max(content)
    ends = all(token.is_space for token in doc[last + 1 :])
    return ends and doc[last].text[-1] not in _ENDS
