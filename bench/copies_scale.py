"""Time and memory of folding archives: seconds of the processor, the peak of memory, and the exponent.

    python -m bench.copies_scale --wire FILE.jsonl [--wire FILE ...] [--articles N ...]

An archive is made by program and never held: an article is made when it is asked for, and what that takes is not
counted. Of every twenty articles ten stand alone, and the others are a family of two, one of three and one of five,
however large the archive is. A family's text is a dispatch. Every thousand or so families, as many as there are
dispatches, are a world of their own, in which every word of four letters or more is spelt with other letters: so the
vocabulary grows as an archive's does, and small words stay common to all. Copies are whole, cut by a third, or have
every third paragraph dropped or one of another dispatch behind them.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import log
from pathlib import Path

from dateline.fold import FoldRules, copies
from dateline.records import Article, Moment, ParagraphKind, joined

_FAMILIES = (*[(place, 0) for place in range(10)], (10, 0), (10, 1), *[(11, place) for place in range(3)],
             *[(12, place) for place in range(5)])  # fmt: skip
"""For each of twenty articles its family and its place in it."""
_PER_TWENTY = 13
_FIRST = date(2031, 1, 1)
_DAYS = 365
_WORD = re.compile(r"\b[A-Za-z]{4,}\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


class Archive(Mapping[str, Article]):
    """So many articles, each made when it is asked for."""

    def __init__(self, dispatches: Sequence[Sequence[str]], count: int) -> None:
        """The dispatches are given in paragraphs."""
        self._dispatches, self._count = dispatches, count
        self.making = 0.0
        """Seconds of the processor that making took."""

    def __len__(self) -> int:
        """How many articles there are."""
        return self._count

    def __iter__(self) -> Iterator[str]:
        """The ids, by number."""
        return (f"{number:08}" for number in range(self._count))

    def __getitem__(self, key: str) -> Article:
        """The article of an id, the same each time."""
        start = time.process_time()
        made = self._made(int(key))
        self.making += time.process_time() - start
        return made

    def _made(self, number: int) -> Article:
        family, place = _FAMILIES[number % 20]
        family += number // 20 * _PER_TWENTY
        world, base = divmod(family, len(self._dispatches))
        dispatch = list(self._dispatches[base])
        if place == 2:
            dispatch = dispatch[: -(len(dispatch) // 3) or None]
        elif place == 3:
            dispatch = [one for at, one in enumerate(dispatch) if at % 3 != 1]
        elif place == 4:
            dispatch += self._dispatches[(base + 7) % len(self._dispatches)][:1]
        text, paragraphs = joined([(ParagraphKind.TEXT, _respelt(one, world)) for one in dispatch])
        is_sent = place == 0 and family % 2 == 0
        return Article(
            id=f"{number:08}",
            page_id="",
            headline=text[:60],
            outlet=None if is_sent else f"Outlet {(number * 7) % 997}",
            agency="APA" if is_sent else None,
            wire_item=f"{number}" if is_sent else None,
            published=Moment(_FIRST + timedelta(days=family % _DAYS)),
            language="en",
            text=text,
            paragraphs=paragraphs,
        )


def measure(wire: Sequence[Path], count: int) -> dict[str, float]:
    """Fold an archive: its articles, seconds of the processor, MB at the peak, and how many copies were missed."""
    dispatches = [_parts(json.loads(line)["text"]) for file in wire for line in file.read_text("utf-8").splitlines()]
    archive = Archive([one for one in dispatches if len(one) > 4], count)
    start = time.process_time()
    sets = copies(archive, FoldRules())
    seconds = time.process_time() - start - archive.making
    wanted = count - count // 20 * _PER_TWENTY
    found = sum(len(one.copies) for one in sets)
    return {"articles": count, "seconds": seconds, "peak": _peak(), "copies": found, "wanted": wanted}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure archives of several sizes, each in a process of its own, and print a table."""
    given = _parser().parse_args(arguments)
    if given.run:
        print(json.dumps(measure(given.wire, given.articles[0])))
        return
    found: list[dict[str, float]] = []
    print("| Articles | CPU seconds | Peak MB | Articles a CPU second | Copies found of | Exponent |")
    print("|---|---|---|---|---|---|")
    for count in given.articles:
        wire = [words for file in given.wire for words in ("--wire", str(file))]
        command = [sys.executable, "-m", "bench.copies_scale", "--run", *wire, "--articles", str(count)]
        one = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        exponent = ""
        if found:
            before = found[-1]
            exponent = f"{log(one['seconds'] / before['seconds']) / log(one['articles'] / before['articles']):.2f}"
        rate = one["articles"] / one["seconds"]
        cells = (f"{count:,}", f"{one['seconds']:.1f}", f"{one['peak']:.0f}", f"{rate:.0f}")
        print(f"| {' | '.join(cells)} | {one['copies']} of {one['wanted']} | {exponent} |", flush=True)
        found.append(one)


def _respelt(text: str, world: int) -> str:
    if not world:
        return text
    table = _spelling(world)
    return _WORD.sub(lambda found: found[0].translate(table), text)


_SPELLINGS: dict[int, dict[int, int]] = {}


def _spelling(world: int) -> dict[int, int]:
    if world not in _SPELLINGS:
        dice = random.Random(world)
        vowels, consonants = list(_VOWELS), list(_CONSONANTS)
        dice.shuffle(vowels)
        dice.shuffle(consonants)
        small, changed = _VOWELS + _CONSONANTS, "".join([*vowels, *consonants])
        _SPELLINGS[world] = str.maketrans(small + small.upper(), changed + changed.upper())
    return _SPELLINGS[world]


def _parts(text: str) -> list[str]:
    return [part for one in text.split("\n\n") if (part := " ".join(one.split()))]


def _peak() -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.copies_scale", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--wire", type=Path, action="append", required=True, help="a file with one dispatch a line")
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000], help="the sizes")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
