"""How alike two articles are in what they are about: the cosine of their weighted words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from dateline.lang import tables
from dateline.records import Article
from dateline.text.words import words

Vector = Mapping[str, float]

# A headline names what the article is about; it counts as if it stood in the text this often.
_HEADLINE = 2
# Who and where tell one flood from another better than "flood" does: names weigh more than other words.
_NAME = 1.5
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-ÿ]\w+")
# The first words of news tell what it is; background comes last and is shared by stories that are not the same.
_LEADING_WORDS = 350


def vectors(articles: Iterable[Article]) -> dict[str, Vector]:
    """By article id its words with their weights: sublinear frequency by rarity, of length 1.

    Rarity is counted over the articles given (TF-IDF; Sparck Jones 1972). Words of one article only are left out,
    as they can join nothing.
    """
    counts = {article.id: _counted(article) for article in articles}
    spread = Counter(word for counted in counts.values() for word in counted)
    return {key: _weighted(counted, spread, len(counts)) for key, counted in counts.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1, 0 to 1."""
    shorter, longer = (other, one) if len(other) < len(one) else (one, other)
    # A list, as this is the innermost loop of a day of many articles, and a generator takes twice as long.
    return sum([weight * longer[word] for word, weight in shorter.items() if word in longer])


def _counted(article: Article) -> dict[str, float]:
    headline, text = article.headline or "", article.text
    leading = words(text)[:_LEADING_WORDS]
    counted: dict[str, float] = {word: float(count) for word, count in Counter(leading).items()}
    for word in words(headline):
        counted[word] = counted.get(word, 0.0) + _HEADLINE
    for name in words(" ".join(_CAPITALISED.findall(text))):
        if name in counted:
            counted[name] += _NAME - 1
    stopwords = tables.words("en", "stopwords", "stopwords")
    kept: dict[str, float] = {}
    for word, count in counted.items():
        if word not in stopwords and len(word) > 1:
            kept[_stem(word)] = kept.get(_stem(word), 0.0) + count
    return kept


def _stem(word: str) -> str:
    """The word without a possessive and without the s of a plural: "talks" and "talk" are one."""
    word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _weighted(counted: Mapping[str, float], spread: Mapping[str, int], total: int) -> dict[str, float]:
    weights = {
        word: (1 + math.log(count)) * math.log(1 + total / spread[word])
        for word, count in counted.items()
        if spread[word] > 1
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
