"""What a reader takes from one article. Every record rests on characters of `Article.text`."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.records.span import Span


class StatementKind(StrEnum):
    """Whether the content stands wholly, partly or not at all in quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceType(StrEnum):
    """What a source without a name is said to be."""

    OFFICIAL = "official"
    DIPLOMAT = "diplomat"
    MILITARY = "military"
    POLICE = "police"
    COURT = "court"
    COMPANY = "company"
    EXPERT = "expert"
    WITNESS = "witness"
    CLOSE = "close"
    """Somebody close to a person or body."""
    PERSON = "person"
    """Anybody, with no more said."""
    DOCUMENT = "document"


class CommitmentStatus(StrEnum):
    """Where a commitment stands."""

    PLEDGED = "pledged"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    REFUSED = "refused"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"


class Certainty(StrEnum):
    """How sure the story is that an event will be."""

    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    CANCELLED = "cancelled"


class Stance(StrEnum):
    """Where the holder of a position stands."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    HESITANT = "hesitant"
    CONDITIONAL = "conditional"


class TimeType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record of a reading says about itself."""

    id: str
    article_id: str
    span: Span
    """The evidence: whole sentences, or for a time the expression itself."""
    confidence: float
    """Between 0 and 1: the share of such records that the reader expects to be right."""
    made_by: str
    """The rule or model that made it, as "statements/say-verb"."""
    reader: str
    """The version of the reader, as "en-1"."""


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """Where an attribution stands; each part may be in pieces, and source or cue may be absent."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def all(self) -> tuple[Span, ...]:
        """Every piece, in the order of the text."""
        return tuple(sorted((*self.source, *self.cue, *self.content)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the story, and where they stand in it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Who said what: an attribution with its source, cue and content."""

    speaker: str | None
    """The fullest name or description that the story gives; None where it names nobody as saying it, or only by a
    pronoun of which it is not sure whom it means."""
    role: str | None
    anonymous: bool
    """Whether the source is described and not named ("diplomats", "a senior official")."""
    kind: StatementKind
    cue: str | None
    """The cue's words; None where the quotation stands alone."""
    content: str
    """The content's pieces joined by " … "."""
    truncated: bool
    """Whether the text breaks off within the content."""
    spans: StatementSpans
    within: str | None = None
    """The id of the statement in whose content it stands ("Oru said the union wanted more"); None where in none."""
    sourceless: bool = False
    """Whether it is a judgement of which the story does not say whose it is ("it is seen as ...")."""
    source_type: SourceType | None = None
    """Of an anonymous source what the story says it is; it rests on the source."""
    source_body: Phrase | None = None
    """Of an anonymous source the body that it belongs to."""
    withheld_because: Phrase | None = None
    """Why the name of an anonymous source is withheld."""
    said_to: Phrase | None = None
    """To whom it was said."""
    said_in: Phrase | None = None
    """Where it was said: a place, or an event such as a rally."""
    said_through: Phrase | None = None
    """Through what it was said: a statement, an interview, the agency or paper that was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much, as GUIDELINES of the gold define it: `value`, or `min` and `max` for a range or a vague figure."""

    unit: str
    """An ISO 4217 code, or a plural noun ("troops", "tonnes")."""
    value: float | None = None
    min: float | None = None
    max: float | None = None
    per: str | None = None
    """day, week, month, year, or None."""
    assumption: str | None = None
    """The word or sign that was taken for what it commonly means: "$" or "dollars" for USD."""

    def in_figures(self) -> str:
        """For a reader, as "1,500 troops", "at most 40 tonnes" or "2 to 3 EUR a month"."""
        if self.value is not None:
            figure = f"{self.value:,.15g}"
        elif self.min is not None and self.max is not None:
            figure = f"{self.min:,.15g} to {self.max:,.15g}"
        elif self.min is not None:
            figure = f"at least {self.min:,.15g}"
        else:
            figure = "an unknown number of" if self.max is None else f"at most {self.max:,.15g}"
        return f"{figure} {self.unit}{f' a {self.per}' if self.per else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """An actor binds itself, offers, refuses or ends a course of action or a transfer."""

    actor: str
    action: str
    beneficiary: str | None
    amount: Amount | None
    due: str | None
    """ISO 8601 at the precision stated; None where no day is stated or the words leave it open."""
    due_alternatives: tuple[str, ...]
    """All readings, where the words leave two or more open; then `due` is None."""
    status: CommitmentStatus
    reported_by: str | None
    """Who says so, where the story does not say it itself."""
    reported_in: str | None
    """The id of the statement that reports it."""
    condition: str | None
    cue: str | None = None
    """The words that decided it: "agreed", "will", "due"; with `made_by` they say why it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """A scheduled or expected event that lies after the story's day."""

    what: str
    when: str | None
    """ISO 8601 at the precision stated, an hour with its offset where the text tells its zone; or an interval
    "2023-07-11/2023-07-12".
    """
    when_alternatives: tuple[str, ...]
    where: str | None
    participants: tuple[str, ...]
    certainty: Certainty
    reported_by: str | None
    reported_in: str | None
    condition: str | None
    cue: str | None = None
    """The words that decided it, as for a commitment."""
    when_words: str | None = None
    """The words that say when, also where they give no day: "two days after the summit"; None where none do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """Where a named or described actor stands on an issue."""

    holder: str
    issue: str
    stance: Stance
    reported_by: str | None
    reported_in: str | None
    condition: str | None
    cue: str | None = None
    """The words that decided it, as for a commitment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Record):
    """A time expression with its TIMEX3 type and value."""

    text: str
    type: TimeType
    value: str | None
    """None where the day of publication, on which the value depends, is unknown."""
    alternatives: tuple[str, ...] = ()
    """The other values that the words leave open; nothing printed depends on one of them."""
    mod: str | None = None
    """The `mod` of TIMEX3, where a word names a part or a hedge ("late March": END)."""
    zone: str | None = None
    """The words for the zone that a time of day is in: "GMT", "local time", "Washington"; None where none says."""
    anchor: Phrase | None = None
    """From what it is counted, where that names no day ("two days after the summit"); then it is no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one article, each list in the order of the text."""

    article_id: str
    reader: str
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    positions: tuple[Position, ...] = ()
    times: tuple[TimeMention, ...] = ()
