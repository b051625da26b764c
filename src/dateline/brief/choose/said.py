"""Which statements are printed with who says them, and under what name."""

from collections.abc import Iterator, Sequence

from dateline.brief.choose.alone import is_readable
from dateline.brief.material import BriefRules, Material, attributions
from dateline.lang import tables
from dateline.records import Article, Name, Passage, Reading, Span, Statement
from dateline.text.passages import passage
from dateline.text.words import words

_LONGEST = 10
"""Words of the longest name or description that is a speaker's and not a sentence that ran into it."""
_BARE = 3
""""The spokesman", "the prime minister": who knows whose?"""


def sure_statements(reading: Reading | None, rules: BriefRules) -> list[Statement]:
    """The statements with a known speaker that are sure enough to count, in the order of the text."""
    if reading is None:
        return []
    return [found for found in reading.statements if found.speaker and found.confidence >= rules.least_known]


def told(article: Article, material: Material, rules: BriefRules) -> list[tuple[Statement, Passage]]:
    """The statements of an article that a brief may pick, each with its passage, in the order of the text: surely said,
    by somebody who can be named or described, in words that stand alone. Of several in one passage the longest.
    """
    longest: dict[Span, tuple[Statement, Passage]] = {}
    for one, found in _tellable(article, material, rules):
        rival = longest.get(found.span)
        if rival is None or len(one.content) > len(rival[0].content):
            longest[found.span] = (one, found)
    return list(longest.values())


def _tellable(article: Article, material: Material, rules: BriefRules) -> Iterator[tuple[Statement, Passage]]:
    reading = material.readings.get(article.id)
    if article.id in material.unquotable or reading is None:
        return
    pieces = attributions(reading)
    for one in sure_statements(reading, rules):
        # Whose a quotation is that stands alone, its passage does not say.
        is_sure = one.confidence >= rules.least_said and bool(one.spans.source)
        if not is_sure or not _is_somebody(one) or said_of_himself(one, article):
            continue
        whole = passage(article.text, one.spans.all()[0], pieces)
        named = tuple(Name(span.end - whole.start, str(one.speaker)) for span in one.spans.source)
        found = Passage(article_id=article.id, field="text", span=whole, text=whole.of(article.text), names=named)
        if is_readable(found, article, rules):
            yield one, found


def statements(
    new: Sequence[Article], shown: Sequence[Passage], material: Material, rules: BriefRules
) -> tuple[str, ...]:
    """The ids of up to `rules.statements` statements, one speaker's first before anyone's second.

    What a passage in `shown` has said already is not said again.
    """
    found: list[Statement] = []
    for article in new:
        seen = [passage_.span for passage_ in shown if passage_.article_id == article.id]
        found += [
            one for one, where in told(article, material, rules) if not any(span.overlaps(where.span) for span in seen)
        ]
    turns: dict[str | None, int] = {}
    ordered: list[tuple[int, int, str]] = []
    for place, statement in enumerate(found):
        turns[statement.speaker] = turns.get(statement.speaker, 0) + 1
        ordered.append((turns[statement.speaker], place, statement.id))
    return tuple(key for _, _, key in sorted(ordered)[: rules.statements])


def said_of_himself(statement: Statement, article: Article) -> bool:
    """Whether "he said" is taken for the words of somebody who is named in them.

    A speaker does not call himself by his name: in "The general reported that Ana Ruz left, she said", she is not Ruz.
    """
    pronouns = tables.words("en", "brief", "pronouns") if article.language == "en" else frozenset()
    is_pronoun = any(span.of(article.text).lower() in pronouns for span in statement.spans.source)
    return is_pronoun and bool(own_words(statement.speaker) & own_words(statement.content))


def is_name(statement: Statement) -> bool:
    """Whether the speaker is a name that can stand behind a pronoun in brackets."""
    return not statement.anonymous and _is_somebody(statement) and bool(own_words(statement.speaker))


def own_words(text: str | None) -> set[str]:
    """The words of a text that begin with a capital and are no function words: names."""
    found = (word.strip(",.;:()\"'“”’") for word in (text or "").split())
    empty = tables.words("en", "stopwords", "stopwords")
    return {word for word in found if word[:1].isupper() and word.casefold() not in empty}


def content(text: str) -> frozenset[str]:
    """The words that carry what is said: no function words, no figures."""
    empty = tables.words("en", "stopwords", "stopwords")
    return frozenset(word for word in words(text) if word not in empty and not word[0].isdigit())


def _is_somebody(statement: Statement) -> bool:
    """Whether a speaker is a person or body that a reader can tell from others; no "we", no "the second factor"."""
    speaker = words(statement.speaker or "")
    if not speaker or len(speaker) > _LONGEST or speaker[0] in tables.words("en", "brief", "nobody"):
        return False
    people = tables.words("en", "titles", "titles") | tables.words("en", "brief", "people")
    bodies, voices = tables.words("en", "brief", "bodies"), tables.words("en", "brief", "voices")
    if own_words(statement.speaker):
        return True
    if len(speaker) <= _BARE and speaker[0] == "the" and bodies.isdisjoint(speaker):
        return False
    return statement.anonymous or not (people | bodies | voices).isdisjoint(speaker)
