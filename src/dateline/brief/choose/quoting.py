"""Passages as they are shown: whole sentences, with the names of those whom a pronoun means."""

from dataclasses import replace

from dateline.brief.choose.alone import names_one
from dateline.brief.choose.said import is_name, said_of_himself, sure_statements
from dateline.brief.material import BriefRules, attributions
from dateline.lang import tables
from dateline.records import Article, Name, Passage, Reading, Span
from dateline.text.passages import passage


def quoted(article: Article, span: Span, reading: Reading | None, rules: BriefRules) -> Passage:
    """The whole sentences around a span, attributions included, with the names of those whom a pronoun names."""
    whole = passage(article.text, span, attributions(reading))
    found = Passage(article_id=article.id, field="text", span=whole, text=whole.of(article.text))
    return replace(found, names=_names(found, article, reading, rules))


def is_doubtful(found: Passage, article: Article, reading: Reading | None) -> bool:
    """Whether the reader may have taken somebody in a passage for another, or nobody knows who "it said" is."""
    said = reading.statements if reading else ()
    inside = [(one, span) for one in said for span in one.spans.source if found.span.covers(span)]
    return any(said_of_himself(one, article) or _is_nobody(span, found, article) for one, span in inside)


def _is_nobody(source: Span, found: Passage, article: Article) -> bool:
    """Whether a source is a pronoun without a name behind it in brackets, or before it in the passage."""
    if source.of(article.text).lower() not in _pronouns(article):
        return False
    place = source.end - found.span.start
    return all(name.place != place for name in found.names) and not names_one(
        found.text[: place - len(source.of(article.text))]
    )


def _names(found: Passage, article: Article, reading: Reading | None, rules: BriefRules) -> tuple[Name, ...]:
    """The names of speakers that the passage itself has only as a pronoun, each once."""
    pronouns = _pronouns(article)
    named: dict[str, Name] = {}
    for statement in sure_statements(reading, rules):
        source = next((span for span in statement.spans.source if found.span.covers(span)), None)
        speaker = statement.speaker
        if source is None or speaker is None or speaker in named or not is_name(statement):
            continue
        before = article.text[found.span.start : source.start]
        if source.of(article.text).lower() in pronouns and speaker.split()[-1] not in before:
            named[speaker] = Name(source.end - found.span.start, speaker)
    return tuple(sorted(named.values(), key=lambda name: name.place))


def _pronouns(article: Article) -> frozenset[str]:
    return tables.words("en", "brief", "pronouns") if article.language == "en" else frozenset()
