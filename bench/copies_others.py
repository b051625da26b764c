"""Other tools on the test bed of copies: datasketch and rensa (MinHash and LSH), and text-dedup's way of doing it.

    python -m bench.copies_others (as bench.copies) --others datasketch:0.5 rensa:0.5 text-dedup:0.7

prints what `bench.copies` prints and a line for each tool with its threshold. `pip install datasketch rensa` first.
Text-dedup is a command for data sets on disk, so what is measured is its method, written anew after its source:
lower-case words split at what is no letter, runs of five, MinHash with a Mersenne prime, bands by datasketch's optimum,
and one cluster of all that meet in any band. None of the three knows partial reuse; what is counted is whether the
article and the family meet at all.
"""

import re
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha1
from itertools import combinations

import numpy as np
from datasketch import MinHash, MinHashLSH
from datasketch.lsh import _optimal_param
from rensa import RMinHash, RMinHashLSH

from bench import copies
from bench.copies_bed import Made
from dateline.records import Article
from dateline.text.words import words

Pairs = set[frozenset[str]]
_PERMUTATIONS = 128
_TEXT_DEDUP_PERMUTATIONS, _TEXT_DEDUP_RUN = 240, 5
_PRIME, _MOST = np.uint64((1 << 61) - 1), np.uint64((1 << 32) - 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure Dateline and the tools that are wanted."""
    parser = copies.parser()
    parser.add_argument("--others", nargs="+", required=True, help="tools with their thresholds")
    given = parser.parse_args(arguments)
    made = copies.run(given)
    articles = {one.article.id: one.article for one in made}
    gold = copies.gold_pairs(made)
    print("| Tool | Articles a CPU second | Precision | Recall | F1 | Reuse met |\n|---|---|---|---|---|---|")
    for name in given.others:
        tool, _, threshold = name.partition(":")
        start = time.process_time()
        pairs = _TOOLS[tool](articles, float(threshold))
        rate = len(articles) / (time.process_time() - start)
        figures = copies.figures(len(gold & pairs), len(pairs), len(gold))
        print(f"| {name} | {rate:.0f} | {figures} | {_reuse_met(made, pairs):.3f} |")


def datasketch(articles: Mapping[str, Article], threshold: float) -> Pairs:
    """The pairs that datasketch's MinHashLSH gives for each article against those before it."""
    lsh = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)
    found: Pairs = set()
    for key, article in articles.items():
        minhash = MinHash(num_perm=_PERMUTATIONS, seed=1)
        minhash.update_batch([run.encode() for run in _runs(words(article.text), 4)])
        found |= {frozenset((key, other)) for other in lsh.query(minhash)}
        lsh.insert(key, minhash)
    return found


def rensa(articles: Mapping[str, Article], threshold: float) -> Pairs:
    """The same of rensa's R-MinHash, with datasketch's bands."""
    bands, rows = _optimal_param(threshold, _PERMUTATIONS, 0.5, 0.5)
    while bands * rows != _PERMUTATIONS:
        bands, rows = _PERMUTATIONS // rows, rows if _PERMUTATIONS % rows == 0 else rows - 1
    lsh = RMinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS, num_bands=bands)
    keys = list(articles)
    found: Pairs = set()
    for number, key in enumerate(keys):
        minhash = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        minhash.update(list(_runs(words(articles[key].text), 4)))
        found |= {frozenset((key, keys[other])) for other in lsh.query(minhash)}
        lsh.insert(number, minhash)
    return found


def text_dedup(articles: Mapping[str, Article], threshold: float) -> Pairs:
    """The pairs within the clusters that text-dedup's method makes."""
    bands, rows = _optimal_param(threshold, _TEXT_DEDUP_PERMUTATIONS, 0.5, 0.5)
    dice = np.random.default_rng(42)
    factors = dice.integers(1, _PRIME, _TEXT_DEDUP_PERMUTATIONS, np.uint64)
    offsets = dice.integers(0, _PRIME, _TEXT_DEDUP_PERMUTATIONS, np.uint64)
    heads = {key: key for key in articles}
    tables: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for key, article in articles.items():
        runs = _runs(re.split(r"\W", article.text.lower()), _TEXT_DEDUP_RUN)
        numbers = np.array([_hash(run) for run in runs], np.uint64)
        least = ((numbers[:, None] * factors + offsets) % _PRIME & _MOST).min(axis=0)
        for band in range(bands):
            tables[band, least[band * rows : (band + 1) * rows].tobytes()].append(key)
    for met in tables.values():
        for key in met[1:]:
            heads[_head(key, heads)] = _head(met[0], heads)
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for key in articles:
        clusters[_head(key, heads)].append(key)
    return {frozenset(pair) for cluster in clusters.values() for pair in combinations(cluster, 2)}


_TOOLS: dict[str, Callable[[Mapping[str, Article], float], Pairs]] = {
    "datasketch": datasketch,
    "rensa": rensa,
    "text-dedup": text_dedup,
}


def _reuse_met(made: Sequence[Made], pairs: Pairs) -> float:
    families: defaultdict[str, list[str]] = defaultdict(list)
    for one in made:
        families[one.family].append(one.article.id)
    took = [(one.article.id, families[one.reuses]) for one in made if one.reuses is not None]
    met = sum(any(frozenset((key, other)) in pairs for other in family) for key, family in took)
    return met / max(len(took), 1)


def _head(key: str, heads: dict[str, str]) -> str:
    while heads[key] != key:
        heads[key] = heads[heads[key]]
        key = heads[key]
    return key


def _hash(run: str) -> int:
    return int.from_bytes(sha1(run.encode()).digest()[:4], "little")


def _runs(found: Sequence[str], length: int) -> set[str]:
    return {" ".join(found[place : place + length]) for place in range(max(1, len(found) - length + 1))}


if __name__ == "__main__":
    main()
