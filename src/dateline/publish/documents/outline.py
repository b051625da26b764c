"""An edition without a layout: what every document of it says, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from dateline.publish import environment
from dateline.publish.contents import Contents
from dateline.publish.shelf import Shelf, Shown
from dateline.records import AgendaItem, Article, Brief, Certainty, Commitment, Difference, Edition, Passage, Statement
from dateline.text import attribution
from dateline.text.addresses import web_address

OURS = (
    "Every quoted passage stands in its source as it stands here. Labels, counts and what a program read in the "
    "passages are ours, and can be wrong."
)
_FRAGMENT_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with where it is from; without `pieces` where its rights do not let us show the words."""

    pieces: tuple[tuple[str, str | None], ...]
    """The text, each piece with the name of ours that is shown behind it."""
    outlet: str
    moment: str
    link: str | None
    label: str | None = None
    """Who says it, in words of ours, where the passage is a statement."""
    language: str | None = None
    """ISO 639-1, of the words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A record: what was read, in words of ours, and the sentence that it was read in."""

    head: str
    """The day, and what else is ours: who promised, how sure it is."""
    words: str
    """The sentence; empty where its rights do not let us show it."""
    outlet: str
    link: str | None
    language: str | None = None
    """ISO 639-1, of the words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a section), 2 (a story) or 3 (a part of one)."""

    level: int
    text: str
    link: str | None = None
    quoted: bool = False
    """Whether it is a source's headline; else it is ours."""
    language: str | None = None
    """ISO 639-1, of a source's headline."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of ours."""

    text: str


Block = Heading | Quote | Line | Note


@dataclass(frozen=True, slots=True)
class Item:
    """One story."""

    headline: str | None
    """A source's, or the editor's own, as `own` says."""
    own: bool
    remark: str | None
    link: str | None
    quotes: tuple[Quote, ...]
    differences: tuple[tuple[str, Quote, Quote], ...]
    asked: tuple[Quote, ...]
    said: tuple[Quote, ...]
    promised: tuple[Line, ...]
    coming: tuple[Line, ...]
    also: tuple[Quote, ...]
    """Headlines of the story's other articles."""
    why: str
    carried_by: tuple[str, ...]
    language: str | None
    """ISO 639-1, of the headline where it is a source's."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An edition, section by section."""

    name: str
    day: str
    """Its press time in words."""
    key: str
    """Its press time as `PressTime.key`."""
    link: str | None
    """The edition on the site, where the settings say where that is."""
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    further: tuple[Item, ...]
    lists: tuple[tuple[str, tuple[Line, ...]], ...]
    """The week's agenda, what is due, what is overdue; those with something in them."""
    remark: str | None = None
    span: str = ""
    """What it covers, in words of ours."""
    empty: str = ""
    """What is said where it has no story."""
    is_draft: bool = False
    """Whether it lacks the approval that the profile asks for."""
    missing: tuple[str, ...] = ()
    """What did not get in."""
    withdrawn: tuple[tuple[str, str], ...] = ()
    """What earlier editions told and what was withdrawn since: the day of the edition, and the headline."""

    @property
    def title(self) -> str:
        """The name of the briefing and the day: the subject of a mail, the title of a document."""
        return f"{self.name}, {self.day}"

    @property
    def preheader(self) -> str:
        """The first headlines, for the line that a mail client shows beside the subject."""
        shown = [item.headline for _, items in self.sections for item in items if item.headline]
        return " · ".join(shown[:3]) or "Nothing new came in."


