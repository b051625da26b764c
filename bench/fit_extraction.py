"""Fits the weights of the evidence by which paragraphs are told from furniture: `python -m bench.fit_extraction`.

Needs the pages that the project is measured with; what ships is the table of weights, not the pages. Hosts are put in
four parts by the hash of their name. With `--check` each part is judged by weights fitted on the other three, which is
the honest figure; with `--write` the weights of all pages are written to `lang/any/evidence.toml`.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from dateline.extract.html.judge import choice, context, evidence
from dateline.extract.html.judge.flat import Block, Flat
from dateline.extract.html.judge.scale import Group, Scale
from dateline.extract.html.judge.shape import Shape
from dateline.extract.html.rows import rows_of

PARTS = 4
_LEAST_PAGES = 12
"""A fact that is true on fewer pages says too little."""
_RIDGE = 4.0
_FUNDUS, _SNIPPETS = 2.0, 0.7
"""What a page counts: one whose every block is known, and one of which six or so are."""


@dataclass(slots=True)
class Sample:
    """A page with what of it belongs to the article."""

    set: str
    host: str
    gold: dict[str, Any]
    page: Flat
    seen: Shape
    said: evidence.Told
    facts: list[list[Group]]
    labels: list[int | None]

    def part(self) -> int:
        """Which of the four parts the page belongs to."""
        return part_of(self.host)


def host_of(url: str) -> str:
    """The host of an address; all of what is no address of the web."""
    return (urlsplit(url).netloc or url).removeprefix("www.")


def part_of(host: str) -> int:
    """Which of the four parts a host belongs to, by the hash of its name."""
    return int(hashlib.md5(host.encode(), usedforsecurity=False).hexdigest(), 16) % PARTS


def samples(shared: Path) -> list[Sample]:
    """All pages of the two sets."""
    sys.path.insert(0, str(shared / "bench" / "extraction"))
    metrics, pages = import_module("bench_metrics"), import_module("bench_pages")

    found = []
    for name in ("fundus", "trafilatura"):
        for one in pages.load(name, shared / "data" / "pages"):
            rows = rows_of(one.html)
            if rows is None or not rows.page.blocks:
                continue
            host = host_of(one.url)
            labels = _labels(metrics, name, one.gold, rows.page.blocks)
            facts = evidence.facts(rows.page, rows.seen, rows.said)
            found.append(Sample(name, host, one.gold, rows.page, rows.seen, rows.said, facts, labels))
    return found


def _labels(metrics: Any, name: str, gold: dict[str, Any], blocks: Sequence[Block]) -> list[int | None]:
    if name == "trafilatura":
        wanted, unwanted = ([metrics.ws(one) for one in gold[key]] for key in ("with", "without"))
        return [_by_snippets(one.text, wanted, unwanted) for one in blocks]
    known = metrics.shingles(gold["body"])
    lines = {metrics.norm_loose(line) for line in gold["body"].split("\n")}
    found: list[int | None] = []
    for one in blocks:
        if len(metrics.tokenize(one.text)) < 4:
            found.append(int(metrics.norm_loose(one.text) in lines))
            continue
        ours = metrics.shingles(one.text)
        share = sum(min(count, known.get(key, 0)) for key, count in ours.items()) / sum(ours.values())
        found.append(1 if share >= 0.6 else 0 if share < 0.3 else None)
    return found


def _by_snippets(text: str, wanted: list[str], unwanted: list[str]) -> int | None:
    yes, no = any(one in text for one in wanted), any(one in text for one in unwanted)
    return None if yes == no else int(yes)


def fitted(facts: Sequence[Sequence[list[Group]]], of: Sequence[Sample]) -> Scale:
    """The weights of a logistic regression with a ridge, by Newton's method."""
    pages: dict[str, int] = {}
    for page in facts:
        for name in {name for has in page for group in has for name in group}:
            pages[name] = pages.get(name, 0) + 1
    names = sorted(name for name, count in pages.items() if count >= _LEAST_PAGES)
    index = {name: place for place, name in enumerate(names)}
    rows, labels, weights = [], [], []
    for one, page in zip(of, facts, strict=True):
        known = [place for place, label in enumerate(one.labels) if label is not None and page[place]]
        if not known:
            continue
        sizes = [min(40, one.seen.weights[place] / 6 + 3) ** 0.5 if one.set == "fundus" else 1.0 for place in known]
        whole = _FUNDUS if one.set == "fundus" else _SNIPPETS * min(1.0, len(known) / 6)
        for place, size in zip(known, sizes, strict=True):
            rows.append([index[name] for group in page[place] for name in group if name in index])
            labels.append(one.labels[place])
            weights.append(size / sum(sizes) * whole)
    matrix = np.zeros((len(rows), len(names)), np.float32)
    for row, columns in enumerate(rows):
        matrix[row, columns] = 1
    found = _newton(matrix, np.array(labels, float), np.array(weights))
    return Scale(dict(zip(names, map(float, found), strict=True)))


