"""Why each line of a page was taken or left."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from dateline.extract.html.judge import choice
from dateline.extract.html.judge.context import context
from dateline.extract.html.judge.evidence import facts
from dateline.extract.html.page import WebPage

_NAMES = 80
# A dateline may have been parted from the beginning of a paragraph, nothing from its end.
_END = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and what was made of it."""

    text: str
    tag: str
    names: str
    """The attributes of its element, as far as one can see."""
    taken_as: str
    """"taken", "standfirst" or "left"."""
    chance: float
    """That it is a part of the article, 0 to 1."""
    reasons: tuple[tuple[str, float], ...]
    """The facts and what each weighs in log odds, the heaviest first; none for menus and lists of links."""


def explained(found: WebPage) -> Iterator[Line]:
    """The lines of a page in its order."""
    page, seen, content = found.rows.page, found.rows.seen, found.content
    weights = choice.weights()
    evidence = facts(page, seen, found.rows.said)
    around = context(page, seen, choice.chances(evidence, weights.alone))
    taken = {id(one) for one in content.text if one.text[-_END:] in found.article.text}
    for place, one in enumerate(page.blocks):
        told = chain.from_iterable((*evidence[place], *around[place]))
        weighed = [(fact, weights.among.weights.get(fact, 0.0)) for fact in told]
        yield Line(
            text=one.text,
            tag=page.tag(one),
            names=page.attributes[one.box][:_NAMES],
            taken_as="standfirst" if one is content.standfirst else "taken" if id(one) in taken else "left",
            chance=content.judged[place],
            reasons=tuple(sorted(weighed, key=lambda reason: -abs(reason[1]))) if around[place] else (),
        )
