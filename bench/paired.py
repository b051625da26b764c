"""Whether one extractor beats another on the same pages: `python -m bench.paired OUT.json ours theirs`.

Reads what the scorer of extraction wrote with `--json`, draws the pages anew 2,000 times with replacement, and prints
the difference of F1 with the range that holds 95 in 100 of the draws.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

_DRAWS = 2000
Score = Callable[[Sequence[Any]], float]


def difference(ours: Sequence[Any], theirs: Sequence[Any], score: Score) -> tuple[float, float, float]:
    """The difference of two scores over the same pages, and the ends of its 95 percent range."""
    chance = random.Random(0)
    places = range(len(ours))
    drawn = []
    for _ in range(_DRAWS):
        pages = [chance.choice(places) for _ in places]
        drawn.append(score([ours[page] for page in pages]) - score([theirs[page] for page in pages]))
    drawn.sort()
    return score(ours) - score(theirs), drawn[_DRAWS // 40], drawn[-_DRAWS // 40]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("ours")
    parser.add_argument("theirs", nargs="+")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    sys.path.insert(0, str(asked.shared / "bench" / "extraction"))
    metrics = import_module("bench_metrics")
    scores: dict[str, Score] = {
        "fundus": lambda pages: float(metrics.prf(pages)["f1"]),
        "trafilatura": lambda pages: float(metrics.snippet_scores(pages)["f1"]),
    }
    for name, tools in json.loads(asked.report.read_text("utf-8"))["sets"].items():
        pages = sorted(tools[asked.ours]["per_page"])
        ours = [tools[asked.ours]["per_page"][page] for page in pages]
        for other in asked.theirs:
            theirs = [tools[other]["per_page"][page] for page in pages]
            found, low, high = difference(ours, theirs, scores[name])
            print(f"{name}: {asked.ours} {scores[name](ours):.4f}, {other} {scores[name](theirs):.4f}, "
                  f"difference {found:+.4f} ({low:+.4f} to {high:+.4f})")  # fmt: skip


if __name__ == "__main__":
    main()
