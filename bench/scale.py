"""Time and memory of a day: each step's seconds on the wall and of the processor, and the process's peak of memory.

    python -m bench.scale --wire FILE.jsonl [--wire FILE ...] [--articles N] --day YYYY-MM-DD --out FOLDER

runs `dateline.day` as it is, with the real parts, on the dispatches of the files, or, with --articles, on N articles
that `bench.testbed` makes of them: read there what they are and are not. Each run is a process of its own, so that its
peak is its own; a step's peak is that of the process up to its end. The seconds of a step include what it loads and
saves. "again" is a second run of the day, with everything read: what a morning costs whose articles came in before.

The store stays in FOLDER, and the day goes on from it: a run that was stopped is finished by the next, and where the
store has the edition, only "again" is run. Nothing is copied into the project.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from bench import testbed
from dateline import day, path, settings
from dateline.records import PressTime, Source
from dateline.store import editions, open_store

_STEPS = {
    "collect_pages": "collect",
    "extract_articles": "extract",
    "fold_articles": "fold",
    "read_originals": "read",
    "group_stories": "group",
    "brief_day": "brief",
    "contents_of": "publish",
    "publish_edition": "publish",
}
"""By function of `dateline.path` the step that it is a part of."""


@dataclass(slots=True)
class Cost:
    """What a step costs."""

    step: str
    wall: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0
    """MB of memory that the process held at most, up to the end of the step."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print what each step costs, as it is known and then as a table."""
    given = _parser().parse_args(arguments)
    if given.run:
        print(json.dumps([asdict(cost) for cost in run(_sources(given), given.day, given.out)]))
        return
    given.out.mkdir(parents=True, exist_ok=True)
    found = []
    for name in ["again"] if _is_made(given.day, given.out) else ["first", "again"]:
        found.append((name, _in_a_process_of_its_own(given)))
        for cost in found[-1][1]:
            print(f"{name:6} {cost.step:8} {cost.wall:8.2f} s {cost.cpu:8.2f} CPU s {cost.peak:7.0f} MB", flush=True)
    print(table(given.articles or sum(len(file.read_text("utf-8").splitlines()) for file in given.wire), found))


def run(sources: tuple[Source, ...], on: date, out: Path) -> list[Cost]:
    """Run the day of `sources` with its store and its site in `out`; what each step costs, in their order."""
    costs = {step: Cost(step) for step in _STEPS.values()}
    for name, step in _STEPS.items():
        setattr(path, name, _timed(getattr(path, name), costs[step]))
    values = {"store": str(out / "day.sqlite"), "site": str(out / "site")}
    loaded = settings.load(None, {})
    loaded = replace(loaded, values={**loaded.values, **values}, sources=sources)
    store = open_store(loaded.text("store"))
    try:
        day.run(PressTime(on), loaded, store, lambda *_: None)
    finally:
        store.close()
    return list(costs.values())


def table(articles: int, runs: Sequence[tuple[str, Sequence[Cost]]]) -> str:
    """The costs as a table in Markdown."""
    rows = ["| Articles | Run | Step | Seconds | CPU seconds | Peak MB |", "|---|---|---|---|---|---|"]
    for name, costs in runs:
        whole = Cost("whole", sum(one.wall for one in costs), sum(one.cpu for one in costs), costs[-1].peak)
        rows += [
            f"| {articles:,} | {name} | {one.step} | {one.wall:.1f} | {one.cpu:.1f} | {one.peak:.0f} |"
            for one in (*costs, whole)
        ]
    return "\n".join(rows)


def _timed(function: Callable[..., Any], cost: Cost) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any) -> Any:
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            return function(*arguments)
        finally:
            cost.wall += time.perf_counter() - wall
            cost.cpu += time.process_time() - cpu
            cost.peak = _peak()

    return timed


def _peak() -> float:
    """MB that this process held at most. From Linux itself: getrusage counts in what the parent held at the fork."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _in_a_process_of_its_own(given: argparse.Namespace) -> list[Cost]:
    wire = [words for file in given.wire for words in ("--wire", str(file))]
    count = ["--articles", str(given.articles)] if given.articles else []
    command = [sys.executable, "-m", "bench.scale", "--run", *wire, *count]
    command += ["--day", given.day.isoformat(), "--out", str(given.out)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return [Cost(**one) for one in json.loads(done.stdout)]


def _sources(given: argparse.Namespace) -> tuple[Source, ...]:
    if given.articles:
        return testbed.write(given.wire, given.articles, given.day, given.out / "articles")
    return tuple(settings.source_at(str(file)) for file in given.wire)


def _is_made(on: date, out: Path) -> bool:
    if not (out / "day.sqlite").exists():
        return False
    store = open_store(out / "day.sqlite")
    with store.begin() as db:
        made = editions.load_edition(db, PressTime(on))
    store.close()
    return made is not None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.scale", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--wire", type=Path, action="append", required=True, help="a file with one dispatch a line")
    parser.add_argument("--articles", type=int, help="make so many articles of them; without it, they are taken")
    parser.add_argument("--day", type=date.fromisoformat, required=True, help="the day of the edition, YYYY-MM-DD")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the articles, the store and the site")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
