"""Draws what archives cost, as SVG: seconds and memory by articles, both by powers of ten."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import svg

_WIDTH, _HEIGHT, _EDGE, _GAP, _WORDS_APART = 340, 260, 56, 40, 12
_LINES = {
    "CPU seconds": {"whole": "#1a1a1a", "fold": "#1f5fa8", "group": "#b3541e", "store": "#4f7a3a"},
    "Peak MB": {"peak": "#1a1a1a"},
}
"""By panel what is drawn in it, and in which colour; its name stands at its end."""


def exponent(before: Mapping[str, float], now: Mapping[str, float], what: str) -> float:
    """By which power of the articles something grows from one size to another; 1 is linear."""
    return math.log(now[what] / before[what]) / math.log(now["articles"] / before["articles"])


def drawn(rows: Sequence[Mapping[str, Any]]) -> str:
    """The drawing of rows of `bench.archive_cost`, one for each size, small ones first."""
    panels = [
        _panel(title, list(lines.items()), rows, number * (_WIDTH + _GAP))
        for number, (title, lines) in enumerate(_LINES.items())
    ]
    width = len(_LINES) * (_WIDTH + _GAP)
    ground = svg.Rect(width=width, height=_HEIGHT, fill="white")
    elements = [ground, *[one for panel in panels for one in panel]]
    return svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, width, _HEIGHT), elements=elements).as_str()


def _panel(
    title: str, lines: Sequence[tuple[str, str]], rows: Sequence[Mapping[str, Any]], left: float
) -> list[svg.Element]:
    across = _Scale([row["articles"] for row in rows], left + _EDGE, left + _WIDTH - _EDGE)
    values = [row[name] for name, _ in lines for row in rows]
    up = _Scale(values, _HEIGHT - _EDGE, _EDGE / 2 + 12)
    found: list[svg.Element] = [_text(left + _EDGE, 16, title, "start")]
    for power in across.powers:
        place = across.of(10.0**power)
        found += [_line(place, place, up.start, up.end), _text(place, up.start + 18, f"{10**power:,}", "middle")]
    for power in up.powers:
        place = up.of(10.0**power)
        found += [
            _line(across.start, across.end, place, place),
            _text(across.start - 6, place + 4, f"{10.0**power:,g}"),
        ]
    lowest = -math.inf
    for name, colour in sorted(lines, key=lambda line: -rows[-1][line[0]]):
        points = [(across.of(row["articles"]), up.of(row[name])) for row in rows]
        corners = [svg.Point(x, y) for x, y in points]
        found.append(svg.Polyline(points=corners, stroke=colour, stroke_width=2, fill="none"))
        found += [svg.Circle(cx=x, cy=y, r=3, fill=colour) for x, y in points]
        growth = f" {exponent(rows[0], rows[-1], name):.2f}" if len(rows) > 1 else ""
        lowest = max(points[-1][1] + 4, lowest + _WORDS_APART)
        found.append(_text(points[-1][0] + 8, lowest, name + growth, "start", colour))
    return found


class _Scale:
    """Places of values between two edges, by their logarithms; the edges are powers of ten."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.powers = range(low, max(high, low + 1) + 1)
        self.start, self.end = start, end

    def of(self, value: float) -> float:
        share = (math.log10(value) - self.powers[0]) / (self.powers[-1] - self.powers[0])
        return round(self.start + share * (self.end - self.start), 1)


def _line(left: float, right: float, low: float, high: float) -> svg.Element:
    return svg.Line(x1=left, x2=right, y1=low, y2=high, stroke="#d8d8d8", stroke_width=1)


def _text(x: float, y: float, said: str, anchor: Any = "end", colour: str = "#1a1a1a") -> svg.Element:
    return svg.Text(x=x, y=y, text=said, text_anchor=anchor, fill=colour, font_size=11, font_family="sans-serif")
