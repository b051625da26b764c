"""What hangs together, directly or through others."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def connected(things: Sequence[T], ties: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """The things in parts, as their first ones come, each part in order: two with a tie in common are in one."""
    above = list(range(len(things)))

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    first_with: dict[Hashable, int] = {}
    for at, thing in enumerate(things):
        for tie in ties(thing):
            one, other = sorted((top(at), top(first_with.setdefault(tie, at))))
            above[other] = one
    parts: dict[int, list[T]] = {}
    for at, thing in enumerate(things):
        parts.setdefault(top(at), []).append(thing)
    return list(parts.values())
