"""What the rules hand over: an attribution in characters, and before that in tokens."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.records import SourceType, Span, StatementKind

_EDGES = frozenset(",;:—–-.")
ALONE = "statements/alone"
"""The rule of a quotation that stands alone in a paragraph, after the attribution whose speaker goes on in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the story says of a source without a name, and of the occasion; None where it does not say."""

    source_type: SourceType | None
    source_body: Span | None
    withheld_because: Span | None
    said_to: Span | None
    said_in: Span | None
    said_through: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who said what, in characters of the text."""

    source: tuple[Span, ...]
    """Empty where no source stands beside the content."""
    cue: tuple[Span, ...]
    """Empty where a quotation stands alone."""
    content: tuple[Span, ...]
    kind: StatementKind
    speaker: str | None
    """None where the story gives a judgement without saying whose."""
    role: str | None
    anonymous: bool
    truncated: bool
    """Whether the text ends within the content."""
    confidence: float
    """The share of statements with such doubts in which speaker and words are expected to be right."""
    speaker_doubts: frozenset[str]
    words_doubts: frozenset[str]
    rule: str
    """The rule that made it, as "statements/clause"."""
    nested: bool
    """Whether it stands within the content of another, or in quotation marks."""
    within: int | None
    """The place, among all that were found, of the one in whose content it stands and that stands in none."""
    sourceless: bool
    """Whether it is a judgement of which the story does not say whose it is."""
    details: Details


@dataclass(slots=True)
class Draft:
    """An attribution in tokens, while the rules work on it."""

    head: Token
    """The word that decides: the verb, noun or adjective of the cue."""
    rule: str
    cue: set[int]
    source: set[int]
    content: set[int]
    speaker: Token | None = None
    """The head of the source; for a quotation that stands alone the head of its speaker's earlier source."""
    nested: bool = False
    within: "Draft | None" = None
    alone: bool = field(default=False)
    """Whether source and cue stand in an earlier paragraph."""

    @property
    def start(self) -> int:
        """Where its clause begins: the first token of source and cue."""
        return min(self.cue | self.source)

    def tokens(self) -> set[int]:
        """Every token of it."""
        return self.cue | self.source | self.content


def cue_pieces(doc: Doc, tokens: set[int]) -> tuple[Span, ...]:
    """As `pieces`, but a mark alone, the cue of a script or a signature, stays."""
    if len(tokens) == 1:
        return tuple(Span(doc[at].idx, doc[at].idx + len(doc[at])) for at in tokens)
    return pieces(doc, tokens)


def pieces(doc: Doc, tokens: set[int]) -> tuple[Span, ...]:
    """The tokens as runs of characters without commas, dashes and white space at their edges."""
    found: list[Span] = []
    run: list[int] = []
    for at in sorted(tokens):
        if run and at != run[-1] + 1:
            found += _trimmed(doc, run)
            run = []
        run.append(at)
    return tuple(found + _trimmed(doc, run))


def _trimmed(doc: Doc, run: list[int]) -> list[Span]:
    if not any(doc[at].text[0].isalnum() for at in run):
        return []
    while run and (doc[run[0]].is_space or doc[run[0]].text in _EDGES):
        run = run[1:]
    while run and (doc[run[-1]].is_space or doc[run[-1]].text in _EDGES):
        run = run[:-1]
    return [Span(doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]]))]
