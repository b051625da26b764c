"""The card that `dateline read` shows in a terminal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dateline.brief import BriefRules
from dateline.cli.common import plain
from dateline.records import (
    AgendaItem,
    Article,
    Commitment,
    Completeness,
    ParagraphKind,
    Position,
    Reading,
    Skipped,
    Span,
    Statement,
    TimeMention,
)
from dateline.text import attribution
from dateline.text.timex import in_words

_OURS = "dim"
_HEADING = "bold"
_PARTS = (("source", "bold cyan"), ("cue", "bold yellow"), ("content", "green"))
HARDLY = 0.5
"""Below this a record is more likely wrong than right."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """What of a reading the card has: by the rules of an edition, or everything."""

    rules: BriefRules
    everything: bool

    def prints(self, record: Statement | Commitment | AgendaItem | Position) -> bool:
        """Whether an edition would print the record; the card marks one that it would not."""
        if isinstance(record, Statement):
            return record.confidence >= self.rules.least_said
        return self.rules.least.prints(record)

    def shows(self, record: Statement | Commitment | AgendaItem | Position) -> bool:
        """Whether the card has the record at all."""
        return self.everything or record.confidence >= HARDLY


def show(name: str, article: Article, reading: Reading | None, skip: Skipped | None, sureness: Sureness) -> None:
    """Print one article: who published what when, the text with its statements marked, then the lists.

    A record that an edition would not print is marked with a question mark.
    """
    console = Console(highlight=False)
    console.print(Rule(plain(name), style=_OURS, align="left"))
    for line in _head(article):
        console.print(line)
    statements = _outer(reading, sureness) if reading else []
    for paragraph in article.paragraphs:
        words = marked(article.text, paragraph.span, statements)
        if paragraph.kind is ParagraphKind.SUBHEAD:
            words.stylize(_HEADING)
        indent = 4 if paragraph.kind in {ParagraphKind.QUOTE, ParagraphKind.LIST_ITEM} else 0
        console.print()
        console.print(Padding(words, (0, 0, 0, indent)))
    console.print()
    if skip is not None:
        console.print(Text(plain(f"not read: {skip.detail}"), style=_OURS))
    if reading is not None:
        _lists(console, reading, statements, sureness)


def _head(article: Article) -> Iterable[Text]:
    yield Text(plain(article.headline or "headline unknown"), style=_HEADING if article.headline else _OURS)
    if article.standfirst:
        yield Text(plain(article.standfirst))
    by = [article.outlet, article.section, ", ".join(article.authors), article.agency]
    yield Text(" · ".join(plain(part) for part in by if part) or "outlet and authors unknown", style=_OURS)
    yield Text(_times(article), style=_OURS)
    for picture in article.pictures:
        shown = [plain(picture.caption or "no caption"), plain(f"picture: {picture.credit or 'credit unknown'}")]
        yield Text("▣ " + " · ".join(shown), style=_OURS)
    if article.completeness is not Completeness.COMPLETE:
        yield Text(plain(f"{_COMPLETE[article.completeness]} {article.completeness_why or ''}"), style="bold red")
    if article.correction:
        yield Text(plain(f"correction: {article.correction}"), style="bold red")


_COMPLETE = {
    Completeness.CUT: "the text is cut off:",
    Completeness.PAYWALLED: "the rest is behind a paywall:",
    Completeness.UNKNOWN: "whether the text is complete is unknown",
}


def _times(article: Article) -> str:
    published = "day of publication unknown, relative times stay open"
    if article.published is not None:
        published = f"published {article.published.iso()}"
    updated = f", updated {article.updated.iso()}" if article.updated is not None else ""
    return published + updated


def marked(text: str, span: Span, statements: Sequence[Statement]) -> Text:
    """A part of a text with the sources, cues and contents of statements in it marked."""
    words = Text(plain(span.of(text)))
    for statement in statements:
        for part, style in _PARTS:
            for piece in getattr(statement.spans, part):
                if piece.overlaps(span):
                    words.stylize(style, max(piece.start - span.start, 0), piece.end - span.start)
    return words


def _outer(reading: Reading, sureness: Sureness) -> list[Statement]:
    """The statements of the card: without those within another of the same speaker, or of nobody, unless all are."""
    speakers = {one.id: one.speaker for one in reading.statements}
    return [
        one
        for one in reading.statements
        if sureness.everything or one.within is None or one.speaker not in {None, speakers.get(one.within)}
    ]


def _lists(console: Console, reading: Reading, statements: Sequence[Statement], sureness: Sureness) -> None:
    hidden = len(reading.statements) - len(statements)
    kinds = (
        ("Who said what", statements),
        ("What was promised", reading.commitments),
        ("What is coming up", reading.agenda),
        ("Who stands where", reading.positions),
    )
    for title, records in kinds:
        shown = [one for one in records if sureness.shows(one)]
        hidden += len(records) - len(shown)
        _list(console, title, [_line(one, sureness) for one in shown])
    _list(console, "Times", [Text(plain(_time(one))) for one in reading.times])
    if hidden:
        console.print(Text(f"{hidden} more that are unlikely or stand within another: --all", style=_OURS))


def _line(record: Statement | Commitment | AgendaItem | Position, sureness: Sureness) -> Text:
    sure = sureness.prints(record)
    line = Text("" if sure else "? ", style="" if sure else _OURS)
    line.append(plain(_statement(record) if isinstance(record, Statement) else told(record)))
    return line.append(plain(f" [{why(record)}]"), style=_OURS) if sureness.everything else line


def why(record: Statement | Commitment | AgendaItem | Position) -> str:
    """Why a record was made and how sure it is, as "by “promised”, acts/promise; sure to 92 percent"."""
    cue = f"by “{record.cue}”, " if record.cue else ""
    return f"{cue}{record.made_by}; sure to {record.confidence * 100:.0f} percent"


def told(found: Commitment | AgendaItem | Position) -> str:
    """A record as one line."""
    if isinstance(found, Commitment):
        return _commitment(found)
    return _agenda_item(found) if isinstance(found, AgendaItem) else _position(found)


def _list(console: Console, title: str, lines: Sequence[Text]) -> None:
    console.print(Text(title, style=_HEADING))
    for line in lines or [Text("nothing found")]:
        line.overflow = "fold"
        console.print(Padding(line, (0, 0, 0, 2)))
    console.print()


def _statement(found: Statement) -> str:
    cut = " [the text breaks off here]" if found.truncated else ""
    return f"{attribution.in_full(found)} · {found.kind}: {found.content}{cut}"


def _commitment(found: Commitment) -> str:
    amount = "" if found.amount is None else f" · {found.amount.in_figures()}"
    due = " or ".join(map(in_words, [found.due] if found.due else found.due_alternatives))
    parts = [f" · due {due}" if due else "", f" · for {found.beneficiary}" if found.beneficiary else ""]
    return f"{found.actor} · {found.status}: {found.action}{amount}{''.join(parts)}{_rests(found)}"


def _agenda_item(found: AgendaItem) -> str:
    when = " or ".join(map(in_words, [found.when] if found.when else found.when_alternatives))
    when = when or (f"“{found.when_words}”" if found.when_words else "time unknown")
    where = f" · {found.where}" if found.where else ""
    with_whom = f" · with {', '.join(found.participants)}" if found.participants else ""
    return f"{when} · {found.certainty}: {found.what}{where}{with_whom}{_rests(found)}"


def _position(found: Position) -> str:
    return f"{found.holder} · {found.stance}: {found.issue}{_rests(found)}"


def _time(found: TimeMention) -> str:
    others = f" (or {', '.join(found.alternatives)})" if found.alternatives else ""
    return f"{found.text} · {found.type}: {found.value or 'open'}{others}"


def _rests(found: Commitment | AgendaItem | Position) -> str:
    condition = f" · on condition: {found.condition}" if found.condition else ""
    return condition + (f" · according to {found.reported_by}" if found.reported_by else "")
