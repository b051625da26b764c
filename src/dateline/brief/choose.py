"""Which sentences of the sources tell a story."""

from collections.abc import Iterator, Sequence

from dateline.brief.material import BriefRules, Material, attributions, sure_statements
from dateline.lang import tables
from dateline.records import Article, Passage, Span, Statement
from dateline.text import sentences
from dateline.text.passages import passage
from dateline.text.words import words

# Two passages that share more than this of the shorter one's words tell a reader the same twice.
_SAME = 0.6


def headline(article: Article) -> Passage | None:
    """The whole headline of an article as a passage, or None where it has none."""
    if not article.headline:
        return None
    return Passage(article_id=article.id, field="headline", span=Span(0, len(article.headline)), text=article.headline)


def passages(today: Sequence[Article], material: Material, rules: BriefRules) -> tuple[Passage, ...]:
    """Up to `rules.passages` passages: the lead of the leading article, then what others and others' words add.

    A sentence that leans on the one before it ("But …", "He …") is passed over.
    """
    chosen: list[Passage] = []
    for article, span in _candidates(today, material, rules):
        if len(chosen) == rules.passages:
            break
        found = _passage(article, span, material)
        if _is_readable(found, article, rules) and not any(_alike(found, other) for other in chosen):
            chosen.append(found)
    return tuple(chosen)


def statements(today: Sequence[Article], material: Material, rules: BriefRules) -> tuple[str, ...]:
    """The ids of up to `rules.statements` statements, one speaker's first before anyone's second."""
    found: list[Statement] = []
    for article in today:
        found += sure_statements(material.readings.get(article.id), rules)
    turns: dict[str | None, int] = {}
    ordered: list[tuple[int, int, str]] = []
    for place, statement in enumerate(found):
        turns[statement.speaker] = turns.get(statement.speaker, 0) + 1
        ordered.append((turns[statement.speaker], place, statement.id))
    return tuple(key for _, _, key in sorted(ordered)[: rules.statements])


def _candidates(today: Sequence[Article], material: Material, rules: BriefRules) -> Iterator[tuple[Article, Span]]:
    for article in today:
        leads = sentences.spans(article.text)[:1]
        yield from ((article, span) for span in leads)
    for article in today:
        said = sure_statements(material.readings.get(article.id), rules)
        yield from ((article, statement.span) for statement in said)
    for article in today:
        yield from ((article, span) for span in sentences.spans(article.text)[1:4])


def _passage(article: Article, span: Span, material: Material) -> Passage:
    whole = passage(article.text, span, attributions(material.readings.get(article.id)))
    return Passage(article_id=article.id, field="text", span=whole, text=whole.of(article.text))


def _is_readable(found: Passage, article: Article, rules: BriefRules) -> bool:
    opening = words(found.text[:80])
    if len(found.text) > rules.longest or len(opening) < 4:
        return False
    if article.language == "en" and opening[0] in tables.words("en", "brief", "leaning"):
        return False
    # A text that was cut off ends in half a sentence.
    return found.text.rstrip("\"'”’»)")[-1:] in {".", "!", "?", "…"}


def _alike(one: Passage, other: Passage) -> bool:
    mine, theirs = set(words(one.text)), set(words(other.text))
    return len(mine & theirs) > _SAME * min(len(mine), len(theirs))
