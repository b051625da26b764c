"""Draws a run of collecting, as SVG: pages fetched and memory by seconds of the processor, one line for each side."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import svg

_WIDTH, _HEIGHT, _EDGE, _GAP = 340, 260, 56, 40
_TICKS = 5
_COLOURS = ("#1f5fa8", "#b3541e", "#4f7a3a")


class Sample(NamedTuple):
    """How far a side was at one moment."""

    seconds: float
    processor: float
    """Seconds of the processor that all its processes took."""
    pages: int
    megabytes: float
    """That all its processes hold."""


_PANELS = {"Pages fetched": "pages", "MB of all processes": "megabytes"}
"""By title what is drawn in it, over seconds of the processor: what else ran on the machine does not bend it."""


def drawn(runs: Mapping[str, Sequence[Sample]]) -> str:
    """The drawing of the samples of each side, by its name."""
    width = len(_PANELS) * (_WIDTH + _GAP)
    elements: list[svg.Element] = [svg.Rect(width=width, height=_HEIGHT, fill="white")]
    for number, (title, what) in enumerate(_PANELS.items()):
        elements += _panel(title, what, runs, number * (_WIDTH + _GAP))
    return svg.SVG(viewBox=svg.ViewBoxSpec(0, 0, width, _HEIGHT), elements=elements).as_str()


def _panel(title: str, what: str, runs: Mapping[str, Sequence[Sample]], left: float) -> list[svg.Element]:
    across = _Scale([one.processor for run in runs.values() for one in run], left + _EDGE, left + _WIDTH)
    up = _Scale([getattr(one, what) for run in runs.values() for one in run], _HEIGHT - _EDGE, _EDGE)
    found: list[svg.Element] = [_text(left + _EDGE, 16, title, "start")]
    for value in across.ticks:
        found += [
            _line(across.of(value), across.of(value), up.start, up.end),
            _text(across.of(value), up.start + 18, f"{value:,g}", "middle"),
        ]
    found.append(_text(across.end, up.start + 36, "seconds of the processor"))
    for value in up.ticks:
        place = up.of(value)
        found += [
            _line(across.start, across.end, place, place),
            _text(across.start - 6, place + 4, f"{value:,g}"),
        ]
    for number, (name, run) in enumerate(runs.items()):
        corners = [svg.Point(across.of(one.processor), up.of(getattr(one, what))) for one in run]
        found.append(svg.Polyline(points=corners, stroke=_COLOURS[number], stroke_width=2, fill="none"))
        found.append(_text(left + _EDGE + number * 110, 34, name, "start", _COLOURS[number]))
    return found


class _Scale:
    """Places of values from zero on between two edges, with a round number at the far one."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._step = _round(max([*values, 1]) / _TICKS)
        self.ticks = [self._step * number for number in range(_TICKS + 1)]
        self.start, self.end = start, end

    def of(self, value: float) -> float:
        return round(self.start + value / self.ticks[-1] * (self.end - self.start), 1)


def _round(least: float) -> float:
    """The smallest number from `least` on that is 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** (len(str(int(least))) - 1)
    return next(power * step for step in (1, 2, 2.5, 5, 10) if power * step >= least)


def _line(left: float, right: float, low: float, high: float) -> svg.Element:
    return svg.Line(x1=left, x2=right, y1=low, y2=high, stroke="#d8d8d8", stroke_width=1)


def _text(x: float, y: float, said: str, anchor: Any = "end", colour: str = "#1a1a1a") -> svg.Element:
    return svg.Text(x=x, y=y, text=said, text_anchor=anchor, fill=colour, font_size=11, font_family="sans-serif")
