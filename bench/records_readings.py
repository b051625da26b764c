"""How far two readings of the same stories agree on commitments, agenda items and positions, and what was made of it.

    python -m bench.records_readings --shared SHARED

`gold/readings.json` has, by the id of a story, a `first` and a `second` reading in the form of `bench.records_own`. The
second was made by the guidelines of SHARED/gold without sight of the first, nor of what Dateline reads; where the two
differ, a third look decided by the guidelines what stands in the gold (`gold/records.json`, `gold/positions.json`).

Prints the lines of SHARED/bench/records/score.py, the first reading held against the second: F1 is the agreement on
records, the fields that on values. Then, for each kind, how many records of the gold both readings have, the first
alone and the second alone, and how many of each reading are not in the gold.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

from bench.records_own import GOLD, PARTS, dispatches, gold, with_evidence

Records = Mapping[str, Sequence[Mapping[str, Any]]]
Match = Callable[[str, Sequence[Any], Sequence[Any]], Iterable[tuple[Any, Any]]]
_READINGS = GOLD / "readings.json"


def settled(kind: str, first: Records, second: Records, adjudicated: Records, match: Match) -> Counter[str]:
    """How many records of one story and kind are in the gold after `both` readings, the first or second `alone`, or by
    the third look only (`neither`), and how many of each reading are not in it (`dropped`).
    """
    found = {name: match(kind, read[kind], adjudicated[kind]) for name, read in (("first", first), ("second", second))}
    kept = {name: [id(record) for _, record in pairs] for name, pairs in found.items()}
    counts: Counter[str] = Counter()
    for record in adjudicated[kind]:
        by = [name for name in kept if id(record) in kept[name]]
        counts["both" if len(by) == len(kept) else f"{by[0]} alone" if by else "neither"] += 1
    counts["first dropped"] = len(first[kind]) - len(kept["first"])
    counts["second dropped"] = len(second[kind]) - len(kept["second"])
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args(arguments).shared
    sys.path.insert(0, str(shared / "bench" / "records"))
    scorer = import_module("score")
    texts = {one["id"]: one["text"] for one in dispatches(shared)}
    read = json.loads(_READINGS.read_text("utf-8"))
    first, second = (
        {name: with_evidence(one[which], texts[name]) for name, one in read.items()} for which in ("first", "second")
    )
    scorer.show("agreement", scorer.score(first, second))
    golds: dict[str, Records] = {}
    for file, part in product(("records", "positions"), PARTS):
        golds |= {name: story for name, story in gold(file, part, texts).items() if name in read}
    for kind in ("commitments", "agenda", "positions"):
        total: Counter[str] = Counter()
        stories = [name for name in read if kind in read[name]["first"]]
        for name in stories:
            total.update(settled(kind, first[name], second[name], golds[name], scorer.match))
        counts = "  ".join(f"{what} {count}" for what, count in total.items())
        print(f"{'gold':12} {kind:12} {len(stories)} stories  {counts}")


if __name__ == "__main__":
    main()
