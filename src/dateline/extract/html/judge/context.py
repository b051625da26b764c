"""What the blocks around a block say of it, once each has been judged alone."""

from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from operator import mul

from dateline.extract.html.judge.flat import Flat
from dateline.extract.html.judge.scale import Bins, Group
from dateline.extract.html.judge.shape import HEADINGS, Shape

_CHANCES = Bins((0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98), ("0", "10", "30", "50", "70", "90", "98", "all"))
_STEPS = Bins((1.5, 2.5, 4.5, 8.5, 20.5), ("1", "2", "4", "8", "20", "far"))
_FEW = 4
_NO_CHANCE, _LIKELY, _LONG = 0.003, 0.5, 60


def context(page: Flat, seen: Shape, alone: list[float]) -> list[list[Group]]:
    """By block, facts of its own probability and of those around it; none for a block without any chance."""
    around = _Around(page, seen, alone)
    return [around.facts(place) if chance >= _NO_CHANCE else [] for place, chance in enumerate(alone)]


class _Around:
    """Sums over the blocks of a page, and what they tell of each."""

    def __init__(self, page: Flat, seen: Shape, alone: list[float]) -> None:
        self._page, self._alone, self._weights, self._looks = page, alone, seen.weights, seen.looks
        masses = list(map(mul, alone, seen.weights))
        self._masses = [0.0, *accumulate(masses)]
        self._total = self._masses[-1] or 1.0
        self._sizes = [0, *accumulate(seen.weights)]
        self._by_parent: defaultdict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._by_look: defaultdict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for one, look, mass, size in zip(page.blocks, seen.looks, masses, seen.weights, strict=True):
            for held in (self._by_parent[page.parents[one.box]], self._by_look[look]):
                held[0] += mass
                held[1] += size
        sure = [place for place, chance in enumerate(alone) if chance > _LIKELY and seen.weights[place] >= _LONG]
        self._first, self._last = (sure[0], sure[-1]) if sure else (0, len(page.blocks))

    def facts(self, place: int) -> list[Group]:
        """The facts of one block."""
        page, alone, total, chance = self._page, self._alone, self._total, _CHANCES.of
        before, after = self._mean(place - _FEW, place), self._mean(place + 1, place + 1 + _FEW)
        block = page.blocks[place]
        parent, same = self._by_parent[page.parents[block.box]], self._by_look[self._looks[place]]
        kind = (before < after, self._weights[place] < _LONG, page.tags[block.box] in HEADINGS)
        own = chance(alone[place])
        following = alone[place + 1] if place + 1 < len(alone) else 0.0
        return [
            _beside(own, chance(alone[place - 1] if place else 0.0), chance(following)),
            _near(own, chance(before), chance(after), kind),
            _held(
                self._others(parent, place), self._others(same, place), chance(parent[0] / total),
                chance(same[0] / total), chance(self._masses[place] / total),
            ),
            self._edge(place),
        ]  # fmt: skip

    def _edge(self, place: int) -> Group:
        """How far a block lies before or behind all that is likely."""
        if place < self._first:
            return (f"early {_STEPS.of(self._first - place)}",)
        return (f"late {_STEPS.of(place - self._last)}",) if place > self._last else ()

    def _mean(self, start: int, end: int) -> float:
        """The chance of a letter of some blocks."""
        start, end = max(start, 0), min(end, len(self._alone))
        size = self._sizes[end] - self._sizes[start] if end > start else 0
        return (self._masses[end] - self._masses[start]) / size if size else 0.0

    def _others(self, held: list[float], place: int) -> str:
        """The chance of the other blocks that this one is held together with."""
        size = self._weights[place]
        rest = held[1] - size
        return _CHANCES.of((held[0] - self._alone[place] * size) / rest) if rest > 1 else "alone"


@lru_cache(maxsize=2_000)
def _beside(own: str, previous: str, following: str) -> Group:
    return ("then", f"own {own}", f"previous {previous}", f"following {following}")


@lru_cache(maxsize=2_000)
def _near(own: str, before: str, behind: str, kind: tuple[bool, bool, bool]) -> Group:
    """The facts of a few blocks before and behind; `kind`: whether those before are less likely, short, a heading."""
    rising, short, heading = kind
    least, most = (before, behind) if rising else (behind, before)
    has = [
        f"own {own} {'short' if short else 'long'}", f"before {before}", f"behind {behind}", f"least {least}",
        f"most {most}",
    ]  # fmt: skip
    if short:
        has.append(f"short least {least}")
    if heading:
        has += [f"heading behind {behind}", f"heading least {least}"]
    return tuple(has)


@lru_cache(maxsize=2_000)
def _held(brothers: str, alike: str, family: str, look: str, passed: str) -> Group:
    return (f"brothers {brothers}", f"alike {alike}", f"family {family}", f"class {look}", f"passed {passed}")
