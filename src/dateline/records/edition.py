"""What a reader gets for one day: records and passages, no layout."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.records.moment import PressTime
from dateline.records.reading import Certainty
from dateline.records.span import Span

Field = Literal["text", "headline", "standfirst"]


@dataclass(frozen=True, slots=True)
class Name:
    """Whom a pronoun in a passage means; shown in square brackets, visibly ours."""

    place: int
    """In the text of the passage: after how many of its characters the name is shown."""
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Whole sentences of one article, attribution included; or its whole headline or standfirst."""

    article_id: str
    field: Field
    span: Span
    """In `Article.text`, or in the headline or standfirst that `field` names, then always all of it."""
    text: str
    """The characters of the span, verbatim."""
    names: tuple[Name, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, in one word: "a-2lsdg2ntalbhygtp:120-211"."""
        return f"{self.article_id}:{self.span.start}-{self.span.end}"

    @property
    def anchor(self) -> str | None:
        """The anchor on its article's page at which it begins; None for a headline or standfirst."""
        return f"at-{self.span.start}" if self.field == "text" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two sources that state different figures or days of what seems to be the same; which is right is open."""

    what: str
    """The noun that is counted, as the first passage has it; or "day"."""
    one: Passage
    other: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One story in an edition."""

    story_id: str
    headline: Passage | None
    """None where no article of the story has a headline."""
    passages: tuple[Passage, ...]
    statements: tuple[str, ...]
    """Ids of statements to show, in the order of importance."""
    questions: tuple[tuple[str, ...], ...] = ()
    """Ids of statements of different speakers that seem to be about the same question, side by side."""
    commitments: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    independent_sources: int
    """How many wrote a text of their own: ten papers with one agency's copy are one."""
    also: tuple[Passage, ...] = ()
    """The headlines of new articles of the story that are too far from the leading one to be quoted with it."""
    articles: tuple[str, ...] = ()
    """Ids of every article that anything in it rests on."""
    carried_by: tuple[str, ...]
    """Outlets that carried the story, sorted."""
    why: str
    """Why it stands here, in words of ours."""
    section: str = ""
    """The section in which it stands, or would stand."""
    title: str | None = None
    """A headline of the editor's own, shown as such."""
    remark: str | None = None
    """The editor's own, shown as such."""
    pinned: bool = False
    value: float = 0.0
    """The news value that it is ranked by; larger comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the front page."""

    name: str
    briefs: tuple[Brief, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """An agenda item as a calendar keeps it: the same event over all editions, whatever article tells of it."""

    uid: str
    """Stays when the event moves."""
    sequence: int
    """How often its time, place or certainty has changed."""
    item_id: str
    """The agenda item that tells of it now."""
    article_id: str
    story_id: str
    who: tuple[str, ...]
    what: str
    when: str
    where: str | None
    certainty: Certainty
    withdrawn: bool = False
    """Whether the article that told of it may no longer be used, and no other tells of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What an earlier edition told and what may no longer be used."""

    press: PressTime
    """That edition's."""
    article_id: str
    headline: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition: it covers what is dated up to its press time, and nothing later exists for it."""

    id: str
    press: PressTime
    since: PressTime | None = None
    """The edition before it; what came in since is new. None where it is the first."""
    missing: tuple[str, ...] = ()
    """What is not in it although it was asked for, each in a line: a source that gave nothing, work that was not done
    when the time was over."""
    known: tuple[str, ...] = ()
    """Ids of the articles of its last days, new or not: what the next edition finds here is not new to it."""
    sections: tuple[Section, ...]
    further: tuple[Brief, ...] = ()
    """New stories for which the minutes of reading did not suffice, as headlines; the most valued first."""
    left_out: tuple[tuple[str, str], ...] = ()
    """The ids of new stories that are left out, each with what does it: a query or the languages of the profile, a
    notice to editors, or the editor."""
    remark: str | None = None
    """The editor's own remark on the edition."""
    agenda: tuple[str, ...]
    """Ids of agenda items that lie on the day or after it, by their time; those without a time last."""
    week: tuple[str, ...] = ()
    """Of these, the ids of those that begin within the seven days from the day of the edition."""
    commitments: tuple[str, ...]
    """Ids of commitments of the new articles, and of earlier ones still due; those with a day due first."""
    due: tuple[str, ...] = ()
    """Ids of commitments due within the seven days from the day of the edition."""
    overdue: tuple[str, ...] = ()
    """Ids of commitments whose last day is over, without those that a later article settles."""
    positions: tuple[str, ...]
    stories: tuple[str, ...]
    """Ids of all stories up to the day, also of those that are not on the front page."""
    headings: tuple[tuple[str, str], ...] = ()
    """By id of a story that has a headline, the article whose headline it is: the one it was first published under."""
    calendar: tuple[CalendarEntry, ...] = ()
    """The agenda items whose days are known, by uid, with those that were cancelled or withdrawn since the last."""
    withdrawn: tuple[Withdrawal, ...] = ()
    """What editions of the last days told and what was withdrawn since; each is said once."""

    @property
    def day(self) -> date:
        """The day on which it goes to press."""
        return self.press.day

    def briefs(self) -> list[Brief]:
        """Every brief, those that stand as headlines last."""
        return [*(brief for section in self.sections for brief in section.briefs), *self.further]
