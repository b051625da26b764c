"""The ways to write a time (their words are in `lang/<language>/times.toml`), and what each stands for."""

from functools import cache

from dateline.read.times.found import Shape
from dateline.read.times.shapes import anchored, counted, dates, days, lengths
from dateline.read.times.words import words

# Of two that match the same characters the first is taken.
_RESOLVERS = {
    "dates": dates.Resolver,
    "days": days.Resolver,
    "anchored": anchored.Resolver,
    "counted": counted.Resolver,
    "lengths": lengths.Resolver,
}


@cache
def shapes(language: str) -> tuple[Shape, ...]:
    """All shapes of a language. A shape "month-day" is resolved by the method `month_day`."""
    known = words(language)
    return tuple(
        Shape(
            name=name,
            near=frozenset(shape["near"]),
            pattern=known.compiled(shape["words"]),
            resolve=getattr(resolver, name.replace("-", "_")),
            confidence=shape["sure"],
        )
        for group, made in _RESOLVERS.items()
        for resolver in [made(known)]
        for name, shape in known.table["shapes"][group].items()
    )