def _newton(matrix: NDArray[Any], labels: NDArray[Any], weights: NDArray[Any]) -> NDArray[Any]:
    weights = weights / weights.mean()
    beta = np.zeros(matrix.shape[1])
    for _ in range(12):
        chances = 1 / (1 + np.exp(-np.clip(matrix @ beta, -30, 30)))
        slope = matrix.T @ (weights * (labels - chances)) - _RIDGE * beta
        curve = (matrix * (weights * chances * (1 - chances))[:, None].astype(np.float32)).T @ matrix
        step = np.linalg.solve(curve + _RIDGE * np.eye(len(beta)), slope)
        beta = beta + step
        if np.abs(step).max() < 1e-3:
            break
    return beta


def two_stages(of: Sequence[Sample], inner: int = PARTS) -> choice.Weights:
    """The weights of both judgements; the second learns from a first that has not seen the page it judges."""
    alone: list[list[float]] = [[] for _ in of]
    for part in range(inner):
        rest = [one for one in of if one.part() % inner != part]
        weights = fitted([one.facts for one in rest], rest)
        for place, one in enumerate(of):
            if one.part() % inner == part:
                alone[place] = choice.chances(one.facts, weights)
    first = fitted([one.facts for one in of], of)
    both = [_joined(one, chances) for one, chances in zip(of, alone, strict=True)]
    return choice.Weights(first, fitted(both, of))


def _joined(one: Sample, alone: list[float]) -> list[list[Group]]:
    more = context.context(one.page, one.seen, alone)
    return [has + then if then else [] for has, then in zip(one.facts, more, strict=True)]


def _scores(metrics: Any, of: Iterable[tuple[Sample, list[bool]]]) -> str:
    whole, parts = [], []
    for one, kept in of:
        text = "\n".join(block.text for block, keep in zip(one.page.blocks, kept, strict=True) if keep)
        if one.set == "fundus":
            whole.append(metrics.shingle_match(one.gold["body"], text))
        else:
            parts.append(metrics.snippet_counts(one.gold["with"], one.gold["without"], text))
    ours, theirs = metrics.prf(whole), metrics.snippet_scores(parts)
    return "  ".join(
        f"{name} F1 {found['f1']:.4f} (P {found['precision']:.3f} R {found['recall']:.3f})"
        for name, found in (("fundus", ours), ("trafilatura", theirs))
    )


def check(of: Sequence[Sample]) -> None:
    """Prints the figures of pages whose hosts were not fitted."""
    metrics = import_module("bench_metrics")
    fitted_without = folds(of)
    for border in (0.4, 0.5, 0.55, 0.6):
        found = []
        for one in of:
            judged = choice.judged(one.page, one.seen, one.facts, fitted_without[one.part()])
            found.append((one, choice.chosen(one.page, one.seen, one.said, judged, border)))
        print(f"border {border}: {_scores(metrics, found)}", flush=True)


def folds(of: Sequence[Sample]) -> dict[int, choice.Weights]:
    """By part, the weights that were fitted on the others."""
    return {part: two_stages([one for one in of if one.part() != part]) for part in range(PARTS)}


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--check", action="store_true", help="judge each part by the weights of the others")
    parser.add_argument("--write", action="store_true", help="write the weights of all pages")
    asked = parser.parse_args()
    of = samples(asked.shared)
    print(f"{len(of)} pages", flush=True)
    if asked.check:
        check(of)
    if asked.write:
        found = two_stages(of)
        choice.write(found, Path("src/dateline/lang/any/evidence.toml"))
        print(f"{len(found.alone.weights)} and {len(found.among.weights)} weights written")


if __name__ == "__main__":
    main()
