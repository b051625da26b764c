"""The gold of commitments, agenda items and positions in two parts, by the hash of the stories' ids.

    python -m bench.records_parts --shared SHARED --out FOLDER

The rules were written while looking at the twenty stories of `read`; the ten of `aside` were never looked at, only
scored. Writes the gold and the stories of each part into FOLDER, for SHARED/bench/records/score.py.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

ASIDE = 10


def parts(ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids of the two parts: `aside` has those with the least SHA-256."""
    ordered = sorted(ids, key=lambda one: hashlib.sha256(one.encode()).hexdigest())
    return {"aside": ordered[:ASIDE], "read": ordered[ASIDE:]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    gold = json.loads((given.shared / "gold" / "records.gold.json").read_text("utf-8"))
    stories = json.loads((given.shared / "gold" / "records.stories.json").read_text("utf-8"))
    given.out.mkdir(parents=True, exist_ok=True)
    for name, ids in parts(gold).items():
        own_gold = {one: gold[one] for one in ids}
        own_stories = [story for story in stories if story["id"] in own_gold]
        (given.out / f"{name}.gold.json").write_text(json.dumps(own_gold), "utf-8")
        (given.out / f"{name}.stories.json").write_text(json.dumps(own_stories), "utf-8")
        print(name, *sorted(ids))


if __name__ == "__main__":
    main()
