"""The one entry of the step: every article in one copy set, the original chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.fold import versions
from dateline.fold.compare import Text
from dateline.fold.families import Pair, families
from dateline.fold.life import life
from dateline.fold.likeness import same_sender
from dateline.fold.original import agency_of, carried, original_of, related
from dateline.fold.reuse import reuse_of, took_from
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
    # What came in together lies together, in the store as in memory, and has its words in common.
    for places in sorted(gathered, key=lambda family: shelf.known[family[0]].number):
        if len(places) == 1:
            made = [CopySet(original=shelf.known[places[0]].id, agency=shelf.known[places[0]].agency)]
        else:
            made, apart = _copy_sets([shelf.text(place) for place in places], rules)
            place_of = {shelf.known[place].id: place for place in places}
            shared += [(place_of[one], place_of[other]) for one, other in apart]
        found |= {one.original: versions.marked(one, withdrawn) for one in made}
    _add_reuses(found, shared, shelf, rules)
    return tuple(found[key] for key in sorted(found))


def _copy_sets(members: Sequence[Text], rules: FoldRules) -> tuple[list[CopySet], list[tuple[str, str]]]:
    """The set of a family, and of what is no copy of its original another one, which may have reused the first.

    Also the ids of those that may have reused, each with that of such an original.
    """
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


def _add_reuses(found: dict[str, CopySet], shared: Iterable[Pair], shelf: Shelf, rules: FoldRules) -> None:
    """Add to the sets of originals what they took from other sets."""
    set_of = {key: made.original for made in found.values() for key in made.members()}
    known = shelf.known
    pairs = [(one, other) if took_from(known[one], known[other]) else (other, one) for one, other in shared]
    for place, other in sorted(pairs, key=lambda pair: known[pair[0]].number):
        mine, source = known[place], known[other]
        made, origin = found.get(mine.id), set_of[source.id]
        if (
            made is None
            or origin == set_of[mine.id]
            or same_sender(mine, source)
            or any(origin == earlier.article_id for earlier in made.reuses)
        ):
            continue
        reuse = reuse_of(origin, shelf.text(place), shelf.text(other), rules)
        if reuse is not None:
            found[mine.id] = replace(made, reuses=(*made.reuses, reuse))
