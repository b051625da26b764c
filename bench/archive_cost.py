"""What folding and grouping an archive cost, the store's writes included: seconds of the processor and peaks of memory.

    python -m bench.archive_cost --wire FILE.jsonl [--wire FILE ...] --out FOLDER [--articles N ...] [--plot FILE.svg]

Archives are those of `bench.archive` (read there what they are and are not); one of the largest size is made in FOLDER,
and the smaller ones are spread over its beginning. Reading an article from there is not counted. Each size is a process
of its own; "store" is writing copy sets and stories to a new SQLite file. The exponent is that from one size to the
next: 1 is linear.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bench import archive, archive_plot
from dateline.fold import FoldRules, copies
from dateline.group import GroupRules, stories
from dateline.records import CopySet, PressTime, Story
from dateline.store import editions, open_store

T = TypeVar("T")
Row = dict[str, Any]
_STEPS = ("fold", "group", "store")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the sizes, smallest first, print a row for each, and draw them."""
    given = _parser().parse_args(arguments)
    if given.run:
        print(json.dumps(cost(given.out, given.articles[0])))
        return
    if not (given.out / "starts").exists():
        archive.write(given.wire, max(given.articles), given.out)
    print(
        "| Articles | fold | group | store | CPU seconds | ms an article | Exponent | Peak MB | Copies of | Stories |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    rows: list[Row] = []
    for count in sorted(given.articles):
        command = [
            sys.executable,
            "-m",
            "bench.archive_cost",
            "--run",
            "--out",
            str(given.out),
            "--articles",
            str(count),
        ]
        rows.append(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))
        print(_cells(rows), flush=True)
    if given.plot:
        given.plot.write_text(archive_plot.drawn(rows), "utf-8")


def cost(folder: Path, count: int) -> Row:
    """What an archive of so many articles costs, in seconds of the processor by step, and MB at the peak."""
    articles = archive.Archive(folder, count)
    spent: Row = {"articles": count}

    def timed(step: str, what: Callable[[], T]) -> T:
        start, read = time.process_time(), articles.reading
        found = what()
        spent[step] = time.process_time() - start - (articles.reading - read)
        print(step, spent[step], _peak(), file=sys.stderr, flush=True)
        return found

    sets = timed("fold", lambda: copies(articles, FoldRules()))
    spent["copies"], spent["wanted"] = sum(len(one.copies) for one in sets), archive.copies_among(count)
    made = timed("group", lambda: stories(sets, articles, GroupRules()))
    timed("store", lambda: _keep(folder / f"{count}.sqlite", sets, made))
    spent["stories"], spent["largest"] = len(made), max(len(one.article_ids) for one in made)
    return {**spent, "whole": sum(spent[step] for step in _STEPS), "peak": _peak()}


def _keep(file: Path, sets: Sequence[CopySet], made: Sequence[Story]) -> None:
    file.unlink(missing_ok=True)
    store = open_store(str(file))
    press = PressTime(max(story.last_day for story in made))
    try:
        with store.begin() as db:
            editions.replace_copy_sets(db, press, sets)
        with store.begin() as db:
            editions.replace_stories(db, press, made)
    finally:
        store.close()


def _cells(rows: Sequence[Row]) -> str:
    now = rows[-1]
    power = f"{archive_plot.exponent(rows[-2], now, 'whole'):.2f}" if len(rows) > 1 else ""
    steps = " | ".join(f"{now[step]:.1f}" for step in (*_STEPS, "whole"))
    each = now["whole"] / now["articles"] * 1000
    copied = f"{now['copies']:,} of {now['wanted']:,}"
    return (
        f"| {now['articles']:,} | {steps} | {each:.2f} | {power} | {now['peak']:.0f} | {copied} | {now['stories']:,} |"
    )


def _peak() -> float:
    """MB that this process held at most. From Linux itself: getrusage counts in what the parent held at the fork."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wire", type=Path, action="append", default=[], help="a file with one dispatch a line")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the archive and of the stores")
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="the sizes")
    parser.add_argument("--plot", type=Path, help="an SVG of seconds and memory by articles")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
