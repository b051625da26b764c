"""Charts as SVG, each with its numbers as a table. A reader takes both in with the page; nothing runs and nothing is
fetched for them.

Places along the width are per cent and heights are pixels: a drawing fits a telephone without its words shrinking.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from html import escape
from typing import Literal

import svg

from dateline.publish.environment import day, moment, publication
from dateline.publish.shelf import Shown
from dateline.records import Article, Moment, Position, Stance

_OWN, _COPY = "text of its own", "copy or other version"


def _corners(*numbers: float) -> list[svg.Point]:
    return [svg.Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


_CIRCLE: list[svg.Point] = []
_SHAPES = {
    _OWN: ("mark", _CIRCLE),
    _COPY: ("hollow", _CIRCLE),
    Stance.SUPPORTS: ("mark", _corners(0, -6, 6, 5, -6, 5)),
    Stance.OPPOSES: ("mark", _corners(0, 6, 6, -5, -6, -5)),
    Stance.HESITANT: ("hollow", _CIRCLE),
    Stance.CONDITIONAL: ("hollow", _corners(0, -6.5, 6, 0, 0, 6.5, -6, 0)),
}
"""A class and corners about the middle: what is filled and what is hollow tells them apart without any colour."""
_STORY_KEY = "Filled: a text of its own. Hollow: a copy or another version of one."
_STANCE_KEY = "▲ supports, ▼ opposes, ○ hesitant, ◇ conditional; at the time of the article that says so."
_ONLY_DAY = " On a line: the day is known, the hour is not."
_LABEL, _STEP, _AXIS = 20, 15, 22
"""Pixels: of a row's name, of each mark upon another, of the days below."""
_APART = 3.0
"""Per cent of the width; marks closer than this are put one upon another."""
_MOST_DAYS, _MOST_ROWS, _MOST_LETTERS = 5, 20, 44
_FULL_BAR = 58.0
"""Per cent of the width; the rest is for the figures behind the bar."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and what it shows."""

    title: str
    drawing: str
    """An `svg` element; all words in it are escaped."""
    key: str
    """How its marks are read."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The numbers of the drawing, and those that have no place in it."""


@dataclass(frozen=True, slots=True)
class _Mark:
    row: str
    when: Moment | None
    """In the zone of the briefing, as far as its source lets one know it; there it stands in the drawing."""
    printed: Moment | None
    """As its source prints it."""
    kind: str


def of_story(own: Sequence[Article], copies: Sequence[Article], zone: tzinfo) -> list[Chart]:
    """When the texts of a story came and who carried how many; nothing where a sentence tells as much."""
    marks = [_mark(publication(article), article.published, _OWN, zone) for article in own]
    marks += [_mark(publication(article), article.published, _COPY, zone) for article in copies]
    found = []
    timed = [mark for mark in marks if mark.when and mark.when.clock]
    if len(_days(marks)) > 1 or len(timed) > 2:
        key = _STORY_KEY + _clock(marks, zone)
        found.append(_over_time("times", "The texts over time", marks, ("Outlet", "When", "What"), key))
    if copies or len({mark.row for mark in marks}) > 1:
        found.append(_carried(marks))
    return found


def of_positions(shown: Iterable[Shown], rows: Literal["holder", "issue"], zone: tzinfo) -> list[Chart]:
    """Where holders stood and when, a row for each holder, or for each issue of one; nothing for one on one day."""
    records = [(one.record, one.article.published) for one in shown if isinstance(one.record, Position)]
    marks = [_mark(getattr(record, rows), published, record.stance, zone) for record, published in records]
    is_one = rows == "issue" or len({record.holder for record, _ in records}) < 2
    if not _days(marks) or (is_one and len(_days(marks)) < 2):
        return []
    counted = Counter(mark.row for mark in marks)
    most = {row for row, _ in counted.most_common(_MOST_ROWS)}
    key = _STANCE_KEY + _clock(marks, zone)
    if len(counted) > _MOST_ROWS:
        key += f" The {_MOST_ROWS} with the most positions of {len(counted)}; the list below has all."
    title = "Positions over time"
    columns = (rows.capitalize(), "When", "Stance")
    return [_over_time("positions", title, [mark for mark in marks if mark.row in most], columns, key)]


