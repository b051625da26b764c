"""Which sentences of the sources tell a story."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.brief.material import BriefRules, Material, attributions, sure_statements
from dateline.lang import tables
from dateline.records import Article, Name, Passage, Reading, Span, Statement
from dateline.text import sentences
from dateline.text.passages import passage
from dateline.text.words import words

# Two passages that share more than this of the shorter one's words tell a reader the same twice.
_SAME = 0.6
_FEWEST = 4
"""Words of the shortest sentence that tells anything."""
_OPENING = 80


def headline(article: Article) -> Passage | None:
    """The whole headline of an article as a passage, or None where it has none."""
    if not article.headline:
        return None
    return Passage(article_id=article.id, field="headline", span=Span(0, len(article.headline)), text=article.headline)


def passages(new: Sequence[Article], material: Material, rules: BriefRules) -> tuple[Passage, ...]:
    """Up to `rules.passages` passages: the lead of the leading article, then what others and others' words add.

    A sentence that leans on the one before it ("But …", "He …") is passed over, unless all that it leans on is a
    pronoun of which the reading knows whom it means: then the passage has his name. Of two outlets with something to
    say the one that was not heard comes first.
    """
    chosen: list[Passage] = []
    quotable = [article for article in new if article.id not in material.unquotable]
    for article, span in _candidates(quotable, material, rules):
        if len(chosen) == rules.passages:
            break
        found = quoted(article, span, material.readings.get(article.id), rules)
        if _is_readable(found, article, rules) and not any(alike(found.text, other.text) for other in chosen):
            chosen.append(found)
    return tuple(chosen)


def statements(
    new: Sequence[Article], shown: Sequence[Passage], material: Material, rules: BriefRules
) -> tuple[str, ...]:
    """The ids of up to `rules.statements` statements, one speaker's first before anyone's second.

    What a passage in `shown` has said already is not said again.
    """
    found: list[Statement] = []
    for article in new:
        if article.id in material.unquotable:
            continue
        said = sure_statements(material.readings.get(article.id), rules)
        told = [passage_.span for passage_ in shown if passage_.article_id == article.id]
        found += [one for one in said if not any(span.covers(one.span) for span in told)]
    turns: dict[str | None, int] = {}
    ordered: list[tuple[int, int, str]] = []
    for place, statement in enumerate(found):
        turns[statement.speaker] = turns.get(statement.speaker, 0) + 1
        ordered.append((turns[statement.speaker], place, statement.id))
    return tuple(key for _, _, key in sorted(ordered)[: rules.statements])


def quoted(article: Article, span: Span, reading: Reading | None, rules: BriefRules) -> Passage:
    """The whole sentences around a span, attributions included, with the names of those whom a pronoun names."""
    whole = passage(article.text, span, attributions(reading))
    found = Passage(article_id=article.id, field="text", span=whole, text=whole.of(article.text))
    return replace(found, names=_names(found, article, reading, rules))


def alike(one: str, other: str) -> bool:
    """Whether two texts tell a reader the same."""
    mine, theirs = set(words(one)), set(words(other))
    return len(mine & theirs) > _SAME * min(len(mine), len(theirs))


def _candidates(new: Sequence[Article], material: Material, rules: BriefRules) -> Iterator[tuple[Article, Span]]:
    for article in _outlets_in_turn(new):
        leads = sentences.spans(article.text)[:1]
        yield from ((article, span) for span in leads)
    for article in new:
        said = sure_statements(material.readings.get(article.id), rules)
        yield from ((article, statement.span) for statement in said)
    for article in new:
        yield from ((article, span) for span in sentences.spans(article.text)[1:4])


def _outlets_in_turn(new: Sequence[Article]) -> list[Article]:
    """The articles in their order, the first of every outlet before the second of any."""
    turns: dict[str | None, int] = {}
    ordered = []
    for place, article in enumerate(new):
        turns[article.outlet] = turns.get(article.outlet, 0) + 1
        ordered.append((turns[article.outlet], place, article))
    return [article for _, _, article in sorted(ordered, key=lambda one: one[:2])]


def _names(found: Passage, article: Article, reading: Reading | None, rules: BriefRules) -> tuple[Name, ...]:
    """The names of speakers that the passage itself has only as a pronoun, each once."""
    if article.language is None or reading is None:
        return ()
    pronouns = tables.words(article.language, "brief", "pronouns")
    named: dict[str, Name] = {}
    for statement in sure_statements(reading, rules):
        source = next((span for span in statement.spans.source if found.span.covers(span)), None)
        speaker = statement.speaker
        if source is None or speaker is None or statement.anonymous or speaker in named:
            continue
        before = article.text[found.span.start : source.start]
        if source.of(article.text).lower() in pronouns and speaker.split()[-1] not in before:
            named[speaker] = Name(source.end - found.span.start, speaker)
    return tuple(sorted(named.values(), key=lambda name: name.place))


def _is_readable(found: Passage, article: Article, rules: BriefRules) -> bool:
    opening = words(found.text[:_OPENING])
    if len(found.text) > rules.longest or len(opening) < _FEWEST:
        return False
    if article.language == "en" and opening[0] in tables.words("en", "brief", "leaning"):
        # The name of the first word stands right behind it.
        return any(name.place == len(opening[0]) for name in found.names)
    # A text that was cut off ends in half a sentence.
    return found.text.rstrip("\"'”’»)")[-1:] in {".", "!", "?", "…"}
