"""Which sentences of the sources tell a story."""

from collections.abc import Iterator, Sequence

from dateline.brief.choose.alone import is_readable
from dateline.brief.choose.quoting import is_doubtful, quoted
from dateline.brief.choose.said import content, told
from dateline.brief.material import BriefRules, Material
from dateline.records import Article, Passage, Span
from dateline.text import sentences
from dateline.text.words import words

# Two passages that share more than this of the shorter one's words tell a reader the same twice.
_SAME = 0.6
_TELLING = 6
"""Words of the shortest earlier sentence that can have told the same."""
_NEAR = 0.2
"""The share of the words of an article's beginning that the leading one must have. On three weeks of the wire this
parts 29 of 48 pairs that are not about one story, and 11 of 58 that are."""
_BEGINNING = 800
_OPENING = 4
"""Sentences of an article among which a passage is looked for, beside its statements."""


def headline(article: Article) -> Passage | None:
    """The whole headline of an article as a passage, or None where it has none."""
    if not article.headline:
        return None
    return Passage(article_id=article.id, field="headline", span=Span(0, len(article.headline)), text=article.headline)


def together(new: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """The articles that can be quoted one after the other, the leading one first, and those that are too far from it.

    Two things that share a country and a week may be one story and still read as nonsense side by side.
    """
    first, *others = new
    known = content(f"{first.headline or ''} {first.text}")
    near: list[Article] = [first]
    far: list[Article] = []
    for article in others:
        begins = content(article.text[:_BEGINNING])
        (near if len(begins & known) >= _NEAR * len(begins) else far).append(article)
    return near, far


def passages(
    new: Sequence[Article], earlier: Sequence[Article], material: Material, rules: BriefRules
) -> tuple[Passage, ...]:
    """Up to `rules.passages` passages of up to `rules.sentences` sentences together: the lead of the leading article,
    then what others and others' words add, in the order in which a reader understands them.

    A sentence that leans on the one before it ("But …", "He …") is passed over, unless all that it leans on is a
    pronoun of which the reading knows whom it means: then the passage has his name. Of two outlets with something to
    say the one that was not heard comes first; what `earlier` articles of the story told is not told again.
    """
    chosen: list[Passage] = []
    known = [sentence for article in earlier for sentence in _telling(article)]
    left = rules.sentences
    quotable = [article for article in new if article.id not in material.unquotable]
    for article, span in _candidates(quotable, material, rules):
        if len(chosen) == rules.passages or left == 0:
            break
        reading = material.readings.get(article.id)
        found = quoted(article, span, reading, rules)
        mine = frozenset(words(found.text))
        if any(_alike(mine, frozenset(words(other.text))) for other in chosen):
            continue
        if chosen and any(_alike(mine, other) for other in known):
            continue
        size = len(sentences.spans(found.text))
        if size <= left and is_readable(found, article, rules) and not is_doubtful(found, article, reading):
            chosen.append(found)
            left -= size
    return tuple(_in_order(chosen))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts, by their words, tell a reader the same."""
    return len(one & other) > _SAME * min(len(one), len(other))


def _telling(article: Article) -> Iterator[frozenset[str]]:
    """The words of each sentence that tells something."""
    for span in sentences.spans(article.text):
        found = frozenset(words(span.of(article.text)))
        if len(found) >= _TELLING:
            yield found


def _candidates(new: Sequence[Article], material: Material, rules: BriefRules) -> Iterator[tuple[Article, Span]]:
    for article in _outlets_in_turn(new):
        leads = sentences.spans(article.text)[:1]
        yield from ((article, span) for span in leads)
    for article in new:
        yield from ((article, statement.span) for statement, _ in told(article, material, rules))
    for article in new:
        yield from ((article, span) for span in sentences.spans(article.text)[1:_OPENING])


def _outlets_in_turn(new: Sequence[Article]) -> list[Article]:
    """The articles in their order, the first of every outlet before the second of any."""
    turns: dict[str | None, int] = {}
    ordered = []
    for place, article in enumerate(new):
        turns[article.outlet] = turns.get(article.outlet, 0) + 1
        ordered.append((turns[article.outlet], place, article))
    return [article for _, _, article in sorted(ordered, key=lambda one: one[:2])]


def _in_order(chosen: Sequence[Passage]) -> list[Passage]:
    """The articles in the order of their first passages, each article's passages in the order of its text."""
    articles = list(dict.fromkeys(one.article_id for one in chosen))
    return sorted(chosen, key=lambda one: (articles.index(one.article_id), one.span))