def _mark(row: str, printed: Moment | None, kind: str, zone: tzinfo) -> _Mark:
    when = printed and Moment(printed.day_in(zone), printed.clock_in(zone))
    return _Mark(row, when, printed, kind)


def _clock(marks: Iterable[_Mark], zone: tzinfo) -> str:
    """By which clock the hours are drawn, where there are any; the table has them as printed."""
    return f" Hours by the clock of {zone}." if any(mark.when and mark.when.clock for mark in marks) else ""


def _days(marks: Iterable[_Mark]) -> list[date]:
    return sorted({mark.when.day for mark in marks if mark.when})


def _over_time(name: str, title: str, marks: Sequence[_Mark], columns: tuple[str, ...], key: str) -> Chart:
    ordered = sorted(marks, key=lambda mark: (mark.when is None, mark.when and _hours(mark.when), mark.row, mark.kind))
    days = _days(ordered)
    rows: defaultdict[str, list[_Mark]] = defaultdict(list)
    for mark in ordered:
        if mark.when:
            rows[mark.row].append(mark)
    parts: list[svg.Element] = []
    top = 0
    hours = len(days) == 1 and any(mark.when and mark.when.clock for mark in ordered)
    for row, inside in rows.items():
        drawn, height = _row(row, inside, days, top)
        parts += drawn
        top += height
    counts = Counter(mark.kind for mark in ordered)
    told = f"{_span(days)}: " + ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())) + "."
    if any(mark.when and not mark.when.clock for mark in ordered):
        key += _ONLY_DAY
    return Chart(
        title=title,
        drawing=_drawing(name, title, told, [*_axis(days, top, hours=hours), *parts], top + _AXIS),
        key=key,
        columns=columns,
        rows=tuple((mark.row, moment(mark.printed), mark.kind) for mark in ordered),
    )


def _row(name: str, marks: Sequence[_Mark], days: Sequence[date], top: int) -> tuple[list[svg.Element], int]:
    """The elements of a row, and its height: marks that would cover each other are put one upon another."""
    placed = [(mark, mark.when, _place(_hours(mark.when), days)) for mark in marks if mark.when]
    taken: list[float] = []
    levels = []
    for _, _, place in placed:
        level = next((at for at, last in enumerate(taken) if place - last >= _APART), len(taken))
        taken[level : level + 1] = [place]
        levels.append(level)
    base = top + _LABEL + _STEP * len(taken) - 4
    parts: list[svg.Element] = [_text(name, 0, top + 15, cut=_MOST_LETTERS)]
    parts.append(svg.Line(class_=["rule"], x1=0, x2=_percent(100), y1=base + 4, y2=base + 4))
    for (mark, when, place), level in zip(placed, levels, strict=True):
        parts += _drawn(mark, when, place, base - _STEP * level - 4, days)
    return parts, _LABEL + _STEP * len(taken) + 6


def _drawn(mark: _Mark, when: Moment, place: float, y: int, days: Sequence[date]) -> Iterator[svg.Element]:
    if when.clock is None:
        start = _whole_days(when.day) * 24.0
        ends = (_percent(_place(start, days)), _percent(_place(start + 24, days)))
        yield svg.Line(class_=["faint"], x1=ends[0], x2=ends[1], y1=y, y2=y)
    style, corners = _SHAPES[mark.kind]
    told = svg.Title(text=escape(f"{mark.row}, {moment(mark.printed)}: {mark.kind}"))
    shape: svg.Element = svg.Circle(class_=[style], cx=0, cy=0, r=5)
    if corners:
        shape = svg.Polygon(class_=[style], points=corners)
    yield svg.SVG(xmlns=None, x=_percent(place), y=y, width=1, height=1, overflow="visible", elements=[told, shape])


