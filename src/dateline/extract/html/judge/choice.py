"""From evidence to the blocks of the article: two judgements of each block, the second with what is around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.extract.furniture import furniture
from dateline.extract.html.judge import evidence
from dateline.extract.html.judge.context import context
from dateline.extract.html.judge.evidence import Told, is_title
from dateline.extract.html.judge.flat import Flat
from dateline.extract.html.judge.scale import Group, Scale, probability
from dateline.extract.html.judge.shape import HEADINGS, Shape, ended
from dateline.lang import tables

BORDER = 0.5
"""From this chance on a block is taken: a paragraph too many costs about as much as one too few."""
_LONG = 60
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Weights:
    """What each fact weighs when a block is judged alone, and when it is judged among the others."""

    alone: Scale
    among: Scale


@cache
def weights() -> Weights:
    """The table that ships. Raises `LanguageDataError` where it is missing."""
    table = tables.table("any", "evidence")
    return Weights(Scale(table["alone"]), Scale(table["among"]))


def chances(facts: Sequence[list[Group]], by: Scale) -> list[float]:
    """By block, the chance (0 to 1) that it is the article's; 0 without facts."""
    return [probability(by.weigh(has)) if has else 0.0 for has in facts]


def judged(page: Flat, seen: Shape, facts: Sequence[list[Group]], by: Weights) -> list[float]:
    """By block, the chance that it is the article's, in view of the blocks around it."""
    then = context(page, seen, chances(facts, by.alone))
    weigh = by.among.weigh
    return [probability(weigh(has) + weigh(more)) if more else 0.0 for has, more in zip(facts, then, strict=True)]


def chosen(page: Flat, seen: Shape, said: Told, judged: Sequence[float], border: float = BORDER) -> list[bool]:
    """Which blocks are the article's text: not its headline, and none that stands elsewhere already."""
    first = seen.start
    parents: dict[str, int] = {}
    found = []
    for place, (one, chance) in enumerate(zip(page.blocks, judged, strict=True)):
        take = chance > border or (place in seen.strong and not evidence.is_judged(seen, place))
        if take and place < first and chance < _SURE and _is_prelude(page, seen, place):
            take = False
        if take and (place < first or page.tag(one) in HEADINGS) and is_title(one.text, said.title):
            take = False
        if take and seen.weights[place] > _LONG:
            # A page may show its text twice, for small and for large screens; a refrain stands beside its like.
            parent = page.parents[one.box]
            take = parents.setdefault(one.text, parent) == parent
        found.append(take)
    return found


def _is_prelude(page: Flat, seen: Shape, place: int) -> bool:
    """Whether a block before the first paragraph looks like the head of a page: a few words, a cell of its layout."""
    one, tag = page.blocks[place], page.tag(page.blocks[place])
    if furniture().named("standfirst", page.attributes[one.box]):
        return False
    return tag in {"td", "center"} or (seen.weights[place] < _LONG and tag not in HEADINGS and not ended(one.text))


def write(weights: Weights, path: Path) -> None:
    """Writes a table of weights, the heaviest first."""
    lines = [
        "# What each fact about a block weighs, in log odds, for its being a part of the article's text. Fitted by",
        "# `python -m bench.fit_extraction --write`; the facts are made in extract/html/judge/.",
    ]
    for name, table in (("alone", weights.alone), ("among", weights.among)):
        lines += ["", f"[{name}]"]
        lines += [f'"{fact}" = {weight:.2f}' for fact, weight in sorted(table.weights.items(), key=lambda one: -one[1])]
    path.write_text("\n".join(lines) + "\n", "utf-8")