def outline(contents: Contents, shelf: Shelf) -> Outline:
    """The outline of an edition."""
    edition = contents.edition
    maker = _Maker(contents, shelf)
    lists = (("This week", edition.week), ("Due this week", edition.due), ("Overdue, nothing heard", edition.overdue))
    return Outline(
        name=contents.name,
        day=environment.press(edition.press),
        key=edition.press.key,
        link=maker.page("index.html"),
        sections=tuple((section.name, tuple(map(maker.item, section.briefs))) for section in edition.sections),
        further=tuple(map(maker.item, edition.further)),
        remark=edition.remark,
        span=environment.span_of(contents),
        empty=environment.emptiness(contents),
        is_draft=contents.is_draft,
        missing=edition.missing,
        withdrawn=tuple(
            (environment.press(one.press), one.headline or "a story without a headline") for one in edition.withdrawn
        ),
        lists=tuple((heading, lines) for heading, keys in lists if (lines := tuple(maker.lines(keys)))),
    )


def links(contents: Contents, shelf: Shelf) -> dict[str, str]:
    """By record id, where a reader finds its words; records without such a place are left out."""
    maker = _Maker(contents, shelf)
    found = {key: maker.place(shown) for key, shown in shelf.shown.items()}
    return {key: link for key, link in found.items() if link}


def items(edition: Edition) -> Iterator[Brief]:
    """Every brief of an edition, those without passages too."""
    for section in edition.sections:
        yield from section.briefs
    yield from edition.further


def blocks(found: Outline) -> Iterator[Block]:
    """Every block of a document, in order: a document that shows each of them shows the whole edition."""
    yield from _opening(found)
    if not found.sections:
        yield Note(found.empty)
    for name, items_ in found.sections:
        yield Heading(1, name)
        for item in items_:
            yield from _story(item)
    if found.further:
        yield Heading(1, "In brief")
        for item in found.further:
            yield _headline(item)
    for heading, listed in found.lists:
        yield Heading(1, heading)
        yield from listed
    yield Note(OURS)


def _opening(found: Outline) -> Iterator[Note]:
    yield Note(f"{found.span}.")
    if found.is_draft:
        yield Note("A draft. No editor has approved it as it stands.")
    if found.remark:
        yield Note(f"The editor: {found.remark}")
    for day, told in found.withdrawn:
        yield Note(f"Withdrawn by its agency since the edition of {day}, and not to be used any more: {told}")
    for lacking in found.missing:
        yield Note(f"Not in this edition: {lacking}")


def _story(item: Item) -> Iterator[Block]:
    yield _headline(item)
    if item.remark:
        yield Note(f"The editor: {item.remark}")
    yield from item.quotes
    for what, one, other in item.differences:
        yield from (Heading(3, what), one, other)
    parts: tuple[tuple[str, Sequence[Block]], ...] = (
        ("On the same question", item.asked),
        ("Who said what", item.said),
        ("What was promised", item.promised),
        ("What is coming up", item.coming),
        ("Also in this story", item.also),
    )
    for heading, inside in parts:
        if inside:
            yield Heading(3, heading)
            yield from inside
    carried = f" Carried by {', '.join(item.carried_by)}." if len(item.carried_by) > 1 else ""
    yield Note(f"Why here: {item.why}.{carried}")


def _headline(item: Item) -> Heading:
    told = f"{item.headline} (headline by the editor)" if item.own else item.headline or "Without a headline"
    quoted = item.headline is not None and not item.own
    return Heading(2, told, item.link, quoted=quoted, language=item.language if quoted else None)


