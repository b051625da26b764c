"""What the blocks around a block say of it, once each has been judged alone."""

from collections import defaultdict
from itertools import accumulate
from math import exp

from dateline.extract.html.judge.evidence import bin_of
from dateline.extract.html.judge.flat import Flat
from dateline.extract.html.judge.shape import HEADINGS, Shape, look

_BINS = ((0.02, "0"), (0.1, "10"), (0.3, "30"), (0.5, "50"), (0.7, "70"), (0.9, "90"), (0.98, "98"))
_STEPS = ((1.5, "1"), (2.5, "2"), (4.5, "4"), (8.5, "8"), (20.5, "20"))
_FEW = 4
_NO_CHANCE, _LIKELY, _LONG = 0.003, 0.5, 60


def probability(score: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))


def context(page: Flat, seen: Shape, alone: list[float]) -> list[list[str]]:
    """By block, facts of its own probability and of those around it; none for a block without any chance."""
    around = _Around(page, seen, alone)
    return [around.facts(place) if chance >= _NO_CHANCE else [] for place, chance in enumerate(alone)]


class _Around:
    """Sums over the blocks of a page, and what they tell of each."""

    def __init__(self, page: Flat, seen: Shape, alone: list[float]) -> None:
        self._page, self._alone, self._weights = page, alone, seen.weights
        self._masses = [0.0, *accumulate(chance * size for chance, size in zip(alone, seen.weights, strict=True))]
        self._sizes = [0, *accumulate(seen.weights)]
        self._looks = [look(page, one) for one in page.blocks]
        self._by_parent: defaultdict[object, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._by_look: defaultdict[object, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for place, one in enumerate(page.blocks):
            for held in (self._by_parent[page.parents[one.box]], self._by_look[self._looks[place]]):
                held[0] += alone[place] * seen.weights[place]
                held[1] += seen.weights[place]
        sure = [place for place, chance in enumerate(alone) if chance > _LIKELY and seen.weights[place] >= _LONG]
        self._first, self._last = (sure[0], sure[-1]) if sure else (0, len(page.blocks))

    def facts(self, place: int) -> list[str]:
        """The facts of one block."""
        page, alone = self._page, self._alone
        total = self._masses[-1] or 1.0
        own = bin_of(alone[place], _BINS, "all")
        before, after = self._mean(place - _FEW, place), self._mean(place + 1, place + 1 + _FEW)
        least = bin_of(min(before, after), _BINS, "all")
        parent, same = self._by_parent[page.parents[page.blocks[place].box]], self._by_look[self._looks[place]]
        short = self._weights[place] < _LONG
        behind = bin_of(after, _BINS, "all")
        has = [
            "then", f"own {own}", f"own {own} {'short' if short else 'long'}",
            f"previous {bin_of(alone[place - 1] if place else 0.0, _BINS, 'all')}",
            f"following {bin_of(alone[place + 1] if place + 1 < len(alone) else 0.0, _BINS, 'all')}",
            f"before {bin_of(before, _BINS, 'all')}", f"behind {behind}", f"least {least}",
            f"most {bin_of(max(before, after), _BINS, 'all')}",
            f"brothers {self._others(parent, place)}", f"alike {self._others(same, place)}",
            f"family {bin_of(parent[0] / total, _BINS, 'all')}", f"class {bin_of(same[0] / total, _BINS, 'all')}",
            f"passed {bin_of(self._masses[place] / total, _BINS, 'all')}",
        ]  # fmt: skip
        if short:
            has.append(f"short least {least}")
        if page.tag(page.blocks[place]) in HEADINGS:
            has += [f"heading behind {behind}", f"heading least {least}"]
        if place < self._first:
            has.append(f"early {bin_of(self._first - place, _STEPS, 'far')}")
        elif place > self._last:
            has.append(f"late {bin_of(place - self._last, _STEPS, 'far')}")
        return has

    def _mean(self, start: int, end: int) -> float:
        """The chance of a letter of some blocks."""
        start, end = max(start, 0), min(end, len(self._alone))
        return (
            (self._masses[end] - self._masses[start]) / (self._sizes[end] - self._sizes[start]) if end > start else 0.0
        )

    def _others(self, held: list[float], place: int) -> str:
        """The chance of the other blocks that this one is held together with."""
        rest = held[1] - self._weights[place]
        return (
            bin_of((held[0] - self._alone[place] * self._weights[place]) / rest, _BINS, "all") if rest > 1 else "alone"
        )
