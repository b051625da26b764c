"""What articles tell that earlier ones did not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from dateline.brief.choose.alone import is_readable
from dateline.brief.choose.quoting import is_doubtful, quoted
from dateline.brief.choose.said import told
from dateline.brief.material import BriefRules, Material
from dateline.lang import tables
from dateline.records import Article, Passage, Span
from dateline.text import quotes, sentences
from dateline.text.words import words

_FEWEST = 4
"""Telling words of a sentence below which it is not asked whether it was told before."""
_SAME = 0.6
"""The share of a sentence's telling words that one earlier sentence has, from which it tells the same."""
_SPEAKER = 2
"""Words outside a quotation that can say who speaks: "Ruz said"."""
_OPENING = 4
"""Sentences of an article among which a passage is looked for, beside what somebody said or promised."""


class Told:
    """The sentences that were told, by their words."""

    def __init__(self) -> None:
        """Nothing was told."""
        self._told: list[_Said] = []
        self._with: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, text: str) -> None:
        """Take all sentences of a text for told."""
        for said in _telling(text):
            for word in said.words:
                self._with[word].append(len(self._told))
            self._told.append(said)

    def has(self, text: str) -> bool:
        """Whether one of the sentences of a text repeats one that was told; another number or day, and no, is news."""
        return any(map(self._repeats, _telling(text)))

    def _repeats(self, said: "_Said") -> bool:
        # One that has so many of its words has one of these, the rarest: most sentences need not be looked at.
        by_rarity = sorted(said.words, key=lambda word: len(self._with.get(word, ())))
        rarest = by_rarity[: len(by_rarity) - ceil(_SAME * len(by_rarity)) + 1]
        near = {number for word in rarest for number in self._with.get(word, ())}
        return any(said.repeats(self._told[number]) for number in near)


class _Said(NamedTuple):
    """A sentence, as it is compared."""

    words: frozenset[str]
    """Those that tell something, figures included."""
    exact: frozenset[str]
    """Numbers and days, any of which makes it another sentence."""
    denials: frozenset[str]

    def repeats(self, other: "_Said") -> bool:
        same = len(self.words & other.words) >= _SAME * len(self.words)
        return same and self.exact <= other.exact and bool(self.denials) == bool(other.denials)


def fresh(articles: Sequence[Article], known: Told, material: Material, rules: BriefRules) -> tuple[Passage, ...]:
    """Up to `rules.passages` passages of up to `rules.sentences` sentences together that tell what is not known yet, in
    the order of the articles and their texts; they are known from then on.

    First the lead of the first article, then what somebody surely said or promised, then other leads and beginnings;
    all of it in words that stand alone.
    """
    chosen: list[Passage] = []
    left = rules.sentences
    for article, span in _candidates([one for one in articles if one.id not in material.unquotable], material, rules):
        if len(chosen) == rules.passages or left == 0:
            break
        reading = material.readings.get(article.id)
        found = quoted(article, span, reading, rules)
        size = len(sentences.spans(found.text))
        if size > left or known.has(found.text) or _is_nobodys(found.text):
            continue
        if is_readable(found, article, rules) and not is_doubtful(found, article, reading):
            chosen.append(found)
            known.add(found.text)
            left -= size
    order = {article.id: place for place, article in enumerate(articles)}
    return tuple(sorted(chosen, key=lambda one: (order[one.article_id], one.span)))


def _candidates(articles: Sequence[Article], material: Material, rules: BriefRules) -> Iterator[tuple[Article, Span]]:
    openings = {article.id: sentences.spans(article.text)[:_OPENING] for article in articles}
    for article in articles[:1]:
        yield from ((article, span) for span in openings[article.id][:1])
    sure = [
        (-confidence, place, span)
        for place, article in enumerate(articles)
        for confidence, span in _sure(article, material, rules)
    ]
    yield from ((articles[place], span) for _, place, span in sorted(sure))
    for article in articles[1:]:
        yield from ((article, span) for span in openings[article.id][:1])
    for article in articles:
        yield from ((article, span) for span in openings[article.id][1:])


def _sure(article: Article, material: Material, rules: BriefRules) -> Iterable[tuple[float, Span]]:
    """How sure it is, and where it stands, that somebody said or promised something."""
    reading = material.readings.get(article.id)
    promised = reading.commitments if reading else ()
    yield from ((statement.confidence, statement.span) for statement, _ in told(article, material, rules))
    yield from ((one.confidence, one.span) for one in promised if one.confidence >= rules.least_said)


def _is_nobodys(text: str) -> bool:
    """Whether a passage is a quotation and nothing else: it does not say whose words they are."""
    inside = quotes.spans(text)
    if not inside:
        return False
    starts = [0, *(span.end for span in inside)]
    ends = [*(span.start for span in inside), len(text)]
    outside = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    return len(words(outside)) < _SPEAKER


def _telling(text: str) -> Iterator[_Said]:
    """Each sentence that has words enough to be compared."""
    empty = tables.words("en", "stopwords", "stopwords")
    exact, denials = tables.words("en", "brief", "exact"), tables.words("en", "brief", "denials")
    for span in sentences.spans(text):
        every = frozenset(words(span.of(text)))
        if len(found := every - empty) >= _FEWEST:
            figures = {word for word in every if word[0].isdigit()}
            yield _Said(found, frozenset(figures | (every & exact)), every & denials)
