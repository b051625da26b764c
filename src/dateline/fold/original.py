"""Which article of a family is the original, and what the others are to it."""

from collections.abc import Sequence

from dateline.fold import versions
from dateline.fold.compare import Text, share, shared_words, taken
from dateline.fold.likeness import likeness, same_sender
from dateline.fold.rules import FoldRules
from dateline.lang import tables
from dateline.records import Article, Copy, Relation, by_time
from dateline.text.words import words

_FIRST = 3
"""How many of a family, in order of time, may be its original."""


def original_of(members: Sequence[Text], rules: FoldRules) -> tuple[Text, list[Text]]:
    """The original of a family, and those of it that are no copy of it nor of another version of it.

    It is the newest that an agency sent. Where none did, it is the one that most others are copies of, among the first
    few and the fullest; of equals the first that was not cut. Of the versions of its page, and of what its outlet
    printed again with other figures or days, it is the newest.
    """
    if any(one.article.wire_item is not None for one in members):
        newest = _newest(members)
        return newest, _apart(members, [newest, *_versions(members, newest, rules)], rules)
    ordered = sorted(members, key=lambda one: by_time(one.article))
    fullest = max(ordered, key=lambda one: len(one.article.text))
    best: tuple[tuple[int, bool], Text, list[Text]] | None = None
    for centre in (*ordered[:_FIRST], fullest):
        apart = _apart(members, [centre], rules)
        gone = set(apart)
        found = (len(apart), _is_cut(centre, [one for one in members if one not in gone], rules))
        if best is None or found < best[0]:
            best = found, centre, apart
        if found == (0, False):
            break
    assert best is not None
    _, centre, apart = best
    gone = set(apart)
    same = [one for one in ordered if one not in gone and _is_version(one, centre, rules)]
    return max(same, key=lambda one: _last_changed(one.article)), apart


def carried(copy: Text, original: Text, members: Sequence[Text]) -> Text:
    """What an article carries: of what agencies sent the version with the most of its words, else the original."""
    if copy.article.wire_item is not None or original.article.wire_item is None:
        return original
    sent = [one for one in members if one.article.wire_item is not None and not versions.is_kill(one.article)]
    return max(sent, key=lambda one: (shared_words(copy, one), one is original))


def related(original: Text, carried: Text, copy: Text, rules: FoldRules) -> Copy:
    """What an article of a family is to the original; how much they share is said of the version that it carries."""
    mine, kept = share(copy, taken(copy, carried)), share(carried, taken(carried, copy))
    if versions.is_kill(copy.article):
        relation = Relation.KILL
    elif _replaced(copy.article, original.article) or _updates(original, copy, rules):
        relation = Relation.EARLIER
    elif mine < rules.mostly:
        relation = Relation.EXTENDED
    else:
        relation = Relation.SHORTENED if kept < rules.much_shorter else Relation.COPY
    return Copy(
        article_id=copy.article.id,
        relation=relation,
        shared=round(mine, 3),
        kept=round(kept, 3),
        of=carried.article.id,
    )


def agency_of(original: Article, members: Sequence[Article]) -> str | None:
    """The agency whose text it is: as the original says, else as any that carried it."""
    return original.agency or next((one.agency for one in members if one.agency), None)


def _newest(members: Sequence[Text]) -> Text:
    """The newest item that an agency sent, in its newest version; a kill notice only where there is nothing else."""
    sent = [one for one in members if one.article.wire_item is not None]
    usable = [one for one in sent if not versions.is_kill(one.article)] or sent
    newest = min(usable, key=lambda one: versions.newest_first(one.article))
    item = [one for one in usable if one.article.wire_item == newest.article.wire_item]
    return max(item, key=lambda one: (one.article.wire_version or 0, one is newest))


def _versions(members: Sequence[Text], newest: Text, rules: FoldRules) -> list[Text]:
    """What agencies sent that the newest replaces, by their own word or by its words."""
    sent = [one for one in members if one is not newest and one.article.wire_item is not None]
    items = {newest.article.wire_item} | {
        one.article.wire_item for one in sent if likeness(one, newest, rules) >= rules.same
    }
    return [one for one in sent if one.article.wire_item in items]


def _apart(members: Sequence[Text], centres: Sequence[Text], rules: FoldRules) -> list[Text]:
    return [one for one in members if one not in centres and not any(_is_of(one, centre, rules) for centre in centres)]


def _is_of(one: Text, centre: Text, rules: FoldRules) -> bool:
    if likeness(one, centre, rules) >= rules.same:
        return True
    is_page = _same_page(one.article, centre.article)
    return is_page and max(share(one, taken(one, centre)), share(centre, taken(centre, one))) >= rules.page


def _is_cut(one: Text, members: Sequence[Text], rules: FoldRules) -> bool:
    return one.words < rules.whole * max(other.words for other in members)


def _replaced(one: Article, by: Article) -> bool:
    if one.wire_item is not None and by.wire_item is not None:
        return one.agency == by.agency or one.wire_item == by.wire_item
    return _same_page(one, by)


def _is_version(one: Text, centre: Text, rules: FoldRules) -> bool:
    return _same_page(one.article, centre.article) or _updates(one, centre, rules)


def _updates(one: Text, other: Text, rules: FoldRules) -> bool:
    """Whether an outlet printed a text again later, at another address, whole and with other figures or days."""
    if one.article.wire_item is not None or not same_sender(one.article, other.article):
        return False
    is_later = by_time(one.article) > by_time(other.article)
    return is_later and not _is_cut(one, [other], rules) and not _exact(one.article) <= _exact(other.article)


def _exact(article: Article) -> frozenset[str]:
    """The figures of a text, and its words for numbers and days, English alone."""
    named = tables.words("en", "brief", "exact") if article.language == "en" else frozenset()
    return frozenset(word for word in words(article.text) if word in named or word[:1].isdigit())


def _same_page(one: Article, other: Article) -> bool:
    page = versions.page_of(one)
    return one.id == other.id or (page is not None and page == versions.page_of(other))


def _last_changed(article: Article) -> tuple[object, ...]:
    changed = article.updated or article.published
    return (changed is not None, changed.order() if changed else (), article.id)
