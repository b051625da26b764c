"""Kills real runs of collecting at seeded moments and counts what the next ones fetch again, and what they miss.

    python -m tests.collect.kills --kills 8 --seed 1

Each run is a forked process of its own with its fetching process, killed by SIGKILL; a web server of this machine
counts what it is asked. Prints one JSON object.
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from dateline import path, settings
from dateline.records import Source
from dateline.store import open_store
from tests.collect.web import article, rss, serving

HOSTS, PAGES = 4, 12
LONGEST_RUN_SECONDS = 120


def loaded_settings(web, folder):
    sources = tuple(
        Source(name=f"paper {number}", location=web.url("/feed", f"127.0.1.{number}")) for number in range(1, HOSTS + 1)
    )
    loaded = settings.load(None, {})
    values = {"store": str(folder / "day.sqlite"), "archive": str(folder / "archive"), "allow_private": True}
    values |= {"delay": 0.05, "timeout": 5.0}
    return replace(loaded, values={**loaded.values, **values}, sources=sources)


def fill(web):
    """A feed for each host, and its pages, no two alike."""
    for number in range(1, HOSTS + 1):
        host = f"127.0.1.{number}"
        web.pages[(host, "/feed")] = rss(*(web.url(f"/{page}", host) for page in range(PAGES)))
        web.pages |= {(host, f"/{page}"): article(f"Ferry {number} {page}") for page in range(PAGES)}


def start(loaded):
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        path.gather(loaded, open_store(loaded.text("store")), lambda *_: None, path.Until())
        code = 0
    finally:
        os._exit(code)


def trial(web, folder, kills, rng):
    """Kill so many runs, then let one run to its end: pages that are missing, requests that were made again."""
    loaded = loaded_settings(web, folder)
    wanted = HOSTS * (PAGES + 1)
    killed = 0
    for _ in range(kills):
        # After so many requests more, wherever that is.
        until = len(web.asked) + rng.randrange(1, 2 + wanted // kills)
        process = start(loaded)
        ends = time.monotonic() + LONGEST_RUN_SECONDS
        while len(web.asked) < until and time.monotonic() < ends and os.waitpid(process, os.WNOHANG) == (0, 0):
            time.sleep(0.002)
        time.sleep(rng.random() * 0.05)
        try:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            killed += 1
        except (ProcessLookupError, ChildProcessError):
            break
    assert os.waitpid(start(loaded), 0)[1] == 0
    counted = {}
    for _, host, place, _ in web.asked:
        if place not in {"/robots.txt", "/.well-known/tdmrep.json"}:
            counted[host, place] = counted.get((host, place), 0) + 1
    with sqlite3.connect(loaded.text("store")) as db:
        kept = db.execute("select count(*) from page").fetchone()[0]
    again = sum(counted.values()) - len(counted)
    return {"killed": killed, "pages": kept, "wanted": HOSTS * PAGES, "again": again, "at most": killed * HOSTS}


def run(kills, seed):
    """One trial in a folder that is gone afterwards."""
    with serving() as web, tempfile.TemporaryDirectory() as folder:
        fill(web)
        return trial(web, Path(folder), kills, random.Random(seed))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(json.dumps(run(asked.kills, asked.seed)))


if __name__ == "__main__":
    main()
