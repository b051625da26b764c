"""Whether two articles are one text."""

from typing import Protocol

from dateline.fold.compare import Text, share, taken, told
from dateline.fold.rules import FoldRules
from dateline.records import Article, by_time


class Sent(Protocol):
    """What somebody put out."""

    @property
    def wire_item(self) -> str | None:
        """The agency's name of it, if an agency sent it."""

    @property
    def agency(self) -> str | None:
        """Whose text it is."""

    @property
    def outlet(self) -> str | None:
        """Where it stood."""


def likeness(one: Text, other: Text, rules: FoldRules) -> float:
    """How much two articles are one text, 0 to 1: the share of the one that may have been made of the other.

    Of two versions by one sender that is the shorter one, as either may be the later; after some days they are none,
    and what they share is a form, or background. A paper's text was made of an agency's. Of two papers the later one
    was made of the earlier, unless the earlier one stands in it whole: then it was cut from what both had.
    """
    mine, theirs = _made_of(one, other, rules), _made_of(other, one, rules)
    if same_sender(one.article, other.article):
        return max(mine, theirs) if _days_apart(one.article, other.article) <= rules.days else min(mine, theirs)
    if (one.article.wire_item is None) != (other.article.wire_item is None):
        return mine if one.article.wire_item is None else theirs
    later, earlier = (mine, theirs) if by_time(one.article) > by_time(other.article) else (theirs, mine)
    return max(later, earlier if earlier >= rules.mostly and later >= rules.cut else 0.0)


def same_sender(one: Sent, other: Sent) -> bool:
    """Whether two articles are of one agency, or of one outlet."""
    if one.wire_item is not None and other.wire_item is not None:
        return one.agency == other.agency
    return one.outlet is not None and one.outlet == other.outlet


def _days_apart(one: Article, other: Article) -> int:
    """0 where one of them has no day."""
    if one.published is None or other.published is None:
        return 0
    return abs((one.published.day - other.published.day).days)


def _made_of(one: Text, other: Text, rules: FoldRules) -> float:
    """The share of the one that is the other's; 0 where that is hardly more than what people say whom both quote."""
    found = taken(one, other)
    return share(one, found) if told(one, found) >= rules.told else 0.0
