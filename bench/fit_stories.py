"""Fits what each likeness of two articles weighs for their being of one story: `python -m bench.fit_stories`.

    python -m bench.fit_stories --wire FILE.jsonl --gold stories.gold.jsonl --ecb FOLDER --scorer score.py [--write]

Needs the texts that the project is measured with; what ships is seven numbers. Stories of the wire and topics of ECB+
are put in two parts by the hash of their name, several times over. Without `--write` each part is judged by weights
fitted on the other, which is the honest figure: a few large stories decide it, so that one split alone tells little.
With it the weights of both parts are written to `lang/any/likeness.toml`. Both sets count the same.
"""

import argparse
import hashlib
import importlib.util
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.adapters_stories import article
from dateline.group import GroupRules, stories
from dateline.group.chance import FACTS, Weights, facts
from dateline.group.near import Open
from dateline.records import Article, CopySet, by_time

_TABLE = Path(__file__).parent.parent / "src/dateline/lang/any/likeness.toml"
_STRANGERS = 0.15
"""What a pair of two stories counts, where all pairs of an article with those of its story count 1 together."""
_SET = 2000.0
"""What a set counts against the ridge."""
_RIDGE = 1.0
Rows = NDArray[np.float64]
Told = tuple[frozenset[str], set[str]]
"""The story that an article was put into, and the one that it is of."""


class Set:
    """Articles with the stories that they are of, and in which of two parts each is."""

    def __init__(self, documents: Sequence[dict[str, Any]], gold: Mapping[str, Any]) -> None:
        """The documents and the gold as the scorer has them."""
        self.story_of = {doc["id"]: gold[doc["id"]]["story"] for doc in documents}
        self.articles = sorted((article(doc) for doc in documents), key=by_time)

    def part(self, key: str, split: int) -> int:
        """0 or 1, in each split others. The two events of a topic are in one part."""
        name = f"{split or ''}{self.story_of[key].removesuffix('plus')}"
        return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2

    def pairs(self, quiet_days: int) -> list[tuple[str, str, tuple[float, ...]]]:
        """The pairs that are compared, with their facts as they are on the day of the later one."""
        found: list[tuple[str, str, tuple[float, ...]]] = []
        known = Open()
        for day, arrived in groupby(self.articles, key=_day):
            pairs = known.add(day, arrived)
            common = np.sqrt(known.neighbours.common(pairs.later, pairs.earlier))
            rows = np.concatenate([facts(pairs), common[:, None]], 1)
            for earlier, later, days, row in zip(pairs.earlier, pairs.later, pairs.days, rows, strict=True):
                if days <= quiet_days:
                    found.append((self.articles[earlier].id, self.articles[later].id, tuple(row)))
        return found

    def told(self, weights: Weights, alike: float, part: int, split: int) -> list[Told]:
        """The stories made with these weights, of the articles of a part."""
        sets = [CopySet(original=one.id, copies=(), agency=None) for one in self.articles]
        made = stories(sets, {one.id: one for one in self.articles}, GroupRules(alike=alike, weights=weights))
        found = {key: frozenset(story.article_ids) for story in made for key in story.article_ids}
        gold: dict[str, set[str]] = {}
        for key, name in self.story_of.items():
            gold.setdefault(name, set()).add(key)
        return [(found[key], gold[self.story_of[key]]) for key in found if self.part(key, split) == part]


def main() -> None:
    """Print the figures of each part by the weights of the other, or write the weights of both."""
    asked = _arguments()
    scorer = _module(asked.scorer)
    gold = {row["id"]: row for row in map(json.loads, asked.gold.read_text("utf-8").splitlines())}
    wire = [doc for doc in map(json.loads, asked.wire.read_text("utf-8").splitlines()) if doc["id"] in gold]
    sets = {"wire": Set(wire, gold), "ECB+": Set(*scorer.ecb(asked.ecb))}
    if asked.write:
        _TABLE.write_text(_written(fitted(list(sets.values()), None)), "utf-8")
        return
    print("| set | alike | B3+ | of splits | pairs F1 | of splits |\n|---|---|---|---|---|---|")
    splits = range(asked.splits)
    weights = {(part, split): fitted(list(sets.values()), 1 - part, split) for part in (0, 1) for split in splits}
    for name, one in sets.items():
        for alike in asked.alike:
            found = [
                _figures([both for part in (0, 1) for both in one.told(weights[part, split], alike, part, split)])
                for split in splits
            ]
            print(f"| {name} | {alike} | " + " | ".join(map(_spread, zip(*found, strict=True))) + " |", flush=True)


