"""What differs between sources, and who speaks about the same question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.brief.choose.alone import is_readable
from dateline.brief.choose.quoting import quoted
from dateline.brief.choose.said import content, told
from dateline.brief.material import BriefRules, Material
from dateline.lang import numbers, tables
from dateline.records import AgendaItem, Article, Difference, Reading, Span, Statement
from dateline.text import sentences
from dateline.text.timex import day_range
from dateline.text.words import words

_MOST = 2
"""Differences, and questions, that a brief shows."""
_SENTENCES = 12
"""The first sentences of an article, in which the figures of the day stand."""
_AGREED = 3
"""Words beside the figure that two sentences must share before they count as being about the same thing."""
_ASKED = 4
"""Words that two statements must share before they count as being about the same question."""
_SHARE = 0.4
"""The share of the shorter one's words that they must share besides."""
_EVENT = 0.7
"""The share of the shorter one's words from which two agenda items tell of one event."""
_CROWD = 3
"""Speakers of one question that a brief shows."""
_COUNTED = re.compile(rf"(?<![\w.,-])(?P<number>{numbers.pattern()}) (?:[a-z]+ )??(?P<noun>[a-z]{{3,}}s|people)\b")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with what it counts, in a sentence."""

    value: float
    noun: str
    about: frozenset[str]
    article: Article
    place: int
    """Which of the article's sentences."""
    negated: bool


def differences(articles: Sequence[Article], material: Material, rules: BriefRules) -> tuple[Difference, ...]:
    """Up to two pairs of sentences of different outlets that count the same thing, or date the same event, differently.

    Only where the same noun follows the number, or the same words name the event, and three more words agree: a pair
    that is missed is read in its articles, a pair that is wrong misleads.
    """
    quotable = [article for article in articles if article.id not in material.unquotable]
    found = {one.what: one for one in (*_of_figures(quotable, material, rules), *_of_days(quotable, material, rules))}
    return tuple(found.values())[:_MOST]


def _of_figures(quotable: Sequence[Article], material: Material, rules: BriefRules) -> Iterator[Difference]:
    seen: set[str] = set()
    figures = [figure for article in quotable for figure in _figures(article)]
    for place, one in enumerate(figures):
        for other in figures[place + 1 :]:
            if one.noun not in seen and _is_other_count(one, other):
                spans = [sentences.spans(figure.article.text)[figure.place] for figure in (one, other)]
                pair = _pair(one.noun, (one.article, spans[0]), (other.article, spans[1]), material, rules)
                if pair is not None:
                    seen.add(one.noun)
                    yield pair


def _of_days(quotable: Sequence[Article], material: Material, rules: BriefRules) -> Iterator[Difference]:
    """The first pair of agenda items that tell of one event in the same words and of days that have none in common."""
    items = [(article, item) for article in quotable for item in _dated(material.readings.get(article.id), rules)]
    for place, (article, item) in enumerate(items):
        for other, same in items[place + 1 :]:
            if _outlet(article) != _outlet(other) and _is_other_day(item, same):
                pair = _pair("day", (article, item.span), (other, same.span), material, rules)
                if pair is not None:
                    yield pair
                    return


def _dated(reading: Reading | None, rules: BriefRules) -> list[AgendaItem]:
    items = reading.agenda if reading else ()
    return [one for one in items if rules.least.prints(one) and day_range(one.when) is not None]


def _is_other_day(one: AgendaItem, other: AgendaItem) -> bool:
    first, second = day_range(one.when), day_range(other.when)
    mine, theirs = (content(" ".join((item.what, *item.participants))) for item in (one, other))
    alike = len(mine & theirs) >= max(_AGREED, _EVENT * min(len(mine), len(theirs)))
    return alike and first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _pair(
    what: str, one: tuple[Article, Span], other: tuple[Article, Span], material: Material, rules: BriefRules
) -> Difference | None:
    """Two places side by side, or None where one of them cannot stand alone."""
    first, second = (quoted(article, span, material.readings.get(article.id), rules) for article, span in (one, other))
    if is_readable(first, one[0], rules) and is_readable(second, other[0], rules):
        return Difference(what=what, one=first, other=second)
    return None


def questions(articles: Sequence[Article], material: Material, rules: BriefRules) -> tuple[tuple[str, ...], ...]:
    """Up to two groups of statements of different named speakers about what seems to be the same question."""
    said = [one for article in articles for one, _ in told(article, material, rules)]
    named = [one for one in said if not one.anonymous]
    about = {one.id: content(one.content) for one in named}
    groups: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for one in named:
        group = [] if one.id in taken else [one, *_answers(one, named, about, taken)]
        if len(group) > 1:
            groups.append(tuple(answer.id for answer in group))
            taken |= {answer.id for answer in group}
    return tuple(groups[:_MOST])


def _answers(
    one: Statement, named: Sequence[Statement], about: Mapping[str, frozenset[str]], taken: set[str]
) -> Iterator[Statement]:
    speakers = {one.speaker}
    for other in named:
        shared = len(about[one.id] & about[other.id])
        enough = shared >= max(_ASKED, _SHARE * min(len(about[one.id]), len(about[other.id])))
        if other.id not in taken and other.speaker not in speakers and enough and len(speakers) < _CROWD:
            speakers.add(other.speaker)
            yield other


def _figures(article: Article) -> Iterator[_Figure]:
    if article.language != "en":
        return
    for place, span in enumerate(sentences.spans(article.text)[:_SENTENCES]):
        sentence = span.of(article.text)
        about = content(sentence)
        negated = not tables.words("en", "brief", "negations").isdisjoint(words(sentence))
        for found in _COUNTED.finditer(sentence):
            value = numbers.value(found["number"])
            is_part = sentence[: found.start()].rstrip().endswith((" of", " of the"))
            if value is not None and not is_part and found["noun"] not in tables.words("en", "brief", "uncounted"):
                yield _Figure(value, found["noun"], about - {found["noun"]}, article, place, negated)


def _is_other_count(one: _Figure, other: _Figure) -> bool:
    if one.noun != other.noun or one.value == other.value or one.negated != other.negated:
        return False
    return _outlet(one.article) != _outlet(other.article) and len(one.about & other.about) >= _AGREED


def _outlet(article: Article) -> str:
    return article.agency or article.outlet or article.id
