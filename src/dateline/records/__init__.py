"""What travels along the path: frozen records with no I/O, importing nothing of ours.

A text is always `Article.text`; a `Span` counts its characters; `text[start:end]` is the evidence, verbatim.
What a source does not say is None, and None is shown as unknown: no field defaults to today or to a guess.
"""

from dateline.records.article import (
    Article,
    Completeness,
    Embed,
    Paragraph,
    ParagraphKind,
    Picture,
    WireState,
    by_time,
    joined,
)
from dateline.records.copies import Copy, CopySet, Relation, Reuse, Stage, Step
from dateline.records.desk import Decision, DecisionKind, Profile, SectionRule, Watch, WatchKind
from dateline.records.edition import Brief, CalendarEntry, Difference, Edition, Name, Passage, Section, Withdrawal
from dateline.records.ids import record_id
from dateline.records.moment import Moment, PressTime
from dateline.records.page import MediaType, Page, Rights, Skipped, SkipReason, Source, skipped, skipped_at
from dateline.records.reading import (
    AgendaItem,
    Amount,
    Certainty,
    Commitment,
    CommitmentStatus,
    Phrase,
    Position,
    Reading,
    Record,
    SourceType,
    Stance,
    Statement,
    StatementKind,
    StatementSpans,
    TimeMention,
    TimeType,
)
from dateline.records.span import Span
from dateline.records.story import CourseDay, Placement, Story, apart_id, story_id

__all__ = [
    "AgendaItem",
    "Amount",
    "Article",
    "Brief",
    "CalendarEntry",
    "Certainty",
    "Commitment",
    "CommitmentStatus",
    "Completeness",
    "Copy",
    "CopySet",
    "CourseDay",
    "Decision",
    "DecisionKind",
    "Difference",
    "Edition",
    "Embed",
    "MediaType",
    "Moment",
    "Name",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "Phrase",
    "Picture",
    "Placement",
    "Position",
    "PressTime",
    "Profile",
    "Reading",
    "Record",
    "Relation",
    "Reuse",
    "Rights",
    "Section",
    "SectionRule",
    "SkipReason",
    "Skipped",
    "Source",
    "SourceType",
    "Span",
    "Stage",
    "Stance",
    "Statement",
    "StatementKind",
    "StatementSpans",
    "Step",
    "Story",
    "TimeMention",
    "TimeType",
    "Watch",
    "WatchKind",
    "WireState",
    "Withdrawal",
    "apart_id",
    "by_time",
    "joined",
    "record_id",
    "skipped",
    "skipped_at",
    "story_id",
]
