"""The life of an agency's story: which of its items is what, in the agency's own words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.lang import tables
from dateline.records import Article, Stage, Step, WireState, by_time

# Where a headline speaks of the item and not of the news: "2nd lead: ...", "... (ADDS quotes)", "URGENT ...".
_BEFORE_COLON = re.compile(r"\s*([^:]{2,20}):\s")
_IN_BRACKETS = re.compile(r"[(/]([^()/]{3,60})[)/]")
# The wire sometimes swallows the space behind it: "URGENTTalks".
_FIRST = re.compile(r"\s*([A-Z]{3,}?)(?=[A-Z][a-z]|\b)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_BY_STATE = {
    WireState.CANCELED: Stage.KILL,
    WireState.WITHHELD: Stage.WITHHELD,
    WireState.CORRECTION: Stage.CORRECTION,
    WireState.UPDATE: Stage.UPDATE,
}
_IN_ORDER = (Stage.CORRECTION, Stage.URGENT, Stage.RECASTS, Stage.ADDS, Stage.LEAD, Stage.UPDATE)
"""What is told first where an item is several."""


def life(articles: Iterable[Article]) -> tuple[Step, ...]:
    """The items that agencies sent among the articles of a family, in order of time, with what each is."""
    sent = sorted(
        (one for one in articles if one.wire_item is not None),
        key=lambda one: (by_time(one)[:2], one.wire_version or 0, one.id),
    )
    return tuple(step_of(one) for one in sent)


def step_of(article: Article) -> Step:
    """What an item says it is, and the words that say so; no stage where it says nothing."""
    sure = _BY_STATE.get(article.wire_state)
    if sure in {Stage.KILL, Stage.WITHHELD}:
        return Step(article_id=article.id, stage=sure, said=article.wire_note)
    said = list(_said(article))
    for stage in _IN_ORDER:
        told = next((words for words in said if _names(words, stage)), None)
        if told is not None or stage is sure:
            return Step(article_id=article.id, stage=stage, said=told)
    return Step(article_id=article.id)


def _said(article: Article) -> Iterator[str]:
    """The words of an item that speak of the item."""
    headline = article.headline or ""
    if article.wire_note:
        yield article.wire_note
    for found in (*_IN_BRACKETS.finditer(headline), _BEFORE_COLON.match(headline), _FIRST.match(headline)):
        if found is not None:
            yield found[1]


def _names(words: str, stage: Stage) -> bool:
    known: list[str] = tables.table("any", "wire")["notices"][stage.value]
    found: Sequence[str] = [word.casefold() for word in _WORD.findall(words)]
    return any(word in known for word in found) or any(" " in one and one in words.casefold() for one in known)
