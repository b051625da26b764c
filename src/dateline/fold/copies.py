"""The one entry of the step: every article in one copy set, the original chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.fold import versions
from dateline.fold.compare import Text
from dateline.fold.families import Pair, closer, equal, families
from dateline.fold.life import life
from dateline.fold.likeness import same_sender
from dateline.fold.original import agency_of, carried, original_of, related
from dateline.fold.reuse import reuse_of, took_from
from dateline.fold.rules import FoldRules
from dateline.fold.shelf import Known, Shelf
from dateline.records import Article, CopySet

_SETS = 8
"""Copy sets that are made of a family before what is left of it is parted."""


def copies(articles: Mapping[str, Article], rules: FoldRules) -> tuple[CopySet, ...]:
    """The articles, by their ids, in copy sets, each article in exactly one, sorted by the original's id.

    The mapping may load an article when it is asked for: each is asked for once, and again where it shares a text.
    All that is in a set is a copy of its original, or of a version that the original replaced: partial matches do not
    chain. A kill withdraws every set that holds an article it means, copies included.
    """
    shelf = Shelf(articles, rules)
    found: dict[str, CopySet] = {}
    known = families(shelf)
    shared = known.less
    withdrawn = shelf.notices.withdrawn()
    # What came in together lies together, in the store as in memory, and has its words in common.
    for places in sorted(known.gathered, key=lambda family: shelf.known[family[0]].number):
        if len(places) == 1:
            made = [_alone(shelf.known[places[0]])]
        else:
            made, apart = _sets_of(places, shelf, rules)
            shared += apart
        found |= {one.original: versions.marked(one, withdrawn) for one in made}
    _add_reuses(found, shared, shelf, rules)
    return tuple(found[key] for key in sorted(found))


def _alone(article: Known) -> CopySet:
    return CopySet(original=article.id, agency=article.agency)


def _sets_of(places: Sequence[int], shelf: Shelf, rules: FoldRules) -> tuple[list[CopySet], list[Pair]]:
    """The sets of a family, and the pairs of its places of which one may have reused the other.

    A family of which there is much left after some sets hangs together by a background that many papers print. What
    is left is parted then by what only few of it share, and in the end by its very words, so that a family of
    thousands costs no more than its texts do.
    """
    made, shared, left = _copy_sets([shelf.text(place) for place in places], rules)
    for parted in (closer, equal) if left else ():
        found = [_copy_sets(texts, rules) for texts in parted(left)]
        made += [one for sets, _, _ in found for one in sets]
        shared += [pair for _, pairs, _ in found for pair in pairs]
        left = [text for _, _, texts in found for text in texts]
    place_of = {shelf.known[place].id: place for place in places}
    made += [_alone(shelf.known[place_of[one.article.id]]) for one in left]
    return made, [(place_of[one], place_of[original]) for one, original in shared]


def _copy_sets(members: Sequence[Text], rules: FoldRules) -> tuple[list[CopySet], list[tuple[str, str]], list[Text]]:
    """The set of a family, of what is no copy of its original another one, and so on.

    Also the ids of those that may have reused, each with that of such an original; and those that are left.
    """
    members = list(members)
    made: list[CopySet] = []
    shared: list[tuple[str, str]] = []
    while members and len(made) < _SETS:
        original, apart = original_of(members, rules)
        gone = set(apart)
        made.append(_copy_set(original, [one for one in members if one not in gone], members, rules))
        shared += [(one.article.id, original.article.id) for one in apart]
        members = apart
    return made, shared, members


def _copy_set(original: Text, stay: Sequence[Text], members: Sequence[Text], rules: FoldRules) -> CopySet:
    others = [related(original, carried(one, original, members), one, rules) for one in stay if one is not original]
    articles = [one.article for one in stay]
    sent = life(articles)
    return CopySet(
        original=original.article.id,
        copies=tuple(sorted(others, key=lambda copy: copy.article_id)),
        agency=agency_of(original.article, articles),
        life=sent if len(sent) > 1 else (),
    )


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