def _axis(days: Sequence[date], bottom: int, *, hours: bool) -> Iterator[svg.Element]:
    """Lines and names of the days, and of hours where it is told of one day at what hour."""
    first = _whole_days(days[0])
    count = _whole_days(days[-1]) - first + 1
    step = -(-count // _MOST_DAYS)
    ticks = [(24.0 * (first + on), _short(days[0] + timedelta(on), count)) for on in range(0, count, step)]
    if hours:
        ticks += [(24.0 * first + hour, f"{hour}:00") for hour in (6, 12, 18)]
    for at, name in ticks:
        place = _percent(_place(at, days))
        yield svg.Line(class_=["rule"], x1=place, x2=place, y1=4, y2=bottom + 6)
        yield _text(name, place, bottom + 18, scale=True)


def _carried(marks: Sequence[_Mark]) -> Chart:
    own = Counter(mark.row for mark in marks if mark.kind == _OWN)
    copies = Counter(mark.row for mark in marks if mark.kind == _COPY)
    outlets = sorted({*own, *copies}, key=lambda outlet: (-own[outlet] - copies[outlet], outlet))
    most = max(own[outlet] + copies[outlet] for outlet in outlets)
    parts: list[svg.Element] = []
    for at, outlet in enumerate(outlets):
        parts += _bar(outlet, own[outlet], copies[outlet], most, 42 * at)
    title = "Who carried what"
    told = " ".join(f"{outlet}: {_counted(own[outlet], copies[outlet])}." for outlet in outlets)
    return Chart(
        title=title,
        drawing=_drawing("carried", title, told, parts, 42 * len(outlets)),
        key=_STORY_KEY,
        columns=("Outlet", "Texts of its own", "Copies and other versions"),
        rows=tuple((outlet, str(own[outlet]), str(copies[outlet])) for outlet in outlets),
    )


def _bar(outlet: str, own: int, copies: int, most: int, top: int) -> Iterator[svg.Element]:
    unit = _FULL_BAR / most
    yield _text(outlet, 0, top + 15, cut=_MOST_LETTERS)
    y = top + 21
    if own:
        yield svg.Rect(class_=["mark"], x=0, y=y, width=_percent(unit * own), height=12)
    if copies:
        yield svg.Rect(class_=["hollow"], x=_percent(unit * own), y=y, width=_percent(unit * copies), height=12)
    told = _text(_counted(own, copies), _percent(unit * (own + copies)), y + 10.5, scale=True)
    told.dx = 8
    yield told


def _counted(own: int, copies: int) -> str:
    parts = [f"{own} of its own"] if own else []
    parts += [f"{copies} {'copy' if copies == 1 else 'copies'}"] if copies else []
    return ", ".join(parts)


def _drawing(name: str, title: str, told: str, parts: list[svg.Element], height: int) -> str:
    names: list[svg.Element] = [
        svg.Title(id=f"chart-{name}", text=escape(title)),
        svg.Desc(id=f"chart-{name}-told", text=escape(told)),
    ]
    spoken = {"role": "img", "aria-labelledby": f"chart-{name}", "aria-describedby": f"chart-{name}-told"}
    return svg.SVG(xmlns=None, width=_percent(100), height=height, extra=spoken, elements=[*names, *parts]).as_str()


def _text(words: str, x: svg.Length | int, y: float, *, cut: int = 100, scale: bool = False) -> svg.Text:
    shown = words if len(words) <= cut else f"{words[: cut - 1].rstrip()}…"
    return svg.Text(class_=["scale"] if scale else None, x=x, y=y, text=escape(shown))


def _hours(when: Moment) -> float:
    """Hours since the calendar began; noon of a day of which the hour is not known."""
    clock = when.clock
    return _whole_days(when.day) * 24 + (12 if clock is None else clock.hour + clock.minute / 60)


def _place(hours: float, days: Sequence[date]) -> float:
    first, last = _whole_days(days[0]) * 24, (_whole_days(days[-1]) + 1) * 24
    return 100 * (hours - first) / (last - first)


def _whole_days(value: date) -> int:
    return value.toordinal()


def _percent(value: float) -> svg.Length:
    return svg.Length(round(value, 2), "%")


def _short(value: date, count: int) -> str:
    return f"{value:%a} {value.day} {value:%b}" if count <= 14 else f"{value.day} {value:%b}"


def _span(days: Sequence[date]) -> str:
    return day(days[0]) if len(days) == 1 else f"{day(days[0])} to {day(days[-1])}"
