"""What the words of a later record say of an earlier one: that it is past, put off, or was elsewhere. English alone."""

from collections.abc import Sequence

from dateline.lang import tables
from dateline.ledger.entries import days_of, names_of
from dateline.records import AgendaItem, Article, Commitment, CommitmentStatus
from dateline.text.words import words

_NEAR_DAY = 4
"""Words behind "before" among which its day stands: "the end of May"."""
_NEAR_PLACE = 6
"""Words behind "instead of" among which the place stands: "in the spa town of Brennick"."""
_FORWARD = frozenset({CommitmentStatus.PLEDGED, CommitmentStatus.PROPOSED, CommitmentStatus.CONDITIONAL})


def looks_back(record: Commitment, before: Sequence[Commitment]) -> bool:
    """Whether it only tells as past what an earlier record told: "had promised 5,000 crowns by Thursday"."""
    said = words(record.action)
    if record.status not in _FORWARD or not said or said[0] not in _listed("grammar", "pluperfect"):
        return False
    amounts, days = {one.amount for one in before}, {days_of(one) for one in before}
    return bool(before) and record.amount in {None, *amounts} and days_of(record) in {None, *days}


def is_put_off(record: Commitment) -> bool:
    """Whether it refuses to act before a day: "will not be paid before 19 May"."""
    if record.status is not CommitmentStatus.REFUSED or record.due is None:
        return False
    exact, said = tables.words("en", "brief", "exact"), words(record.action)
    before = [at for at, word in enumerate(said) if word in _listed("commitments", "not_yet")]
    return any(word in exact or word.isdigit() for at in before for word in said[at + 1 : at + 1 + _NEAR_DAY])


def is_moved_from(place: str, record: AgendaItem, article: Article) -> bool:
    """Whether the sentence of a record says that its place takes that of another one: "instead of in Brennick"."""
    names = names_of(place)
    said = words(record.span.of(article.text))
    cues = [tuple(words(cue)) for cue in _listed("agenda", "in_place_of")]
    if not _listed("agenda", "moved").isdisjoint(said):
        cues += [(word,) for word in _listed("agenda", "from")]
    behind = [
        said[at + len(cue) : at + len(cue) + _NEAR_PLACE]
        for cue in cues
        for at in range(len(said))
        if tuple(said[at : at + len(cue)]) == cue
    ]
    return any(not names.isdisjoint(near) for near in behind)


def _listed(part: str, name: str) -> frozenset[str]:
    return frozenset(tables.table("en", "acts")[part][name])