def fitted(sets: Sequence[Set], part: int | None, split: int = 0) -> Weights:
    """The weights that tell best the pairs of one part of a split, or of all, where it is None."""
    rows, labels, counts = [], [], []
    for one in sets:
        sizes = Counter(one.story_of.values())
        pairs = [pair for pair in one.pairs(GroupRules().quiet_days) if part is None or _are_of(one, pair, part, split)]
        same = np.array([one.story_of[first] == one.story_of[second] for first, second, _ in pairs])
        own = np.array([1 / sizes[one.story_of[second]] for _, second, _ in pairs])
        weight = np.where(same, own, _STRANGERS)
        rows.append(np.array([known for _, _, known in pairs]))
        labels.append(same)
        counts.append(weight * _SET / weight.sum())
    found = _logistic(np.concatenate(rows), np.concatenate(labels), np.concatenate(counts))
    return Weights(tuple(found[:-1]), found[-1])


def _are_of(one: Set, pair: tuple[str, str, tuple[float, ...]], part: int, split: int) -> bool:
    return one.part(pair[0], split) == part == one.part(pair[1], split)


def _spread(figures: Sequence[float]) -> str:
    """The mean, and the least and the most."""
    return f"{sum(figures) / len(figures):.3f} | {min(figures):.3f} to {max(figures):.3f}"


def _logistic(rows: Rows, labels: NDArray[np.bool_], counts: Rows) -> list[float]:
    """Logistic regression with a ridge, by Newton's method: a weight for each column, and the constant."""
    middle, spread = rows.mean(0), rows.std(0)
    known = np.hstack([(rows - middle) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([_RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(known.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (counts * (labels - likely)) - ridge @ weights
        curve = (known * (counts * likely * (1 - likely))[:, None]).T @ known + ridge
        weights = weights + np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    return [float(one) for one in (*plain, weights[-1] - plain @ middle)]


def _figures(told: Sequence[Told]) -> tuple[float, float]:
    """B3+ as the scorer has it, and F1 of the pairs of which at least one article is among these."""
    tried = [(len(found & gold), len(found), len(gold)) for found, gold in told]
    several = [(both / found, both / gold) for both, found, gold in tried if gold > 1]
    right, whole = (sum(column) / len(several) for column in zip(*several, strict=True))
    pairs = [sum(one[at] - 1 for one in tried) for at in range(3)]
    return 2 * right * whole / (right + whole), 2 * pairs[0] / max(pairs[1] + pairs[2], 1)


def _written(weights: Weights) -> str:
    head = [line for line in _TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    named = (*zip(FACTS, weights.facts, strict=True), ("always", weights.always))
    return "\n".join([*head, "", *(f'"{name}" = {weight:.2f}' for name, weight in named)]) + "\n"


def _module(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, required=True, help="the dispatches, JSON lines")
    parser.add_argument("--gold", type=Path, required=True, help="the gold of stories, JSON lines")
    parser.add_argument("--ecb", type=Path, required=True, help="the folder of ECB+")
    parser.add_argument("--scorer", type=Path, required=True, help="stories/score.py, which reads ECB+")
    parser.add_argument("--alike", type=float, nargs="+", default=[GroupRules().alike], help="likenesses to try")
    parser.add_argument("--splits", type=int, default=6, help="ways of making two parts")
    parser.add_argument("--write", action="store_true", help="write the weights of both parts")
    return parser.parse_args()


def _day(article: Article) -> date | None:
    return None if article.published is None else article.published.day


if __name__ == "__main__":
    main()
