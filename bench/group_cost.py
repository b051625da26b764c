"""What grouping costs as articles become more: `python -m bench.group_cost --wire FILE.jsonl --articles 1000 10000`.

The articles are those of `bench.testbed` (read there what they are and are not), the copies among them included, as if
each were an original; they lie over 30 days, and all 30 are grouped, which is a run over an archive. Prints processor
seconds and the peak of memory, each amount in a process of its own, and the exponent from one amount to the next: 1 is
linear.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench import testbed
from bench.adapters_stories import article
from dateline.group import GroupRules, stories
from dateline.records import CopySet

_LAST = date(2031, 5, 30)


def main() -> None:
    """Print a row for each amount."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, action="append", required=True, help="a file with one dispatch a line")
    parser.add_argument("--articles", type=int, nargs="+", required=True, help="the amounts, small ones first")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        print(json.dumps(cost(asked.wire, asked.articles[0])))
        return
    print("| articles | stories | largest | CPU seconds | ms an article | exponent | peak MB |")
    print("|---|---|---|---|---|---|---|")
    before: tuple[int, float] | None = None
    for count in asked.articles:
        wire = [word for file in asked.wire for word in ("--wire", str(file))]
        command = [sys.executable, "-m", "bench.group_cost", "--run", *wire, "--articles", str(count)]
        made, largest, seconds, peak = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        exponent = "" if before is None else f"{math.log(seconds / before[1]) / math.log(count / before[0]):.2f}"
        each = seconds / count * 1000
        print(
            f"| {count:,} | {made:,} | {largest} | {seconds:.1f} | {each:.1f} | {exponent} | {peak:.0f} |", flush=True
        )
        before = count, seconds


def cost(wire: list[Path], count: int) -> tuple[int, int, float, float]:
    """How many stories there are, articles of the largest, processor seconds of grouping, and MB held at most."""
    with tempfile.TemporaryDirectory() as folder:
        testbed.write(wire, count, _LAST, Path(folder))
        lines = [line for file in sorted(Path(folder).iterdir()) for line in file.read_text("utf-8").splitlines()]
    documents = [{"id": f"a{number:07}", **json.loads(line)} for number, line in enumerate(lines)]
    articles = {doc["id"]: article(doc) for doc in documents}
    sets = [CopySet(original=key, copies=(), agency=None) for key in articles]
    start = time.process_time()
    made = stories(sets, articles, GroupRules()).stories
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return len(made), max(len(story.article_ids) for story in made), seconds, peak


if __name__ == "__main__":
    main()
