"""The scorer of commitments, agenda items and positions over stories chosen and read here (`gold/records.json`), and
of positions alone over further ones (`gold/positions.json`).

    python -m bench.records_own --shared SHARED

Prints the lines of SHARED/bench/records/score.py, for each file and its parts: the `first` and the `third` were read
before the rules were widened, and looked at for it; the `second` and the `fourth` to see what they are worth on stories
that they were not widened for; the `fifth` was chosen for its sums and days by which, and its errors never looked at.
The `third` and the `fourth` of `records.json` have commitments and agenda items only.

`gold/wide.json` has 264 more, each read once, by one of six readers who knew nothing of what is read here, and inclined
to take in what is borderline: the errors of the 44 `seen` were looked at, those of the 220 `unseen` never were.

By the id of a story: `part`, the `hash` of its text, and its records. Each has `at`, the half-open offsets of its
sentence, and the values that the scorer compares; of an agenda item `what` has only the words to know it by. All but
two stories of the first two files were read twice, and what the readings differed in was settled
(`bench.records_readings`).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

from bench.adapters import records
from bench.speaker_gold import hashed

GOLD = Path(__file__).parent / "gold"
KINDS = {
    "records": ("commitments", "agenda", "positions"),
    "positions": ("positions",),
    "wide": ("commitments", "agenda", "positions"),
}
"""By the name of a file of gold the kinds of record that were read in its stories."""
PARTS = ("first", "second", "third", "fourth", "fifth", "seen", "unseen")


def gold(file: str, part: str, texts: dict[str, str]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The gold of a part of a file in the form of the scorer, each record with its sentence as `evidence`; empty for
    the kinds that were not read.

    Raises `ValueError` where the text of a story is not the one that was read.
    """
    found = {}
    for name, story in json.loads((GOLD / f"{file}.json").read_text("utf-8")).items():
        if story["part"] != part:
            continue
        if hashed(texts[name]) != story["hash"]:
            raise ValueError(f"{name} is not the text that was read")
        found[name] = with_evidence(story, texts[name])
    return found


def with_evidence(story: dict[str, Any], text: str) -> dict[str, list[dict[str, Any]]]:
    """The records of a story in the form of the scorer, by kind; empty for the kinds that were not read."""
    return {
        kind: [one | {"evidence": text[slice(*one["at"])]} for one in story.get(kind, ())] for kind in KINDS["records"]
    }


def dispatches(shared: Path) -> Iterator[dict[str, str]]:
    """Every dispatch of the wire files, as they stand there."""
    for file in sorted((shared / "data" / "wire").glob("*.jsonl")):
        yield from (json.loads(line) for line in file.read_text("utf-8").splitlines())


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args(arguments).shared
    sys.path.insert(0, str(shared / "bench" / "records"))
    scorer = import_module("score")
    wire = {one["id"]: one for one in dispatches(shared)}
    texts = {name: one["text"] for name, one in wire.items()}
    for file, part in product(KINDS, PARTS):
        own = gold(file, part, texts)
        read = {name: records(texts[name], wire[name]["title"], wire[name]["date"]) for name in own}
        if own:
            scored = scorer.score(read, own)
            scorer.show(f"{file}, {part}", {kind: scored[kind] for kind in KINDS[file] if scored[kind]["n"][2]})


if __name__ == "__main__":
    main()
