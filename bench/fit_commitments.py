"""Fits what rules and doubts weigh in a commitment's confidence: `python -m bench.fit_commitments --shared SHARED`.

Needs the dispatches that the labels were read in: those of `gold/printed_records.json`, by an independent reader, and
of `gold/read_commitments.json`, in the same form, drawn from lower confidences too. Only records that are still read as
they were then count. One logistic model with a ridge has a column for each rule and each doubt; the dispatches are put
in parts by the hash of their id, each is judged by weights of the others, and the shares that are right (`y`), and
right but for an actor left as a description (`l`), are printed by confidence. With `--write` the weights of all are
printed as the tables `[confidence]`, without rules of fewer than `LEAST` records, and `[commitment_doubts]` of
`lang/en/acts.toml`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from bench.adapters import records
from bench.fit_doubts import PARTS, THRESHOLDS, model
from bench.records_own import GOLD, dispatches
from bench.records_printed import known
from bench.speaker_gold import hashed

LEAST = 8
_RIDGE = 2.0
_FILES = ("printed_records", "read_commitments")


@dataclass(frozen=True, slots=True)
class Case:
    """A commitment that was read: its dispatch, what is weighed of it, and its mark."""

    story: str
    weighed: frozenset[str]
    mark: str

    def part(self) -> int:
        """Which of the parts its dispatch belongs to."""
        return int(hashed(self.story), 16) % PARTS


def cases(shared: Path) -> list[Case]:
    """The commitments of the labels that are still read so."""
    marks: dict[str, dict[str, str]] = {}
    for file in _FILES:
        for story, read in json.loads((GOLD / f"{file}.json").read_text("utf-8")).items():
            of = marks.setdefault(story, {})
            of |= {one["hash"]: one["mark"] for one in read if one["kind"] == "commitments"}
    found = []
    for dispatch in dispatches(shared):
        of = marks.get(dispatch["id"], {})
        made = records(dispatch["text"], dispatch["title"], dispatch["date"])["commitments"] if of else ()
        for one in made:
            mark = of.get(known("commitments", one))
            if mark is not None:
                found.append(Case(dispatch["id"], frozenset({*one["doubts"], one["rule"]}), mark))
    return found


def fitted(of: Sequence[Case]) -> dict[str, float]:
    """What each rule and doubt weighs, in log odds."""
    return model([case.weighed for case in of], [case.mark == "y" for case in of], _RIDGE)


def confidence(weights: dict[str, float], case: Case) -> float:
    """The share of such commitments that is right, 0 to 1."""
    return _share(weights["base"] + sum(weights.get(name, 0.0) for name in case.weighed))


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def check(of: Sequence[Case]) -> Iterator[str]:
    """By confidence, how many of the commitments it keeps, and how many of these are right."""
    judged = [
        (confidence(weights, case), case)
        for part in range(PARTS)
        for weights in [fitted([case for case in of if case.part() != part])]
        for case in of
        if case.part() == part
    ]
    for least in THRESHOLDS:
        marks = Counter(case.mark for sure, case in judged if sure >= least)
        count = max(marks.total(), 1)
        right, loose = marks["y"] / count, (marks["y"] + marks["l"]) / count
        yield f"from {least}: {marks.total()} of {len(of)}, right {right:.3f}, with loose ones {loose:.3f}"


def tables(of: Sequence[Case]) -> Iterator[str]:
    """The lines of the two tables."""
    weights = fitted(of)
    counts = Counter(name for case in of for name in case.weighed)
    rules = sorted(name for name in counts if name.startswith("acts/"))
    yield "[confidence]"
    yield from (
        f'"{name}" = {_share(weights["base"] + weights.get(name, 0.0)):.2f}' for name in rules if counts[name] >= LEAST
    )
    yield "\n[commitment_doubts]"
    doubts = sorted(weights.keys() - {*rules, "base"})
    yield from (f'"{name}" = {weights[name]}' for name in doubts)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help="print the weights of all as tables")
    asked = parser.parse_args()
    of = cases(asked.shared)
    print("\n".join(check(of)))
    if asked.write:
        print("\n".join(tables(of)))


if __name__ == "__main__":
    main()