class _Maker:
    """Makes the parts, with what they look up."""

    def __init__(self, contents: Contents, shelf: Shelf) -> None:
        self._contents, self._shelf = contents, shelf
        self._site = f"{contents.address}/{contents.edition.press.key}" if contents.address else None

    def page(self, name: str) -> str | None:
        return None if self._site is None else f"{self._site}/{name}"

    def item(self, brief: Brief) -> Item:
        asked = [key for keys in brief.questions for key in keys]
        said = [key for key in brief.statements if key not in asked]
        lead = None if brief.headline is None else self._contents.articles[brief.headline.article_id]
        return Item(
            headline=brief.title or (brief.headline.text if brief.headline else None),
            own=brief.title is not None,
            remark=brief.remark,
            link=self.page(f"stories/{brief.story_id}.html") or (web_address(lead.url) if lead else None),
            quotes=tuple(map(self.quote, brief.passages)),
            differences=tuple(
                (self._differs(one), self.quote(one.one), self.quote(one.other)) for one in brief.differences
            ),
            asked=tuple(self._statements(asked)),
            said=tuple(self._statements(said)),
            promised=tuple(self.lines(brief.commitments)),
            coming=tuple(self.lines(brief.agenda)),
            also=tuple(map(self.quote, brief.also)),
            why=brief.why,
            carried_by=brief.carried_by,
            language=lead.language if lead else None,
        )

    def quote(self, passage: Passage, label: str | None = None, anchor: str = "") -> Quote:
        article = self._contents.articles[passage.article_id]
        may = self._shelf.allowance.shows(passage)
        return Quote(
            pieces=tuple(environment.pieces(passage)) if may else (),
            outlet=environment.publication(article),
            moment=environment.moment(article.published),
            link=self._place(article, passage if may else None, anchor),
            label=label if may else environment.UNSHOWN,
            language=article.language,
        )

    def lines(self, keys: Iterable[str]) -> Iterator[Line]:
        for key in keys:
            shown = self._shelf.shown.get(key)
            if shown is not None:
                tells = self._shelf.tells(shown)
                head = _head(shown) if tells else f"{_day(shown)}: {environment.UNSHOWN}"
                words = shown.passage.text if tells else ""
                outlet, link = environment.publication(shown.article), self.place(shown)
                yield Line(head, words, outlet, link, shown.article.language)

    def place(self, shown: Shown) -> str | None:
        return self._place(shown.article, shown.passage if self._shelf.tells(shown) else None, shown.record.id)

    def _differs(self, found: Difference) -> str:
        # What is counted is a word of the first.
        return f"Sources differ: {found.what}" if self._shelf.allowance.shows(found.one) else "Sources differ"

    def _statements(self, keys: Sequence[str]) -> Iterator[Quote]:
        for key in keys:
            shown = self._shelf.shown.get(key)
            if shown is not None and isinstance(shown.record, Statement):
                yield self.quote(shown.passage, attribution.label(shown.record), shown.record.id)

    def _place(self, article: Article, passage: Passage | None, anchor: str) -> str | None:
        """Where a reader finds the words: on our site, else at the outlet, there at the passage itself.

        Without a passage, where it may not be shown, the link says nothing of it and leads to the top.
        """
        if self._site is not None:
            return f"{self._site}/articles/{article.id}.html{_anchored(passage, anchor) if passage else ''}"
        url = web_address(article.url)
        if url is None or passage is None or "#" in url:
            return url
        return f"{url}#:~:text={_fragment(passage.text)}"


def _anchored(passage: Passage, anchor: str) -> str:
    found = anchor or passage.anchor
    return f"#{found}" if found else ""


def _fragment(text: str) -> str:
    """A text directive (WICG Scroll To Text Fragment): the first and the last words of a passage."""
    words = text.split()

    def written(part: list[str]) -> str:
        return quote(" ".join(part), safe="").replace("-", "%2D")

    if len(words) <= 2 * _FRAGMENT_WORDS:
        return written(words)
    return f"{written(words[:_FRAGMENT_WORDS])},{written(words[-_FRAGMENT_WORDS:])}"


def _day(shown: Shown) -> str:
    record, unknown = shown.record, "no day stated"
    if isinstance(record, AgendaItem):
        return environment.when(record.when, record.when_alternatives, unknown)
    if isinstance(record, Commitment):
        return environment.when(record.due, record.due_alternatives, unknown)
    return unknown


def _head(shown: Shown) -> str:
    record = shown.record
    if isinstance(record, Commitment):
        return f"{_day(shown)}: {record.actor} ({record.status})"
    if not isinstance(record, AgendaItem):
        return _day(shown)
    sure = "" if record.certainty == Certainty.SCHEDULED else f" ({record.certainty})"
    who = environment.participants_not_in(record, shown.passage.text)
    return f"{_day(shown)}{sure}{f' [{who}]' if who else ''}"
