"""Kills real runs of a day at seeded moments and compares what the next run makes with an undisturbed one.

    python tests/kills.py FOLDER DAY OUT --kills 56 --seed 1

Prints one JSON object: kills by step, and the names of trials whose day came out different. The language pipeline is
loaded once and every run is a forked process of its own, killed by SIGKILL as a full disk of work would be.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import sqlite3
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from dateline import day as the_day
from dateline import settings
from dateline.read import Reader, ReadRules
from dateline.records import Article, PressTime
from dateline.store import open_store

STEPS = ("collect", "extract", "fold", "read", "group", "brief", "publish")
LONGEST_RUN_SECONDS = 120


def loaded_settings(folder, out):
    """The settings of a run over a folder, or over the sources of its dateline.toml, into `out`."""
    file = folder / "dateline.toml"
    loaded = settings.load(file if file.is_file() else None, {})
    values = {**loaded.values, "store": str(out / "day.sqlite"), "site": str(out / "site")}
    return replace(loaded, values=values, sources=loaded.sources or (settings.source_at(str(folder)),))


def start(folder, out, on):
    """A run in a process of its own; its id and the pipe on which it tells each step and count."""
    told, telling = os.pipe()
    process = os.fork()
    if process:
        os.close(telling)
        return process, told
    os.close(told)
    code = 1
    try:
        loaded = loaded_settings(folder, out)
        the_day.run(
            on, loaded, open_store(loaded.text("store")), lambda *what: os.write(telling, f"{what[0]}\n".encode())
        )
        code = 0
    finally:
        os._exit(code)


def wait(process, told):
    """Every step a run told, in order, and its exit status."""
    heard = b""
    while chunk := os.read(told, 65536):
        heard += chunk
    os.close(told)
    return heard.decode().split(), os.waitpid(process, 0)[1]


def kill_at(process, told, moment, delay):
    """Kill a run `delay` seconds after its event number `moment`; the step it was in, or None where it had ended."""
    heard, until = b"", time.monotonic() + LONGEST_RUN_SECONDS
    while heard.count(b"\n") <= moment and time.monotonic() < until:
        if not select.select([told], [], [], 1)[0]:
            continue
        chunk = os.read(told, 4096)
        if not chunk:
            break
        heard += chunk
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    status = os.waitpid(process, 0)[1]
    while chunk := os.read(told, 4096):
        heard += chunk
    os.close(told)
    return heard.decode().split()[-1] if os.WIFSIGNALED(status) and heard else None


def dump(store):
    """Every row of every table of ours, and the search index, in an order that does not depend on the run."""
    with sqlite3.connect(store) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        names = [row[0] for row in db.execute("select name from sqlite_master where type = 'table' order by name")]
        own = [name for name in names if not name.startswith(("article_search_", "statement_search_", "sqlite_"))]
        return {name: sorted(map(repr, db.execute(f"select * from {name}"))) for name in own}


def site(folder):
    """Every file of a site by name, as bytes."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def made(out):
    """All that a run leaves."""
    return dump(out / "day.sqlite"), site(out / "site")


def moments(events, kills, rng):
    """Seeded moments, spread so that every step has its share: the number of an event, and seconds after it."""
    by_step = {step: [number for number, event in enumerate(events) if event == step] for step in STEPS}
    for number in range(kills):
        # The short steps are over in milliseconds, so the delays are short too.
        yield rng.choice(by_step[STEPS[number % len(STEPS)]]), rng.choice((0, 0, rng.random() * 0.02))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("day", type=PressTime.parse)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kills", type=int, default=56)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    # Loading the language pipeline here, before any fork, saves each run a second.
    Reader(ReadRules()).read(Article(id="a-0", page_id="p-0", language="en", text="It rained."))
    rng, killed, different = random.Random(asked.seed), Counter(), []
    events, status = wait(*start(asked.folder, asked.out / "whole", asked.day))
    assert status == 0, "the undisturbed run failed"
    whole = made(asked.out / "whole")
    for number, (moment, delay) in enumerate(moments(events, asked.kills, rng)):
        out = asked.out / f"trial-{number}"
        step = kill_at(*start(asked.folder, out, asked.day), moment, delay)
        killed[step or "ended before"] += 1
        _, status = wait(*start(asked.folder, out, asked.day))
        if status != 0 or made(out) != whole:
            different.append(f"trial {number}, killed in {step} {delay:.4f} s after event {moment}")
            continue
        shutil.rmtree(out)
    print(json.dumps({"killed": killed, "different": different}))


if __name__ == "__main__":
    main()
