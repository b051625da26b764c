"""What one text left out, added and changed of another, so that a reader sees it at a glance."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from dateline.text.words import words

_ALIKE = 0.5
"""The share of their words that two paragraphs must have in common to be one that was changed."""


class Mark(StrEnum):
    """What became of a paragraph, or of a run of words in it."""

    SAME = "same"
    ADDED = "added"
    LEFT_OUT = "left out"
    CHANGED = "changed"
    """Of a paragraph only."""
    MOVED = "moved"
    """Of a paragraph only: word for word the same, in another place."""


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph, and what became of it."""

    mark: Mark
    text: str
    """As the new text has it; of one that was left out, as the old one had it."""
    runs: tuple[tuple[Mark, str], ...] = ()
    """Of a changed one the words of both, in order, a space between two: same, added, left out."""


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """The paragraphs of the new text in order, those that were left out of the old one where they would stand.

    A paragraph that was joined to another one is not left out.
    """
    pairs = _paired(old, new)
    left = sorted(set(range(len(old))) - set(pairs.values()))
    left = [place for place in left if not any(old[place] in one for one in new)]
    found: list[Change] = []
    reached = -1
    for place, paragraph in enumerate(new):
        was = pairs.get(place)
        if was is not None and was > reached:
            found += [Change(Mark.LEFT_OUT, old[one]) for one in left if reached < one < was]
        found.append(_change(None if was is None else old[was], paragraph, moved=was is not None and was < reached))
        reached = max(reached, -1 if was is None else was)
    return (*found, *(Change(Mark.LEFT_OUT, old[one]) for one in left if one > reached))


def _change(old: str | None, new: str, *, moved: bool) -> Change:
    if old is None:
        return Change(Mark.ADDED, new)
    if old == new:
        return Change(Mark.MOVED if moved else Mark.SAME, new)
    return Change(Mark.CHANGED, new, tuple(_runs(old.split(), new.split())))


def _paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """By place in the new text the place in the old one: the same paragraph, else the most alike that is left."""
    found: dict[int, int] = {}
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, paragraph in enumerate(old):
        places[paragraph].append(place)
    for place, paragraph in enumerate(new):
        if places[paragraph]:
            found[place] = places[paragraph].popleft()
    free = set(range(len(old))) - set(found.values())
    known = {one: set(words(old[one])) for one in free}
    for place in sorted(set(range(len(new))) - set(found)):
        mine = set(words(new[place]))
        alike = {one: len(mine & known[one]) / max(len(mine), len(known[one]), 1) for one in sorted(free)}
        best = max(alike, key=lambda one: alike[one], default=None)
        if best is not None and alike[best] >= _ALIKE:
            found[place] = best
            free.remove(best)
    return found


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Mark.SAME, " ".join(new[start:end])
            continue
        if last > first:
            yield Mark.LEFT_OUT, " ".join(old[first:last])
        if end > start:
            yield Mark.ADDED, " ".join(new[start:end])
