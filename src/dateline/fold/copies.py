"""The one entry of the step: every article in one copy set, the original chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.fold import versions
from dateline.fold.compare import Text
from dateline.fold.families import Pair, families
from dateline.fold.life import life
from dateline.fold.original import agency_of, carried, original_of, related
from dateline.fold.reuse import is_reuse, reuse_of, took_from
from dateline.fold.rules import FoldRules
from dateline.fold.shelf import Shelf
from dateline.records import Article, CopySet


def copies(articles: Mapping[str, Article], rules: FoldRules) -> tuple[CopySet, ...]:
    """The articles, by their ids, in copy sets, each article in exactly one, sorted by the original's id.

    The mapping may load an article when it is asked for: each is asked for once, and again where it shares a text.
    All that is in a set is a copy of its original, or of a version that the original replaced: partial matches do not
    chain. A kill withdraws every set that holds an article it means, copies included.
    """
    shelf = Shelf(articles, rules)
    found: dict[str, CopySet] = {}
    gathered, shared = families(shelf)
    withdrawn = shelf.notices.withdrawn()
    for places in gathered:
        if len(places) == 1:
            made = [CopySet(original=shelf.known[places[0]].id, agency=shelf.known[places[0]].agency)]
        else:
            made, apart = _copy_sets([shelf.text(place) for place in places], rules)
            shared += apart
        found |= {one.original: versions.marked(one, withdrawn) for one in made}
    _add_reuses(found, shared, shelf, rules)
    return tuple(found[key] for key in sorted(found))


def _copy_sets(members: Sequence[Text], rules: FoldRules) -> tuple[list[CopySet], list[Pair]]:
    """The set of a family, and of what is no copy of its original another one, which may have reused the first."""
    original, apart = original_of(members, rules)
    others = [
        related(original, carried(one, original, members), one, rules)
        for one in members
        if one is not original and one not in apart
    ]
    stay = [one.article for one in members if one not in apart]
    sent = life(stay)
    made = CopySet(
        original=original.article.id,
        copies=tuple(sorted(others, key=lambda copy: copy.article_id)),
        agency=agency_of(original.article, stay),
        life=sent if len(sent) > 1 else (),
    )
    if not apart:
        return [made], []
    rest, shared = _copy_sets(apart, rules)
    mine = [(one.article.id, original.article.id) for one in apart]
    return [made, *rest], [*mine, *shared]


def _add_reuses(found: dict[str, CopySet], shared: Sequence[Pair], shelf: Shelf, rules: FoldRules) -> None:
    """Add to the sets of originals what they took from other sets."""
    set_of = {key: made.original for made in found.values() for key in made.members()}
    for pair in shared:
        if not any(key in found for key in pair) or set_of[pair[0]] == set_of[pair[1]]:
            continue
        one, other = map(shelf.text_of, pair)
        mine, source = took_from(one, other)
        made, origin = found.get(mine.article.id), set_of[source.article.id]
        if (
            made is None
            or any(origin == known.article_id for known in made.reuses)
            or not is_reuse(mine, source, rules)
        ):
            continue
        found[made.original] = replace(made, reuses=(*made.reuses, reuse_of(origin, mine, source)))
