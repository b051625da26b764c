"""What articles are about, in counted words: those that lead weigh more, names most."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.group.near.words import CAPITAL, ENDS, FIGURE, NUMBER, TELLS, Numbers, Words
from dateline.records import Article

# A headline names what the article is about; it counts as if it stood in the text this often.
_HEADLINE = 2.0
# Who and where tell one flood from another better than "flood" does.
_NAME = 1.6
# News tells first what is new; background comes last and is shared by stories that are not the same. After so many
# words a word counts half.
_HALF = 250
# Turns of phrase are compared in the headline and so many words of the lead.
_LEAD = 100
_ARTICLE = 32
"""From this bit on stands the article, where a number holds both it and a word."""


class Terms(NamedTuple):
    """The words of some articles before it is known how rare they are; articles are told by their place, in order."""

    article: Numbers
    word: Numbers
    """Each word once for each article that has it."""
    counts: NDArray[np.float64]
    """How much it counts there: more where it leads, stands in the headline or is a name."""
    is_name: NDArray[np.bool_]
    """Whether it is only written with a capital there."""
    pair_article: Numbers
    pair: Numbers
    """Two words that follow each other in the headline or the lead, words of grammar left out; in two columns."""
    figures: NDArray[np.float64]
    """By article the share of figures in the words of its text, 0 to 1: of a table of results most, of news a few in a
    hundred.
    """


class _Tokens(NamedTuple):
    """The tokens of some articles that are more than grammar, in their order."""

    part: Numbers
    """The headline of the first article is 0, its text 1, the next headline 2."""
    word: Numbers
    place: Numbers
    """The words before it in its part."""
    is_capital: NDArray[np.bool_]
    is_within: NDArray[np.bool_]
    """Whether it stands within a sentence, and not at its head."""


def terms(articles: Sequence[Article], words: Words) -> Terms:
    """The words of articles, in their basic form."""
    parts = [words.codes(text) for article in articles for text in (article.headline or "", article.text)]
    told = _tokens(parts)
    article, is_text = told.part >> 1, told.part & 1 == 1
    entries, entry = np.unique(article << _ARTICLE | told.word, return_inverse=True)
    capital, small = is_text & told.is_capital & told.is_within, is_text & ~told.is_capital
    is_name = _any(capital, entry, len(entries)) & ~_any(small, entry, len(entries))
    weight = np.where(is_text, np.where(is_name[entry], _NAME, 1.0) * 2.0 ** (-told.place / _HALF), _HEADLINE)
    pair_part, pairs = _pairs(told)
    return Terms(
        article=entries >> _ARTICLE,
        word=entries & (1 << _ARTICLE) - 1,
        counts=np.bincount(entry, weight, len(entries)).astype(np.float64),
        is_name=is_name,
        pair_article=pair_part >> 1,
        pair=pairs,
        figures=np.array([_figures(part) for part in parts[1::2]]),
    )


def _figures(code: Numbers) -> float:
    words = int(np.count_nonzero(code & ENDS == 0))
    return int(np.count_nonzero(code & FIGURE)) / max(words, 1)


def _tokens(parts: Sequence[Numbers]) -> _Tokens:
    code = np.concatenate([*parts, np.empty(0, np.int64)])
    lengths = [len(part) for part in parts]
    part = np.repeat(np.arange(len(parts)), lengths)
    is_end = code & ENDS > 0
    before: Numbers = np.cumsum(~is_end) - ~is_end
    starts = np.cumsum(lengths) - lengths
    first = np.concatenate([before, [0]])[starts]
    is_within = np.zeros(len(code), np.bool_)
    is_within[1:] = (part[1:] == part[:-1]) & ~is_end[:-1]
    tells = code & TELLS > 0
    place = before - np.repeat(first, lengths)
    return _Tokens(part[tells], code[tells] >> NUMBER, place[tells], (code & CAPITAL > 0)[tells], is_within[tells])


def _pairs(told: _Tokens) -> tuple[Numbers, Numbers]:
    """The pairs of words that follow each other in the lead of a part, with the part."""
    rank = ranks(told.part)
    follows = (told.part[1:] == told.part[:-1]) & (rank[1:] < _LEAD)
    return told.part[1:][follows], np.stack([told.word[:-1][follows], told.word[1:][follows]], 1)


def ranks(keys: Numbers) -> Numbers:
    """For sorted keys, how many equal ones stand before each."""
    at = np.arange(len(keys))
    is_first = np.ones(len(keys), np.bool_)
    is_first[1:] = keys[1:] != keys[:-1]
    return at - np.maximum.accumulate(np.where(is_first, at, 0))


def _any(holds: NDArray[np.bool_], entry: Numbers, count: int) -> NDArray[np.bool_]:
    """For each entry whether something holds anywhere."""
    found = np.zeros(count, np.bool_)
    found[entry[holds]] = True
    return found
