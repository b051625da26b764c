"""The one entry of the step: every article in one copy set, the original chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.fold import versions
from dateline.fold.index import Index
from dateline.records import Article, Copy, CopySet, Relation
from dateline.text.shingles import shared, shingles
from dateline.text.words import words

Runs = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class FoldRules:
    """When a text is the same text again; shares are of four-word runs."""

    same: float = 0.6
    """The share of the shorter text that must stand in the longer one."""
    shortest: int = 20
    """Runs below which a text is too short to be told from others of its kind."""
    much_shorter: float = 0.8
    """A copy that holds less than this share of the original is a shortened one."""
    mostly: float = 0.85
    """A copy of which less than this share stands in the original has paragraphs of its own."""


def copies(articles: Sequence[Article], rules: FoldRules) -> tuple[CopySet, ...]:
    """The articles in copy sets, each article in exactly one, sorted by the original's id.

    The original is the newest version of an agency's item; where no such item is in the set, the first in time, of a
    page in its newest version.
    Copies are compared with the original and never only with one another, so that partial matches do not chain.
    A kill withdraws every set that holds an article it means, copies included.
    """
    runs = {article.id: shingles(words(article.text)) for article in articles}
    families = {family[0].id: family for family in versions.families(articles)}
    heads = sorted((family[0] for family in families.values()), key=_original_first)
    notices = versions.withdrawn(articles)
    sets = [
        _copy_set(head, [one for member in found for one in families[member.id]], runs, rules)
        for head, found in _gathered(heads, runs, rules)
    ]
    return tuple(sorted((_marked(found, notices) for found in sets), key=lambda found: found.original))


def _original_first(article: Article) -> tuple[object, ...]:
    """Agency items first, the newest leading; then what outlets printed, in order of time, then of fullness."""
    if article.wire_item is not None:
        return (0, versions.newest_first(article))
    published = article.published
    return (1, published is None, published.order() if published else (), -len(article.text), article.id)


def _gathered(heads: Iterable[Article], runs: Runs, rules: FoldRules) -> list[tuple[Article, list[Article]]]:
    """Each original with the members of its set, itself first."""
    index = Index()
    sets: dict[str, tuple[Article, list[Article]]] = {}
    for head in heads:
        mine = runs[head.id]
        original = _original_of(mine, index, runs, rules)
        if original is not None:
            sets[original][1].append(head)
            continue
        sets[head.id] = (head, [head])
        if len(mine) >= rules.shortest:
            index.add(head.id, mine)
    return list(sets.values())


def _original_of(mine: frozenset[int], index: Index, runs: Runs, rules: FoldRules) -> str | None:
    if len(mine) < rules.shortest:
        return None
    likely = [(_sameness(mine, runs[key]), key) for key in index.candidates(mine)]
    best = max(likely, default=(0.0, ""))
    return best[1] if best[0] >= rules.same else None


def _sameness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text that stands in the longer one."""
    shorter, longer = sorted((one, other), key=len)
    return shared(shorter, longer)


def _copy_set(original: Article, members: list[Article], runs: Runs, rules: FoldRules) -> CopySet:
    others = [member for member in members if member.id != original.id]
    found = (_copy(original, other, runs, rules) for other in others)
    return CopySet(
        original=original.id,
        copies=tuple(sorted(found, key=lambda copy: copy.article_id)),
        agency=original.agency or next((other.agency for other in others if other.agency), None),
    )


def _copy(original: Article, copy: Article, runs: Runs, rules: FoldRules) -> Copy:
    mine = shared(runs[copy.id], runs[original.id])
    kept = shared(runs[original.id], runs[copy.id])
    if versions.is_kill(copy):
        relation = Relation.KILL
    elif _is_earlier(copy, original):
        relation = Relation.EARLIER
    elif mine < rules.mostly:
        relation = Relation.EXTENDED
    else:
        relation = Relation.SHORTENED if kept < rules.much_shorter else Relation.COPY
    return Copy(article_id=copy.id, relation=relation, shared=round(mine, 3))


def _is_earlier(copy: Article, original: Article) -> bool:
    of_agency = copy.wire_item is not None and original.wire_item is not None and copy.agency == original.agency
    return of_agency or versions.same_page(copy, original)


def _marked(found: CopySet, notices: Mapping[str, str]) -> CopySet:
    members = (found.original, *(copy.article_id for copy in found.copies))
    notice = next((notices[key] for key in members if key in notices), None)
    if notice is None:
        return found
    return CopySet(original=found.original, copies=found.copies, agency=found.agency, withdrawn_by=notice)
