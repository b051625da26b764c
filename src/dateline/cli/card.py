"""The card that `dateline read` shows in a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

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


def show(name: str, article: Article, reading: Reading | None, skip: Skipped | None) -> None:
    """Print one article: who published what when, the text with its statements marked, then the lists."""
    console = Console(highlight=False)
    console.print(Rule(plain(name), style=_OURS, align="left"))
    for line in _head(article):
        console.print(line)
    for paragraph in article.paragraphs:
        words = marked(article.text, paragraph.span, reading.statements if reading else ())
        if paragraph.kind is ParagraphKind.SUBHEAD:
            words.stylize(_HEADING)
        indent = 4 if paragraph.kind in {ParagraphKind.QUOTE, ParagraphKind.LIST_ITEM} else 0
        console.print()
        console.print(Padding(words, (0, 0, 0, indent)))
    console.print()
    if skip is not None:
        console.print(Text(plain(f"not read: {skip.detail}"), style=_OURS))
    if reading is not None:
        _lists(console, reading)


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


def _lists(console: Console, reading: Reading) -> None:
    _list(console, "Who said what", map(_statement, reading.statements))
    _list(console, "What was promised", map(_commitment, reading.commitments))
    _list(console, "What is coming up", map(_agenda_item, reading.agenda))
    _list(console, "Who stands where", map(_position, reading.positions))
    _list(console, "Times", map(_time, reading.times))


def told(found: Commitment | AgendaItem | Position) -> str:
    """A record as one line."""
    if isinstance(found, Commitment):
        return _commitment(found)
    return _agenda_item(found) if isinstance(found, AgendaItem) else _position(found)


def _list(console: Console, title: str, lines: Iterable[str]) -> None:
    console.print(Text(title, style=_HEADING))
    listed = list(lines) or ["nothing found"]
    for line in listed:
        console.print(Padding(Text(plain(line), overflow="fold"), (0, 0, 0, 2)))
    console.print()


def _statement(found: Statement) -> str:
    cut = " [the text breaks off here]" if found.truncated else ""
    return f"{attribution.label(found)} · {found.cue or 'no cue'} · {found.kind}: {found.content}{cut}"


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
    reported = f" · according to {found.reported_by}" if found.reported_by else ""
    cue = f"“{found.cue}”, " if found.cue else ""
    return f"{condition}{reported} [{cue}{found.made_by}, {found.confidence:.2f}]"
